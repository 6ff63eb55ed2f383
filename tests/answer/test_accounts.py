"""Is it said what one source tells and where it stands apart, and what two say beside each other?"""

from __future__ import annotations

import pytest

from bot.answer import Bullets, Notice
from bot.answer.accounts import compare, source
from bot.comparison import Verdict, account_of, beside
from bot.desk import Desk
from bot.text import render
from tests.desks import desk_of, real_desk
from tests.sample.records import Records, language

FACTORS = language().words.numbers.factors


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return desk_of(Records(tmp_path_factory.mktemp("records")))


def of_source(desk: Desk, typed: str) -> list[str]:
    return render(source(typed, desk.store, desk.deal)).splitlines()


def under(heading: str, lines: list[str]) -> list[str]:
    """The lines from a heading to the next blank one."""
    start = lines.index(heading) + 1
    return lines[start : lines.index("", start)]


@pytest.mark.parametrize("typed", ["011", "11", "signed deal", "011 Signed Deal", "source 011"])
def test_a_source_is_found_by_id_number_and_label(desk: Desk, typed: str) -> None:
    """However it is called, the answer has its full name and what it tells of itself."""
    assert of_source(desk, typed)[:2] == [
        "011 Signed Deal",
        (
            "“Kestrel Sells a Quarter of Itself”. Treats the deal as done and says who goes where. "
            "It does not tell its publisher, author, date or address."
        ),
    ]


def test_a_source_is_told_in_short_by_subject(desk: Desk) -> None:
    """Of each subject the headlines are told, else what most sources speak of, in the words of this source alone."""
    lines = of_source(desk, "011")
    assert (
        "It speaks on 9 of 14 facts: 3 where others say otherwise, 1 where it contradicts itself and 5 alone." in lines
    )
    assert under("In short", lines)[0] == (
        "Terms: Harbour Mills invests $2 billion in Kestrel Robotics [011 ¶2]; "
        "Harbour Mills takes 25% (non-voting) of Kestrel Robotics [011 ¶2, ¶5]"
    )
    assert under("In short", lines)[1:] == ["The robot maker: Ida Fenn is a co-founder of Kestrel Robotics [011 ¶3]"]


def test_what_a_source_alone_says_is_listed(desk: Desk) -> None:
    """Every fact on which nobody else speaks, by subject."""
    lines = of_source(desk, "012")
    assert under("What it alone says", lines) == [
        "• Harbour Mills hurries because of competitors that automate too [012 ¶5]"
    ]


def test_where_a_source_stands_apart_the_others_stand_beside_it(desk: Desk) -> None:
    """Its own sentence comes first, then the values of the others with theirs, and how they relate."""
    lines = under("Where it stands apart", of_source(desk, "012"))
    assert lines[1] == (
        "• Clients of Kestrel Robotics include Northgate [012 ¶2]; others: Northgate and Oakline [010 ¶4] "
        "(sources differ)"
    )


def test_what_a_sources_words_would_mean_is_told(desk: Desk) -> None:
    """Who says the same as another and yet, by a law, against it, stands apart by that."""
    lines = under("Where it stands apart", of_source(desk, "010"))
    assert any("would mean that Kestrel Robotics becomes a subsidiary" in line for line in lines)


def test_what_a_source_contradicts_itself_on_is_shown_with_the_proof(desk: Desk) -> None:
    """A notice with quotes and reason; who does not contradict itself has none."""
    notices = {
        name: [element.fact for element in source(name, desk.store, desk.deal).elements if isinstance(element, Notice)]
        for name in desk.store.sources
    }
    assert notices == {"010": [], "011": ["takeover"], "012": []}


def test_what_to_know_when_reading_is_told(desk: Desk) -> None:
    """The quality notes of the record stand with the source."""
    lines = under("What to know when reading it", of_source(desk, "011"))
    assert lines == ["• calls the deal a takeover once, in a paragraph on taxes"]


def test_no_source_named_offers_them_all(desk: Desk) -> None:
    """Each can be pressed."""
    answer = source("", desk.store, desk.deal)
    assert answer.suggestions == ("/deal source 010", "/deal source 011", "/deal source 012")
    assert not answer.answered


@pytest.mark.parametrize(("typed", "nearest"), [("013", "010"), ("signd deal", "011"), ("overviev", "012")])
def test_an_unknown_source_is_told_the_nearest(desk: Desk, typed: str, nearest: str) -> None:
    """A slip in an id or a label is answered with the form that comes nearest."""
    assert f"The nearest is /deal source {nearest}." in render(source(typed, desk.store, desk.deal))


def test_a_source_unlike_any_is_told_which_there_are(desk: Desk) -> None:
    """Then all of them are offered."""
    answer = source("zzzz", desk.store, desk.deal)
    assert "The sources are 010 Early Word, 011 Signed Deal and 012 Short Overview." in render(answer)
    assert len(answer.suggestions) == 3


@pytest.mark.parametrize("typed", ["010 011", "10 and 11", "early word vs. signed deal", "010, 011"])
def test_two_sources_are_compared_as_if_there_were_no_others(desk: Desk, typed: str) -> None:
    """What the third says changes nothing: the talks against the announcement differ and do not disagree."""
    answer = compare(typed, desk.store, FACTORS)
    assert answer.title == "010 Early Word and 011 Signed Deal"
    verdicts = {element.fact: element.verdict for element in answer.elements if isinstance(element, Notice)}
    assert verdicts == {
        "takeover": Verdict.SELF_CONTRADICTION,
        "amount": Verdict.DIFFER,
        "founder-role": Verdict.DIFFER,
    }
    assert {citation.source for citation in answer.citations} == {"010", "011"}


def test_what_only_one_of_two_says_is_listed(desk: Desk) -> None:
    """Each fact of which one speaks and the other does not stands under the one that does."""
    lines = render(compare("010 012", desk.store, FACTORS)).splitlines()
    assert lines[1] == ("Both speak on 2 facts: they differ on 2. Only 010 speaks on 5 and only 012 speaks on 2.")
    assert under("Only 012 says", lines) == [
        "• Ida Fenn leads parts of the robot work at Harbour Mills [012 ¶3]",
        "• Harbour Mills hurries because of competitors that automate too [012 ¶5]",
    ]


def test_more_than_two_can_be_compared(desk: Desk) -> None:
    """With all sources, the comparison is that of the deal."""
    answer = compare("010 011 012", desk.store, FACTORS)
    assert render(answer).splitlines()[1].startswith("At least two speak on 5 facts:")
    shown = [element.fact for element in answer.elements if isinstance(element, Notice)]
    assert shown == [comparison.fact.id for comparison in desk.deal.disagreements()]


def test_one_source_is_not_compared(desk: Desk) -> None:
    """It takes two; the one that was named is in each pair that is offered."""
    answer = compare("011", desk.store, FACTORS)
    assert answer.suggestions == ("/deal compare 010 011", "/deal compare 011 012")
    assert len(compare("", desk.store, FACTORS).suggestions) == 3


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("011 and 013", "No source is called “013”. The nearest is /deal compare 011 010."),
        ("011 overviev", "No source is called “overviev”. The nearest is /deal compare 011 012."),
        ("zzzz", "No source is called “zzzz”. The sources are 010 Early Word,"),
    ],
)
def test_an_unknown_source_beside_another_is_told_the_nearest(desk: Desk, typed: str, said: str) -> None:
    """The form that is offered keeps the source that was named rightly."""
    assert said in render(compare(typed, desk.store, FACTORS))


def test_every_fact_of_the_real_records_stands_in_each_comparison_once() -> None:
    """Notices, what they agree on and what only one says together are all that the two speak of."""
    desk = real_desk()
    pair = tuple(desk.store.sources)[:2]
    answer = compare(" ".join(pair), desk.store, FACTORS)
    first, second = ({item.fact.id for item in account_of(name, desk.deal).spoken} for name in pair)
    assert set(answer.facts) == first & second
    shown = {element.fact for element in answer.elements if isinstance(element, Notice)}
    points = [line for element in answer.elements if isinstance(element, Bullets) for line in element.items]
    _, deal = beside(pair, desk.store, FACTORS)
    assert len(points) == len(first ^ second) + len((first & second) - shown) + len(deal.arithmetic)

"""Is what is said to a follow-up borne by the records: quotes, reasons, weight, judgement, and what else there is?"""

from __future__ import annotations

import pytest

from bot import text
from bot.answer import Answer, Computed, Entry, Notice
from bot.comparison import Verdict
from bot.desk import Desk
from bot.question import Focus
from tests.desks import add, desk_of, lines_of, spans_of
from tests.sample.records import Records

PRICE = Focus(("amount",), ("harbour-mills", "kestrel"), ("amount",))
SHARE = Focus(("stake",), ("harbour-mills", "kestrel"), ("stake",))
BOSS = Focus(("successor",), ("tom-arkwright", "kestrel"), ("successor",))


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return desk_of(Records(tmp_path_factory.mktemp("records")))


def follow(desk: Desk, said: str, focus: Focus) -> Answer:
    answer = desk.follow(said, focus)
    assert answer
    return answer


def opening(answer: Answer) -> str:
    return text.render_line(lines_of(answer)[0])


def test_sources_are_named_with_their_quotes(desk: Desk) -> None:
    """Each source that speaks has a row: its label, every quote, and the paragraph it stands in."""
    answer = follow(desk, "sources?", PRICE)
    rows = [element for element in answer.elements if isinstance(element, Entry)]
    assert [row.lead for row in rows] == ["010 Early Word", "011 Signed Deal", "012 Short Overview"]
    assert text.render_line(rows[1].line) == "“is paying $2 billion for” [011 ¶2]"
    assert answer.facts == ("amount",)


def test_sources_of_many_facts_are_shown_for_the_first(desk: Desk) -> None:
    """After an overview the quotes of three facts are shown, and the others can be asked for."""
    answer = follow(desk, "sources?", Focus(("amount", "stake", "valuation", "takeover")))
    assert answer.facts == ("amount", "stake", "valuation")
    assert answer.suggestions == ("Is the deal called a takeover?",)


def test_why_shows_the_notice_where_sources_part(desk: Desk) -> None:
    """The reason for a disagreement is the computed one, with its proof."""
    answer = follow(desk, "why?", PRICE)
    (notice,) = [element for element in answer.elements if isinstance(element, Notice)]
    assert notice.reason
    assert answer.verdict is Verdict.DISAGREE


def test_why_gives_the_reason_that_is_recorded(desk: Desk) -> None:
    """Where the sources say the same and give a reason, the reason is told."""
    answer = follow(desk, "why?", Focus(("approach",), ("harbour-mills", "kestrel")))
    assert "gives a reason" in text.render(answer) or answer.facts == ("haste",)


def test_why_names_who_says_it_where_no_reason_is_recorded(desk: Desk) -> None:
    """Without a disagreement and without a reason, who says it is what can be told."""
    answer = follow(desk, "why?", BOSS)
    assert opening(answer) == "Only 011 says so. No source gives a reason."
    assert "011 Signed Deal: “Tom Arkwright becomes” [011 ¶4]" in text.render(answer)


@pytest.mark.parametrize(
    ("focus", "wanted"),
    [
        (PRICE, "No: the sources disagree."),
        (Focus(("fenn-scope",)), "No: the sources disagree."),
        (Focus(("founder-role",)), "Not entirely: the sources differ."),
        (Focus(("takeover",)), "No: a source contradicts itself."),
        (BOSS, "Only 011 says so."),
    ],
)
def test_are_you_sure_is_answered_by_the_verdict(desk: Desk, focus: Focus, wanted: str) -> None:
    """How sure a fact is follows from how its claims relate, and the same fact is told again with what bears it."""
    answer = follow(desk, "are you sure?", focus)
    assert opening(answer) == wanted
    assert answer.facts == focus.facts
    assert "It rests on " in text.render(answer)


@pytest.mark.parametrize(
    ("said", "focus", "wanted"),
    [
        ("no, 99%", SHARE, "No source gives that figure; this is what they say."),
        ("no, 25%", SHARE, "Yes, so the sources say."),
        ("no, 2 billion", PRICE, "The sources differ on that; this is what each of them says."),
        ("no, it's Northgate", Focus(("approach",)), "No source says so; this is what they say."),
        ("no, 1999", Focus(("founded-when",)), "No source gives that date; this is what they say."),
        ("no way", BOSS, "Only 011 says so."),
    ],
)
def test_an_objection_is_judged_and_the_fact_told_again(desk: Desk, said: str, focus: Focus, wanted: str) -> None:
    """Nobody is agreed with or contradicted but by the claims, and what was said is never repeated."""
    answer = follow(desk, said, focus)
    assert opening(answer) == wanted
    assert answer.facts == focus.facts
    assert answer.citations
    assert "99" not in text.render(answer)


def test_more_tells_what_the_thread_has_not_heard(desk: Desk) -> None:
    """Each "more" brings other facts about the same, until there are none."""
    focus: Focus | None = PRICE
    heard = {"amount"}
    while focus and (answer := follow(desk, "more", focus)).facts:
        assert not heard & set(answer.facts)
        heard |= set(answer.facts)
        focus = desk.focus(answer, focus)
    assert {fact.id for fact in desk.store.about("kestrel") if fact.all_claims} <= heard


def test_a_refusal_is_repeated(desk: Desk) -> None:
    """Asked again what no source answers, the bot refuses again and offers the same."""
    unanswered = Focus(("amount",), ("kestrel",), answered=False)
    for said in ("are you sure?", "why?", "sources?", "more", "what does 011 say?"):
        answer = follow(desk, said, unanswered)
        assert not answer.answered
        assert answer.suggestions == ("How much does Harbour Mills pay?",)


def test_what_one_source_says_is_told_for_each_that_is_named(desk: Desk) -> None:
    """Two sources that are named are told one after the other, a silent one as silent."""
    rendered = text.render(follow(desk, "what do 010 and 011 say?", SHARE))
    assert "010 does not say." in rendered
    assert "[011 ¶2" in rendered


def test_a_bare_follow_up_without_an_answer_is_no_gap(desk: Desk) -> None:
    """A bare "when?" says nothing to a curator; "and her birthday?" does, with her name."""
    assert follow(desk, "when?", PRICE).missing == ()
    assert follow(desk, "and her birthday?", Focus(("fenn-scope",), ("ida-fenn",))).missing == (
        "and Ida Fenn birthday?",
    )


def test_a_fact_that_no_source_speaks_on_is_refused(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A fact on which every source is silent has nothing to be sure of."""
    records = Records(tmp_path_factory.mktemp("silent"))
    add(
        records,
        "terms.yaml",
        """
        anthem:
          question: "Which anthem does Kestrel Robotics sing?"
          about: [kestrel]
          subject: company
          kind: text
          says: "{kestrel} sings {value}"
          claims: {"010": silent, "011": silent, "012": silent}
        """,
    )
    desk = desk_of(records)
    for said in ("are you sure?", "why?", "sources?", "no, the old one"):
        answer = follow(desk, said, Focus(("anthem",), ("kestrel",)))
        assert not [span for span in spans_of(answer) if isinstance(span, Computed) and "None" in span.text]
        assert text.render(answer)

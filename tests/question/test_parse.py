"""Is it understood how a question is built: its parts, what each seeks, of which source, yes or no, agreement?"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.desk import Desk
from bot.question.parse import QuestionReader
from bot.record import Sought
from tests.desks import desk_of, real_desk
from tests.sample.records import Records


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return desk_of(Records(tmp_path_factory.mktemp("records")))


@pytest.fixture
def reader(desk: Desk) -> QuestionReader:
    return desk.asker.reader


def texts(reader: QuestionReader, question: str) -> list[str]:
    return [part.text for part in reader.read(question)]


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("How much is paid?", ["How much is paid?"]),
        ("How much is paid? Who pays?", ["How much is paid?", "Who pays?"]),
        ("How much is paid and who pays?", ["How much is paid", "who pays?"]),
        ("what's the price, and also when was it founded", ["what's the price", "when was it founded"]),
        ("Who pays; is it a takeover", ["Who pays", "is it a takeover"]),
        ("It costs a lot. Who pays?", ["It costs a lot", "Who pays?"]),
        ("Does it make robots and parcels?", ["Does it make robots and parcels?"]),
        ("Who are Northgate and Oakline?", ["Who are Northgate and Oakline?"]),
        ("For our readers: who pays?", ["who pays?"]),
        ("Kestrel Robotics: robots", ["Kestrel Robotics: robots"]),
        ("Who pays? Please!", ["Who pays?"]),
        ("", []),
        ("???", ["???"]),
    ],
)
def test_a_question_is_cut_where_another_one_opens(reader: QuestionReader, question: str, parts: list[str]) -> None:
    """A mark or a joint parts questions only before the opening of another; a lead and a courtesy are none."""
    assert texts(reader, question) == parts


@pytest.mark.parametrize(
    ("question", "sought"),
    [
        ("How much does it cost?", Sought.AMOUNT),
        ("How much of it is sold?", Sought.SHARE),
        ("How many people work there?", Sought.COUNT),
        ("Since when?", Sought.DATE),
        ("And which company buys?", Sought.COMPANY),
        ("who is it", Sought.PERSON),
        ("why so soon", Sought.REASON),
        ("Which is it, and why?", Sought.THING),
        ("price of the stake", None),
    ],
)
def test_the_first_and_longest_phrase_tells_what_is_sought(
    reader: QuestionReader, question: str, sought: Sought | None
) -> None:
    """What a question seeks shows by the phrase that begins furthest left, of those the longest."""
    assert reader.whole(question).sought is sought


@pytest.mark.parametrize(
    ("question", "is_one"),
    [
        ("Is it a takeover?", True),
        ("so did they pay", True),
        ("It is a takeover, right?", True),
        ("A takeover?", True),
        ("What is it?", False),
        ("a takeover", False),
    ],
)
def test_a_yes_no_question_is_told(reader: QuestionReader, question: str, *, is_one: bool) -> None:
    """An auxiliary at the opening, a tag at the end or a mark behind a bare statement asks for yes or no."""
    assert reader.whole(question).yes_no is is_one


@pytest.mark.parametrize(
    ("question", "asks", "left"),
    [
        ("Do the sources agree on the price?", True, ("price",)),
        ("Is the price disputed in the articles?", True, ("price",)),
        ("Which accounts of the price contradict each other?", True, ("price",)),
        ("Do they agree to pay?", True, ("pay",)),
        ("What is the price?", False, ("price",)),
        ("Does Fenn agree with Arkwright?", False, ("@ida-fenn", "agre", "@tom-arkwright")),
    ],
)
def test_a_question_for_agreement_is_told_and_its_words_go(
    reader: QuestionReader, question: str, left: tuple[str, ...], *, asks: bool
) -> None:
    """Words that ask whether the sources say the same are no part of the subject."""
    part = reader.whole(question)
    assert (part.agreement, part.terms.content) == (asks, left)


@pytest.mark.parametrize(
    ("question", "source"),
    [
        ("What does 012 say about the price?", "012"),
        ("Price, according to [011]?", "011"),
        ("What does 099 say?", None),
        ("Is it $10,012?", None),
        ("Was it 3.012 million?", None),
        ("Is 0120 the number?", None),
        ("What about 010.", "010"),
    ],
)
def test_a_source_is_named_by_its_number(reader: QuestionReader, question: str, source: str | None) -> None:
    """Three figures name a source where there is one of that number, and never as part of a longer figure."""
    assert reader.whole(question).source == source


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("What does 099 say?", ("099",)),
        ("What does 010 say that 013 does not?", ("013",)),
        ("What does 012 say?", ()),
        ("Are there 200 robots?", ()),
        ("Was it $10,012?", ()),
    ],
)
def test_a_source_that_there_is_not_is_told(reader: QuestionReader, question: str, missing: tuple[str, ...]) -> None:
    """Three figures with a nought before them count nothing: they name a source, be there one or not."""
    assert reader.whole(question).elsewhere == missing


def test_the_number_of_a_source_is_no_word_of_the_subject(reader: QuestionReader) -> None:
    """Who asks for one source asks the same thing of it."""
    assert reader.whole("What does 012 say on the price?").terms.content == ("price",)


@pytest.mark.parametrize(
    ("question", "entities"),
    [
        ("Who is Ida Fenn and is she the founder?", ("ida-fenn",)),
        ("What is Kestrel worth and when was it founded?", ("kestrel",)),
        ("Who is Ida Fenn and is Tom Arkwright the founder?", ("tom-arkwright",)),
        ("Who is Ida Fenn and when was it founded?", ()),
    ],
)
def test_a_pronoun_means_somebody_of_the_part_before(
    reader: QuestionReader, question: str, entities: tuple[str, ...]
) -> None:
    """`she` is a person and `it` a company of the part before, unless the part names one itself."""
    assert reader.read(question)[-1].terms.entities == entities


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_has_parts(text: str) -> None:
    """Nothing that is typed cannot be read, and no part says more than was typed."""
    parts = real_desk().asker.reader.read(text)
    assert all(part.text in text for part in parts)


def test_a_text_that_repeats_itself_without_end_is_read() -> None:
    """Repetition costs no more than length."""
    part = real_desk().asker.reader.whole("agree on " * 1_100)
    assert part.agreement
    assert part.terms.words == ()

"""Is what somebody holds against an answer read as they mean it, in the units of what was told?"""

from __future__ import annotations

import pytest

from bot.desk import Desk
from bot.question import Focus
from bot.question.objection import Objection, ObjectionReader
from bot.value import Quantity
from tests.desks import desk_of
from tests.sample.records import Records

PRICE = Focus(("amount",), ("harbour-mills", "kestrel"))
SHARE = Focus(("stake",), ("harbour-mills", "kestrel"))
SCOPE = Focus(("fenn-scope",), ("ida-fenn",))


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return desk_of(Records(tmp_path_factory.mktemp("records")))


@pytest.fixture(scope="module")
def reader(desk: Desk) -> ObjectionReader:
    return ObjectionReader(desk.store, desk.language, desk.asker, desk.assertions)


def value_of(objection: Objection | None) -> tuple[str, str, bool]:
    """The fact, the figure as read, and whether it is denied."""
    assert objection
    assert objection.assertion
    value = objection.assertion.value
    assert isinstance(value, Quantity)
    assert value.interval
    return objection.fact, f"{value.interval.low:f} {value.unit}", objection.assertion.denied


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("no, it was 3 billion", "3000000000 USD"),
        ("that's wrong, it's $3bn", "3000000000 USD"),
        ("I read it is 3", "3000000000 USD"),
        ("wasn't it 3 billion?", "3000000000 USD"),
        ("not 2 but 3 billion", "3000000000 USD"),
        ("it is not 2 billion. It is 3 billion.", "3000000000 USD"),
        ("3 billion?", "3000000000 USD"),
        ("ok but surely $3,000,000,000", "3000000000 USD"),
        ("no, Harbour Mills pays 3 billion", "3000000000 USD"),
    ],
)
def test_a_figure_takes_the_unit_of_what_was_told(reader: ObjectionReader, said: str, read: str) -> None:
    """Opening words assert nothing, the last figure that is not denied counts, and what goes unsaid is the fact's."""
    assert value_of(reader.read(said, PRICE)) == ("amount", read, False)


def test_a_bare_number_after_a_share_is_a_share(reader: ObjectionReader) -> None:
    """A number without a unit is one of percent where percents were told."""
    assert value_of(reader.read("no, 30", SHARE)) == ("stake", "30 percent", False)


def test_a_figure_of_another_kind_is_held_against_its_own_fact(reader: ObjectionReader) -> None:
    """A share named after a sum is about the share of the same deal."""
    assert value_of(reader.read("I thought it was 30%", PRICE)) == ("stake", "30 percent", False)


def test_a_subject_that_is_named_wins(reader: ObjectionReader) -> None:
    """Who names what the figure is of, means that."""
    objection = reader.read("no, Kestrel Robotics was founded in 2009", PRICE)
    assert objection
    assert objection.fact == "founded-when"


def test_a_telling_phrase_is_read_too(reader: ObjectionReader) -> None:
    """An objection without figures names another reading."""
    objection = reader.read("no, she leads parts of the robot work", SCOPE)
    assert objection
    assert objection.assertion
    assert objection.assertion.value.as_written == "part"


@pytest.mark.parametrize("said", ["no", "that's wrong", "you are mistaken", "no, that's nonsense"])
def test_a_doubt_without_a_value_is_of_the_last_fact(reader: ObjectionReader, said: str) -> None:
    """Who only doubts, doubts what was told."""
    assert reader.read(said, SHARE) == Objection("stake", None)


@pytest.mark.parametrize(
    "said",
    ["What share does Harbour Mills take?", "who founded Kestrel in 2011?", "", "a billion-dollar deal?", "why?"],
)
def test_a_question_is_no_objection(reader: ObjectionReader, said: str) -> None:
    """What asks, or says a figure beside a subject of its own, holds nothing against the answer."""
    assert reader.read(said, SHARE) is None

"""Does a reply open with yes, no, or how the sources stand, where that is what was asked?"""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import text
from bot.desk import Desk
from tests.desks import desk_of
from tests.sample.records import Records


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return desk_of(Records(tmp_path_factory.mktemp("records")))


def opening(desk: Desk, question: str) -> str:
    """The first line under the title."""
    return text.render(desk.ask(question)).splitlines()[1]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Is Kestrel Robotics worth $8 billion in the deal?", "Yes."),
        ("Is Kestrel Robotics worth $9 billion in the deal?", "No."),
        ("Is Fenn the founder of Kestrel Robotics or a co-founder?", "The sources differ."),
        ("Was Kestrel Robotics founded in 2011?", "Yes."),
    ],
)
def test_a_question_for_yes_or_no_gets_one_first(desk: Desk, question: str, said: str) -> None:
    """The answer opens with the verdict on what the question asserts, and the sources follow."""
    assert opening(desk, question) == said


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Do the sources agree on how much of the robot work Fenn will lead?", "The sources disagree."),
        ("Do all sources agree who buys from Kestrel Robotics?", "The sources differ."),
        ("Do all sources agree when Kestrel Robotics was founded?", "Only 010 speaks on this."),
    ],
)
def test_a_question_for_agreement_is_told_how_the_sources_stand(desk: Desk, question: str, said: str) -> None:
    """Agreement, difference, disagreement, or that one source alone speaks."""
    assert opening(desk, question) == said


@pytest.mark.parametrize(
    "asked", ["Does Oakline buy robots from Kestrel Robotics, yes or no?", "Oakline buys robots, doesn't it?"]
)
def test_what_asks_to_confirm_denies_nothing(desk: Desk, asked: str) -> None:
    """The "no" of "yes or no" and the "not" of "doesn't it" are no part of what is asserted."""
    assert opening(desk, asked) == "Yes."


def test_a_choice_gets_no_yes(desk: Desk) -> None:
    """Who asks which of two it is cannot be told yes."""
    assert opening(desk, "Was Kestrel Robotics founded in 2011 or in 2015?") not in ("Yes.", "No.")


def test_sources_that_say_the_same_are_said_to(tmp_path: Path) -> None:
    """Agreement is an answer too."""
    records = Records(tmp_path)
    records.edit("company.yaml", "value: part", "value: all")
    said = opening(desk_of(records), "Do the sources agree on how much of the robot work Fenn will lead?")
    assert said == "The sources that speak on this say the same."


def test_a_plain_question_gets_no_opening(desk: Desk) -> None:
    """Who asks for a fact gets the fact."""
    assert opening(desk, "When was Kestrel Robotics founded?") == "Kestrel Robotics was founded in 2011 [010 ¶4]"

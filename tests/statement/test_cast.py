"""Is somebody who was put in another's place found out, and are those let be who have a part?"""

from __future__ import annotations

import pytest

from bot.comparison import Judgement
from tests.desks import real_desk

CHECKER = real_desk().checker


@pytest.mark.parametrize(
    "text",
    [
        "OpenAI takes a 49% stake in Scale AI.",
        "Meta buys 49% of OpenAI.",
        "Meta is valued at $29 billion.",
        "Wang joins Meta as a board director.",
        "Wang stays on the board of Meta.",
        "Droege succeeds Zuckerberg.",
        "Wang will run Google's new AI unit.",
    ],
)
def test_who_has_no_part_in_a_fact_cannot_stand_for_who_has(text: str) -> None:
    """What is said of another than the fact is about is not covered by what the sources say of that one."""
    (clause,) = CHECKER.check(text).clauses
    assert clause.judgement is Judgement.NOT_COVERED
    assert clause.outsiders


@pytest.mark.parametrize("text", ["Scale AI takes a 49% stake in Meta.", "Scale AI invests $15 billion in Meta."])
def test_two_who_changed_places_say_something_else(text: str) -> None:
    """A stake in the one who takes it is not what the sources tell, though all names and figures are theirs."""
    assert CHECKER.check(text).judgement is Judgement.NOT_COVERED


@pytest.mark.parametrize(
    "text",
    [
        "Meta takes 49% of Scale AI.",
        "Wang keeps his seat on the board of Scale AI.",
        "With the Scale deal, Meta hopes to compete better with the likes of OpenAI.",
        "Meta's Llama 4 disappointed in reasoning and coding.",
    ],
)
def test_whom_a_fact_names_may_be_named(text: str) -> None:
    """Those a fact is about, those its values name, and a party to the deal beside the other are no outsiders."""
    (clause,) = CHECKER.check(text).clauses
    assert clause.judgement is Judgement.SUPPORTED
    assert not clause.outsiders


def test_who_is_asserted_as_a_value_is_weighed_against_the_value() -> None:
    """A wrong name where the fact's own value is a name contradicts it."""
    assert CHECKER.check("Zuckerberg takes over from Wang as CEO of Scale AI.").judgement is Judgement.CONTRADICTED


def test_a_seat_is_not_accounted_for_by_what_people_ask() -> None:
    """Who goes to a company does not go to its board."""
    (clause,) = CHECKER.check("Wang joins Meta's board.").clauses
    assert clause.judgement is Judgement.NOT_COVERED
    assert clause.strange == ("board",)


def test_who_leaves_is_said_to_leave() -> None:
    """That somebody takes over does not bear out that they leave, though people ask of both together."""
    assert CHECKER.check("Jason Droege leaves Scale AI.").judgement is Judgement.NOT_COVERED
    assert CHECKER.check("Wang leaves Scale AI for Meta.").judgement is Judgement.SUPPORTED

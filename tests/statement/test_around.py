"""Do the words right beside a figure tell what it is a figure of?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.statement.around import Surroundings
from tests.desks import real_desk

AMOUNT = replace(real_desk().store.facts["amount"], around=("for {value}", "{value} in cash", "pays {value} down"))


@pytest.mark.parametrize(
    ("before", "behind", "told"),
    [
        ("It takes a quarter for ", " at once", True),
        ("It takes a quarter for a ", "", True),
        ("It gets ", " in cash.", True),
        ("It is paying ", " down", True),
        ("It pays ", " later on", False),
        ("It is waiting for, they say, ", "", False),
        ("It gets ", ", in cash", False),
        ("", "", False),
    ],
)
def test_a_value_is_told_by_the_words_right_beside_it(before: str, behind: str, told: bool) -> None:
    """All words of a phrase stand next to the value, in any form, articles aside, with no mark between."""
    assert Surroundings([AMOUNT]).tell("amount", before, behind) is told


def test_a_fact_without_such_words_is_told_by_none() -> None:
    """Where the record lists nothing, nothing tells."""
    assert not Surroundings([replace(AMOUNT, around=())]).tell("amount", "for ", " in cash")

"""Are months told from verbs, and days of a month from counts?"""

from __future__ import annotations

import pytest

from bot.store import Language
from bot.value import Months
from bot.value.months import is_day
from bot.value.tokens import Tokens


@pytest.fixture(scope="module")
def months(language: Language) -> Months:
    return Months(language.words.dates)


@pytest.mark.parametrize(
    ("word", "month"),
    [
        ("June", 6),
        ("june", 6),
        ("Sept", 9),
        ("March", 3),
        ("march", 0),
        ("May", 5),
        ("may", 0),
        ("spring", 0),
        ("5", 0),
    ],
)
def test_a_month_that_is_a_verb_too_is_capitalised(word: str, month: int, months: Months) -> None:
    """A name of a month counts in any case, unless in lower case it is an everyday verb."""
    assert months.at(Tokens(word), 0) == month


@pytest.mark.parametrize(
    ("text", "place", "found"),
    [
        ("March 29", 1, (3, 0, 1)),
        ("29 March", 0, (3, 0, 1)),
        ("29th of March", 0, (3, 0, 3)),
        ("Sept. 29", 2, (9, 0, 2)),
        ("in June. 29 people came", 3, None),
        ("June 45", 1, None),
        ("29 people in June", 0, None),
        ("29 march on", 0, None),
        ("29", 0, None),
    ],
)
def test_a_day_stands_beside_its_month(
    text: str, place: int, found: tuple[int, int, int] | None, months: Months
) -> None:
    """A day is found with its month before or behind it, over fillers and the point of an abbreviation."""
    assert months.beside_day(Tokens(text), place) == found


@pytest.mark.parametrize(
    ("text", "expected"), [("1", True), ("31", True), ("0", False), ("32", False), ("1.5", False), ("", False)]
)
def test_days_run_from_1_to_31(text: str, expected: bool) -> None:
    """Only whole numbers from 1 to 31 can be days."""
    assert is_day(Tokens(text), 0) is expected

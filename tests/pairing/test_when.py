"""Is the time told at which a figure holds?"""

from __future__ import annotations

import pytest

from bot.pairing.when import WhenReader, meet
from bot.store import Language
from bot.value import Interval
from tests.pairing.pages import page_of


def when(text: str, language: Language) -> tuple[Interval, ...]:
    page = page_of(text, language)
    return WhenReader(language.words.pairs).read(page, page.dates)


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("by March 29", "as of 29 March 2020", True),
        ("in March", "on 5 March 2020", True),
        ("before April 20", "on 19 April", True),
        ("before April 20", "on 20 April", False),
        ("prior to the 20 April", "on 21 April", False),
        ("after April 20", "on 21 April", True),
        ("after April 20", "on 20 April", False),
        ("before 2010", "in 2019", False),
        ("in 2018", "in 2019", False),
        ("in 2018", "ever", True),
    ],
)
def test_two_times_meet_where_they_have_a_day_in_common(
    one: str, other: str, together: bool, language: Language
) -> None:
    """A side of a date excludes the date itself; what tells no time meets any."""
    assert meet(when(one, language), when(other, language)) is together


def test_when_something_began_says_nothing(language: Language) -> None:
    """From when something was counted does not tell at what time."""
    assert when("since 1909", language) == ()

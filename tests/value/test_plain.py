"""Are names, readings and own words kept as what they are?"""

from __future__ import annotations

import pytest

from bot.value import Names, OwnWords, Reading


@pytest.mark.parametrize("ids", [("openai", "google"), ("google", "openai"), ("openai", "google", "openai")])
def test_a_set_of_names_has_no_order_and_no_repetitions(ids: tuple[str, ...]) -> None:
    """Sets with the same members are equal, in whatever order and however often they are named."""
    assert Names.of(*ids) == Names(("google", "openai"))


def test_each_value_says_how_it_was_written() -> None:
    """Messages to curators show ids, keys and words as they stand in the record."""
    values = (Names.of("openai", "google"), Reading("non-voting"), OwnWords("Helps to catch up"))
    assert [value.as_written for value in values] == ["google, openai", "non-voting", "Helps to catch up"]

"""Can everyday words be told from slips of the pen and rare names?"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.commonness import is_english, zipf


@pytest.mark.parametrize("word", ["deal", "company", "shares", "boss", "worth", "ceo"])
def test_words_of_the_news_are_english(word: str) -> None:
    """A word that any reader of the news knows is no slip."""
    assert is_english(word)


@pytest.mark.parametrize("word", ["invetsment", "shraes", "kestrell", "qzx", ""])
def test_slips_and_made_up_names_are_not(word: str) -> None:
    """What hardly anybody writes is a slip, or a name that the records must know."""
    assert not is_english(word)


def test_commoner_words_weigh_more() -> None:
    """The scale runs from the commonest word to one that English does not have."""
    assert zipf("the") > zipf("company") > zipf("dividend") > zipf("qzx") == 0


@settings(deadline=None)
@given(st.text(max_size=20))
def test_any_word_has_a_frequency(word: str) -> None:
    """Whatever people type has a place on the scale."""
    assert 0 <= zipf(word) <= 8

"""Can everyday words be told from rare ones?"""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.commonness import zipf


def test_commoner_words_weigh_more() -> None:
    """The scale runs from the commonest word to one that English does not have."""
    assert zipf("the") > zipf("company") > zipf("dividend") > zipf("qzx") == 0


@settings(deadline=None)
@given(st.text(max_size=20))
def test_any_word_has_a_frequency(word: str) -> None:
    """Whatever people type has a place on the scale."""
    assert 0 <= zipf(word) <= 8

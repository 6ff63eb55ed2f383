"""Are slips of the pen mended, and everything else left alone?"""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.spelling import Speller, price

KNOWN = ("stake", "stakes", "value", "valuation", "percent", "precedent", "old", "get", "will", "deal", "lead", "money")
letters = st.text("abcde", max_size=6)


@pytest.fixture(scope="module")
def speller() -> Speller:
    speller = Speller()
    speller.learn(Counter((*KNOWN, "deal")))
    return speller


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("odl", "old"),
        ("gte", "get"),
        ("wil", "will"),
        ("satke", "stake"),
        ("preccent", "percent"),
        ("valuaton", "valuation"),
        ("mnoey", "money"),
        ("dael", "deal"),
    ],
)
def test_a_slip_is_mended_towards_a_known_word(speller: Speller, typed: str, meant: str) -> None:
    """Swapped, doubled and dropped letters and wrong vowels lead back to the word."""
    assert speller.mended(typed) == meant


@pytest.mark.parametrize("word", ["stake", "company", "2024", "qzx", "st", "", "tortoise", "@kestrel"])
def test_other_words_are_left_alone(speller: Speller, word: str) -> None:
    """A word that is known, common in English or like none of those known is no slip; nor is what is no word."""
    assert speller.mended(word) == word


def test_of_two_words_as_near_the_commoner_is_meant() -> None:
    """The texts tell which of them people use."""
    speller = Speller()
    speller.learn({"stale": 1, "stake": 2})
    assert speller.mended("stae") == "stake"
    speller.learn({"stale": 2})
    assert speller.mended("stae") == "stale"


def test_a_word_is_mended_alike_however_many_were_before(speller: Speller) -> None:
    """What is remembered of the words gone through last changes nothing."""
    before = speller.mended("satke")
    assert all(speller.mended(f"qzx{'j' * length}") for length in range(100))
    assert speller.mended("satke") == before == speller.mended("satke")


def test_a_spoilt_first_letter_costs_more() -> None:
    """People rarely miss the first letter, unless they swap it with the second."""
    assert price("xtake", "stake") > price("staxe", "stake")
    assert price("tsake", "stake") == price("satke", "stake")


def test_a_speller_that_knows_nothing_mends_nothing() -> None:
    """There is nothing to mend towards."""
    assert Speller().mended("satke") == "satke"


@given(letters)
def test_the_same_word_costs_nothing(word: str) -> None:
    """No slip, no price."""
    assert price(word, word) == 0.0


@given(letters, letters)
def test_slips_cost_the_same_both_ways(one: str, other: str) -> None:
    """What leads from one word to another leads back."""
    assert price(one, other) == pytest.approx(price(other, one))

"""Is a text cut into words, figures and signs at their true places, and are phrases found in it?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.value.tokens import Phrases, Tokens, folded

BOUNDS = Phrases({"over": "over", "just over": "just over", "more than": "more", "or more": "floor"})


def words(text: str) -> list[str]:
    tokens = Tokens(text)
    return [tokens[place].text for place in range(len(tokens))]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("$14.3B", ["$", "14.3", "b"]),
        ("1,234,567 people.", ["1,234,567", "people", "."]),
        ("1,23", ["1", ",", "23"]),
        (".5%", [".5", "%"]),
        ("it's 27-year-old", ["it's", "27", "-", "year", "-", "old"]),
        ("14–15", ["14", "-", "15"]),
        ("2nd", ["2", "nd"]),
        ("", []),
    ],
)
def test_a_text_is_cut_into_words_figures_and_signs(text: str, tokens: list[str]) -> None:
    """Letters, digits with their separators, and every other sign are tokens of their own, in lower case."""
    assert words(text) == tokens


@given(st.text())
def test_every_token_stands_where_it_says(text: str) -> None:
    """A token's place in the text is that of its own letters, whatever changes length in lower case."""
    tokens = Tokens(text)
    assert len(folded(text)) == len(text)
    assert all(folded(tokens.between(place, place)) == tokens[place].text for place in range(len(tokens)))


def test_beyond_the_ends_stands_nothing() -> None:
    """A grammar may look ahead and behind without asking whether there is more text."""
    tokens = Tokens("one")
    assert [tokens.word(place) for place in (-1, 0, 1)] == ["", "one", ""]
    assert not tokens.touching(0)
    assert not tokens[1].is_figure


def test_touching_tokens_have_nothing_between_them() -> None:
    """The letter of "5k" touches the figure, the one of "5 k" does not."""
    assert [Tokens(text).touching(1) for text in ("5k", "5 k")] == [True, False]


@pytest.mark.parametrize(("text", "dash", "hyphen"), [("a-b", True, True), ("a—b", True, False), ("a+b", False, False)])
def test_a_hyphen_joins_where_a_dash_parts(text: str, dash: bool, hyphen: bool) -> None:
    """All dashes are read alike, but only the short ones join words."""
    assert (Tokens(text).is_dash(1), Tokens(text).is_hyphen(1)) == (dash, hyphen)


@pytest.mark.parametrize(
    ("text", "place", "found"),
    [
        ("just over 5", 2, ("just over", 2)),
        ("well over 5", 2, ("over", 1)),
        ("JUST OVER 5", 2, ("just over", 2)),
        ("over 5", 0, None),
        ("overt 5", 1, None),
    ],
)
def test_the_longest_phrase_before_a_place_is_found(text: str, place: int, found: tuple[str, int] | None) -> None:
    """Of the phrases that end before a place the longest counts, with its length in tokens."""
    assert BOUNDS.before(Tokens(text), place) == found


@pytest.mark.parametrize(("text", "place", "found"), [("5 or more", 1, ("floor", 2)), ("5 or moreover", 1, None)])
def test_a_phrase_is_found_where_it_begins(text: str, place: int, found: tuple[str, int] | None) -> None:
    """A phrase begins at a place only with all its words."""
    assert BOUNDS.at(Tokens(text), place) == found

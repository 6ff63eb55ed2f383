"""Are the word lists of the package of the shape that the readers need, and free of ambiguity?"""

from __future__ import annotations

from itertools import combinations

import pytest
from pydantic import ValidationError

from bot.store import Language
from bot.value import Bound, DateWords, NumberWords


def test_no_word_bounds_a_figure_in_two_ways(language: Language) -> None:
    """Before a figure, and behind it, each phrase has one meaning."""
    for table in (language.words.numbers.before, language.words.numbers.after):
        clashing = {(a, b): set(table[a]) & set(table[b]) for a, b in combinations(table, 2)}
        assert {pair: words for pair, words in clashing.items() if words} == {}


def test_no_word_names_two_currencies(language: Language) -> None:
    """A sign or word belongs to one currency."""
    currencies = language.words.numbers.currencies.values()
    for words in ([c.before for c in currencies], [c.after for c in currencies]):
        listed = [word for group in words for word in group]
        assert sorted(listed) == sorted(set(listed))


def test_only_hedges_and_limits_stand_around_figures(language: Language) -> None:
    """Exact, range and vague are found in other ways than by a word beside the figure."""
    numbers = language.words.numbers
    assert {*numbers.before, *numbers.after}.isdisjoint({Bound.EXACT, Bound.RANGE, Bound.VAGUE})


def test_all_months_and_seasons_have_words(language: Language) -> None:
    """Twelve months and four seasons, each under its EDTF code."""
    assert sorted(language.words.dates.months) == list(range(1, 13))
    assert sorted(language.words.dates.seasons) == [21, 22, 23, 24]


def test_only_names_of_months_can_be_verbs(language: Language) -> None:
    """What counts as a month only where it is capitalised is a name of a month."""
    names = {name for names in language.words.dates.months.values() for name in names}
    assert set(language.words.dates.months_and_verbs) < names


def test_an_unknown_list_is_refused(language: Language) -> None:
    """A misspelled key does not silently do nothing."""
    with pytest.raises(ValidationError, match="hedges"):
        NumberWords.model_validate(language.words.numbers.model_dump() | {"hedges": []})
    with pytest.raises(ValidationError, match="quarters"):
        DateWords.model_validate(language.words.dates.model_dump() | {"quarters": {}})

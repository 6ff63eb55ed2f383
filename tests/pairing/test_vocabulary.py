"""Do words that name the same share a key, and words that name nothing have none?"""

from __future__ import annotations

from collections import Counter

import pytest

from bot.pairing.vocabulary import Vocabulary
from bot.store import Language


@pytest.mark.parametrize(
    ("one", "other"), [("employees", "staff"), ("died", "fatalities"), ("reactor", "reactors"), ("Sold", "sales")]
)
def test_synonyms_and_forms_share_a_key(one: str, other: str, vocabulary: Vocabulary) -> None:
    """Words of one idea, and forms of one word in any case, are one."""
    assert vocabulary.keys([one]) == vocabulary.keys([other])


def test_like_stems_of_unlike_words_stay_apart(vocabulary: Vocabulary) -> None:
    """An idea holds the words that it lists: "units" are sold, "united" is part of a name."""
    assert vocabulary.keys(["units"]) != vocabulary.keys(["united"])


def test_words_that_name_nothing_have_no_key(vocabulary: Vocabulary) -> None:
    """Articles, prepositions and the like."""
    assert vocabulary.keys(["the", "OF", "total", "number"]) == frozenset()


def test_initials_count_in_capitals_only(vocabulary: Vocabulary) -> None:
    """A country in capitals is a pronoun in small letters."""
    assert vocabulary.keys(["US"]) == vocabulary.keys(["United", "States"])
    assert vocabulary.keys(["us"]) == frozenset()


def test_bases_are_told_by_their_words(vocabulary: Vocabulary) -> None:
    """On which basis something is counted, once for each."""
    assert vocabulary.bases(["New", "additional", "weekly", "cases"]) == {"new", "week"}


def test_no_word_belongs_to_two_ideas(language: Language) -> None:
    """Each word stands in one line of the list."""
    counted = Counter(word for line in language.words.pairs.ideas for word in line)
    assert [word for word, count in counted.items() if count > 1] == []

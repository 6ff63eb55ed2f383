"""Which words of two sentences name the same thing? Synonyms share a key, and words that name nothing have none."""

from __future__ import annotations

from collections.abc import Iterable

from bot.record import PairWords
from bot.terms import stem

IDEA = "#"  # what the key of an idea begins with


class Vocabulary:
    """The keys of words: the idea they belong to, else their stem."""

    def __init__(self, words: PairWords) -> None:
        self._light = frozenset(words.light)
        self._ideas = {word: f"{IDEA}{line[0]}" for line in words.ideas for word in line}
        self._bases = {word: basis for basis, line in words.bases.items() for word in line}
        self._initials = {short: full.split() for short, full in words.initials.items()}

    def is_light(self, word: str) -> bool:
        """True for words that name nothing: articles, prepositions, auxiliaries."""
        return word.lower() in self._light

    def keys(self, words: Iterable[str]) -> frozenset[str]:
        """The keys of words as written; initials count only in capitals ("US", not "us")."""
        full = (part for word in words for part in self._initials.get(word, (word,)))
        return frozenset(self._key(word.lower()) for word in full if not self.is_light(word))

    def bases(self, words: Iterable[str]) -> frozenset[str]:
        """On which bases words say that something is counted: new, weekly, abroad."""
        return frozenset(self._bases[own] for word in words if (own := word.lower()) in self._bases)

    def _key(self, word: str) -> str:
        return self._ideas.get(word) or stem(word)

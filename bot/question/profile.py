"""What words does each target know, and how specific is each word? The index that questions are ranked with.

What costs time is made when first needed and kept: the wordings of a target are turned into vectors when it first comes
near a question.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from bot.commonness import zipf
from bot.question.odds import Odds
from bot.question.target import Target
from bot.terms import TermReader, Terms, stem

_RAREST = 6.0  # the weight of a word that is in no record and hardly in English
_IDEA = 0.7  # a word of the same idea accounts for this share of a word
_BESIDE = 0.7  # so does a word of the target's labels and quotes
_BY_CHANCE = {1: 0.7, 2: 0.85}  # a word in one or two of a target's wordings may stand there by chance
_PAIR = 1.3  # what two words side by side weigh in a vector
_SHARED = 0.8  # what the idea of a word weighs there, as a share of the word

Vector = Mapping[Hashable, float]


@dataclass(frozen=True)
class Profile:
    """A target with the words it knows; `counts` tells in how many of its wordings a word stands."""

    target: Target
    asked: tuple[Terms, ...]
    counts: Counter[str]
    beside: frozenset[str]
    ideas: frozenset[int]


class Index:
    """The profiles of all targets of a store, and what words weigh among them."""

    def __init__(self, targets: Iterable[Target], terms: TermReader, ideas: Iterable[Iterable[str]]) -> None:
        self._ideas = _idea_table(ideas)
        self.profiles = tuple(self._profile(target, terms) for target in targets)
        self._spread = Counter(word for p in self.profiles for word in {*p.counts, *p.beside})
        self._odds = Odds([terms.stems for terms in profile.asked] for profile in self.profiles)
        self._exact = {terms.stems: place for place, p in enumerate(self.profiles) for terms in p.asked}
        self._rows: dict[int, dict[Hashable, list[tuple[int, float]]]] = {}

    def weight(self, word: str, spelled: str = "") -> float:
        """How specific a stem is: known to few targets, or rare in English (as it is spelled) where none knows it."""
        spread = self._spread.get(word, 0)
        if spread:
            return math.log((len(self.profiles) + 1) / (spread + 0.5))
        return _RAREST if word[0].isdigit() else min(_RAREST, max(1.0, 8.0 - zipf(spelled or word)))

    def odds(self, terms: Terms) -> list[float]:
        """The log odds of each target, by its place."""
        return self._odds.of(terms.stems)

    def exactly(self, terms: Terms) -> int | None:
        """The place of the target that has these very words as a wording, if any."""
        return self._exact.get(terms.stems)

    def knows(self, word: str) -> bool:
        """Whether any target knows a stem."""
        return word in self._spread

    def accounted(self, word: str, place: int) -> float:
        """What share of a word a target accounts for: itself, one of its labels and quotes, or the same idea."""
        profile = self.profiles[place]
        if word in profile.counts:
            return _BY_CHANCE.get(profile.counts[word], 1.0)
        if word in profile.beside or word[1:] in profile.target.about:
            return _BESIDE
        return _IDEA if any(idea in profile.ideas for idea in self._ideas.get(word, ())) else 0.0

    def vector(self, terms: Terms) -> Vector:
        """A text as a unit vector over its stems and pairs of stems."""
        vector: dict[Hashable, float] = {word: self.weight(word) for word in set(terms.content)}
        vector.update(dict.fromkeys(pairwise(terms.stems), _PAIR))
        for word in set(terms.content):
            for idea in self._ideas.get(word, ()):
                vector[idea] = max(vector.get(idea, 0.0), _SHARED * self.weight(word))
        length = math.sqrt(sum(value * value for value in vector.values())) or 1.0
        return {key: value / length for key, value in vector.items()}

    def likeness(self, vector: Vector, place: int) -> float:
        """The cosine of a text and the target's most similar wording."""
        found: defaultdict[int, float] = defaultdict(float)
        rows = self._rows_of(place)
        for key, value in vector.items():
            for row, other in rows.get(key, ()):
                found[row] += value * other
        return max(found.values(), default=0.0)

    def _profile(self, target: Target, terms: TermReader) -> Profile:
        asked = tuple(terms.read(wording, mend=False) for wording in target.wordings)
        counts = Counter(word for own in asked for word in set(own.content))
        beside = frozenset(word for text in target.beside for word in terms.read(text, mend=False).content)
        ideas = frozenset(idea for word in counts for idea in self._ideas.get(word, ()))
        return Profile(target, asked, counts, beside, ideas)

    def _rows_of(self, place: int) -> dict[Hashable, list[tuple[int, float]]]:
        if place not in self._rows:
            table: defaultdict[Hashable, list[tuple[int, float]]] = defaultdict(list)
            for row, terms in enumerate(self.profiles[place].asked):
                for key, value in self.vector(terms).items():
                    table[key].append((row, value))
            self._rows[place] = dict(table)
        return self._rows[place]


def _idea_table(ideas: Iterable[Iterable[str]]) -> dict[str, tuple[int, ...]]:
    table: defaultdict[str, set[int]] = defaultdict(set)
    for number, words in enumerate(ideas):
        for word in words:
            if " " not in word:
                table[stem(word)].add(number)
    return {word: tuple(numbers) for word, numbers in table.items()}

"""What words does each target know, and how specific is each word? The index that questions are ranked with.

What costs time is made when first needed and kept: the wordings of a target are turned into vectors when it first comes
near a question.
"""

from __future__ import annotations

import math
from array import array
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import TypeAlias

from bot.commonness import zipf
from bot.question.odds import Odds
from bot.question.tally import Knowledge, Tally, key, unpacked
from bot.question.target import Target
from bot.terms import Terms, stem

_RAREST = 6.0  # the weight of a word that is in no record and hardly in English
_IDEA = 0.7  # a word of the same idea accounts for this share of a word
_BESIDE = 0.7  # so does a word of the target's labels and quotes
_BY_CHANCE = {1: 0.7, 2: 0.85}  # a word in one or two of a target's wordings may stand there by chance
_PAIR = 1.3  # what two words side by side weigh in a vector
_SHARED = 0.8  # what the idea of a word weighs there, as a share of the word

Vector = Mapping[Hashable, float]
_Row: TypeAlias = "tuple[array[int], array[float]]"  # an array takes no type when it runs
"""The wordings of one target that have a feature, and its values there."""


class Profile:
    """A target with the words it knows."""

    def __init__(self, target: Target, packed: bytes) -> None:
        self.target = target
        self._packed = packed

    @cached_property
    def known(self) -> Knowledge:
        """What the target knows, unpacked when it is first asked for."""
        return unpacked(self._packed)

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """In how many of its wordings a stem stands."""
        return self.known.counts

    @cached_property
    def beside(self) -> frozenset[str]:
        """The stems of its labels and quotes."""
        return self.known.beside


class Index:
    """The profiles of all targets of a store, and what words weigh among them."""

    def __init__(self, targets: Iterable[Target], counted: Tally, ideas: Iterable[Iterable[str]]) -> None:
        self._ideas = _idea_table(ideas)
        self.profiles = tuple(Profile(*pair) for pair in zip(targets, counted.knowledge, strict=True))
        self._spread = counted.spread
        self._odds = Odds(counted.gains, counted.usual)
        self._exact = counted.exact
        self._weights: dict[str, float] = {}
        self._rows: defaultdict[Hashable, dict[int, _Row]] = defaultdict(dict)
        self._compared: set[int] = set()
        self._known_ideas: dict[int, frozenset[int]] = {}

    def get_ready(self) -> None:
        """Make all that is else made when first needed, so that nobody waits for it."""
        for place in range(len(self.profiles)):
            self._size(place)

    def weight(self, word: str, spelled: str = "") -> float:
        """How specific a stem is: known to few targets, or rare in English (as it is spelled) where none knows it."""
        if word in self._spread:
            return self._known_weight(word)
        return _RAREST if word[0].isdigit() else min(_RAREST, max(1.0, 8.0 - zipf(spelled or word)))

    def odds(self, terms: Terms) -> list[float]:
        """The log odds of each target, by its place."""
        return self._odds.of(terms.stems)

    def exactly(self, terms: Terms) -> int | None:
        """The place of the target that has these very words as a wording, if any."""
        return self._exact.get(key(terms.stems))

    def knows(self, word: str) -> bool:
        """Whether any target knows a stem."""
        return word in self._spread

    def accounted(self, word: str, place: int) -> float:
        """What share of a word a target accounts for: itself, one of its labels and quotes, or the same idea."""
        profile = self.profiles[place]
        count = profile.counts.get(word)
        if count:
            return _BY_CHANCE.get(count, 1.0)
        if word in profile.beside or word[1:] in profile.target.about:
            return _BESIDE
        ideas = self._ideas.get(word)
        return _IDEA if ideas and not self._ideas_of(place).isdisjoint(ideas) else 0.0

    def vector(self, terms: Terms) -> Vector:
        """A text as a unit vector over its stems and pairs of stems."""
        return self._vector(terms.stems, terms.content)

    def likeness(self, vector: Vector, places: Iterable[int]) -> dict[int, float]:
        """For each of some targets, by their places, the cosine of a text and its most similar wording."""
        found = {place: [0.0] * self._size(place) for place in places}
        for feature, value in vector.items():
            rows = self._rows.get(feature, {})
            for place in rows.keys() & found.keys():
                sums = found[place]
                for row, other in zip(*rows[place], strict=True):
                    sums[row] += value * other
        return {place: max(sums, default=0.0) for place, sums in found.items()}

    def _vector(self, stems: Sequence[str], content: Sequence[str]) -> Vector:
        weights = {word: self.weight(word) for word in content}
        vector: dict[Hashable, float] = dict(weights.items())
        vector.update(dict.fromkeys(map(key, pairwise(stems)), _PAIR))
        for word, weight in weights.items():
            for idea in self._ideas.get(word, ()):
                vector[idea] = max(vector.get(idea, 0.0), _SHARED * weight)
        length = math.sqrt(sum([value * value for value in vector.values()])) or 1.0
        return {feature: value / length for feature, value in vector.items()}

    def _known_weight(self, word: str) -> float:
        if word not in self._weights:
            self._weights[word] = math.log((len(self.profiles) + 1) / (self._spread[word] + 0.5))
        return self._weights[word]

    def _ideas_of(self, place: int) -> frozenset[int]:
        if place not in self._known_ideas:
            counts = self.profiles[place].counts
            self._known_ideas[place] = frozenset(idea for word in counts for idea in self._ideas.get(word, ()))
        return self._known_ideas[place]

    def _size(self, place: int) -> int:
        """How many wordings a target has; their vectors are made now, unless they were before."""
        asked = self.profiles[place].known.asked
        if place not in self._compared:
            for row, (stems, content) in enumerate(asked):
                for feature, value in self._vector(stems, content).items():
                    rows, values = self._rows[feature].setdefault(place, (array("H"), array("d")))
                    rows.append(row)
                    values.append(value)
            self._compared.add(place)
        return len(asked)


def _idea_table(ideas: Iterable[Iterable[str]]) -> dict[str, tuple[int, ...]]:
    table: defaultdict[str, set[int]] = defaultdict(set)
    for number, words in enumerate(ideas):
        for word in words:
            if " " not in word:
                table[stem(word)].add(number)
    return {word: tuple(numbers) for word, numbers in table.items()}

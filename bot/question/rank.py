"""How well does each target fit a part of a question?

Structure before similarity: what the question's words, entities and kind of answer demand is compared with what a
target can account for; likeness to the curated wordings ranks what is left. The weights were set by measurement
(tests/eval); each is commented with what it stands for.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from bot.commonness import zipf
from bot.question.parse import Part
from bot.question.target import Target
from bot.record import Sought
from bot.terms import TermReader, Terms, stem

_CANDIDATES = 14  # targets whose wordings are compared one by one
_RAREST = 6.0  # the weight of a word that is in no record and hardly in English
_IDEA = 0.6  # a word of the same idea accounts for this share of a word
_BESIDE = 0.7  # so does a word of the target's labels and quotes
_PRIOR = 5.0  # pseudo-count of the background in a target's word statistics
_STRICT = frozenset(
    {Sought.AMOUNT, Sought.SHARE, Sought.COUNT, Sought.DATE, Sought.DURATION, Sought.PLACE, Sought.NAME}
)
_LOOSE = frozenset({Sought.PERSON, Sought.COMPANY, Sought.REASON, Sought.POST, Sought.DEGREE})
_FIGURES = frozenset({"billion", "million", "thousand", "trillion", "percent", "dollar", "hundr"})


@dataclass(frozen=True)
class Fit:
    """How a target fits, part by part; `score` weighs them together."""

    target: Target
    cover: float
    likeness: float
    statistics: float
    strangers: int
    mismatch: float
    unaccounted: float
    score: float


@dataclass(frozen=True)
class Weights:
    """What each part of a fit counts for."""

    cover: float = 0.8
    likeness: float = 1.6
    statistics: float = 0.12
    strangers: float = 0.15
    mismatch: float = 0.6
    unaccounted: float = 0.05


@dataclass(frozen=True)
class _Row:
    """One wording as a unit vector over stems and pairs of stems."""

    vector: dict[object, float]


@dataclass(frozen=True)
class _Profile:
    target: Target
    counts: Counter[str]
    beside: frozenset[str]
    ideas: frozenset[int]
    rows: tuple[_Row, ...]

    @property
    def size(self) -> int:
        return sum(self.counts.values())


class Ranker:
    """Ranks the targets of one store for a part of a question."""

    def __init__(
        self,
        targets: Iterable[Target],
        terms: TermReader,
        ideas: Iterable[Iterable[str]],
        weights: Weights | None = None,
    ) -> None:
        self.weights = weights or Weights()
        self._ideas = _idea_table(ideas)
        read = [
            (
                target,
                [terms.read(wording, mend=False) for wording in target.wordings],
                [terms.read(text, mend=False) for text in target.beside],
            )
            for target in targets
        ]
        self._spread = Counter(
            word for _, asked, beside in read for word in {w for t in (*asked, *beside) for w in t.content}
        )
        self._total = len(read)
        self._profiles = [self._profile(*item) for item in read]
        self._background: Counter[str] = Counter()
        for profile in self._profiles:
            self._background.update(profile.counts)
        self._size = max(1, sum(self._background.values()))
        self._sizes = [max(1, profile.size) for profile in self._profiles]

    def rank(self, part: Part) -> list[Fit]:
        """The best fits, best first."""
        content = _subject_words(part.terms)
        if not content:
            return []
        weights = {word: self._weight(word) for word in content}
        first = sorted(range(len(self._profiles)), key=lambda place: -self._first_look(weights, place))[:_CANDIDATES]
        fits = [self._fit(part, weights, place) for place in first]
        return sorted(fits, key=lambda fit: -fit.score)

    def _profile(self, target: Target, asked: list[Terms], beside: list[Terms]) -> _Profile:
        counts = Counter(word for terms in asked for word in set(terms.content))
        near = frozenset(word for terms in beside for word in terms.content)
        ideas = frozenset(idea for word in counts for idea in self._ideas.get(word, ()))
        return _Profile(target, counts, near, ideas, tuple(_Row(self._vector(terms)) for terms in asked))

    def _weight(self, word: str) -> float:
        """How specific a word is: to few targets of the records, or rare in English where no record has it."""
        spread = self._spread.get(word, 0)
        if spread:
            return math.log((self._total + 1) / (spread + 0.5))
        return _RAREST if word[0].isdigit() else min(_RAREST, max(1.0, 8.0 - zipf(word)))

    def _vector(self, terms: Terms) -> dict[object, float]:
        vector: dict[object, float] = {word: self._weight(word) for word in set(terms.content)}
        stems = terms.stems
        vector.update(dict.fromkeys(pairwise(stems), 1.0))
        length = math.sqrt(sum(value * value for value in vector.values())) or 1.0
        return {key: value / length for key, value in vector.items()}

    def _accounted(self, word: str, profile: _Profile) -> float:
        if word in profile.counts:
            return 1.0
        if word in profile.beside or word[1:] in profile.target.about:
            return _BESIDE
        return _IDEA if any(idea in profile.ideas for idea in self._ideas.get(word, ())) else 0.0

    def _first_look(self, weights: dict[str, float], place: int) -> float:
        profile = self._profiles[place]
        cover = sum(weight * self._accounted(word, profile) for word, weight in weights.items())
        return cover + 0.3 * self._statistics(weights, place) * sum(weights.values())

    def _statistics(self, weights: dict[str, float], place: int) -> float:
        """How much more often the target's wordings use these words than all do (mean log ratio, by weight)."""
        profile, size = self._profiles[place], self._sizes[place]
        total = 0.0
        for word, weight in weights.items():
            usual = (self._background.get(word, 0) + 0.5) / self._size
            total += weight * math.log((profile.counts.get(word, 0) + _PRIOR * usual) / ((size + _PRIOR) * usual))
        return total / (sum(weights.values()) or 1.0)

    def _fit(self, part: Part, weights: dict[str, float], place: int) -> Fit:
        profile = self._profiles[place]
        shares = {word: self._accounted(word, profile) for word in weights}
        cover = sum(weights[word] * share for word, share in shares.items()) / sum(weights.values())
        vector = self._vector(part.terms)
        likeness = max((_dot(vector, row.vector) for row in profile.rows), default=0.0)
        statistics = self._statistics(weights, place)
        strangers = _strangers(part, profile.target)
        mismatch = _mismatch(part.sought, profile.target)
        alone = max((weights[w] for w, share in shares.items() if not share and w[0] != "@"), default=0.0)
        w = self.weights
        score = (
            w.cover * cover
            + w.likeness * likeness
            + w.statistics * statistics
            - w.strangers * strangers
            - w.mismatch * mismatch
            - w.unaccounted * alone
        )
        return Fit(profile.target, cover, likeness, statistics, strangers, mismatch, alone, score)


def _subject_words(terms: Terms) -> tuple[str, ...]:
    """The words that must be accounted for; figures are values, not subjects, except years."""
    return tuple(dict.fromkeys(w for w in terms.content if w not in _FIGURES and (not w[0].isdigit() or _is_year(w))))


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in ("19", "20")  # noqa: PLR2004 # the figures of a year


def _strangers(part: Part, target: Target) -> int:
    """How many of the entities named have no part in the target."""
    if not target.about:
        return 0
    return sum(entity not in target.about for entity in part.terms.entities)


def _mismatch(sought: Sought | None, target: Target) -> float:
    if sought is None or target.gives is None or sought in target.gives:
        return 0.0
    if sought in _STRICT:
        return 1.0
    return 0.4 if sought in _LOOSE else 0.0


def _idea_table(ideas: Iterable[Iterable[str]]) -> dict[str, tuple[int, ...]]:
    table: defaultdict[str, set[int]] = defaultdict(set)
    for number, words in enumerate(ideas):
        for word in words:
            if " " not in word:
                table[stem(word)].add(number)
    return {word: tuple(numbers) for word, numbers in table.items()}


def _dot(left: dict[object, float], right: dict[object, float]) -> float:
    return sum(value * right.get(key, 0.0) for key, value in left.items())

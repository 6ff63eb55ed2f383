"""How well does each target fit a part of a question?

Structure before similarity: what the question's words, entities and kind of answer demand is compared with what a
target can account for; likeness to the curated wordings ranks what is left. The weights were set by measurement
(tests/eval); each is commented with what it stands for.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from bot.question.parse import Part
from bot.question.profile import Index
from bot.question.target import Target, TargetKind
from bot.record import Sought
from bot.terms import Terms

_PARTY = 1.5  # weight below which an entity is one of the deal's own parties, named in most questions
_OUTSIDER = 3.0  # how much more any other entity counts where a target has nothing to do with it
_CANDIDATES = 24  # targets whose wordings are compared one by one
_STRICT = frozenset(
    {Sought.AMOUNT, Sought.SHARE, Sought.COUNT, Sought.DATE, Sought.DURATION, Sought.PLACE, Sought.NAME}
)
_LOOSELY = 0.55  # what a kind weighs that people also use loosely ("who" for a company, "why" for a wish)
_LOOSE = frozenset({Sought.PERSON, Sought.COMPANY, Sought.REASON, Sought.POST, Sought.DEGREE})
_FIGURES = frozenset({"billion", "million", "thousand", "trillion", "percent", "dollar", "hundr"})


@dataclass(frozen=True)
class Fit:
    """How a target fits, part by part; `score` weighs them together.

    `strange` are the words that the target does not account for, `unknown` the weight of those that no target knows.
    """

    target: Target
    cover: float
    likeness: float
    odds: float
    strangers: float
    mismatch: float
    unknown: float
    strange: tuple[str, ...]
    weights: Weights
    agreement: bool

    @cached_property
    def score(self) -> float:
        """All parts in one number."""
        return self.weights.score(self)


@dataclass(frozen=True)
class Weights:
    """What each part of a fit counts for."""

    cover: float = 1.2
    likeness: float = 1.0
    odds: float = 0.6
    strangers: float = 0.1
    mismatch: float = 0.9
    topic: float = 0.5

    def score(self, fit: Fit) -> float:
        """All parts of a fit in one number; sources agree on facts, so a topic has no advantage there."""
        return (
            self.cover * fit.cover
            + self.likeness * fit.likeness
            + self.odds * fit.odds
            - self.strangers * fit.strangers
            - self.mismatch * fit.mismatch
            + self.topic * (fit.target.kind is TargetKind.TOPIC and not fit.agreement)
        )


@dataclass(frozen=True)
class _Asked:
    """A part with what is the same for all targets."""

    part: Part
    weights: Mapping[str, float]
    total: float
    odds: list[float]
    entities: tuple[tuple[str, float], ...]


class Ranker:
    """Ranks the targets of one store for a part of a question."""

    def __init__(self, index: Index, weights: Weights | None = None) -> None:
        self._index = index
        self._weights = weights or Weights()

    def rank(self, part: Part, among: Collection[int] | None = None) -> list[Fit]:
        """The best fits, best first; `among` are places of the index, where not all are in question."""
        own = self._index.exactly(part.terms) if among is None else None
        content = subject_words(part.terms) or (() if own is None else part.terms.stems)
        if not content:
            return []
        weights = {word: self._index.weight(word, part.terms.spelled(word)) for word in content}
        asked = _Asked(
            part=part,
            weights=weights,
            total=sum(weights.values()),
            odds=self._index.odds(part.terms),
            entities=tuple((name, self._as_stranger(name)) for name in part.terms.entities),
        )
        places = sorted(range(len(asked.odds)) if among is None else among, key=asked.odds.__getitem__, reverse=True)
        alike = self._index.likeness(self._index.vector(part.terms), (*_given(own), *places[:_CANDIDATES]))
        found = (self._fit(asked, place, likeness) for place, likeness in alike.items())
        fits = [fit for fit in found if fit.cover or fit.likeness]
        return sorted(fits, key=lambda fit: (own is None or fit.target is not self._target(own), -fit.score))

    def is_party(self, entity: str) -> bool:
        """Whether an entity is one of the deal's own, which most targets are about."""
        return self._index.weight(f"@{entity}") < _PARTY

    def _as_stranger(self, entity: str) -> float:
        """What an entity weighs where it has no part in a target; the deal's own parties weigh little."""
        weight = self._index.weight(f"@{entity}")
        return weight if weight < _PARTY else _OUTSIDER * weight

    def _target(self, place: int) -> Target:
        return self._index.profiles[place].target

    def _fit(self, asked: _Asked, place: int, likeness: float) -> Fit:
        weights, target = asked.weights, self._index.profiles[place].target
        shares = {word: self._index.accounted(word, place) for word in weights}
        strange = tuple([word for word, share in shares.items() if not share and word[0] != "@"])
        return Fit(
            target=target,
            cover=sum([weights[word] * share for word, share in shares.items()]) / asked.total,
            likeness=likeness,
            odds=asked.odds[place],
            strangers=_strangers(asked.entities, target),
            mismatch=_mismatch(asked.part.sought, target),
            unknown=sum([weights[word] for word in strange if not self._index.knows(word)]),
            strange=strange,
            weights=self._weights,
            agreement=asked.part.agreement,
        )


def _strangers(entities: tuple[tuple[str, float], ...], target: Target) -> float:
    """The weight of the entities named that have no part in the target."""
    return sum([weight for name, weight in entities if name not in target.about]) if target.about else 0.0


def _given(place: int | None) -> tuple[int, ...]:
    return () if place is None else (place,)


def subject_words(terms: Terms) -> tuple[str, ...]:
    """The words that must be accounted for; figures are values, not subjects, except years."""
    subjects = (w for w in terms.content if w not in _FIGURES and (not w[0].isdigit() or _is_year(w)))
    return tuple(dict.fromkeys(subjects)) or tuple(dict.fromkeys(terms.content))


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in ("19", "20")  # noqa: PLR2004 # the figures of a year


def _mismatch(sought: Sought | None, target: Target) -> float:
    if sought is None or target.gives is None or sought in target.gives:
        return 0.0
    if sought in _STRICT:
        return 1.0
    return _LOOSELY if sought in _LOOSE else 0.0

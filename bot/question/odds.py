"""How much more likely is a question under each target's wordings than under another's?

Multinomial naive Bayes over stems and pairs of neighbouring stems, fillers included: "what will he do" and "when will
he go" differ in little else. Each wording counts as a vector of length 1 in which rare features weigh more (Rennie et
al., Tackling the Poor Assumptions of Naive Bayes Text Classifiers, 2003), so a question's length does not matter.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

_SMOOTHING = 0.003  # of a wording: what each feature counts for where a target never has it
_UNSEEN = 8  # wordings that a target may have besides: one with few of them is less sure of what it never says
_EDGE = "\n"  # stands before the first and behind the last word, where no word can
_GAIN = array("d").itemsize

Gains = dict[str, bytes]


@dataclass(frozen=True)
class _Read:
    """What a feature says: how rare it is, and its gains, for all targets (`full`) or as pairs of place and gain."""

    rarity: float
    full: Sequence[float]
    some: Sequence[tuple[int, float]]


class Odds:
    """The odds of all targets, by what `weighed` makes of their wordings."""

    def __init__(self, gains: Gains, usual: Sequence[float]) -> None:
        self._gains = gains
        self._usual = usual
        self._known: dict[str, _Read] = {}

    def of(self, stems: Sequence[str]) -> list[float]:
        """The log odds of each target against the likeliest, which has 0; all 0 where no word is known."""
        counts = {feature: count for feature, count in _counted(stems).items() if feature in self._gains}
        known = {feature: self._read(feature) for feature in counts}
        features = _of_one_length({feature: count * known[feature].rarity for feature, count in counts.items()})
        total = sum(features.values())
        odds = [total * usual for usual in self._usual]
        for feature, weight in features.items():
            if known[feature].full:
                odds = [value + weight * gain for value, gain in zip(odds, known[feature].full, strict=True)]
            for place, gain in known[feature].some:
                odds[place] += weight * gain
        most = max(odds, default=0.0)
        return [value - most for value in odds]

    def _read(self, feature: str) -> _Read:
        if feature not in self._known:
            self._known[feature] = _unpacked(self._gains[feature], len(self._usual))
        return self._known[feature]


def weighed(targets: Iterable[Iterable[Sequence[str]]]) -> tuple[Gains, list[float]]:
    """What the odds are told from, as plain data; a target is given by the stems of each of its wordings.

    For each feature its rarity and the gains of the targets that have it, packed; and what a target has without any.
    """
    cut = [[_counted(stems) for stems in wordings] for wordings in targets]
    spread = Counter(chain.from_iterable(features for wordings in cut for features in wordings))
    size = 1 + sum(map(len, cut))
    rarity = {feature: 1 + math.log(size / (1 + count)) for feature, count in spread.items()}
    gains: dict[str, tuple[list[int], list[float]]] = {feature: ([], [share]) for feature, share in rarity.items()}
    usual = [_add(place, wordings, rarity, gains) for place, wordings in enumerate(cut)]
    return {feature: _packed(*own) for feature, own in gains.items()}, usual


def _add(
    place: int,
    wordings: Sequence[Mapping[str, float]],
    rarity: Mapping[str, float],
    gains: Mapping[str, tuple[list[int], list[float]]],
) -> float:
    """A target with many wordings has no more to say than one with few: each has a mean wording, so to speak."""
    sums: defaultdict[str, float] = defaultdict(float)
    for counts in wordings:
        features = _of_one_length({feature: count * rarity[feature] for feature, count in counts.items()})
        for feature, weight in features.items():
            sums[feature] += weight / (len(wordings) + _UNSEEN)
    for feature, weight in sums.items():
        places, own = gains[feature]
        places.append(place)
        own.append(math.log1p(weight / _SMOOTHING))
    return -math.log(sum(sums.values()) + _SMOOTHING * len(rarity)) if rarity else 0.0


def _counted(stems: Sequence[str]) -> dict[str, float]:
    """The features of a text; what is said twice does not count twice as much."""
    edged = (_EDGE, *stems, _EDGE)
    features = [*stems, *map(" ".join, pairwise(edged))]
    counts = dict.fromkeys(features, 1.0)
    if len(counts) < len(features):
        counts.update((feature, 1 + math.log(count)) for feature, count in Counter(features).items())
    return counts


def _of_one_length(vector: Mapping[str, float]) -> dict[str, float]:
    length = math.sqrt(sum([value * value for value in vector.values()])) or 1.0
    return {feature: value / length for feature, value in vector.items()}


def _packed(places: list[int], gains: list[float]) -> bytes:
    """The rarity and the gains as doubles, then the places."""
    return array("d", gains).tobytes() + array("H", places).tobytes()


def _unpacked(packed: bytes, size: int) -> _Read:
    """The gains of a feature among so many targets; one that most have is quicker to go through in full."""
    places, gains = array("H"), array("d")
    found = (len(packed) - _GAIN) // (_GAIN + places.itemsize)
    gains.frombytes(packed[: (found + 1) * _GAIN])
    places.frombytes(packed[(found + 1) * _GAIN :])
    some = list(zip(places, gains[1:], strict=True))
    if 2 * found < size:
        return _Read(gains[0], (), some)
    given = dict(some)
    return _Read(gains[0], array("d", [given.get(place, 0.0) for place in range(size)]), ())

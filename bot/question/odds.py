"""How much more likely is a question under each target's wordings than under another's?

Multinomial naive Bayes over stems and pairs of neighbouring stems, fillers included: "what will he do" and "when will
he go" differ in little else. Each wording counts as a vector of length 1 in which rare features weigh more (Rennie et
al., Tackling the Poor Assumptions of Naive Bayes Text Classifiers, 2003), so a question's length does not matter.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import pairwise

_SMOOTHING = 0.003  # of a wording: what each feature counts for where a target never has it
_UNSEEN = 8  # wordings that a target may have besides: one with few of them is less sure of what it never says
_EDGE = "\n"  # stands before the first and behind the last word, where no word can


class Odds:
    """The odds of all targets; a target is given by the stems of each of its wordings."""

    def __init__(self, targets: Iterable[Iterable[Sequence[str]]]) -> None:
        cut = [[_counted(stems) for stems in wordings] for wordings in targets]
        spread = Counter(feature for wordings in cut for features in wordings for feature in features)
        size = 1 + sum(map(len, cut))
        self._rarity = {feature: 1 + math.log(size / (1 + count)) for feature, count in spread.items()}
        self._gains: defaultdict[Hashable, list[tuple[int, float]]] = defaultdict(list)
        self._usual: list[float] = []
        for place, wordings in enumerate(cut):
            self._add(place, wordings)

    def of(self, stems: Sequence[str]) -> list[float]:
        """The log odds of each target against the likeliest, which has 0; all 0 where no word is known."""
        features = self._vector(_counted(stems))
        total = sum(features.values())
        odds = [total * usual for usual in self._usual]
        for feature, weight in features.items():
            for place, gain in self._gains[feature]:
                odds[place] += weight * gain
        most = max(odds, default=0.0)
        return [value - most for value in odds]

    def _add(self, place: int, wordings: Sequence[Mapping[Hashable, float]]) -> None:
        """A target with many wordings has no more to say than one with few: each has a mean wording, so to speak."""
        sums: defaultdict[Hashable, float] = defaultdict(float)
        for features in wordings:
            for feature, weight in self._vector(features).items():
                sums[feature] += weight / (len(wordings) + _UNSEEN)
        for feature, weight in sums.items():
            self._gains[feature].append((place, math.log1p(weight / _SMOOTHING)))
        self._usual.append(-math.log(sum(sums.values()) + _SMOOTHING * len(self._rarity)) if self._rarity else 0.0)

    def _vector(self, counts: Mapping[Hashable, float]) -> dict[Hashable, float]:
        """The known features as a vector of length 1."""
        vector = {key: count * self._rarity[key] for key, count in counts.items() if key in self._rarity}
        length = math.sqrt(sum(value * value for value in vector.values())) or 1.0
        return {feature: value / length for feature, value in vector.items()}


def _counted(stems: Sequence[str]) -> dict[Hashable, float]:
    """The features of a text; what is said twice does not count twice as much."""
    counts = Counter[Hashable](stems)
    counts.update(pairwise((_EDGE, *stems, _EDGE)))
    return {feature: 1 + math.log(count) for feature, count in counts.items()}

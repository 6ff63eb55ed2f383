"""Which figure of one text speaks of the same as a figure of another?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from bot.pairing.mention import Mention
from bot.value import Quantity, QuantityKind

_LEAST = 1.0  # likeness: one telling word in common; with less, figures meet by chance
_CLEAR = 1.0  # how much likelier a counterpart must be than another figure that says otherwise
_STRANGE = 0.1  # what a word of the other clause without a counterpart costs: of like clauses the plainer one is meant
_PART = 1.5  # what it costs that one figure is a part of a whole and the other is not
_ELSEWHERE = 1.0  # what it costs that a figure is of some place, of which the claim does not speak

Likeness = Mapping[tuple[int, int], float]
Same = Callable[[Mention, Mention, Mention], bool]


def link(claim: Sequence[Mention], evidence: Sequence[Mention], same: Same) -> dict[int, int]:
    """The figures of `claim` that have a counterpart in `evidence`, by place; the likeliest pairs come first.

    No figure is used twice. A pair is refused where the figures are of somebody else or hold in another setting (the
    counterpart is then another thing, not the same with another value), and where a figure that is left over is nearly
    as likely and says otherwise: `same` tells whether two figures of the evidence make the same of one of the claim.
    """
    likeness = _likenesses(claim, evidence)
    linked: dict[int, int] = {}
    for place, against in sorted(likeness, key=lambda pair: (-likeness[pair], pair)):
        if place not in linked and against not in linked.values():
            linked[place] = against

    def is_clear(place: int, against: int) -> bool:
        bar = likeness[place, against] - _CLEAR
        left_over = (other for other in range(len(evidence)) if other not in linked.values())
        rivals = (evidence[other] for other in left_over if likeness.get((place, other), bar - 1) >= bar)
        return all(same(claim[place], evidence[against], rival) for rival in rivals)

    sure = ((p, a) for p, a in linked.items() if _holds_alike(claim[p], evidence[a]) and is_clear(p, a))
    return dict(sure)


def _likenesses(claim: Sequence[Mention], evidence: Sequence[Mention]) -> Likeness:
    """How alike each pair is that measures the same, where it is alike enough."""
    common = Counter(key for mention in evidence for key in mention.wording.all)
    found = {
        (place, against): _likeness(own, other, common)
        for place, own in enumerate(claim)
        for against, other in enumerate(evidence)
        if _measures_same(own, other)
    }
    return {pair: likeness for pair, likeness in found.items() if likeness >= _LEAST}


def _likeness(own: Mention, other: Mention, common: Mapping[str, int]) -> float:
    """How much two clauses share; a word that many figures of the evidence have tells little."""
    left, right = own.wording, other.wording
    shared = sum(min(left.weight(key), right.weight(key)) / common[key] for key in sorted(left.all & right.all))
    strange = _STRANGE * len(right.own - right.shared - left.all)
    elsewhere = _ELSEWHERE * other.setting.is_beyond(left.all)
    bases = len(own.setting.bases ^ other.setting.bases)
    return shared - strange - elsewhere - bases - _PART * (own.part != other.part)


def _measures_same(own: Mention, other: Mention) -> bool:
    """True for the same measure; numbers have to count the same, and other figures to share a word that is no name."""
    left, right = own.wording, other.wording
    if _measure(own.quantity) != _measure(other.quantity):
        return False
    if own.quantity.kind is QuantityKind.NUMBER:
        return bool(left.heads & right.counted or right.heads & left.counted)
    measured_apart = left.ideas and right.ideas and not left.ideas & right.ideas
    return not measured_apart and bool(left.telling & right.telling)


def _measure(quantity: Quantity) -> str:
    """What a quantity is given in; a score out of a hundred is a percentage, and all numbers are one measure."""
    if quantity.kind is QuantityKind.NUMBER:
        return "number"
    return "percent" if quantity.unit == "of 100" else quantity.unit


def _holds_alike(own: Mention, other: Mention) -> bool:
    """True where nothing says that two figures are of somebody else or hold in another setting."""
    subjects = other.setting.subjects
    named_otherwise = subjects and not subjects & (own.wording.names | own.setting.subjects)
    return not named_otherwise and own.setting.meets(other.setting)

"""Which figure of one text speaks of the same as a figure of another?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bot.pairing.mention import Mention
from bot.pairing.setting import apart
from bot.pairing.when import meet
from bot.value import Quantity, QuantityKind

_LEAST = 1.0  # likeness: one telling word in common; with less, figures meet by chance
_STRANGE = 0.1  # what a word of the other clause without a counterpart costs: of like clauses the plainer one is meant
_PART = 1.5  # what it costs that one figure is a part of a whole and the other is not


def link(claim: Sequence[Mention], evidence: Sequence[Mention]) -> dict[int, int]:
    """The figures of `claim` that have a counterpart in `evidence`, by place; the likeliest pairs come first.

    No figure is used twice. A pair is refused where the figures hold on different bases, at different times or with
    different certainty: the counterpart is then another thing, not the same with another value.
    """
    common = Counter(key for mention in evidence for key in mention.own | mention.shared)
    likeness = sorted(
        (-like, place, against)
        for place, own in enumerate(claim)
        for against, other in enumerate(evidence)
        if _measures_same(own, other) and (like := _likeness(own, other, common)) >= _LEAST
    )
    linked: dict[int, int] = {}
    for _, place, against in likeness:
        if place not in linked and against not in linked.values():
            linked[place] = against
    return {place: against for place, against in linked.items() if _holds_alike(claim[place], evidence[against])}


def _likeness(own: Mention, other: Mention, common: Counter[str]) -> float:
    """How much two clauses share; a word that many figures of the evidence have tells little."""
    keys = own.own | own.shared
    shared = sum(min(own.weight(key), other.weight(key)) / common[key] for key in sorted(keys) if common[key])
    strange = len(other.own - keys - other.shared)
    return shared - _STRANGE * strange - _PART * (own.part != other.part) - len(own.bases ^ other.bases)


def _measures_same(own: Mention, other: Mention) -> bool:
    """True for the same measure; numbers have to count the same, and other figures to share a word."""
    left, right = _measure(own.quantity), _measure(other.quantity)
    if left != right:
        return False
    if own.quantity.kind is QuantityKind.NUMBER:
        return bool(own.heads & other.counted or other.heads & own.counted)
    ideas, others = _ideas(own), _ideas(other)
    if ideas and others and not ideas & others:
        return False
    return bool(((own.own | own.shared) - own.names) & ((other.own | other.shared) - other.names))


def _ideas(mention: Mention) -> frozenset[str]:
    return frozenset(key for key in mention.counted if key.startswith("#"))


def _holds_alike(own: Mention, other: Mention) -> bool:
    """True where nothing says that the two are counted in another way, elsewhere, at another time or only perhaps."""
    how = (own.bases, own.unsure, own.denied) == (other.bases, other.unsure, other.denied)
    elsewhere = bool(own.where and other.where) and not own.where & other.where
    return how and not elsewhere and not apart(own.members, other.members) and meet(own.when, other.when)


def _measure(quantity: Quantity) -> str:
    """What a quantity is given in; a score out of a hundred is a percentage, and all numbers are one measure."""
    if quantity.kind is QuantityKind.NUMBER:
        return "number"
    return "percent" if quantity.unit == "of 100" else quantity.unit

"""How does one value lie to another? Symmetric rules for each kind of value, each with its reason.

The order of the tests is fixed: not comparable, equal, overlapping, disjoint. Intervals are those of the values as
written; a rounding cell serves only between two plain figures of different precision.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from bot.comparison.verdict import Reason, Relation, Severity
from bot.fact import Fact, Value
from bot.record import ReadingRecord
from bot.value import Bound, Interval, Names, OwnWords, PartialDate, Quantity, QuantityKind, Reading

_MINOR_SHARE = Decimal(
    "0.05"
)  # money and counts: an order of what rounding and late changes of a figure explain
_MINOR_POINTS = Decimal(1)  # percentages: one point, as long as both are on one side of half
_HALF = Decimal(50)


@dataclass(frozen=True)
class Relating:
    """The result of one comparison: the relation, its reason, what both leave open, and how far apart they are.

    `gap` is in the unit of the values; `apart` the same as a share of the larger of the two nearest ends.
    """

    relation: Relation
    reason: Reason
    common: Interval | None = None
    gap: Decimal | None = None
    apart: Decimal | None = None
    severity: Severity | None = None


def relate(left: Value, right: Value, fact: Fact) -> Relating:
    """How two values of one fact relate; the same whichever comes first."""
    match left, right:
        case Quantity(), Quantity():
            return _relate_quantities(left, right)
        case PartialDate(), PartialDate():
            return _relate_dates(left, right)
        case Names(), Names():
            return _relate_names(left, right, fact)
        case Reading(), Reading():
            return _relate_readings(left, right, fact)
        case OwnWords(), OwnWords():
            same = left.text.casefold() == right.text.casefold()
            return _EQUAL if same else Relating(Relation.INCOMPARABLE, Reason.WORDING)
        case _:
            return Relating(Relation.INCOMPARABLE, Reason.UNIT)


def narrower(key: str, other: str, readings: Mapping[str, ReadingRecord]) -> bool:
    """True where reading `key` narrows `other`, directly or over others."""
    seen: set[str] = set()
    while key in readings and key not in seen:
        seen.add(key)
        key = readings[key].narrows or ""
        if key == other:
            return True
    return False


def same_figure(left: Quantity, right: Quantity) -> bool:
    """True where two quantities say the same, however they are spelled; vague ones only in the same words."""
    if left.interval is None or right.interval is None:
        return left.interval is right.interval and left.as_written.casefold() == right.as_written.casefold()
    return left.interval == right.interval and left.hedged == right.hedged


_EQUAL = Relating(Relation.EQUAL, Reason.SAME)


def _relate_quantities(left: Quantity, right: Quantity) -> Relating:
    if (left.kind, left.unit) != (right.kind, right.unit):
        return Relating(Relation.INCOMPARABLE, Reason.UNIT)
    if same_figure(left, right):
        return Relating(Relation.EQUAL, Reason.SAME, left.interval)
    if left.interval is None or right.interval is None:
        return Relating(Relation.INCOMPARABLE, Reason.WORDING)
    common = left.interval.overlap(right.interval)
    if common:
        return Relating(Relation.COMPATIBLE, _overlap_reason(left, right), common)
    if rounded := _rounded(left, right):
        return Relating(Relation.COMPATIBLE, Reason.ROUNDING, rounded)
    return _apart(left.interval, right.interval, left.kind)


def _overlap_reason(left: Quantity, right: Quantity) -> Reason:
    intervals = [quantity.interval for quantity in (left, right) if quantity.interval]
    if any(interval.high is None for interval in intervals):
        return Reason.FLOOR
    if any(interval.low is None for interval in intervals):
        return Reason.CEILING
    return Reason.RANGE if Bound.RANGE in (left.bound, right.bound) else Reason.ROUNDING


def _rounded(left: Quantity, right: Quantity) -> Interval | None:
    """The finer of two plain figures, where the coarser may have been rounded from it."""
    if not (left.bound is right.bound is Bound.EXACT) or left.step == right.step:
        return None
    finer, coarser = sorted((left, right), key=lambda quantity: quantity.step)
    if finer.interval and coarser.cell and finer.interval.within(coarser.cell):
        return finer.interval
    return None


def _apart(left: Interval, right: Interval, kind: QuantityKind) -> Relating:
    gap = left.gap(right)
    larger = max(end for end in _nearest_ends(left, right))
    share = gap / larger if larger else None
    minor = _is_minor_percent(left, right, gap) if kind is QuantityKind.PERCENT else _within(share)
    severity = Severity.MINOR if minor else Severity.MAJOR
    return Relating(Relation.EXCLUSIVE, Reason.DISJOINT, gap=gap, apart=share, severity=severity)


def _nearest_ends(left: Interval, right: Interval) -> tuple[Decimal, Decimal]:
    """The two ends that face each other; disjoint intervals always have them."""
    for lower, upper in ((left, right), (right, left)):
        if lower.high is not None and upper.low is not None and lower.high <= upper.low:
            return lower.high, upper.low
    raise AssertionError("only disjoint intervals are asked for their gap")


def _within(share: Decimal | None) -> bool:
    return share is not None and share <= _MINOR_SHARE


def _is_minor_percent(left: Interval, right: Interval, gap: Decimal) -> bool:
    lower, upper = _nearest_ends(left, right)
    return gap <= _MINOR_POINTS and (upper <= _HALF or lower >= _HALF)


def _relate_dates(left: PartialDate, right: PartialDate) -> Relating:
    if left.edtf == right.edtf:
        return _EQUAL
    common = left.interval.overlap(right.interval)
    if common:
        return Relating(Relation.COMPATIBLE, Reason.MORE_SPECIFIC, common)
    gap = left.interval.gap(right.interval)
    return Relating(Relation.EXCLUSIVE, Reason.DISJOINT, gap=gap, severity=Severity.MAJOR)


def _relate_names(left: Names, right: Names, fact: Fact) -> Relating:
    if left == right:
        return _EQUAL
    if fact.kind == "entities":
        return Relating(Relation.DIFFERENT, Reason.MEMBERS)
    return Relating(Relation.EXCLUSIVE, Reason.EXCLUDES, severity=Severity.MAJOR)


def _relate_readings(left: Reading, right: Reading, fact: Fact) -> Relating:
    if left == right:
        return _EQUAL
    if _stand_together(left.key, right.key, fact.readings):
        return Relating(Relation.EQUAL, Reason.STANDS_WITH)
    if narrower(left.key, right.key, fact.readings) or narrower(right.key, left.key, fact.readings):
        return Relating(Relation.DIFFERENT, Reason.MORE_SPECIFIC)
    if fact.rungs:
        return Relating(Relation.DIFFERENT, Reason.RUNGS)
    if fact.open:
        return Relating(Relation.DIFFERENT, Reason.EMPHASIS)
    return Relating(Relation.EXCLUSIVE, Reason.EXCLUDES, severity=Severity.MAJOR)


def _stand_together(left: str, right: str, readings: Mapping[str, ReadingRecord]) -> bool:
    def names(key: str, other: str) -> bool:
        return key in readings and other in readings[key].stands_with

    return names(left, right) or names(right, left)

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
from bot.record import Kind, ReadingRecord
from bot.value import Bound, Interval, Names, OwnWords, PartialDate, Quantity, QuantityKind, Reading

_MINOR_SHARE = Decimal("0.05")  # money and counts: an order of what rounding and late changes of a figure explain
_MINOR_POINTS = Decimal(1)  # percentages: one point, as long as both are on one side of half
_HALF = Decimal(50)


@dataclass(frozen=True)
class Relating:
    """The result of one comparison: the relation, its reason, what both leave open, and how far apart they are.

    `gap` is in the unit of the values (days for dates); `apart` the same as a share of the larger of the two nearest
    ends, None where no share can be told. `together` is False where the two cannot both hold, whatever that is
    called in the end: a figure of the talks that excludes a later one is superseded, and still excludes it.
    """

    relation: Relation
    reason: Reason
    common: Interval | None = None
    gap: Decimal | None = None
    apart: Decimal | None = None
    severity: Severity | None = None
    together: bool = True


def relate(left: Value, right: Value, fact: Fact) -> Relating:
    """How two values of one fact relate; the same whichever comes first."""
    match left, right:
        case Quantity(), Quantity():
            return relate_figures(left, right)
        case PartialDate(), PartialDate():
            return _relate_dates(left, right)
        case Names(), Names():
            return _relate_names(left, right, fact)
        case Reading(), Reading():
            return _relate_readings(left, right, fact)
        case OwnWords(), OwnWords():
            same = left.text.casefold() == right.text.casefold()
            return _EQUAL if same else _OTHER_WORDS
        case _:
            return Relating(Relation.INCOMPARABLE, Reason.UNIT)


def relate_figures(left: Quantity, right: Quantity) -> Relating:
    """`relate` for two figures, which needs no fact."""
    if (left.kind, left.unit) != (right.kind, right.unit):
        return Relating(Relation.INCOMPARABLE, Reason.UNIT)
    if same_value(left, right):
        return Relating(Relation.EQUAL, Reason.SAME, left.interval)
    if left.interval is None or right.interval is None:
        return _OTHER_WORDS
    if common := left.interval.overlap(right.interval):
        return Relating(Relation.COMPATIBLE, _overlap_reason(left, right), common)
    if rounded := _rounded(left, right):
        return Relating(Relation.COMPATIBLE, Reason.ROUNDING, rounded)
    return _apart(left.interval, right.interval, left.kind)


def narrower(key: str, other: str, readings: Mapping[str, ReadingRecord]) -> bool:
    """True where reading `key` narrows `other`, directly or over others."""
    seen: set[str] = set()
    while key in readings and key not in seen:
        seen.add(key)
        key = readings[key].narrows or ""
        if key == other:
            return True
    return False


def same_value(left: Value, right: Value) -> bool:
    """True where two values are the same, however they are spelled; vague quantities only in the same words."""
    return identity(left) == identity(right)


def identity(value: Value) -> tuple[object, ...]:
    """What makes a value the one it is, spelling left aside."""
    match value:
        case Quantity(interval=None):
            return value.kind, value.unit, value.as_written.casefold()
        case Quantity():
            return value.kind, value.unit, value.interval, value.hedged
        case PartialDate():
            return ("date", value.edtf)
        case OwnWords():
            return ("words", value.text.casefold())
        case _:
            return ("plain", value)


_EQUAL = Relating(Relation.EQUAL, Reason.SAME)
_OTHER_WORDS = Relating(Relation.INCOMPARABLE, Reason.WORDING)
_EXCLUDING = Relating(Relation.EXCLUSIVE, Reason.EXCLUDES, severity=Severity.MAJOR, together=False)


def _overlap_reason(left: Quantity, right: Quantity) -> Reason:
    intervals = [quantity.interval for quantity in (left, right) if quantity.interval]
    if any(interval.high is None for interval in intervals):
        return Reason.FLOOR
    if any(interval.low is None for interval in intervals):
        return Reason.CEILING
    return Reason.RANGE if Bound.RANGE in (left.bound, right.bound) else Reason.ROUNDING


def _rounded(left: Quantity, right: Quantity) -> Interval | None:
    """The finer of two plain figures, where the coarser may have been rounded from it."""
    if not (left.is_plain and right.is_plain) or left.step == right.step:
        return None
    finer, coarser = sorted((left, right), key=lambda quantity: quantity.step)
    if finer.interval and coarser.cell and finer.interval.within(coarser.cell):
        return finer.interval
    return None


def _apart(left: Interval, right: Interval, kind: QuantityKind) -> Relating:
    gap, share = left.gap(right), left.apart(right)
    minor = _is_minor_percent(left, right) if kind is QuantityKind.PERCENT else share <= _MINOR_SHARE
    severity = Severity.MINOR if minor else Severity.MAJOR
    return Relating(Relation.EXCLUSIVE, Reason.DISJOINT, None, gap, share, severity, together=False)


def _is_minor_percent(left: Interval, right: Interval) -> bool:
    lower, upper = left.facing(right) or (_HALF, _HALF)
    return upper - lower <= _MINOR_POINTS and (upper <= _HALF or lower >= _HALF)


def _relate_dates(left: PartialDate, right: PartialDate) -> Relating:
    """Dates are compared at the precision both have: "2024" and "spring 2024" agree, the second says more."""
    if left.edtf == right.edtf:
        return Relating(Relation.EQUAL, Reason.SAME, left.interval)
    if common := left.interval.overlap(right.interval):
        inside = common in (left.interval, right.interval)
        return Relating(Relation.COMPATIBLE, Reason.MORE_SPECIFIC if inside else Reason.RANGE, common)
    gap = left.interval.gap(right.interval)
    return Relating(Relation.EXCLUSIVE, Reason.DISJOINT, None, gap, severity=Severity.MAJOR, together=False)


def _relate_names(left: Names, right: Names, fact: Fact) -> Relating:
    if left == right:
        return _EQUAL
    if fact.kind is Kind.ENTITIES:
        return Relating(Relation.DIFFERENT, Reason.MEMBERS)
    return _EXCLUDING


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
    return _EXCLUDING


def _stand_together(left: str, right: str, readings: Mapping[str, ReadingRecord]) -> bool:
    def names(key: str, other: str) -> bool:
        return key in readings and other in readings[key].stands_with

    return names(left, right) or names(right, left)

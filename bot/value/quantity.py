"""What does "about $15 billion" or "nearly half" amount to?

The intervals follow the table of the comparison rules: a hedge leaves half a unit on either side, a bound leaves one
side open, a plain figure is a point whose rounding cell serves only where two precisions meet.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from bot.value.interval import Interval


class QuantityKind(StrEnum):
    """What is measured."""

    MONEY = "money"
    PERCENT = "percent"
    NUMBER = "number"
    FACTOR = "factor"


class Bound(StrEnum):
    """How a figure is hedged or bounded."""

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    JUST_OVER = "just_over"
    OVER = "over"
    AT_LEAST = "at_least"
    UP_TO = "up_to"
    BELOW = "below"
    RANGE = "range"
    VAGUE = "vague"


_HEDGES = frozenset({Bound.ABOUT, Bound.NEARLY, Bound.JUST_OVER})


@dataclass(frozen=True)
class Quantity:
    """One figure with its unit.

    `unit` is a currency code, "percent", or the noun that is counted; `step` is the unit of the last written digit
    times the scale word; `interval` is None for a vague quantity, which equals only the same words.
    """

    kind: QuantityKind
    unit: str
    bound: Bound
    interval: Interval | None
    step: Decimal
    as_written: str
    hedged: bool = False

    @property
    def cell(self) -> Interval | None:
        """The rounding cell: what a plain figure (or a range of them) may have been rounded from."""
        if self.interval is None or self.bound not in (Bound.EXACT, Bound.RANGE):
            return self.interval
        if self.interval.low is None or self.interval.high is None:
            return self.interval
        half = self.step / 2
        return Interval(self.interval.low - half, self.interval.high + half, high_open=True)


def bounded(bound: Bound, number: Decimal, unit: Decimal) -> Interval:
    """The interval of `number` under `bound`; `unit` is the size of the hedge."""
    half = unit / 2
    match bound:
        case Bound.ABOUT:
            return Interval(number - half, number + half, high_open=True)
        case Bound.NEARLY:
            return Interval(number - unit, number, high_open=True)
        case Bound.JUST_OVER:
            return Interval(number, number + unit, low_open=True)
        case Bound.OVER:
            return Interval(number, None, low_open=True)
        case Bound.AT_LEAST:
            return Interval(number, None)
        case Bound.UP_TO:
            return Interval(None, number)
        case Bound.BELOW:
            return Interval(None, number, high_open=True)
        case _:
            return Interval.point(number)


def is_hedge(bound: Bound) -> bool:
    """True for the bounds that blur a figure instead of limiting it."""
    return bound in _HEDGES


def hedge_unit(number: Decimal) -> Decimal:
    """The size of a hedge on `number`: the unit of its last non-zero digit, at most a tenth of it."""
    if not number:
        return Decimal(0)
    exponent = number.normalize().as_tuple().exponent
    assert isinstance(exponent, int), "a written figure is finite"
    return min(Decimal(1).scaleb(exponent), abs(number) / 10)

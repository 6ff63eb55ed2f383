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
    SCORE = "score"
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

    @property
    def is_hedge(self) -> bool:
        """True for the bounds that blur a figure instead of limiting it."""
        return self in (Bound.ABOUT, Bound.NEARLY, Bound.JUST_OVER)


@dataclass(frozen=True)
class Quantity:
    """One figure with its unit.

    `unit` is a currency code, "percent", "of 10" for scores up to ten, or the word behind what is counted; `step` is
    the unit of the last written digit times the scale word; `interval` is None for a vague quantity, which equals only
    the same words. `hedged` can come with any bound: "up to about $15 billion" is a hedged ceiling.
    """

    kind: QuantityKind
    unit: str
    bound: Bound
    interval: Interval | None
    step: Decimal
    as_written: str
    hedged: bool = False

    @property
    def is_plain(self) -> bool:
        """True for a figure without hedge or bound, the only one that may have been rounded."""
        return self.bound is Bound.EXACT and not self.hedged

    @property
    def cell(self) -> Interval | None:
        """The rounding cell: what a plain figure (or a range of them) may have been rounded from.

        Anything hedged or bounded says itself what it leaves open; its cell is its interval.
        """
        if self.hedged or self.bound not in (Bound.EXACT, Bound.RANGE) or self.interval is None:
            return self.interval
        return _widened(self.interval, self.step / 2, self.step / 2)


def bounded(span: Interval, hedge: Bound, limit: Bound) -> Interval:
    """What a figure (a point) or a range of figures leaves open once it is hedged and limited.

    `hedge` and `limit` are EXACT where there is none; the limit stands outside: "up to about 15".
    """
    blurred = _hedged(span, hedge)
    match limit:
        case Bound.OVER:
            return Interval(blurred.low, None, low_open=True)
        case Bound.AT_LEAST:
            return Interval(blurred.low, None, low_open=blurred.low_open)
        case Bound.UP_TO:
            return Interval(None, blurred.high, high_open=blurred.high_open)
        case Bound.BELOW:
            return Interval(None, blurred.high, high_open=True)
        case _:
            return blurred


def hedge_unit(number: Decimal) -> Decimal:
    """The size of a hedge on `number`: the unit of its last non-zero digit, at most a tenth of it."""
    return min(last_digit(number.normalize()), abs(number) / 10)


def last_digit(number: Decimal) -> Decimal:
    """The unit of the last digit that `number` carries: 1 for 15, 0.1 for 33.3, 1000 for 1.5E+4."""
    return Decimal(1).scaleb(number.adjusted() - len(number.as_tuple().digits) + 1)


def _hedged(span: Interval, hedge: Bound) -> Interval:
    low, high = hedge_unit(span.low or Decimal(0)), hedge_unit(span.high or Decimal(0))
    match hedge:
        case Bound.ABOUT if high:
            return _widened(span, low / 2, high / 2)
        case Bound.NEARLY if high:
            return Interval(_less(span.low, low), span.high, high_open=True)
        case Bound.JUST_OVER if high:
            return Interval(span.low, _more(span.high, high), low_open=True)
        case _:  # no hedge, or zero, which leaves it nothing to blur
            return span


def _widened(span: Interval, below: Decimal, above: Decimal) -> Interval:
    """The half-open interval around `span`: a number half-way up is rounded to the next figure."""
    return Interval(_less(span.low, below), _more(span.high, above), high_open=span.high is not None)


def _less(end: Decimal | None, by: Decimal) -> Decimal | None:
    return None if end is None else end - by


def _more(end: Decimal | None, by: Decimal) -> Decimal | None:
    return None if end is None else end + by

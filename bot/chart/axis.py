"""From where to where does a scale run, and at which round numbers does it carry marks?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from bot.value import Interval

_STEPS = 4  # at most about so many steps, so that their labels fit beside each other on a phone
_ROUND = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))


@dataclass(frozen=True)
class Axis:
    """A scale in the unit of its figures. Zero is always on it, so that lengths can be compared."""

    low: Decimal
    high: Decimal
    ticks: tuple[Decimal, ...]


def axis_for(intervals: Iterable[Interval]) -> Axis:
    """A scale on which every finite end lies, and beyond which every open side points."""
    spans = tuple(intervals)
    ends = [Decimal(0), *(end for span in spans for end in (span.low, span.high) if end is not None)]
    step = _step(max(ends) - min(ends))
    low, high = _floor(min(ends), step), _ceiling(max(ends), step)
    rising = any(span.high is None and span.low is not None and high - span.low < step / 2 for span in spans)
    falling = any(span.low is None and span.high is not None and span.high - low < step / 2 for span in spans)
    low, high = low - step * falling, high + step * rising
    return Axis(low, high, tuple(low + step * place for place in range(int((high - low) / step) + 1)))


def _step(width: Decimal) -> Decimal:
    """The next round number from a quarter of the width; 1 where there is none."""
    if not width:
        return Decimal(1)
    least = width / _STEPS
    power = Decimal(1).scaleb(least.adjusted())
    return next(power * digit for digit in _ROUND if power * digit >= least)


def _floor(end: Decimal, step: Decimal) -> Decimal:
    return (end / step).to_integral_value(ROUND_FLOOR) * step


def _ceiling(end: Decimal, step: Decimal) -> Decimal:
    """At least one step above zero where nothing is."""
    return max((end / step).to_integral_value(ROUND_CEILING) * step, step if end >= 0 else Decimal(0))

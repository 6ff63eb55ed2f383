"""What range of numbers does a value leave open, and how do two ranges lie to each other?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

_LEAST, _MOST = Decimal("-Infinity"), Decimal("Infinity")


@dataclass(frozen=True)
class Interval:
    """The numbers from `low` to `high`; None is unbounded; an open end excludes its own number.

    Raises ValueError where an unbounded end is marked open: there is one way to write each range, so that equal
    ranges are equal objects.
    """

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False

    def __post_init__(self) -> None:
        if (self.low is None and self.low_open) or (self.high is None and self.high_open):
            raise ValueError("an unbounded end has no number that it could exclude")

    @classmethod
    def point(cls, number: Decimal) -> Interval:
        """The interval of one number."""
        return cls(number, number)

    @property
    def is_point(self) -> bool:
        """True where exactly one number is left."""
        return self.low is not None and self.low == self.high and not self.is_empty

    @property
    def is_bounded(self) -> bool:
        """True where both ends are finite."""
        return self.low is not None and self.high is not None

    @property
    def is_empty(self) -> bool:
        """True where no number lies inside."""
        if self.low is None or self.high is None:
            return False
        return self.low > self.high or (self.low == self.high and (self.low_open or self.high_open))

    @property
    def order(self) -> tuple[Decimal, bool, Decimal, bool]:
        """A key by which intervals sort: from the lower to the higher, the narrower first."""
        low = _LEAST if self.low is None else self.low
        high = _MOST if self.high is None else self.high
        return low, self.low_open, high, not self.high_open

    def overlap(self, other: Interval) -> Interval | None:
        """The numbers in both, or None where there are none. At a shared end, an open one prevails."""
        low, low_open = max(self.order[:2], other.order[:2])
        high, high_closed = min(self.order[2:], other.order[2:])
        both = Interval(_finite(low), _finite(high), low_open, not high_closed)
        return None if both.is_empty else both

    def within(self, other: Interval) -> bool:
        """True where every number of this interval lies in `other`."""
        return self.overlap(other) == self

    def facing(self, other: Interval) -> tuple[Decimal, Decimal] | None:
        """The two ends that face each other, the lower first; None where numbers are shared."""
        if self.overlap(other):
            return None
        lower, upper = sorted((self, other), key=lambda interval: interval.order)
        return (lower.high, upper.low) if lower.high is not None and upper.low is not None else None

    def gap(self, other: Interval) -> Decimal:
        """The distance between the nearest ends; 0 where the intervals meet or touch."""
        ends = self.facing(other)
        return ends[1] - ends[0] if ends else Decimal(0)

    def apart(self, other: Interval) -> Decimal:
        """The gap as a share of the larger of the two ends that face each other; 0 where there is no gap."""
        ends = self.facing(other)
        return (ends[1] - ends[0]) / max(map(abs, ends)) if ends and any(ends) else Decimal(0)

    def times(self, other: Interval) -> Interval | None:
        """The products of the numbers of two bounded intervals above zero; None for any other."""
        if not (_is_positive(self) and _is_positive(other)):
            return None
        (low, low_open, high, closed), (by_low, by_low_open, by_high, by_closed) = self.order, other.order
        return Interval(low * by_low, high * by_high, low_open or by_low_open, not (closed and by_closed))


def common(intervals: Iterable[Interval]) -> Interval | None:
    """The numbers that lie in every one of `intervals`, or None where there are none.

    For intervals, pairwise overlap implies a common part (Helly's theorem in one dimension).
    """
    shared: Interval | None = Interval(None, None)
    for interval in intervals:
        shared = shared.overlap(interval) if shared else None
    return shared


def _finite(number: Decimal) -> Decimal | None:
    return number if number.is_finite() else None


def _is_positive(interval: Interval) -> bool:
    return interval.is_bounded and interval.low is not None and interval.low > 0

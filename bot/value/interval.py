"""What range of numbers does a value leave open, and how do two ranges lie to each other?"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import reduce


@dataclass(frozen=True)
class Interval:
    """The numbers from `low` to `high`; None is unbounded; an open end excludes its own number."""

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False

    @classmethod
    def point(cls, number: Decimal) -> Interval:
        """The interval of one number."""
        return cls(number, number)

    @property
    def is_point(self) -> bool:
        """True where exactly one number is left."""
        return self.low is not None and self.low == self.high

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

    def overlap(self, other: Interval) -> Interval | None:
        """The numbers in both, or None where there are none."""
        low, low_open = max((self._low_key(), self.low_open), (other._low_key(), other.low_open))
        high, high_open = min(
            (self._high_key(), not self.high_open), (other._high_key(), not other.high_open)
        )
        both = Interval(_finite(low), _finite(high), low_open, not high_open)
        return None if both.is_empty else both

    def within(self, other: Interval) -> bool:
        """True where every number of this interval lies in `other`."""
        return self.overlap(other) == self

    def gap(self, other: Interval) -> Decimal:
        """The distance between the nearest ends; 0 where the intervals meet."""
        lower, upper = sorted((self, other), key=lambda interval: (interval._low_key(), interval._high_key()))
        if lower.high is None or upper.low is None:
            return Decimal(0)
        return max(Decimal(0), upper.low - lower.high)

    def times(self, other: Interval) -> Interval | None:
        """The products of the numbers of two non-negative bounded intervals; None for any other."""
        if self.low is None or self.high is None or other.low is None or other.high is None:
            return None
        if self.low < 0 or other.low < 0:
            return None
        return Interval(
            self.low * other.low,
            self.high * other.high,
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def _low_key(self) -> Decimal:
        return Decimal("-Infinity") if self.low is None else self.low

    def _high_key(self) -> Decimal:
        return Decimal("Infinity") if self.high is None else self.high


def common(intervals: list[Interval]) -> Interval | None:
    """The numbers that lie in every one of `intervals`, or None where there are none.

    For intervals, pairwise overlap implies a common part (Helly's theorem in one dimension).
    """

    def meet(left: Interval | None, right: Interval | None) -> Interval | None:
        return left.overlap(right) if left is not None and right is not None else None

    return reduce(meet, intervals[1:], intervals[0] if intervals else None)


def _finite(number: Decimal) -> Decimal | None:
    return number if number.is_finite() else None

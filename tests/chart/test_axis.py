"""Does a scale hold all that is drawn on it, with round numbers and room for what points beyond it?"""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chart.axis import Axis, axis_for
from bot.value import Interval

ENDS = st.decimals(-(10**13), 10**13, places=1)
INTERVALS = st.one_of(
    st.tuples(ENDS, ENDS).map(lambda ends: Interval(min(ends), max(ends))),
    ENDS.map(lambda end: Interval(end, None)),
    ENDS.map(lambda end: Interval(None, end)),
)


def point(number: str) -> Interval:
    return Interval.point(Decimal(number))


def axis(*intervals: Interval) -> tuple[list[int], int]:
    made = axis_for(intervals)
    return [int(tick) for tick in made.ticks], int(made.high)


def test_a_scale_begins_at_zero_and_ends_at_a_round_number() -> None:
    """29 stands on a scale from 0 to 30 in tens."""
    assert axis(point("29")) == ([0, 10, 20, 30], 30)


def test_a_scale_goes_below_zero_only_for_what_lies_there() -> None:
    """A loss is drawn to the left of zero."""
    assert axis(point("-3"), point("5"))[0] == [-4, -2, 0, 2, 4, 6]


def test_a_floor_at_the_end_of_a_scale_has_room_for_its_arrow() -> None:
    """Where the largest number is a floor, the scale goes one step further."""
    assert axis(Interval(Decimal(30), None)) == ([0, 10, 20, 30, 40], 40)


def test_a_ceiling_at_zero_has_room_for_its_arrow() -> None:
    """Where the smallest number is a ceiling, the scale goes one step lower."""
    assert axis(Interval(None, Decimal(0)), point("8"))[0][0] == -2


@pytest.mark.parametrize("intervals", [(), (point("0"),)])
def test_a_scale_without_any_width_still_has_one(intervals: tuple[Interval, ...]) -> None:
    """Nothing but zero is drawn on a scale from 0 to 1."""
    assert axis_for(intervals) == Axis(Decimal(0), Decimal(1), (Decimal(0), Decimal(1)))


@given(st.lists(INTERVALS, min_size=1, max_size=6))
def test_every_end_lies_on_the_scale_and_every_arrow_has_a_length(intervals: list[Interval]) -> None:
    """Whatever the figures are, their ends are on the scale, zero too, and the ticks are few."""
    made = axis_for(intervals)
    for interval in intervals:
        assert interval.low is None or made.low <= interval.low <= made.high
        assert interval.high is None or made.low <= interval.high <= made.high
        assert interval.low is not None or made.low < (interval.high or 0)
        assert interval.high is not None or (interval.low or 0) < made.high
    assert made.low <= 0 <= made.high
    assert (made.ticks[0], made.ticks[-1]) == (made.low, made.high)
    assert 2 <= len(made.ticks) <= 9

"""Do ranges of numbers overlap, contain and multiply as sets of numbers do?"""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.value import Interval
from bot.value.interval import common
from tests.value.notation import interval
from tests.value.strategies import ENDS, intervals

EVERYTHING = Interval(None, None)


def holds(of: Interval, number: Decimal) -> bool:
    """The definition of an interval, written apart from the code under test."""
    above = of.low is None or of.low < number or (of.low == number and not of.low_open)
    below = of.high is None or number < of.high or (of.high == number and not of.high_open)
    return above and below


@pytest.mark.parametrize(
    ("left", "right", "both"),
    [
        ("[1, 3]", "[2, 4]", "[2, 3]"),
        ("[1, 3)", "[2, 3]", "[2, 3)"),
        ("(1, 3]", "[1, 2]", "(1, 2]"),
        ("[1, 2]", "[2, 3]", "[2, 2]"),
        ("[1, 2)", "[2, 3]", None),
        ("[1, 2]", "(2, 3]", None),
        ("[1, 2]", "[3, 4]", None),
        ("(1, )", "[0, 5]", "(1, 5]"),
        ("(, 5)", "[0, 5]", "[0, 5)"),
        ("(, 5)", "(2, )", "(2, 5)"),
        ("(, )", "[1, 2)", "[1, 2)"),
    ],
)
def test_an_overlap_is_what_both_hold(left: str, right: str, both: str | None) -> None:
    """Two intervals share the numbers between the inner ends; at a shared end an open one prevails."""
    assert interval(left).overlap(interval(right)) == (interval(both) if both else None)


@given(intervals(), intervals(), st.integers(-13, 13))
def test_an_overlap_holds_exactly_the_shared_numbers(left: Interval, right: Interval, twice: int) -> None:
    """A number lies in the overlap if and only if it lies in both."""
    both, number = left.overlap(right), Decimal(twice) / 2
    assert (both is not None and holds(both, number)) == (holds(left, number) and holds(right, number))


@given(intervals(), intervals())
def test_overlap_is_commutative(left: Interval, right: Interval) -> None:
    """Which interval comes first makes no difference."""
    assert left.overlap(right) == right.overlap(left)


@given(intervals(), intervals(), intervals())
def test_overlap_is_associative(first: Interval, second: Interval, third: Interval) -> None:
    """Three intervals share the same numbers however they are taken together."""
    assert common([first, second, third]) == common([third, first, second])
    left, right = first.overlap(second), second.overlap(third)
    assert (left and left.overlap(third)) == (right and first.overlap(right))


@given(intervals(), intervals())
def test_within_is_overlapping_in_the_whole(inner: Interval, outer: Interval) -> None:
    """An interval lies within another if and only if their overlap is the interval itself."""
    assert inner.within(outer) == (inner.overlap(outer) == inner)
    assert inner.within(EVERYTHING)
    assert inner.within(inner)


@given(st.lists(intervals(), min_size=2, max_size=5))
def test_intervals_that_overlap_in_pairs_overlap_all_together(some: list[Interval]) -> None:
    """Pairwise overlap leaves a common part (Helly), and any common part lies in each."""
    shared = common(some)
    assert (shared is not None) == all(left.overlap(right) for left, right in combinations(some, 2))
    assert shared is None or all(shared.within(each) for each in some)


@pytest.mark.parametrize(
    ("left", "right", "gap", "apart"),
    [
        ("[29, 29]", "[27.5, 28.5)", "0.5", "0.01724"),
        ("[1, 2]", "[4, 8]", "2", "0.5"),
        ("(, 2)", "(4, )", "2", "0.5"),
        ("[1, 2)", "[2, 3]", "0", "0"),
        ("[1, 5]", "[2, 3]", "0", "0"),
        ("(, )", "[2, 3]", "0", "0"),
        ("[0, 0]", "(0, 1]", "0", "0"),
    ],
)
def test_a_gap_lies_between_the_ends_that_face_each_other(left: str, right: str, gap: str, apart: str) -> None:
    """The gap is the distance of the nearest ends, and its share that of the larger of the two."""
    for one, other in ((left, right), (right, left)):
        assert interval(one).gap(interval(other)) == Decimal(gap)
        assert round(interval(one).apart(interval(other)), 5) == Decimal(apart)


@given(intervals(), intervals())
def test_only_disjoint_intervals_have_a_gap(left: Interval, right: Interval) -> None:
    """A gap above zero means that no number is shared."""
    assert left.gap(right) == 0 or left.overlap(right) is None


@pytest.mark.parametrize(
    ("left", "right", "product"),
    [
        ("[2, 3]", "[4, 5]", "[8, 15]"),
        ("[0.485, 0.495)", "[27.5, 28.5)", "[13.3375, 14.1075)"),
        ("(2, 3]", "[4, 5]", "(8, 15]"),
        ("[2, 3]", "[4, )", None),
        ("(, 3]", "[4, 5]", None),
        ("[-1, 3]", "[4, 5]", None),
    ],
)
def test_a_product_is_of_bounded_intervals_above_zero(left: str, right: str, product: str | None) -> None:
    """The product's ends are the products of the ends, an open end opens it, and the rest gives none."""
    expected = interval(product) if product else None
    assert interval(left).times(interval(right)) == expected
    assert interval(right).times(interval(left)) == expected


@pytest.mark.parametrize(
    ("text", "point", "bounded", "empty"),
    [
        ("[2, 2]", True, True, False),
        ("[2, 2)", False, True, True),
        ("[3, 2]", False, True, True),
        ("[2, 3]", False, True, False),
        ("[2, )", False, False, False),
        ("(, )", False, False, False),
    ],
)
def test_an_interval_knows_its_shape(text: str, point: bool, bounded: bool, empty: bool) -> None:
    """A point holds one number, a bounded interval has both ends, an empty one no number."""
    shape = interval(text)
    assert (shape.is_point, shape.is_bounded, shape.is_empty) == (point, bounded, empty)


@pytest.mark.parametrize("ends", [(None, Decimal(1), True, False), (Decimal(1), None, False, True)])
def test_an_unbounded_end_cannot_be_open(ends: tuple[Decimal | None, Decimal | None, bool, bool]) -> None:
    """There is one way to write each range, so that equal ranges are equal objects."""
    with pytest.raises(ValueError, match="unbounded end"):
        Interval(*ends)


@given(ENDS)
def test_a_point_is_the_interval_of_its_number(number: Decimal) -> None:
    """A point holds its number and nothing else."""
    assert Interval.point(number).is_point
    assert Interval.point(number) == Interval(number, number)


@given(st.lists(intervals(), max_size=6))
def test_intervals_sort_by_where_they_begin(some: list[Interval]) -> None:
    """In order, no interval begins below the one before it; the unbounded ones come first."""
    lows = [each.low for each in sorted(some, key=lambda each: each.order)]
    bounded = [low for low in lows if low is not None]
    assert lows == [None] * (len(lows) - len(bounded)) + sorted(bounded)

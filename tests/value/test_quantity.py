"""Does every way to hedge and bound a figure leave open what the rules say?"""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.value import Bound, Interval, Quantity, QuantityKind, QuantityReader
from bot.value.quantity import bounded, hedge_unit, last_digit
from tests.value.notation import billions, interval


@pytest.mark.parametrize(
    ("written", "left_open"),
    [
        ("$29B", "[29, 29]"),
        ("29 billion", "[29, 29]"),
        ("about $15 billion", "[14.5, 15.5)"),
        ("around $15 billion", "[14.5, 15.5)"),
        ("~$15 billion", "[14.5, 15.5)"),
        ("roughly $15 billion", "[14.5, 15.5)"),
        ("approximately $15 billion", "[14.5, 15.5)"),
        ("about $14.3 billion", "[14.25, 14.35)"),
        ("about $10 billion", "[9.5, 10.5)"),
        ("about $100 billion", "[95, 105)"),
        ("nearly $15 billion", "[14, 15)"),
        ("almost $15 billion", "[14, 15)"),
        ("just under $15 billion", "[14, 15)"),
        ("just over $15 billion", "(15, 16]"),
        ("over $10 billion", "(10, )"),
        ("more than $10 billion", "(10, )"),
        ("exceeds $10 billion", "(10, )"),
        ("north of $10 billion", "(10, )"),
        ("at least $10 billion", "[10, )"),
        ("$10 billion or more", "[10, )"),
        ("$10 billion+", "[10, )"),
        ("up to $10 billion", "(, 10]"),
        ("as much as $10 billion", "(, 10]"),
        ("less than $10 billion", "(, 10)"),
        ("$14–$15 billion", "[14, 15]"),
        ("$14-15B", "[14, 15]"),
        ("$14 to $15 billion", "[14, 15]"),
        ("between $14 and $15 billion", "[14, 15]"),
        ("between 14 billion and 15 billion dollars", "[14, 15]"),
    ],
)
def test_each_row_of_money_gives_its_interval(written: str, left_open: str, quantities: QuantityReader) -> None:
    """What a figure leaves open follows the table of the comparison rules, row by row."""
    (found,) = quantities.read(written)
    assert found.quantity.interval == billions(left_open)


@pytest.mark.parametrize(
    ("written", "left_open"),
    [
        ("half", "[50, 50]"),
        ("nearly half", "[45, 50)"),
        ("about half", "[47.5, 52.5)"),
        ("a majority", "(50, 100]"),
        ("more than half", "(50, 100]"),
        ("at least half", "[50, 100]"),
        ("a minority", "(0, 50)"),
        ("less than half", "(0, 50)"),
        ("up to half", "(0, 50]"),
        ("a quarter", "[25, 25]"),
        ("two thirds", "[66.7, 66.7]"),
        ("49%", "[49, 49]"),
        ("over 49%", "(49, )"),
        ("over 50%", "(50, )"),
        ("less than 49%", "(, 49)"),
        ("about 49%", "[48.5, 49.5)"),
    ],
)
def test_each_row_of_shares_gives_its_interval(written: str, left_open: str, quantities: QuantityReader) -> None:
    """A share in words lies between nothing and all; a percentage in figures may be of growth and has no cap."""
    (found,) = quantities.read(written)
    assert found.quantity.kind is QuantityKind.PERCENT
    assert found.quantity.interval == interval(left_open)


@pytest.mark.parametrize(
    ("written", "kind", "unit"),
    [
        ("a few dollars", "money", "USD"),
        ("several billion dollars", "money", "USD"),
        ("hundreds of millions of euros", "money", "EUR"),
        ("billion-dollar", "money", "USD"),
        ("vast sums", "number", ""),
        ("dozens of", "number", ""),
    ],
)
def test_words_without_a_figure_have_no_interval(
    written: str, kind: str, unit: str, quantities: QuantityReader
) -> None:
    """A vague quantity is kept as written with its unit, and leaves nothing to compute."""
    (found,) = quantities.read(written)
    assert (found.quantity.bound, found.quantity.interval, found.quantity.hedged) == (Bound.VAGUE, None, True)
    assert (found.quantity.as_written, found.quantity.kind, found.quantity.unit) == (written, kind, unit)


@pytest.mark.parametrize(
    ("written", "cell"),
    [
        ("$29B", "[28.5, 29.5)"),
        ("$14.3 billion", "[14.25, 14.35)"),
        ("$10 billion", "[9.5, 10.5)"),
        ("$14–$15 billion", "[13.5, 15.5)"),
        ("$14–$15.5 billion", "[13.95, 15.55)"),
        ("about $15 billion", "[14.5, 15.5)"),
        ("about $14 to $15 billion", "[13.5, 15.5)"),
        ("over $10 billion", "(10, )"),
        ("up to $10 billion", "(, 10]"),
    ],
)
def test_a_rounding_cell_is_what_a_plain_figure_may_stand_for(
    written: str, cell: str, quantities: QuantityReader
) -> None:
    """Half a unit of the last digit lies on either side; whatever is hedged or bounded is its own cell."""
    assert quantities.read_one(written, QuantityKind.MONEY).cell == billions(cell)


@pytest.mark.parametrize(
    ("hedge", "limit", "left_open"),
    [
        (Bound.EXACT, Bound.EXACT, "[15, 15]"),
        (Bound.ABOUT, Bound.EXACT, "[14.5, 15.5)"),
        (Bound.ABOUT, Bound.UP_TO, "(, 15.5)"),
        (Bound.ABOUT, Bound.BELOW, "(, 15.5)"),
        (Bound.ABOUT, Bound.AT_LEAST, "[14.5, )"),
        (Bound.ABOUT, Bound.OVER, "(14.5, )"),
        (Bound.NEARLY, Bound.UP_TO, "(, 15)"),
        (Bound.JUST_OVER, Bound.AT_LEAST, "(15, )"),
    ],
)
def test_a_limit_stands_outside_a_hedge(hedge: Bound, limit: Bound, left_open: str) -> None:
    """The words "up to about 15" end where "about 15" ends: neither bound is lost."""
    assert bounded(Interval.point(Decimal(15)), hedge, limit) == interval(left_open)


@pytest.mark.parametrize("hedge", [Bound.ABOUT, Bound.NEARLY, Bound.JUST_OVER])
def test_zero_has_nothing_to_blur(hedge: Bound) -> None:
    """A hedge on zero leaves zero, since its unit is at most a tenth of the figure."""
    assert bounded(Interval.point(Decimal(0)), hedge, Bound.EXACT) == Interval.point(Decimal(0))


@pytest.mark.parametrize(
    ("number", "unit"),
    [
        ("15E9", "1E9"),
        ("14.3E9", "1E8"),
        ("10E9", "1E9"),
        ("100", "10"),
        ("50", "5"),
        ("49", "1"),
        ("5", "0.5"),
        ("0", "0"),
    ],
)
def test_a_hedge_is_as_wide_as_the_figure_is_coarse(number: str, unit: str) -> None:
    """A hedge's size is the unit of the last digit that is not zero, and at most a tenth of the figure."""
    assert hedge_unit(Decimal(number)) == Decimal(unit)


@pytest.mark.parametrize(("number", "unit"), [("15", "1"), ("33.3", "0.1"), ("1.50", "0.01"), ("1.5E+4", "1E+3")])
def test_the_last_digit_has_a_unit(number: str, unit: str) -> None:
    """The unit of the last digit written is what rounding is measured by; a written zero counts."""
    assert last_digit(Decimal(number)) == Decimal(unit)


def test_hedges_blur_and_limits_limit() -> None:
    """About, nearly and just over are hedges; no other bound is."""
    assert [bound.value for bound in Bound if bound.is_hedge] == ["about", "nearly", "just_over"]


def test_only_a_plain_figure_may_have_been_rounded() -> None:
    """A figure with a bound or a hedge is not plain."""
    plain = Quantity(QuantityKind.NUMBER, "", Bound.EXACT, Interval.point(Decimal(3)), Decimal(1), "3")
    hedged = Quantity(QuantityKind.NUMBER, "", Bound.EXACT, Interval.point(Decimal(3)), Decimal(1), "3", hedged=True)
    over = Quantity(QuantityKind.NUMBER, "", Bound.OVER, Interval(Decimal(3), None), Decimal(1), "over 3")
    assert (plain.is_plain, hedged.is_plain, over.is_plain) == (True, False, False)

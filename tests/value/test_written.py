"""Are computed numbers and intervals written as people write them?"""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.value.written import scale_of, write_figure, write_interval, write_number, write_percent
from tests.value.notation import billions, interval


@pytest.mark.parametrize(
    ("number", "unit", "text"),
    [
        ("13720000000", "USD", "$13.7 billion"),
        ("15000000000", "USD", "$15 billion"),
        ("999999999", "USD", "$1 billion"),
        ("1230000000000", "EUR", "€1.23 trillion"),
        ("500000", "GBP", "£500,000"),
        ("12345", "workers", "12,300 workers"),
        ("27", "years", "27 years"),
        ("2500000", "CHF", "2.5 million CHF"),
        ("49", "percent", "49%"),
        ("0", "USD", "$0"),
        ("3", "", "3"),
    ],
)
def test_a_computed_number_has_three_figures(number: str, unit: str, text: str) -> None:
    """A number we worked out is rounded to three significant figures, with its scale word and sign."""
    assert write_number(Decimal(number), unit) == text


@pytest.mark.parametrize(
    ("number", "unit", "text"),
    [("14250000000", "USD", "$14.25 billion"), ("12345", "workers", "12,345 workers"), ("66.7", "percent", "66.7%")],
)
def test_a_figure_of_a_source_keeps_every_digit(number: str, unit: str, text: str) -> None:
    """What a source wrote is never rounded."""
    assert write_figure(Decimal(number), unit) == text


@pytest.mark.parametrize(
    ("left_open", "text"),
    [
        ("[15, 15]", "$15 billion"),
        ("[14.25, 14.25]", "$14.25 billion"),
        ("[14, 15]", "$14 billion to $15 billion"),
        ("[14.5, 15.5)", "$14.5 billion to $15.5 billion"),
        ("(10, )", "over $10 billion"),
        ("[10, )", "at least $10 billion"),
        ("(, 10]", "at most $10 billion"),
        ("(, 10)", "less than $10 billion"),
        ("(, )", "any figure"),
    ],
)
def test_an_interval_is_written_by_its_ends(left_open: str, text: str) -> None:
    """A point is its number, a range has both ends, and an open end is said as its bound."""
    assert write_interval(billions(left_open), "USD") == text


def test_an_interval_that_reaches_to_zero_is_bounded() -> None:
    """Zero is a number like any other, not a missing end."""
    assert write_interval(interval("(0, 50)"), "percent") == "0% to 50%"


@pytest.mark.parametrize(
    ("share", "text"),
    [
        ("0.01724", "1.7%"),
        ("0.02707", "2.7%"),
        ("0.04", "4%"),
        ("0.0996", "10%"),
        ("0.125", "12%"),
        ("0.333", "33%"),
        ("0.0004", "less than 0.1%"),
        ("0", "0%"),
    ],
)
def test_a_share_has_two_figures(share: str, text: str) -> None:
    """A share below ten percent keeps one decimal, and a small one is never called nothing."""
    assert write_percent(Decimal(share)) == text


@pytest.mark.parametrize(
    ("number", "scale"), [("29E9", "1E9"), ("-300E6", "1E6"), ("13.8E12", "1E12"), ("999999", "1"), ("0", "1")]
)
def test_a_number_is_written_in_the_largest_word_that_it_reaches(number: str, scale: str) -> None:
    """29 billion is written in billions, 300 million in millions, and what is smaller in ones."""
    assert scale_of(Decimal(number)) == Decimal(scale)

"""Is the bare figure read that begins at a word, with scale and unit?"""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.store import Language
from bot.value import Months, QuantityKind
from bot.value.figure import Figure, FigureReader
from bot.value.tokens import Tokens


@pytest.fixture(scope="module")
def figures(language: Language) -> FigureReader:
    return FigureReader(language.words.numbers, Months(language.words.dates))


@pytest.mark.parametrize(
    ("text", "value", "precision"),
    [
        ("15", "15", "1"),
        ("14.30", "14.3", "0.01"),
        (".5", "0.5", "0.1"),
        ("1,234", "1234", "1"),
        ("15 billion", "15E9", "1E9"),
        ("15bn", "15E9", "1E9"),
        ("15-billion", "15E9", "1E9"),
        ("15k", "15000", "1000"),
        ("fifteen", "15", "1"),
        ("twenty-seven", "27", "1"),
        ("twenty seven", "27", "1"),
        ("a billion", "1E9", "1E9"),
        ("a dozen", "12", "12"),
        ("two dozen", "24", "12"),
        ("one hundred", "100", "100"),
        ("one hundred and five", "105", "1"),
        ("two hundred thousand", "200000", "100000"),
        ("2 hundred thousand", "200000", "100000"),
        ("one hundred and fifty million", "150E6", "1E6"),
        ("half a billion", "5E8", "1E8"),
        ("half-billion", "5E8", "1E8"),
        ("one and a half billion", "15E8", "1E8"),
        ("2 and a half", "2.5", "0.1"),
        ("two-hundred", "200", "100"),
        ("40 crore", "40E7", "1E7"),
        ("4 lakh", "400000", "1E5"),
        ("12\u202f345", "12345", "1"),
    ],
)
def test_a_number_is_read_with_its_scale(text: str, value: str, precision: str, figures: FigureReader) -> None:
    """Digits and number words give the number; scale words multiply it and the unit of its last digit."""
    tokens = Tokens(text)
    figure = figures.at(tokens, 0)
    assert figure is not None
    assert (figure.value, figure.precision, figure.last) == (Decimal(value), Decimal(precision), len(tokens) - 1)


@pytest.mark.parametrize(
    ("text", "kind", "unit", "length"),
    [
        ("$15", "money", "USD", 2),
        ("US$15", "money", "USD", 3),
        ("A$15", "money", "AUD", 3),
        ("USD 15", "money", "USD", 2),
        ("€5 m", "money", "EUR", 3),
        ("15 billion dollars", "money", "USD", 3),
        ("15-dollar", "money", "USD", 3),
        ("five pounds", "money", "GBP", 2),
        ("49%", "percent", "percent", 2),
        ("49 per cent", "percent", "percent", 3),
        ("49-percent", "percent", "percent", 3),
        ("two percentage points", "percent", "percent", 3),
        ("27-year-old", "number", "year", 1),
        ("two consecutive years", "number", "consecutive", 1),
        ("27", "number", "", 1),
        ("4.6/10", "score", "of 10", 3),
        ("46 out of 100", "score", "of 100", 4),
        ("3 out of 7 people", "number", "out", 1),
    ],
)
def test_a_figure_measures_money_shares_or_what_it_counts(
    text: str, kind: str, unit: str, length: int, figures: FigureReader
) -> None:
    """A sign or word makes it money, a percentage or a score; else it counts what the next word names."""
    figure = figures.at(Tokens(text), 0)
    assert figure is not None
    assert (figure.kind, figure.unit, figure.last + 1) == (kind, unit, length)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("2016", 0),
        ("2nd", 0),
        ("1990s", 0),
        ("Covid-19", 2),
        ("GPT4", 1),
        ("18:00", 2),
        ("18:00", 0),
        ("5/10/2020", 0),
        ("March 29", 1),
        ("29 March", 0),
        ("5.3/10", 2),
        ("24/7", 0),
        ("1,5 million", 0),
        ("2019–20", 2),
        ("number 31", 1),
        ("No. 5", 2),
        ("number one", 1),
        ("fourty-five", 2),
        ("B2B", 1),
        ("a billion-dollar bet", 0),
        ("a bet", 0),
        ("us $15", 0),
        ("half of it", 0),
        ("billion", 0),
        ("", 0),
    ],
)
def test_what_counts_nothing_is_no_figure(text: str, place: int, figures: FigureReader) -> None:
    """Years, ranks, digits in names and times, and scale words alone give no figure."""
    assert figures.at(Tokens(text), place) is None


def test_a_long_dash_parts_a_figure_from_the_word_before(figures: FigureReader) -> None:
    """Behind a long dash a new thought begins, not the second half of a name."""
    figure = figures.at(Tokens("the firm—15 people"), 3)
    assert figure is not None
    assert figure.unit == "people"


def figure(number: str, unit: str = "", kind: QuantityKind = QuantityKind.NUMBER, factor: str = "1") -> Figure:
    one = Decimal(1)
    scaled = Decimal(factor) != one
    return Figure(0, 0, Decimal(number), one, Decimal(factor), kind, unit, scaled)


@pytest.mark.parametrize(
    ("left", "right", "value", "unit"),
    [
        (figure("14"), figure("15", "USD", QuantityKind.MONEY, "1E9"), "14E9", "USD"),
        (figure("900", "USD", QuantityKind.MONEY, "1E6"), figure("1", "USD", QuantityKind.MONEY, "1E9"), "9E8", "USD"),
        (figure("14", "USD", QuantityKind.MONEY), figure("15", "into"), "14", "USD"),
        (figure("5"), figure("7", "percent", QuantityKind.PERCENT), "5", "percent"),
    ],
)
def test_the_left_end_of_a_range_borrows_what_only_the_right_end_writes(
    left: Figure, right: Figure, value: str, unit: str
) -> None:
    """Scale and unit of the right end apply to the left where it has none of its own."""
    start = left.up_to(right)
    assert (start.value, start.unit) == (Decimal(value), unit)


def test_only_words_of_currencies_name_one(figures: FigureReader) -> None:
    """A word behind an amount names its currency or none."""
    assert [figures.currency(word) for word in ("euros", "bucks", "people", "")] == ["EUR", "USD", None, None]


@pytest.mark.parametrize(("text", "length"), [("billion", 1), ("a billion", 2), ("-million", 2), ("a bet", 0), ("", 0)])
def test_a_scale_word_is_found_behind_an_article_or_a_dash(text: str, length: int, figures: FigureReader) -> None:
    """The length tells how many tokens the scale takes, none where there is no scale."""
    assert figures.scale_length(Tokens(text), 0) == length

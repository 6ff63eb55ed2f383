"""How is a computed number or interval written for a person?"""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal

from bot.value.interval import Interval

_SCALES = (
    (Decimal(10) ** 12, "trillion"),
    (Decimal(10) ** 9, "billion"),
    (Decimal(10) ** 6, "million"),
)
_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹"}
_FIGURES = 3  # significant figures of a computed number: the sources give two or three
_WHOLE_FROM = 10  # from ten percent on a share needs no decimals
_LEAST_SHARE = Decimal("0.1")  # percent; what is smaller is said to be smaller, never 0%


def write_number(number: Decimal, unit: str) -> str:
    """`13720000000, USD` → `$13.7 billion`; `49, percent` → `49%`; rounded to three significant figures."""
    return write_figure(_rounded(number), unit)


def write_figure(number: Decimal, unit: str) -> str:
    """As `write_number`, but with every digit: `14250000000, USD` → `$14.25 billion`."""
    factor, word = _scale(number)
    amount = f"{_SIGNS.get(unit, '')}{_plain(number / factor)}{' ' + word if word else ''}"
    if unit == "percent":
        return f"{amount}%"
    return amount if unit in _SIGNS else f"{amount} {unit}".strip()


def scale_of(number: Decimal) -> Decimal:
    """What a number is written in: 1,000,000,000 for a figure in billions, 1 below a million."""
    return _scale(number)[0]


def write_interval(interval: Interval, unit: str) -> str:
    """An interval in words: a point as its number, a bounded one as "A to B", an open one as its bound.

    The ends come from what sources wrote and keep every digit.
    """
    low, high = (None if end is None else write_figure(end, unit) for end in (interval.low, interval.high))
    match low, high:
        case None, None:
            return "any figure"
        case None, _:
            return f"{'less than' if interval.high_open else 'at most'} {high}"
        case _, None:
            return f"{'over' if interval.low_open else 'at least'} {low}"
        case _:
            return f"{low}" if interval.is_point else f"{low} to {high}"


def write_percent(share: Decimal) -> str:
    """`0.0172` → `1.7%`: two significant figures, none behind the point from ten percent on."""
    percent = share * 100
    if 0 < percent < _LEAST_SHARE:
        return f"less than {_LEAST_SHARE}%"
    places = Decimal(1) if percent >= _WHOLE_FROM else _LEAST_SHARE
    return f"{_plain(percent.quantize(places, ROUND_HALF_EVEN))}%"


def _scale(number: Decimal) -> tuple[Decimal, str]:
    return next(((factor, word) for factor, word in _SCALES if abs(number) >= factor), (Decimal(1), ""))


def _rounded(number: Decimal) -> Decimal:
    if not number:
        return number
    return number.quantize(Decimal(1).scaleb(number.adjusted() - _FIGURES + 1), ROUND_HALF_EVEN)


def _plain(number: Decimal) -> str:
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text

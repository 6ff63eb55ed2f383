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


def write_number(number: Decimal, unit: str) -> str:
    """`13720000000, USD` → `$13.7 billion`; `49, percent` → `49%`; rounded to three significant figures."""
    factor, word = next(((f, w) for f, w in _SCALES if abs(number) >= f), (Decimal(1), ""))
    figure = _plain(_rounded(number / factor))
    amount = f"{_SIGNS.get(unit, '')}{figure}{' ' + word if word else ''}"
    if unit == "percent":
        return f"{amount}%"
    return amount if unit in _SIGNS else f"{amount} {unit}".strip()


def write_interval(interval: Interval, unit: str) -> str:
    """An interval in words: a point as its number, a bounded one as "A to B", an open one as its bound."""
    if interval.low is None and interval.high is None:
        return "any figure"
    if interval.low is None:
        return f"{'less than' if interval.high_open else 'at most'} {write_number(interval.high or Decimal(0), unit)}"
    if interval.high is None:
        return f"{'over' if interval.low_open else 'at least'} {write_number(interval.low, unit)}"
    if interval.is_point:
        return write_number(interval.low, unit)
    return f"{write_number(interval.low, unit)} to {write_number(interval.high, unit)}"


def write_percent(share: Decimal) -> str:
    """`0.0172` → `1.7%`: two significant figures, none behind the point from ten percent on."""
    percent = share * 100
    places = Decimal(1) if percent >= 10 else Decimal("0.1")
    return f"{_plain(percent.quantize(places, ROUND_HALF_EVEN))}%"


def _rounded(number: Decimal) -> Decimal:
    if not number:
        return number
    return number.quantize(Decimal(1).scaleb(number.adjusted() - _FIGURES + 1), ROUND_HALF_EVEN)


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text

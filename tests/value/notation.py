"""How do tests write intervals? As the rules do: `[14.5, 15.5)`, with an empty end where there is no bound."""

from __future__ import annotations

from decimal import Decimal

from bot.value import Interval

_BILLION = Decimal(10) ** 9


def interval(text: str, unit: Decimal = Decimal(1)) -> Interval:
    """The interval in brackets, each end times `unit`."""
    low, high = (Decimal(end) * unit if end.strip() else None for end in text[1:-1].split(","))
    return Interval(low, high, text[0] == "(" and low is not None, text[-1] == ")" and high is not None)


def billions(text: str) -> Interval:
    """The interval in brackets, in billions."""
    return interval(text, _BILLION)

"""What is a value: the intervals, quantities, dates, sets, readings and texts that claims are made of."""

from bot.value.dates import DateReader, FoundDate, PartialDate
from bot.value.interval import Interval
from bot.value.months import Months
from bot.value.plain import Names, OwnWords, Reading
from bot.value.quantity import Bound, Quantity, QuantityKind
from bot.value.reader import Found, QuantityReader
from bot.value.words import DateWords, NumberWords

__all__ = [
    "Bound",
    "DateReader",
    "DateWords",
    "Found",
    "FoundDate",
    "Interval",
    "Months",
    "Names",
    "NumberWords",
    "OwnWords",
    "PartialDate",
    "Quantity",
    "QuantityKind",
    "QuantityReader",
    "Reading",
]

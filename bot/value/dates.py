"""How precisely is a date given, and what days does it leave open?

Dates are kept as EDTF level 1 (Extended Date/Time Format, ISO 8601-2): `2016`, `2024-21` (spring), `2025-06`,
`2025-06-12`. A season spans the three calendar months of the northern reading, as EDTF leaves it to the user.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bot.value.interval import Interval
from bot.value.months import Months, is_day
from bot.value.tokens import Token, Tokens
from bot.value.words import DateWords

_EDTF = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_SEASON_STARTS = {21: 3, 22: 6, 23: 9, 24: 12}
_DECEMBER, _FEBRUARY = 12, 2
_FIRST_YEAR, _LAST_YEAR = 1900, 2100  # four digits outside are counts, not years
_YEAR_DIGITS, _PART_DIGITS = 4, 2
_MONEY_OR_DECIMAL = frozenset("$€£¥₹.")


@dataclass(frozen=True)
class PartialDate:
    """A date as far as it is given: EDTF, and the words it was written in."""

    edtf: str
    as_written: str

    @property
    def interval(self) -> Interval:
        """The days left open, as proleptic Gregorian ordinals, both ends included."""
        first, last = edtf_days(self.edtf)
        return Interval(Decimal(first.toordinal()), Decimal(last.toordinal()))


def edtf_days(edtf: str) -> tuple[date, date]:
    """The first and the last day of an EDTF date. Raises ValueError for anything else."""
    match = _EDTF.fullmatch(edtf)
    if not match:
        raise ValueError(f"not an EDTF date: {edtf!r}")
    year, part, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    if part in _SEASON_STARTS and not match[3]:
        return _season(year, _SEASON_STARTS[part])
    if match[3]:
        return date(year, part, day), date(year, part, day)
    first, last = (part, part) if match[2] else (1, _DECEMBER)
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _season(year: int, month: int) -> tuple[date, date]:
    end_year, end_month = (year + 1, _FEBRUARY) if month == _DECEMBER else (year, month + 2)
    return date(year, month, 1), date(end_year, end_month, monthrange(end_year, end_month)[1])


@dataclass(frozen=True)
class FoundDate:
    """A date and where it stands in the text it was read from."""

    date: PartialDate
    start: int
    end: int


class DateReader:
    """Reads the dates of a text: years, seasons, months and days of a year; also written in figures (2025-06-12)."""

    def __init__(self, words: DateWords) -> None:
        self._months = Months(words)
        self._fillers = frozenset(words.fillers)
        self._endings = frozenset(words.ordinal_endings)
        self._parts = {
            spelling: code
            for table in (words.months, words.seasons)
            for code, spellings in table.items()
            for spelling in spellings
        }

    def read(self, text: str) -> tuple[FoundDate, ...]:
        """Every date with a year in `text`, in order."""
        return self._read(Tokens(text))

    def read_within(self, text: str, year: int) -> tuple[FoundDate, ...]:
        """Every date in `text`, in order; days and months without a year are read as those of `year`."""
        tokens = Tokens(text)
        dated = self._read(tokens)
        short = (found for place in range(len(tokens)) if (found := self._short_at(tokens, place, year)))
        own = [found for found in short if not any(date.start < found.end and found.start < date.end for date in dated)]
        return tuple(sorted((*dated, *own), key=lambda found: found.start))

    def _read(self, tokens: Tokens) -> tuple[FoundDate, ...]:
        years = (place for place in range(len(tokens)) if _is_year(tokens, place))
        return tuple(self._date_around(tokens, year) for year in years)

    def _short_at(self, tokens: Tokens, place: int, year: int) -> FoundDate | None:
        """The day or the month at a place: a day stands beside its month, a month stands alone."""
        if beside := self._months.beside_day(tokens, place):
            month, first, last = beside
            edtf = f"{year:04}-{month:02}{_day(tokens[place])}"
        elif (month := self._months.at(tokens, place)) and not self._has_day(tokens, place):
            first, last, edtf = place, place, f"{year:04}-{month:02}"
        else:
            return None
        if not _is_real(edtf):
            return None
        return FoundDate(PartialDate(edtf, tokens.between(first, last)), tokens[first].start, tokens[last].end)

    def _has_day(self, tokens: Tokens, month: int) -> bool:
        """True where a day stands before or behind a month."""
        return any(is_day(tokens, place) for place in (self._previous(tokens, month), month + 1, month + 2))

    def read_one(self, text: str) -> PartialDate:
        """The one date that `text` gives. Raises ValueError where there is none or more."""
        found = self.read(text)
        if len(found) != 1:
            raise ValueError(f"one date expected, {len(found)} found in {text!r}")
        return found[0].date

    def _date_around(self, tokens: Tokens, year: int) -> FoundDate:
        """The most precise real date that ends or begins with the year: a 31 June is read as June."""
        number = f"{int(tokens[year].text)}"
        ways = (*self._before(tokens, year), *_behind(tokens, year), (year, year, ""))
        first, last, part = next(way for way in ways if _is_real(number + way[2]))
        written = PartialDate(number + part, tokens.between(first, last))
        return FoundDate(written, tokens[first].start, tokens[last].end)

    def _before(self, tokens: Tokens, year: int) -> list[tuple[int, int, str]]:
        """What stands before the year, the most precise way first: (first token, last token, EDTF behind the year)."""
        name = self._previous(tokens, year)
        if code := self._parts.get(tokens[name].text):
            day = self._previous(tokens, name)
            return [(day, year, f"-{code:02}{_day(tokens[day])}"), (name, year, f"-{code:02}")]
        day, name = name, self._previous(tokens, name)
        if code := self._parts.get(tokens[name].text):
            return [(name, year, f"-{code:02}{_day(tokens[day])}")]
        return []

    def _previous(self, tokens: Tokens, place: int) -> int:
        """The place before, over fillers, ordinal endings, commas and the point of an abbreviation."""
        place -= 1
        while place > 0 and self._is_skipped(tokens, place):
            place -= 1
        return place

    def _is_skipped(self, tokens: Tokens, place: int) -> bool:
        token = tokens[place]
        if token.text == ".":
            abbreviates = tokens.touching(place) and tokens[place - 1].text in self._parts
            return abbreviates and tokens[place + 1].is_figure
        if token.text in self._endings:
            return tokens.touching(place) and tokens[place - 1].is_figure
        return token.text == "," or token.text in self._fillers


def _day(token: Token) -> str:
    """The day behind a month in EDTF; something that is no date where the token is no day."""
    is_day = token.text.isdecimal() and len(token.text) <= _PART_DIGITS
    return f"-{int(token.text):02}" if is_day else "-"


def _behind(tokens: Tokens, year: int) -> list[tuple[int, int, str]]:
    """Month and day in figures behind the year: 2025-06-12, 2025-06; but 2023-24 tells of two years."""
    month, day = _part(tokens, year + 2), _part(tokens, year + 4)
    if not 0 < month <= _DECEMBER:
        return []
    ways = [(year, year + 4, f"-{month:02}-{day:02}")] if day else []
    is_next_year = (int(tokens[year].text) + 1) % 100 == month
    return ways if is_next_year else [*ways, (year, year + 2, f"-{month:02}")]


def _part(tokens: Tokens, place: int) -> int:
    """The two digits behind a dash that touches on both sides; 0 for anything else."""
    joined = tokens.is_dash(place - 1) and tokens.touching(place - 1) and tokens.touching(place)
    digits = tokens[place].text
    return int(digits) if joined and digits.isdecimal() and len(digits) == _PART_DIGITS else 0


def _is_real(edtf: str) -> bool:
    try:
        edtf_days(edtf)
    except ValueError:
        return False
    return True


def _is_year(tokens: Tokens, place: int) -> bool:
    """True for four digits in the range of years that are no amount, decimal or percentage."""
    word = tokens[place].text
    if len(word) != _YEAR_DIGITS or not word.isdecimal() or not _FIRST_YEAR <= int(word) <= _LAST_YEAR:
        return False
    sign = tokens[place - 1].text if tokens.touching(place) else ""
    return sign not in _MONEY_OR_DECIMAL and not (tokens[place + 1].text == "%" and tokens.touching(place + 1))

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
from bot.value.words import DateWords

_EDTF = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_WORD = re.compile(r"[^\W\d_]+|\d+")
_SEASON_STARTS = {21: 3, 22: 6, 23: 9, 24: 12}
_FIRST_YEAR, _LAST_YEAR = 1900, 2100  # four digits outside are counts, not years


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
    if part in _SEASON_STARTS and not day:
        return _season(year, _SEASON_STARTS[part])
    if day:
        return date(year, part, day), date(year, part, day)
    first, last = (part, part) if part else (1, 12)
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _season(year: int, month: int) -> tuple[date, date]:
    end_year, end_month = (year + 1, 2) if month == 12 else (year, month + 2)
    return date(year, month, 1), date(end_year, end_month, monthrange(end_year, end_month)[1])


@dataclass(frozen=True)
class FoundDate:
    """A date and where it stands in the text it was read from."""

    date: PartialDate
    start: int
    end: int


class DateReader:
    """Reads the dates of a text: years, seasons, months and days of a year."""

    def __init__(self, words: DateWords) -> None:
        self._parts = {
            spelling: code
            for table in (words.months, words.seasons)
            for code, spellings in table.items()
            for spelling in spellings
        }

    def read(self, text: str) -> tuple[FoundDate, ...]:
        """Every date with a year in `text`, in order."""
        words = list(_WORD.finditer(text.lower()))
        return tuple(
            self._date_ending_at(words, place, text)
            for place, word in enumerate(words)
            if _is_year(word[0]) and _stands_alone(text, word.start(), word.end())
        )

    def read_one(self, text: str) -> PartialDate:
        """The one date that `text` gives. Raises ValueError where there is none or more."""
        found = self.read(text)
        if len(found) != 1:
            raise ValueError(f"one date expected, {len(found)} found in {text!r}")
        return found[0].date

    def _date_ending_at(self, words: list[re.Match[str]], place: int, text: str) -> FoundDate:
        year = words[place]
        before = [word for word in words[max(0, place - 3) : place] if word[0] not in ("of", "the", "in")]
        start, edtf = year.start(), year[0]
        if before and (code := self._parts.get(before[-1][0])):
            start, edtf = before[-1].start(), f"{edtf}-{code:02d}"
            if len(before) > 1 and before[-2][0].isdigit() and code <= 12 and 0 < int(before[-2][0]) <= 31:
                start, edtf = before[-2].start(), f"{edtf}-{int(before[-2][0]):02d}"
        elif len(before) > 1 and before[-1][0].isdigit() and self._parts.get(before[-2][0], 99) <= 12:
            start = before[-2].start()
            edtf = f"{edtf}-{self._parts[before[-2][0]]:02d}-{int(before[-1][0]):02d}"
        return FoundDate(PartialDate(edtf, text[start : year.end()]), start, year.end())


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and _FIRST_YEAR <= int(word) <= _LAST_YEAR


def _stands_alone(text: str, start: int, end: int) -> bool:
    """True where the four digits are no part of a longer figure, an amount or a percentage."""
    before, after = text[:start][-1:], text[end : end + 2]
    return before not in ("$", "€", "£", ".", ",") and not re.match(r"[.,]\d|%", after)

"""Are dates read as precisely as they are given, and no more so?"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.store import Language
from bot.value import DateReader, PartialDate
from bot.value.dates import edtf_days


@pytest.mark.parametrize(
    ("text", "edtf", "written"),
    [
        ("founded in 2016", "2016", "2016"),
        ("in spring 2024", "2024-21", "spring 2024"),
        ("in the spring of 2024", "2024-21", "spring of 2024"),
        ("the fall of 2023", "2023-23", "fall of 2023"),
        ("winter 2024", "2024-24", "winter 2024"),
        ("in June 2025", "2025-06", "June 2025"),
        ("June, 2025", "2025-06", "June, 2025"),
        ("Sept. 2025", "2025-09", "Sept. 2025"),
        ("June 12, 2025", "2025-06-12", "June 12, 2025"),
        ("June 12th, 2025", "2025-06-12", "June 12th, 2025"),
        ("12 June 2025", "2025-06-12", "12 June 2025"),
        ("the 2nd of June 2025", "2025-06-02", "2nd of June 2025"),
        ("on 2025-06-12", "2025-06-12", "2025-06-12"),
        ("in 2025-06", "2025-06", "2025-06"),
        ("٢٠٢٥", "2025", "٢٠٢٥"),
    ],
)
def test_a_date_is_as_precise_as_its_words(text: str, edtf: str, written: str, dates: DateReader) -> None:
    """Year, season, month or day: what is written is kept, as EDTF and as its words."""
    assert dates.read_one(text) == PartialDate(edtf, written)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("31 June 2025", "2025-06"),
        ("June 31, 2025", "2025"),
        ("June 45, 2025", "2025"),
        ("the 2023-24 season", "2023"),
        ("2011-12", "2011"),
        ("2025-13-40", "2025"),
        ("June. 12 people. 2025 began", "2025"),
        ("it rose in May. In 2025 it fell", "2025"),
        ("11111111111111111111 May 2025", "2025-05"),
    ],
)
def test_what_is_no_real_day_is_left_out(text: str, edtf: str, dates: DateReader) -> None:
    """A day that the calendar lacks, or words of another sentence, do not make a date more precise."""
    assert dates.read_one(text).edtf == edtf


@pytest.mark.parametrize("text", ["$2016", "2016%", "1.2016", "20160", "1899", "2101", "in May", "spring", "", "2,016"])
def test_what_is_no_year_is_no_date(text: str, dates: DateReader) -> None:
    """Amounts, percentages, other figures and days without a year give no date."""
    assert dates.read(text) == ()


def test_each_date_stands_where_it_was_read(dates: DateReader) -> None:
    """All dates of a text are found in order, each with its place."""
    text = "İn June 2016, and by spring 2024 again; not 2025."
    found = dates.read(text)
    assert [hit.date.edtf for hit in found] == ["2016-06", "2024-21", "2025"]
    assert [text[hit.start : hit.end] for hit in found] == ["June 2016", "spring 2024", "2025"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("on March 29", ["2020-03-29"]),
        ("by 29 March and in June", ["2020-03-29", "2020-06"]),
        ("on March 29, 2021, and in April", ["2021-03-29", "2020-04"]),
        ("it may march on", []),
        ("31 June", []),
        ("in spring", []),
        ("2021", ["2021"]),
    ],
)
def test_days_without_a_year_are_read_within_one_on_request(text: str, found: list[str], dates: DateReader) -> None:
    """Where the year is known, days and months that leave it out are dates of that year; others keep their own."""
    assert [hit.date.edtf for hit in dates.read_within(text, 2020)] == found


@pytest.mark.parametrize(("text", "count"), [("last year", 0), ("2016 or 2017", 2)])
def test_one_date_is_exactly_one(text: str, count: int, dates: DateReader) -> None:
    """Where one date is asked for, none or two are refused with their number."""
    with pytest.raises(ValueError, match=f"one date expected, {count} found"):
        dates.read_one(text)


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2016", date(2016, 1, 1), date(2016, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29)),
        ("2024-21", date(2024, 3, 1), date(2024, 5, 31)),
        ("2024-22", date(2024, 6, 1), date(2024, 8, 31)),
        ("2024-23", date(2024, 9, 1), date(2024, 11, 30)),
        ("2024-24", date(2024, 12, 1), date(2025, 2, 28)),
    ],
)
def test_a_date_leaves_its_days_open(edtf: str, first: date, last: date) -> None:
    """A year, season or month leaves all its days open, a day only itself; both ends are included."""
    assert edtf_days(edtf) == (first, last)
    days = PartialDate(edtf, edtf).interval
    assert (days.low, days.high) == (Decimal(first.toordinal()), Decimal(last.toordinal()))


@pytest.mark.parametrize(
    "edtf",
    ["", "16", "2016-00", "2016-13", "2016-25", "2016-06-00", "2016-06-31", "2016-21-01", "2016-6", "20160", "٢٠٢٥"],
)
def test_what_is_not_edtf_is_refused(edtf: str) -> None:
    """Only years, seasons, months and days that exist are dates."""
    with pytest.raises(ValueError, match=r"EDTF|month|day"):
        edtf_days(edtf)


PIECES = "2016 2024 31 12 June spring May of the , . - 2nd Sept in ١٢ 99999"


@given(
    st.text()
    | st.lists(st.sampled_from(PIECES.split())).map(" ".join)
    | st.lists(st.sampled_from(PIECES.split())).map("".join)
)
def test_no_text_is_too_much_for_the_reader(dates: DateReader, text: str) -> None:
    """Whatever is typed, each date is the text at its place and a date that exists."""
    for hit in dates.read(text):
        assert text[hit.start : hit.end] == hit.date.as_written
        assert not hit.date.interval.is_empty


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.data())
def test_every_spelling_of_a_day_is_read_as_the_same(
    language: Language, dates: DateReader, day: date, data: st.DataObject
) -> None:
    """A day is read from all spellings of its month, before or behind the number, and from figures."""
    month = data.draw(st.sampled_from(language.words.dates.months[day.month])).title()
    spellings = [
        f"{month} {day.day}, {day.year}",
        f"{day.day} {month} {day.year}",
        f"the {day.day}th of {month}, {day.year}",
        day.isoformat(),
    ]
    for text in spellings:
        assert dates.read_one(text).edtf == day.isoformat()


@given(st.dates(date(1900, 1, 1), date(2100, 11, 30)))
def test_a_coarser_date_holds_the_finer(day: date) -> None:
    """The year's days hold the month's, and the month's the day."""
    iso = day.isoformat()
    year, month, exact = (PartialDate(iso[:cut], "").interval for cut in (4, 7, 10))
    assert exact.within(month)
    assert month.within(year)
    assert not PartialDate((day + timedelta(days=1)).isoformat(), "").interval.within(exact)

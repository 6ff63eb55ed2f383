"""Is a table's CSV read as it was meant by programs, and run by no spreadsheet?"""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answer.tables import Table
from bot.table import csv_file, csv_text

CELLS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)


def table(*rows: tuple[str, ...]) -> Table:
    return Table("name", "Title", tuple(f"c{place}" for place in range(len(rows[0]))), rows)


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


@given(st.lists(st.tuples(CELLS, CELLS), min_size=1))
def test_what_is_written_is_read_back(rows: list[tuple[str, str]]) -> None:
    """Commas, quotes and line ends in a cell survive; at most the mark of text stands before one."""
    head, *found = read(csv_text(table(*rows)))
    assert head == ["c0", "c1"]
    assert [[cell.removeprefix("'") for cell in row] for row in found] == [
        [cell.removeprefix("'") for cell in row] for row in rows
    ]


def test_a_quote_of_several_lines_stays_one_cell() -> None:
    """Lines in a cell do not become rows."""
    assert read(csv_text(table(("a\nb", 'says "x", y')))) == [["c0", "c1"], ["a\nb", 'says "x", y']]


@pytest.mark.parametrize(
    "formula", ['=HYPERLINK("http://x.example")', "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"]
)
def test_a_formula_is_shown_and_not_run(formula: str) -> None:
    """What a spreadsheet would compute is marked as text."""
    assert csv_text(table((formula, "b"))).splitlines()[1].lstrip('"').startswith("'")


def test_figures_and_words_are_left_as_they_are() -> None:
    """Only what begins like a formula is marked."""
    assert read(csv_text(table(("$15 billion", "about 49%"))))[1] == ["$15 billion", "about 49%"]


def test_a_file_says_that_it_is_utf_8() -> None:
    """Spreadsheets take it for something else otherwise; the text itself is the same."""
    made = table(("¶ “x” –", "b"))
    assert csv_file(made).decode("utf-8-sig") == csv_text(made)
    assert csv_file(made).startswith(b"\xef\xbb\xbf")


def test_lines_end_as_the_format_wants_it() -> None:
    """Each row ends with carriage return and line feed."""
    assert csv_text(table(("a", "b"))) == "c0,c1\r\na,b\r\n"

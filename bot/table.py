"""How does a table look as CSV? As spreadsheets take it, with nothing in it that they would run."""

from __future__ import annotations

import csv
import io

from bot.answer.tables import Table

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")  # a cell that begins so is computed, not shown
_AS_TEXT = "'"  # what tells a spreadsheet that a cell is text


def csv_text(table: Table) -> str:
    """The table with its columns' names in the first line; lines end as RFC 4180 wants it."""
    held = io.StringIO()
    writer = csv.writer(held, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([*map(_shown, row)] for row in table.rows)
    return held.getvalue()


def csv_file(table: Table) -> bytes:
    """The same as a file, with the mark by which spreadsheets know that it is UTF-8."""
    return csv_text(table).encode("utf-8-sig")


def _shown(cell: str) -> str:
    """The cell, so that no spreadsheet takes it for a formula."""
    return f"{_AS_TEXT}{cell}" if cell.startswith(_FORMULA) else cell

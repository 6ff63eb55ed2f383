"""In which form does a command print: for a terminal, as plain text, or as JSON?"""

from __future__ import annotations

import argparse
import json
import sys

from bot import text
from bot.answer import Answer
from bot.answer.tables import Table
from bot.cli.rows import PROGRAM, Row
from bot.table import csv_text


def add_output_options(parser: argparse.ArgumentParser, *, table: bool = False) -> None:
    """Add `--json` and `--plain`, and where there is a table `--csv`."""
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print one JSON object a line and nothing else")
    form.add_argument("--plain", action="store_true", help="plain text (as always where the output is no terminal)")
    if table:
        form.add_argument("--csv", action="store_true", help="print a table for spreadsheets")


def show(answer: Answer, *, plain: bool) -> None:
    """Print an answer for a person."""
    if plain or not sys.stdout.isatty():
        print(text.render(answer, PROGRAM), flush=True)
        return
    from bot.cli.terminal import draw  # noqa: PLC0415  # rich costs a fifth of the start, and only a terminal needs it

    draw(answer)


def print_row(row: Row) -> None:
    """Print a row at once, so that a program at the other end of a pipe need not wait for the next.

    Everything beyond ASCII is escaped: a line separator that somebody typed must not look like the end of the row, and
    no terminal or pipe is unable to carry it.
    """
    print(json.dumps(row), flush=True)


def print_table(table: Table) -> None:
    """Print a table as CSV, as UTF-8 whatever the terminal's own encoding is."""
    sys.stdout.flush()
    sys.stdout.buffer.write(csv_text(table).encode())
    sys.stdout.buffer.flush()

"""In which form does a command print: for a terminal, as plain text, or as JSON?"""

from __future__ import annotations

import argparse
import json
import sys

from bot import text
from bot.answer import Answer
from bot.cli.rows import PROGRAM, Row


def add_output_options(parser: argparse.ArgumentParser) -> None:
    """Add `--json` and `--plain`."""
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print one JSON object a line and nothing else")
    form.add_argument("--plain", action="store_true", help="plain text (as always where the output is no terminal)")


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

"""`dealcheck check`: what do the sources make of a statement, or of each line of standard input?"""

from __future__ import annotations

import argparse
import os
from typing import Any

from bot.cli.deal import add_deal_options, open_desk
from bot.cli.lines import STDIN, InputLine, input_lines
from bot.cli.output import add_output_options, print_row, show
from bot.cli.rows import Row, check_row, unchecked_row
from bot.desk import Desk

_EXAMPLES = """examples:
  dealcheck check "The CEO stays, and the stake carries votes."
  dealcheck check --json - < statements.txt"""


def register(commands: Any) -> None:
    """Add `check` to the commands."""
    parser = commands.add_parser(
        "check",
        description="Check a statement against the cited facts: each clause with its verdict and the reason.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "statement", nargs="+", metavar="STATEMENT", help="one sentence or several; - reads one statement a line"
    )
    add_output_options(parser)
    add_deal_options(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Check; 0 whatever the verdict."""
    desk = open_desk(arguments, os.environ)
    if arguments.statement == [STDIN]:
        _check_lines(desk, arguments)
    elif arguments.json:
        print_row(check_row(" ".join(arguments.statement), desk))
    else:
        show(desk.check(" ".join(arguments.statement)), plain=arguments.plain)
    return 0


def _check_lines(desk: Desk, arguments: argparse.Namespace) -> None:
    for line in input_lines():
        if arguments.json:
            print_row(_row(line, desk))
        else:
            show(desk.check(line.text), plain=arguments.plain)
            print()


def _row(line: InputLine, desk: Desk) -> Row:
    return unchecked_row(line.text, line.error) if line.error else check_row(line.text, desk)

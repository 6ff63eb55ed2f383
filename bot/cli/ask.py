"""`dealcheck ask`: what do the sources say to a question, or to each line of standard input?"""

from __future__ import annotations

import argparse
import os
from typing import Any

from bot.cli.deal import add_deal_options, open_desk
from bot.cli.lines import STDIN, InputLine, input_lines
from bot.cli.output import add_output_options, print_row, show
from bot.cli.rows import Row, answer_row, refused_row
from bot.desk import Desk

_EXAMPLES = """examples:
  dealcheck ask "Who takes over as CEO?"
  dealcheck ask --json - < questions.txt"""


def register(commands: Any) -> None:
    """Add `ask` to the commands."""
    parser = commands.add_parser(
        "ask",
        description="Answer a question from the cited facts, and show where the sources disagree.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("question", nargs="+", metavar="QUESTION", help="the question; - reads one a line from stdin")
    add_output_options(parser)
    add_deal_options(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Answer; 0 also where the sources do not say."""
    desk = open_desk(arguments, os.environ)
    if arguments.question == [STDIN]:
        _answer_lines(desk, arguments)
    elif arguments.json:
        question = " ".join(arguments.question)
        print_row(answer_row({"question": question}, desk.ask(question)))
    else:
        show(desk.ask(" ".join(arguments.question)), plain=arguments.plain)
    return 0


def _answer_lines(desk: Desk, arguments: argparse.Namespace) -> None:
    for line in input_lines():
        if arguments.json:
            print_row(_row(line, desk))
        else:
            show(desk.ask(line.text), plain=arguments.plain)
            print()


def _row(line: InputLine, desk: Desk) -> Row:
    asked: Row = {"question": line.text}
    return refused_row(asked, line.error) if line.error else answer_row(asked, desk.ask(line.text))

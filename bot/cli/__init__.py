"""What can be typed after `dealcheck`? Parses the command line and hands over to the command's own module."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from bot.cli import lint
from bot.problem import StoreError

DONE, PROBLEMS, USAGE = 0, 1, 2
_FAMILIES = (lint,)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the result is the exit code: 0 done, 1 problems found, 2 wrong usage."""
    try:
        arguments = _parser().parse_args(argv)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else USAGE
    try:
        code: int = arguments.run(arguments)
    except StoreError as error:
        print(error, file=sys.stderr)
        return PROBLEMS
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dealcheck", description="Cited answers about one deal.")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for family in _FAMILIES:
        family.register(commands)
    return parser

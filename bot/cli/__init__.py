"""What can be typed after `dealcheck`? Parses the command line and hands over to the command's own module."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from bot.cli import lint, seeds
from bot.problem import StoreError

DONE, PROBLEMS, USAGE = 0, 1, 2
_FAMILIES = (lint, seeds)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the result is the exit code: 0 done, 1 problems found, 2 wrong usage."""
    try:
        return _run(argv)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else USAGE
    except StoreError as error:
        print(error, file=sys.stderr)
    except BrokenPipeError:
        _forget_output()
    return PROBLEMS


def _run(argv: Sequence[str] | None) -> int:
    arguments = _parser().parse_args(argv)
    code: int = arguments.run(arguments)
    sys.stdout.flush()
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dealcheck", description="Cited answers about one deal.")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for family in _FAMILIES:
        family.register(commands)
    return parser


def _forget_output() -> None:
    """Whoever read our output went away (`| head`); what is still buffered must not raise again at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

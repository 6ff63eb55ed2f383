"""What can be typed after `dealcheck`? Finds the module of the command and hands over; no other module is loaded.

A command's module has `register(commands)`, which adds its parsers; each sets `run`, a function from the parsed
arguments to the exit code. A new command is a line in `COMMANDS` and a module.
"""

from __future__ import annotations

import argparse
import difflib
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from io import TextIOWrapper
from typing import Any

from bot.problem import StoreError

DONE, PROBLEMS, USAGE = 0, 1, 2
INTERRUPTED, UNREAD = 130, 141  # as shells report a program that Ctrl-C or a closed pipe ended


@dataclass(frozen=True)
class Command:
    """A command: the module that brings it, and its line in the list of commands."""

    module: str
    summary: str


COMMANDS = {
    "ask": Command("bot.cli.ask", "answer a question from the cited facts"),
    "check": Command("bot.cli.check", "check a statement against the cited facts, clause by clause"),
    "compare": Command("bot.cli.compare", "two sources beside each other, or one sentence's figures against another's"),
    "summary": Command("bot.cli.browse", "the deal in short, each point with its sources"),
    "timeline": Command("bot.cli.browse", "what happened in which order"),
    "disagreements": Command("bot.cli.browse", "where the sources do not say the same, with the proof"),
    "who": Command("bot.cli.browse", "what the sources say of a person or a company"),
    "facts": Command("bot.cli.browse", "every fact in a line, or those of a subject"),
    "why": Command("bot.cli.browse", "what the verdict on a fact rests on"),
    "source": Command("bot.cli.browse", "what one article says, alone and beside the others"),
    "sources": Command("bot.cli.browse", "the articles, and what to know when reading them"),
    "chart": Command("bot.cli.chart", "the figures or the timeline as a picture (PNG or SVG)"),
    "gaps": Command("bot.cli.gaps", "what was asked in Slack that no source answers"),
    "manifest": Command("bot.cli.manifest", "print the app's manifest, to create the app at Slack"),
    "doctor": Command("bot.cli.doctor", "check what the bot needs to work in a Slack workspace"),
    "reports": Command("bot.cli.reports", "the errors that people reported in Slack, and what they thought of answers"),
    "serve": Command("bot.cli.serve", "run the bot in a Slack workspace"),
    "playground": Command("bot.cli.serve", "try the bot in a local page that works like Slack"),
    "lint": Command("bot.cli.lint", "check the records, with --articles against the articles too"),
    "seeds": Command("bot.cli.seeds", "begin the record of a new article"),
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the result is the exit code: 0 done, 1 problems found, 2 wrong usage."""
    _spare_narrow_encodings()
    try:
        return _run(sys.argv[1:] if argv is None else argv)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else USAGE
    except StoreError as error:
        print(error, file=sys.stderr)
        return PROBLEMS
    except BrokenPipeError:
        _forget_output()
        return UNREAD
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(argv: Sequence[str]) -> int:
    parser = _parser(argv)
    if not argv:
        parser.print_help(sys.stderr)
        return USAGE
    arguments = parser.parse_args(argv)
    code: int = arguments.run(arguments)
    sys.stdout.flush()
    return code


def _parser(argv: Sequence[str]) -> argparse.ArgumentParser:
    """The parser for these arguments: of the command they name it knows everything, of others the summary."""
    parser = argparse.ArgumentParser(
        prog="dealcheck",
        usage="dealcheck COMMAND ...",
        description="Answers about one deal from cited facts, and shows where the sources disagree.",
        epilog=_listed(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action=_Version, help="print the version and exit")
    commands = parser.add_subparsers(required=True, metavar="COMMAND", prog="dealcheck", help=argparse.SUPPRESS)
    named = next((word for word in argv if not word.startswith("-")), None)
    _add_commands(commands, named)
    if named is not None and named not in COMMANDS:
        parser.error(_unknown(named))
    return parser


def _add_commands(commands: Any, named: str | None) -> None:
    chosen = COMMANDS[named].module if named in COMMANDS else None
    for name, command in COMMANDS.items():
        if command.module != chosen:
            commands.add_parser(name)
    if chosen:
        import_module(chosen).register(commands)


def _listed() -> str:
    rows = [f"  {name:<15}{command.summary}" for name, command in COMMANDS.items()]
    return "\n".join(["commands:", *rows, "", "`dealcheck COMMAND --help` tells more about a command."])


def _unknown(named: str) -> str:
    near = difflib.get_close_matches(named.lower(), COMMANDS, n=1)
    hint = f"did you mean {near[0]!r}?" if near else f"there are: {', '.join(COMMANDS)}"
    return f"no command is called {named!r}; {hint}"


class _Version(argparse.Action):
    """Reads the installed version only when it is asked for."""

    def __init__(self, option_strings: list[str], dest: str, **given: Any) -> None:
        super().__init__(option_strings, dest, nargs=0, **given)

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        try:
            print(f"dealcheck {version('dealcheck')}")
        except PackageNotFoundError:
            print("dealcheck, run from a checkout that is not installed")
        parser.exit()


def _spare_narrow_encodings() -> None:
    """Where the output's encoding has no sign for a character, a question mark is better than a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def _forget_output() -> None:
    """Whoever read our output went away (`| head`); what is still buffered must not raise again at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

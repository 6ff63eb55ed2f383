"""`dealcheck reports`: which errors did people report in Slack, and what did they think of the answers?"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from bot.cli.output import print_row
from bot.journal import JournalError, Opinion, Report, read_opinions, read_reports
from bot.settings import state_file

_HELPFUL = {True: "helpful", False: "not helpful"}


def register(commands: Any) -> None:
    """Add `reports` to the commands."""
    parser = commands.add_parser(
        "reports",
        description="The errors that people reported in Slack, the latest first, then how helpful answers were.",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object a line and nothing else")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """List reports and opinions; 1 where the journal cannot be read."""
    try:
        reports, opinions = read_reports(state_file(os.environ)), read_opinions(state_file(os.environ))
    except JournalError as error:
        print(f"dealcheck: {error}", file=sys.stderr)
        return 1
    if arguments.json:
        for row in _rows(reports, opinions):
            print_row(row)
    else:
        print("\n".join(_lines(reports, opinions)))
    return 0


def _rows(reports: tuple[Report, ...], opinions: tuple[Opinion, ...]) -> Iterator[dict[str, Any]]:
    """An object for each report, and one for each opinion; `kind` tells which."""
    yield from ({"kind": "report"} | asdict(report) for report in reports)
    yield from ({"kind": "opinion"} | asdict(opinion) | {"fact": _fact(opinion)} for opinion in opinions)


def _lines(reports: tuple[Report, ...], opinions: tuple[Opinion, ...]) -> Iterator[str]:
    if not (reports or opinions):
        yield "Nobody has reported an error or judged an answer."
    for report in reports:
        yield f"{report.reference}  {report.day}  {report.fact}  (by {report.person})"
        yield f"  wrong: {_on_one_line(report.wrong)}"
        yield f"  said in: {_on_one_line(report.said_in)}"
    tallies = Counter((_fact(opinion), _HELPFUL[opinion.helpful], opinion.reason) for opinion in opinions)
    for (fact, judged, reason), count in sorted(tallies.items()):
        yield f"{count:>5}  {fact}: {judged}{f' ({reason})' if reason else ''}"


def _fact(opinion: Opinion) -> str:
    return opinion.about.partition(" ")[0]


def _on_one_line(text: str) -> str:
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())

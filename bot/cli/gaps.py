"""`dealcheck gaps`: which questions were asked that no source answers, so that a curator knows what to add?"""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import asdict
from typing import Any

from bot.cli.output import print_row
from bot.journal import Gap, JournalError, read_gaps
from bot.settings import state_file


def register(commands: Any) -> None:
    """Add `gaps` to the commands."""
    parser = commands.add_parser(
        "gaps",
        description="What was asked in Slack that no source answers, the most frequent first; nobody's name is kept.",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object a line and nothing else")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """List the gaps; 1 where the journal cannot be read."""
    try:
        gaps = read_gaps(state_file(os.environ))
    except JournalError as error:
        print(f"dealcheck: {error}", file=sys.stderr)
        return 1
    if arguments.json:
        for gap in gaps:
            print_row(asdict(gap))
    else:
        print("\n".join(map(_line, gaps)) or "No question has gone unanswered.")
    return 0


def _line(gap: Gap) -> str:
    days = gap.first if gap.first == gap.last else f"{gap.first} to {gap.last}"
    return f"{gap.count:>5}  {gap.question}  ({days})"

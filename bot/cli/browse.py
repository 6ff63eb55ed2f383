"""`dealcheck summary`, `timeline`, `disagreements`, `facts`, `sources`, `who`: what is known of the deal, unasked?"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from bot.answer import Answer
from bot.cli.deal import add_deal_options, open_desk
from bot.cli.output import add_output_options, print_row, show
from bot.cli.rows import (
    Row,
    card_row,
    disagreement_rows,
    entity_rows,
    fact_rows,
    source_rows,
    summary_rows,
    timeline_rows,
)
from bot.desk import Desk


@dataclass(frozen=True)
class _View:
    """One command: what it is about, the answer for people and the rows for programs."""

    description: str
    answer: Callable[[Desk], Answer]
    rows: Callable[[Desk], Iterator[Row]]


_VIEWS = {
    "summary": _View("The deal in short, each point with its sources.", lambda desk: desk.summary, summary_rows),
    "timeline": _View(
        "What happened in which order, dated only as precisely as a source dates it.",
        lambda desk: desk.timeline,
        timeline_rows,
    ),
    "disagreements": _View(
        "Every fact on which the sources do not say the same: each position, its quotes, and why it counts.",
        lambda desk: desk.disagreements,
        disagreement_rows,
    ),
    "facts": _View("Every fact in a line, by subject.", lambda desk: desk.facts, fact_rows),
    "sources": _View("The articles, and what to know when reading them.", lambda desk: desk.sources, source_rows),
}


def register(commands: Any) -> None:
    """Add the views and `who` to the commands."""
    for name, view in _VIEWS.items():
        parser = commands.add_parser(name, description=view.description)
        _add_options(parser)
        parser.set_defaults(run=_run_view, view=view)
    parser = commands.add_parser(
        "who", description="What the sources say of a person, a company, a product or a group."
    )
    parser.add_argument("name", nargs="*", metavar="NAME", help="any name or description; none lists them all")
    _add_options(parser)
    parser.set_defaults(run=_run_who)


def _add_options(parser: argparse.ArgumentParser) -> None:
    add_output_options(parser)
    add_deal_options(parser)


def _run_view(arguments: argparse.Namespace) -> int:
    desk, view = open_desk(arguments, os.environ), arguments.view
    if arguments.json:
        _print_rows(view.rows(desk))
    else:
        show(view.answer(desk), plain=arguments.plain)
    return 0


def _run_who(arguments: argparse.Namespace) -> int:
    desk, name = open_desk(arguments, os.environ), " ".join(arguments.name)
    if arguments.json:
        _print_rows(iter([card_row(name, desk)]) if name.strip() else entity_rows(desk))
    else:
        show(desk.who(name), plain=arguments.plain)
    return 0


def _print_rows(rows: Iterator[Row]) -> None:
    for row in rows:
        print_row(row)

"""`dealcheck summary`, `timeline`, `who`, `facts`, `source` and the like: what is known of the deal, unasked?"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from bot.answer import Answer
from bot.answer.subjects import subject_named
from bot.answer.tables import Table, disagreements_table, timeline_table
from bot.cli.account_rows import source_row, why_row
from bot.cli.deal import add_deal_options, open_desk
from bot.cli.output import add_output_options, print_row, print_table, show
from bot.cli.rows import (
    Row,
    answer_row,
    card_row,
    disagreement_rows,
    entity_rows,
    fact_rows,
    source_rows,
    summary_rows,
    timeline_rows,
)
from bot.comparison import DealComparison
from bot.desk import Desk
from bot.fact import Store


@dataclass(frozen=True)
class _View:
    """One command: what it is about, the answer for people, the rows for programs and the table for spreadsheets."""

    description: str
    answer: Callable[[Desk], Answer]
    rows: Callable[[Desk], Iterator[Row]]
    table: Callable[[Store, DealComparison], Table] | None = None


_VIEWS = {
    "summary": _View("The deal in short, each point with its sources.", lambda desk: desk.summary, summary_rows),
    "timeline": _View(
        "What happened in which order, dated only as precisely as a source dates it.",
        lambda desk: desk.timeline,
        timeline_rows,
        timeline_table,
    ),
    "disagreements": _View(
        "Every fact on which the sources do not say the same: each position, its quotes, and why it counts.",
        lambda desk: desk.disagreements,
        disagreement_rows,
        disagreements_table,
    ),
    "sources": _View("The articles, and what to know when reading them.", lambda desk: desk.sources, source_rows),
}


@dataclass(frozen=True)
class _Told:
    """One command that takes words: what they are, the answer for people and the rows for programs."""

    description: str
    metavar: str
    help: str
    answer: Callable[[str, Desk], Answer]
    rows: Callable[[str, Desk], Iterator[Row]]


def _who_rows(name: str, desk: Desk) -> Iterator[Row]:
    return iter([card_row(name, desk)]) if name.strip() else entity_rows(desk)


def _facts(subject: str, desk: Desk) -> Answer:
    """A terminal scrolls: without a subject every fact is shown."""
    return desk.subject(subject) if subject.strip() else desk.facts


def _facts_rows(subject: str, desk: Desk) -> Iterator[Row]:
    key = subject_named(subject, desk.store)
    if key is None and subject.strip():
        return iter([answer_row({"subject": subject}, desk.subject(subject))])
    return fact_rows(desk, key)


_TOLD = {
    "who": _Told(
        "What the sources say of a person, a company, a product or a group.",
        "NAME",
        "any name or description; none lists them all",
        lambda name, desk: desk.who(name),
        _who_rows,
    ),
    "facts": _Told(
        "Every fact in a line, by subject.",
        "SUBJECT",
        "facts of this subject only, by its id or its label",
        _facts,
        _facts_rows,
    ),
    "why": _Told(
        "What the verdict on a fact rests on: positions, quotes, the reason, arithmetic, and how solid it is.",
        "FACT",
        "a fact's name, or a few words on what it is about; none offers what is in dispute",
        lambda words, desk: desk.why(words),
        lambda words, desk: iter([why_row(words, desk)]),
    ),
    "source": _Told(
        "What one article says: in short, where it stands apart or contradicts itself, and what it alone says.",
        "ID",
        "an article's id or label; none lists them",
        lambda name, desk: desk.source(name),
        lambda name, desk: iter([source_row(name, desk)]),
    ),
}


def register(commands: Any) -> None:
    """Add the views, and the commands that take words."""
    for name, view in _VIEWS.items():
        parser = commands.add_parser(name, description=view.description)
        _add_options(parser, table=view.table is not None)
        parser.set_defaults(run=_run_view, view=view)
    for name, told in _TOLD.items():
        parser = commands.add_parser(name, description=told.description)
        parser.add_argument("words", nargs="*", metavar=told.metavar, help=told.help)
        _add_options(parser)
        parser.set_defaults(run=_run_told, told=told)


def _add_options(parser: argparse.ArgumentParser, *, table: bool = False) -> None:
    add_output_options(parser, table=table)
    add_deal_options(parser)


def _run_view(arguments: argparse.Namespace) -> int:
    desk, view = open_desk(arguments, os.environ), arguments.view
    if view.table and arguments.csv:
        print_table(view.table(desk.store, desk.deal))
    elif arguments.json:
        _print_rows(view.rows(desk))
    else:
        show(view.answer(desk), plain=arguments.plain)
    return 0


def _run_told(arguments: argparse.Namespace) -> int:
    desk, told, words = open_desk(arguments, os.environ), arguments.told, " ".join(arguments.words)
    if arguments.json:
        _print_rows(told.rows(words, desk))
    else:
        show(told.answer(words, desk), plain=arguments.plain)
    return 0


def _print_rows(rows: Iterator[Row]) -> None:
    for row in rows:
        print_row(row)

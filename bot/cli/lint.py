"""`dealcheck lint`: are the records right, and do they match their articles?"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from bot.lint import Account, Balance, Report, balances, check_all
from bot.problem import Problem, StoreError
from bot.receipt import Checked, checked, receipts
from bot.record import Kind
from bot.store import RECEIPTS, locate, read_language, write_receipts

_DESCRIPTION = """Check the records: against each other, against their quotes and receipts, and with --articles (or with
DEALCHECK_ARTICLES in the environment) against the articles. Prints each problem as `file:line: CODE text`;
facts/README.md explains the codes."""


def register(commands: Any) -> None:
    """Add `lint` to the commands."""
    parser = commands.add_parser("lint", description=_DESCRIPTION)
    parser.add_argument("--articles", type=Path, metavar="DIR", help="folder of the articles: the full check")
    parser.add_argument("--stamp", action="store_true", help="after a clean full check write the receipts")
    parser.add_argument("--facts", type=Path, metavar="DIR", help="folder of the deal folders")
    parser.add_argument("--seeds", type=Path, metavar="DIR", help="folder of the articles' records")
    parser.set_defaults(run=run, parser=parser)


def run(arguments: argparse.Namespace) -> int:
    """Lint every deal folder; 0 where nothing was found."""
    articles = _articles(arguments)
    try:
        reports = _reports(arguments, articles)
    except StoreError as error:
        _print_problems(error.problems)
        return 1
    if articles:
        _print_balances(reports)
    return _stamp(reports) if arguments.stamp else _tell(reports)


def _reports(arguments: argparse.Namespace, articles: Path | None) -> list[Report]:
    facts = locate("facts", arguments.facts, os.environ)
    seeds = locate("seeds", arguments.seeds, os.environ)
    return check_all(facts, seeds, read_language(), articles)


def _articles(arguments: argparse.Namespace) -> Path | None:
    named = arguments.articles or os.environ.get("DEALCHECK_ARTICLES") or None
    if arguments.stamp and not named:
        arguments.parser.error("--stamp needs --articles DIR, since only the full check earns a receipt")
    if named and not Path(named).is_dir():
        arguments.parser.error(f"no such folder of articles: {named}")
    return Path(named) if named else None


def _tell(reports: list[Report]) -> int:
    found = [problem for report in reports for problem in report.problems]
    if found:
        _print_problems(found)
        return 1
    for report in reports:
        print(_summary(report))
    return 0


def _stamp(reports: list[Report]) -> int:
    """Write receipts where the full check found nothing that a receipt would not mend."""
    found = [problem for report in reports for problem in report.beside_receipts]
    if found:
        _print_problems(found)
        print("No receipts were written: the full check must find nothing first.", file=sys.stderr)
        return 1
    for report in reports:
        if report.material:
            made = receipts(report.material.store)
            write_receipts(report.folder, made)
            count = sum(len(kept) for cells in made.values() for kept in cells.values())
            print(f"{report.folder.name}: {count} receipts written to {_near(str(report.folder / RECEIPTS))}")
    return 0


def _print_problems(found: Iterable[Problem]) -> None:
    lines = {replace(problem, place=replace(problem.place, file=_near(problem.place.file))) for problem in found}
    for problem in sorted(lines):
        print(problem)
    print(f"{len(lines)} problem{'s' if len(lines) > 1 else ''}", file=sys.stderr)


def _near(file: str) -> str:
    """The path as seen from here, where it lies below."""
    path = Path(file).resolve()
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else file


def _summary(report: Report) -> str:
    if report.material is None:
        return f"{report.folder.name}: not read"
    store = report.material.store
    claims = list(store.claims())
    own_words = sum(store.facts[claim.fact].kind is Kind.TEXT for claim in claims)
    fresh = Counter(checked(claim, store) for claim in claims)[Checked.FRESH]
    return (
        f"{report.folder.name}: {len(store.facts)} facts, {len(claims)} claims ({own_words} in own words), "
        f"{fresh} checked against their articles"
    )


def _print_balances(reports: list[Report]) -> None:
    for report in reports:
        if report.material:
            print(_row("article", ["sentences", *(account.value for account in Account)]))
            for balance in balances(report.material):
                print(_row(balance.source, [str(len(balance.accounts)), *_counts(balance)]))


def _counts(balance: Balance) -> list[str]:
    return [str(balance.counts[account]) for account in Account]


def _row(first: str, cells: list[str]) -> str:
    widths = [len("sentences"), *(len(account.value) for account in Account)]
    return "  ".join([f"{first:<8}", *(f"{cell:>{width}}" for cell, width in zip(cells, widths, strict=True))])

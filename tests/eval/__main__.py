"""How well does the bot answer, check and compare? `python -m tests.eval` scores every set and prints the tables.

Of the held-out sets only totals by kind are shown, so that nothing is tuned on them by accident.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence

from tests.eval.latency import measure
from tests.eval.peers import SentenceSearch
from tests.eval.replies import answer, check, desk, relate
from tests.eval.report import kinds_table, latency_table, misses_list, pairs_table
from tests.eval.scoring import Pair, Tally, score_pairs, score_questions, score_statements
from tests.eval.sets import (
    ARTICLES,
    EVALUATION,
    FIRST_PAIRS,
    Sets,
    development,
    held_out,
    named_folder,
    pairs,
    practice,
)

PEER = "bm25s"


def main(argv: Sequence[str] | None = None) -> int:
    """Print the tables; 1 where a part had to be skipped and nothing may be."""
    arguments = _parser().parse_args(argv)
    articles = named_folder(ARTICLES)
    search = SentenceSearch(desk().store, articles) if articles else None
    shown = [held_out(), practice(), *filter(None, [development()])]
    for sets in shown:
        _print(_scored(sets, search, misses=arguments.show_held_out if sets.held_out else arguments.misses))
    _print(_pairs(pairs() or ()))
    _print(_latency([question.question for question in shown[-1].questions], search))
    skipped = [*_skipped(search is None, development() is None)]
    _print(skipped)
    return 1 if skipped and os.environ.get("DEALCHECK_REQUIRE_ALL") else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.eval", description=__doc__.partition("\n")[0])
    parser.add_argument("--misses", action="store_true", help="list what is wrong in the practice and development sets")
    parser.add_argument(
        "--show-held-out", action="store_true", help="list it for the held-out sets too; then they are not"
    )
    return parser


def _scored(sets: Sets, search: SentenceSearch | None, *, misses: bool) -> Iterator[str]:
    questions = score_questions(sets.questions, map(answer, sets.questions))
    found = {PEER: score_questions(sets.questions, map(search.answer, sets.questions))} if search else {}
    statements = score_statements(sets.statements, map(check, sets.statements))
    yield from _table(f"{sets.name} questions", questions, found, misses=misses)
    yield from _table(f"{sets.name} statements", statements, {}, misses=misses)


def _table(title: str, tally: Tally, peers: dict[str, Tally], *, misses: bool) -> Iterator[str]:
    yield from kinds_table(title, tally, peers)
    if misses:
        yield from misses_list(tally.misses)
    yield ""


def _pairs(found: tuple[Pair, ...]) -> Iterator[str]:
    parts = {
        "first half": found[:FIRST_PAIRS],
        "second half": found[FIRST_PAIRS:],
        "all": found,
    }
    if found:
        yield from pairs_table({name: score_pairs(part, map(relate, part)) for name, part in parts.items()})
        yield ""


def _latency(questions: list[str], search: SentenceSearch | None) -> Iterator[str]:
    peers = {PEER: measure(search.search, questions)} if search else {}
    yield from latency_table(measure(desk().ask, questions), peers)


def _skipped(no_articles: bool, no_sets: bool) -> Iterator[str]:
    if no_sets:
        yield f"skipped: development questions, statements and quantity pairs ({EVALUATION} names their folder)"
    if no_articles:
        yield f"skipped: {PEER} over the articles' sentences ({ARTICLES} names their folder)"


def _print(lines: Iterator[str] | list[str]) -> None:
    for line in lines:
        print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main())

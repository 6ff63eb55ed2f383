"""What does the bot itself reply, in the form that is scored?"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from bot.cli.rows import answer_row, check_row
from bot.desk import Desk
from bot.pairing import Pairer
from bot.store import deal_folders, load, read_language
from tests.eval.scoring import Pair, Question, Reply, Statement

ROOT = Path(__file__).parents[2]


@cache
def desk() -> Desk:
    """The desk of the repository's own records."""
    language = read_language()
    (folder,) = deal_folders(ROOT / "facts")
    return Desk(load(folder, ROOT / "seeds", language), language)


@cache
def pairer() -> Pairer:
    """The judge of pairs."""
    return Pairer(read_language())


def answer(question: Question) -> Reply:
    """The reply to a question, from the same row that programs get."""
    return reply_of(answer_row({"question": question.question}, desk().ask(question.question)))


def check(statement: Statement) -> Reply:
    """The reply to a statement, from the same row that programs get."""
    return reply_of(check_row(statement.statement, desk()))


def relate(pair: Pair) -> str | None:
    """The relation of a pair, None for a refusal."""
    return pairer().pair(pair.claim, pair.evidence).relation


def reply_of(row: Mapping[str, Any]) -> Reply:
    """The part of a row that is scored."""
    return Reply(
        text=row["text"],
        answered=bool(row.get("answered")),
        disagreement=bool(row.get("disagreement")),
        verdict=row["verdict"],
        cited=frozenset(citation["source"] for citation in row["citations"]),
    )

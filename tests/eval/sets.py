"""Which questions, statements and pairs are scored? Some lie beside the code, others where a variable says."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from tests.eval.scoring import Pair, Question, Statement

HELD_OUT = Path(__file__).parent / "held_out"
PRACTICE = Path(__file__).parent / "practice"
EVALUATION, ARTICLES = "DEALCHECK_EVAL", "DEALCHECK_ARTICLES"
DEVELOPED_ON = 1000  # the first pairs were looked at while the pairing was made, the others were not
T = TypeVar("T", bound=BaseModel)


@dataclass(frozen=True)
class Sets:
    """One collection of questions and statements; `blind` ones are scored and never looked at."""

    name: str
    questions: tuple[Question, ...]
    statements: tuple[Statement, ...]
    blind: bool


def held_out() -> Sets:
    """The sets that nothing is tuned on."""
    return _sets("held out", HELD_OUT, blind=True)


def practice() -> Sets:
    """Sets that were held out once and have been looked at since."""
    return _sets("practice", PRACTICE, blind=False)


def development(environ: Mapping[str, str] = os.environ) -> Sets | None:
    """The sets that answering was developed on, where the environment names their folder."""
    folder = named_folder(EVALUATION, environ)
    return _sets("development", folder, blind=False) if folder else None


def pairs(environ: Mapping[str, str] = os.environ) -> tuple[Pair, ...] | None:
    """The labelled pairs, where the environment names their folder."""
    folder = named_folder(EVALUATION, environ)
    return _read(folder / "vitaminc_dev.jsonl", Pair) if folder else None


def named_folder(variable: str, environ: Mapping[str, str] = os.environ) -> Path | None:
    """The folder that an environment variable names, if there is one."""
    named = environ.get(variable)
    return Path(named) if named and Path(named).is_dir() else None


def _sets(name: str, folder: Path, *, blind: bool) -> Sets:
    questions, statements = folder / "questions.jsonl", folder / "statements.jsonl"
    return Sets(name, _read(questions, Question), _read(statements, Statement), blind)


def _read(path: Path, line: type[T]) -> tuple[T, ...]:
    texts = path.read_text("utf-8").split("\n")
    return tuple(line.model_validate_json(text) for text in texts if text.strip())

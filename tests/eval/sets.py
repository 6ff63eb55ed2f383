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
FIRST_PAIRS = 1000  # examples for whoever works on the pairing; the others are for measuring it
T = TypeVar("T", bound=BaseModel)


@dataclass(frozen=True)
class Sets:
    """One collection of questions and statements; of `held_out` ones only totals are shown."""

    name: str
    questions: tuple[Question, ...]
    statements: tuple[Statement, ...]
    held_out: bool


def held_out() -> Sets:
    """The sets that nothing is tuned on."""
    return _sets("held out", HELD_OUT, held_out=True)


def practice() -> Sets:
    """Sets whose misses may be read."""
    return _sets("practice", PRACTICE, held_out=False)


def development(environ: Mapping[str, str] = os.environ) -> Sets | None:
    """The development sets, where the environment names their folder."""
    folder = named_folder(EVALUATION, environ)
    return _sets("development", folder, held_out=False) if folder else None


def pairs(environ: Mapping[str, str] = os.environ) -> tuple[Pair, ...] | None:
    """The labelled pairs, where the environment names their folder."""
    folder = named_folder(EVALUATION, environ)
    return _read(folder / "vitaminc_dev.jsonl", Pair) if folder else None


def named_folder(variable: str, environ: Mapping[str, str] = os.environ) -> Path | None:
    """The folder that an environment variable names, if there is one."""
    named = environ.get(variable)
    return Path(named) if named and Path(named).is_dir() else None


def _sets(name: str, folder: Path, *, held_out: bool) -> Sets:
    questions, statements = folder / "questions.jsonl", folder / "statements.jsonl"
    return Sets(name, _read(questions, Question), _read(statements, Statement), held_out)


def _read(path: Path, line: type[T]) -> tuple[T, ...]:
    texts = path.read_text("utf-8").split("\n")
    return tuple(line.model_validate_json(text) for text in texts if text.strip())

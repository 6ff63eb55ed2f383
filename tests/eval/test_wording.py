"""Are the records free of the evaluation's own wording?

A fact answers a question in any words because its paraphrases are the curator's; if a set's own questions stood among
them, the set would measure memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.eval.sets import Sets, development, held_out, practice

FACTS = Path(__file__).parents[2] / "facts"
LONG = 6  # words from which on a question is looked for inside longer texts too; shorter ones may well meet by chance


@pytest.fixture(scope="module")
def records() -> frozenset[str]:
    """Every text of the records, as words."""
    files = [yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader) for path in FACTS.rglob("*.yaml")]
    texts = frozenset(words(text) for file in files for text in strings(file))
    assert len(texts) > 1000, "a test that reads nothing would find nothing"
    return texts


@pytest.mark.evaluation
def test_no_development_question_stands_in_the_records(records: frozenset[str]) -> None:
    """Neither a question nor a statement of the development sets stands verbatim in facts/."""
    sets = development()
    assert sets is not None
    assert verbatim(sets, records) == []


def test_no_held_out_question_stands_in_the_records(records: frozenset[str]) -> None:
    """Neither does one of the held-out sets; only their ids are told, so that they stay unseen."""
    assert verbatim(held_out(), records) == []


def test_no_practice_question_stands_in_the_records(records: frozenset[str]) -> None:
    """Neither does one of the practice sets."""
    assert verbatim(practice(), records) == []


def test_verbatim_is_whatever_the_signs_and_case() -> None:
    """A short text has to be a whole text of the records, a long one may stand inside another."""
    known = frozenset({"and what does it cost in all then", "the price"})
    assert stands("The price?", known)
    assert stands("What, does it cost in all, then!", known)
    assert not stands("what does it cost in", known)


def verbatim(sets: Sets, records: frozenset[str]) -> list[str]:
    """The ids of what stands in the records word for word."""
    asked = {line.id: line.question for line in sets.questions} | {line.id: line.statement for line in sets.statements}
    return [name for name, text in asked.items() if stands(text, records)]


def stands(text: str, records: frozenset[str]) -> bool:
    wanted = words(text)
    if len(wanted.split()) < LONG:
        return wanted in records
    return any(wanted in known and f" {wanted} " in f" {known} " for known in records)


def strings(data: object) -> Iterator[str]:
    """The texts of a record, at any depth; ids are none, whatever words they are made of."""
    match data:
        case str() if " " in data:
            yield data
        case dict():
            for value in data.values():
                yield from strings(value)
        case list():
            for item in data:
                yield from strings(item)


def words(text: str) -> str:
    """Small letters and single spaces, without signs."""
    return " ".join(re.findall(r"\w+", text.casefold()))

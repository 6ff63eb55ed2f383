"""When is an answer, a verdict or a relation right? The rules of the evaluation sets, and tallies by kind.

A question is right when
- `expect` is answer: it was answered, every `must` is found in the text and no `must_not` is (regular expressions,
  whatever the case), one of the `cite` sources is cited where there are any, and the flag `disagreement` is as
  `disagree` asks, which null does not;
- `expect` is abstain: it was not answered, and no `must_not` is found. A question of kind injection may be answered,
  as long as no `must_not` is found: to correct a false claim with a cited fact is fine.
A statement is right when its verdict is the expected one and, unless that is not_covered, one of the `cite` sources is
cited where there are any. A pair counts only where it was judged, and is then right when the relation is its label.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from pydantic import BaseModel, ConfigDict


class _Line(BaseModel):
    model_config = ConfigDict(frozen=True)

    id: str


class Question(_Line):
    """A line of a question set."""

    kind: str
    question: str
    expect: Literal["answer", "abstain"]
    must: tuple[str, ...]
    must_not: tuple[str, ...]
    cite: tuple[str, ...]
    disagree: bool | None


class Statement(_Line):
    """A line of a statement set."""

    statement: str
    verdict: str
    cite: tuple[str, ...]


class Pair(_Line):
    """A line of a set of labelled pairs."""

    claim: str
    evidence: str
    label: str


@dataclass(frozen=True)
class Reply:
    """What was made of a question or a statement: what an answer's row holds, as far as scoring reads it."""

    text: str = ""
    answered: bool = False
    disagreement: bool = False
    verdict: str | None = None
    cited: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Miss:
    """What was asked and got wrong, with the reason."""

    kind: str
    id: str
    asked: str
    fault: str


@dataclass
class Tally:
    """How many of each kind were asked and right."""

    asked: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    misses: list[Miss] = field(default_factory=list)

    def add(self, kind: str, miss: Miss | None) -> None:
        """Count one of `kind`."""
        self.asked[kind] += 1
        self.right[kind] += miss is None
        if miss:
            self.misses.append(miss)

    def percent(self, *kinds: str) -> float:
        """The share of `kinds` (or of all) that was right, in percent; 0 where none was asked."""
        chosen = kinds or tuple(self.asked)
        asked = sum(self.asked[kind] for kind in chosen)
        return 100 * sum(self.right[kind] for kind in chosen) / asked if asked else 0.0


@dataclass(frozen=True)
class PairTally:
    """How pairs were judged: counts of (relation or None, label)."""

    counts: Counter[tuple[str | None, str]]

    @property
    def judged(self) -> int:
        """Pairs that got a relation."""
        return sum(count for (relation, _), count in self.counts.items() if relation)

    @property
    def agreed(self) -> int:
        """Pairs whose relation is their label."""
        return sum(count for (relation, label), count in self.counts.items() if relation == label)

    @property
    def wrong_supports(self) -> int:
        """Pairs said to be supported whose label is another: the costly error."""
        return sum(count for (relation, label), count in self.counts.items() if relation == "SUPPORTS" != label)

    @property
    def share(self) -> float:
        """The percentage of pairs that was judged."""
        return 100 * self.judged / max(1, self.counts.total())

    @property
    def agreement(self) -> float:
        """The percentage of judged pairs that agrees."""
        return 100 * self.agreed / max(1, self.judged)


def score_questions(questions: Sequence[Question], replies: Iterable[Reply]) -> Tally:
    """Tally replies to questions by their kind, in order."""
    tally = Tally()
    for question, reply in zip(questions, replies, strict=True):
        fault = question_fault(question, reply)
        miss = Miss(question.kind, question.id, question.question, fault) if fault else None
        tally.add(question.kind, miss)
    return tally


def score_statements(statements: Sequence[Statement], replies: Iterable[Reply]) -> Tally:
    """Tally replies to statements by the verdict that was expected, in order."""
    tally = Tally()
    for statement, reply in zip(statements, replies, strict=True):
        fault = statement_fault(statement, reply)
        miss = Miss(statement.verdict, statement.id, statement.statement, fault) if fault else None
        tally.add(statement.verdict, miss)
    return tally


def score_pairs(pairs: Sequence[Pair], relations: Iterable[str | None]) -> PairTally:
    """Tally relations against labels, in order."""
    return PairTally(Counter((relation, pair.label) for pair, relation in zip(pairs, relations, strict=True)))


def question_fault(question: Question, reply: Reply) -> str | None:
    """Why a reply to a question is wrong, or None where it is right."""
    said = next((pattern for pattern in question.must_not if _found(pattern, reply.text)), None)
    if said is not None:
        return f"says what it must not: {said}"
    if question.expect == "abstain":
        return "answered, should abstain" if reply.answered and question.kind != "injection" else None
    return _answer_fault(question, reply)


def statement_fault(statement: Statement, reply: Reply) -> str | None:
    """Why a reply to a statement is wrong, or None where it is right."""
    if reply.verdict != statement.verdict:
        return f"{reply.verdict}, should be {statement.verdict}"
    return None if statement.verdict == "not_covered" else _citation_fault(statement.cite, reply)


def _answer_fault(question: Question, reply: Reply) -> str | None:
    if not reply.answered:
        return "abstained, should answer"
    lacking = next((pattern for pattern in question.must if not _found(pattern, reply.text)), None)
    if lacking is not None:
        return f"lacks: {lacking}"
    if question.disagree not in (None, reply.disagreement):
        return _citation_fault(question.cite, reply) or f"disagreement should be {question.disagree}"
    return _citation_fault(question.cite, reply)


def _citation_fault(wanted: tuple[str, ...], reply: Reply) -> str | None:
    if not wanted or reply.cited & set(wanted):
        return None
    return f"cites {sorted(reply.cited)}, none of {list(wanted)}"


def _found(pattern: str, text: str) -> bool:
    return re.search(pattern, text, re.IGNORECASE) is not None

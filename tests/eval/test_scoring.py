"""Are the rules of the evaluation sets applied as they are written, and as the sets' own scorer applies them?"""

from __future__ import annotations

import importlib.util
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.cli.rows import answer_row, check_row
from tests.eval.replies import desk, reply_of
from tests.eval.scoring import (
    Pair,
    PairTally,
    Question,
    Reply,
    Statement,
    question_fault,
    score_pairs,
    score_questions,
    score_statements,
    statement_fault,
)
from tests.eval.sets import development

Fault = Callable[[dict[str, Any], dict[str, Any]], str | None]


def question(**given: Any) -> Question:
    plain = {"id": "q", "kind": "direct", "question": "How much?", "expect": "answer", "must": [r"\b15\b"]}
    return Question.model_validate(plain | {"must_not": ["20"], "cite": ["001"], "disagree": None} | given)


GOOD = Reply(text="About 15.", answered=True, cited=frozenset({"001", "002"}))


@pytest.mark.parametrize(
    ("asked", "reply", "fault"),
    [
        ({}, GOOD, None),
        ({"must": ["ABOUT"]}, GOOD, None),
        ({"must_not": ["about"]}, GOOD, "says what it must not: about"),
        ({"must": ["15", "16"]}, GOOD, "lacks: 16"),
        ({}, Reply(text="15"), "abstained, should answer"),
        ({"cite": ["003"]}, GOOD, "cites ['001', '002'], none of ['003']"),
        ({"cite": []}, GOOD, None),
        ({"disagree": True}, GOOD, "disagreement should be True"),
        ({"disagree": False}, GOOD, None),
        ({"expect": "abstain"}, GOOD, "answered, should abstain"),
        ({"expect": "abstain"}, Reply(text="The sources do not say."), None),
        ({"expect": "abstain", "must": []}, Reply(text="No, 20."), "says what it must not: 20"),
        ({"expect": "abstain", "kind": "injection"}, GOOD, None),
    ],
)
def test_a_question_is_right_by_its_rule(asked: dict[str, Any], reply: Reply, fault: str | None) -> None:
    """Patterns, citations and the flag of an answer; a refusal where one is asked for."""
    assert question_fault(question(**asked), reply) == fault


@pytest.mark.parametrize(
    ("verdict", "cite", "reply", "fault"),
    [
        ("supported", ["001"], Reply(verdict="supported", cited=frozenset({"001"})), None),
        ("supported", ["001"], Reply(verdict="disputed"), "disputed, should be supported"),
        ("supported", ["001"], Reply(verdict="supported"), "cites [], none of ['001']"),
        ("supported", [], Reply(verdict="supported"), None),
        ("not_covered", ["001"], Reply(verdict="not_covered"), None),
        ("not_covered", [], Reply(), "None, should be not_covered"),
    ],
)
def test_a_statement_is_right_by_its_verdict_and_citations(
    verdict: str, cite: list[str], reply: Reply, fault: str | None
) -> None:
    """What no source covers needs no citation."""
    statement = Statement.model_validate({"id": "c", "statement": "x", "verdict": verdict, "cite": cite})
    assert statement_fault(statement, reply) == fault


def test_tallies_count_by_kind_and_keep_what_was_missed() -> None:
    """Questions by their kind, statements by the verdict expected; a miss carries its reason."""
    asked = [question(), question(kind="typo", must=["16"]), question(kind="typo")]
    tally = score_questions(asked, [GOOD, GOOD, GOOD])
    assert (tally.asked, tally.right) == (Counter(direct=1, typo=2), Counter(direct=1, typo=1))
    assert [(miss.kind, miss.fault) for miss in tally.misses] == [("typo", "lacks: 16")]
    assert (tally.percent("typo"), round(tally.percent(), 1), tally.percent("person")) == (50.0, 66.7, 0.0)


def test_statements_are_tallied_by_the_verdict_that_was_expected() -> None:
    """A statement that came out as something else counts where it belongs."""
    statement = Statement(id="c", statement="x", verdict="disputed", cite=())
    tally = score_statements([statement], [Reply(verdict="supported")])
    assert (tally.asked, tally.percent()) == (Counter(disputed=1), 0.0)


def test_pairs_count_only_where_they_were_judged() -> None:
    """A refusal is neither right nor wrong; a wrong SUPPORTS is counted apart."""
    labels = ["SUPPORTS", "REFUTES", "REFUTES", "NOT ENOUGH INFO"]
    pairs = [Pair(id="p", claim="x", evidence="y", label=label) for label in labels]
    tally = score_pairs(pairs, ["SUPPORTS", "SUPPORTS", None, "NOT ENOUGH INFO"])
    assert (tally.judged, tally.agreed, tally.wrong_supports) == (3, 2, 1)
    assert (tally.share, round(tally.agreement, 1)) == (75.0, 66.7)
    assert (PairTally(Counter()).share, PairTally(Counter()).agreement) == (0.0, 0.0)


def test_a_set_and_its_replies_are_of_one_length() -> None:
    """A reply too few would shift all others against their questions."""
    with pytest.raises(ValueError, match="shorter"):
        score_questions([question(), question()], [GOOD])


@pytest.mark.evaluation
def test_both_scorers_find_the_same_faults_in_answers(evaluation: Path) -> None:
    """Ours and the one beside the sets judge alike: each question's own answer, and its neighbour's."""
    sets = development()
    assert sets is not None
    rows = [answer_row({"question": asked.question}, desk().ask(asked.question)) for asked in sets.questions]
    fault: Fault = scorer(evaluation).question_fault
    for shifted in (rows, rows[1:] + rows[:1]):
        theirs = [fault(asked.model_dump(), row) for asked, row in zip(sets.questions, shifted, strict=True)]
        ours = [question_fault(asked, reply_of(row)) for asked, row in zip(sets.questions, shifted, strict=True)]
        assert [bool(found) for found in ours] == [bool(found) for found in theirs]
        assert any(ours)


@pytest.mark.evaluation
def test_both_scorers_find_the_same_faults_in_verdicts(evaluation: Path) -> None:
    """Likewise for statements."""
    sets = development()
    assert sets is not None
    rows = [check_row(line.statement, desk()) for line in sets.statements]
    fault: Fault = scorer(evaluation).statement_fault
    for shifted in (rows, rows[1:] + rows[:1]):
        theirs = [fault(line.model_dump(), row) for line, row in zip(sets.statements, shifted, strict=True)]
        ours = [statement_fault(line, reply_of(row)) for line, row in zip(sets.statements, shifted, strict=True)]
        assert [bool(found) for found in ours] == [bool(found) for found in theirs]
        assert any(ours)


def scorer(evaluation: Path) -> Any:
    """The scorer that lies beside the sets."""
    spec = importlib.util.spec_from_file_location("scorer_beside_the_sets", evaluation / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module

"""Are the sets found where they lie, and whole?"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from pydantic import ValidationError

from tests.eval.sets import EVALUATION, FIRST_PAIRS, development, held_out, named_folder, pairs

QUESTION = {"id": "q", "kind": "direct", "question": "a\u2028b", "expect": "answer", "must": [], "must_not": []}


def test_the_held_out_sets_are_always_there() -> None:
    """They lie beside the code; each line has an id of its own."""
    sets = held_out()
    assert sets.held_out
    ids = Counter(line.id for line in (*sets.questions, *sets.statements))
    assert [name for name, count in ids.items() if count > 1] == []
    assert (len(sets.questions), len(sets.statements)) == (210, 75)


def test_without_the_variable_there_are_no_other_sets() -> None:
    """Neither the development sets nor the pairs."""
    assert (development({}), pairs({})) == (None, None)


def test_a_variable_has_to_name_a_folder(tmp_path: Path) -> None:
    """A folder that is not there, or an empty name, is as good as none."""
    named = {"HERE": str(tmp_path), "GONE": str(tmp_path / "gone"), "EMPTY": ""}
    assert [named_folder(name, named) for name in (*named, "UNSET")] == [tmp_path, None, None, None]


def test_sets_are_read_line_by_line(tmp_path: Path) -> None:
    """A line separator inside a question ends nothing; blank lines are none."""
    line = json.dumps(QUESTION | {"cite": [], "disagree": None}, ensure_ascii=False)
    (tmp_path / "questions.jsonl").write_text(f"{line}\n\n{line}\n", "utf-8")
    (tmp_path / "statements.jsonl").write_text("", "utf-8")
    sets = development({EVALUATION: str(tmp_path)})
    assert sets is not None
    assert [question.question for question in sets.questions] == ["a\u2028b", "a\u2028b"]


def test_a_line_that_lacks_something_is_refused(tmp_path: Path) -> None:
    """A set that is not as agreed is not scored at all."""
    (tmp_path / "vitaminc_dev.jsonl").write_text('{"id": "p", "claim": "x", "evidence": "y"}\n', "utf-8")
    with pytest.raises(ValidationError, match="label"):
        pairs({EVALUATION: str(tmp_path)})


@pytest.mark.evaluation
def test_half_of_the_pairs_was_not_looked_at() -> None:
    """As many pairs stay unseen as the pairing was made with."""
    found = pairs()
    assert found is not None
    assert len(found) == 2 * FIRST_PAIRS

"""Does `python -m tests.eval` show what it should, and of the held-out sets the totals alone?"""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.eval.replies import ROOT
from tests.eval.sets import ARTICLES, EVALUATION, held_out


@pytest.fixture(scope="module")
def printed() -> subprocess.CompletedProcess[str]:
    """What it prints where no variable names the other sets and nothing may be skipped."""
    env = {name: value for name, value in os.environ.items() if name not in (ARTICLES, EVALUATION)}
    run = [sys.executable, "-m", "tests.eval", "--misses"]
    env["DEALCHECK_REQUIRE_ALL"] = "1"
    return subprocess.run(run, cwd=ROOT, env=env, capture_output=True, text=True, check=False)


def test_of_the_held_out_sets_only_totals_are_shown(printed: subprocess.CompletedProcess[str]) -> None:
    """Each kind has its line, and no question, statement or id is told, even where misses are listed."""
    lines = [line.split()[0] for line in printed.stdout.splitlines() if line.startswith("  ")]
    kinds = {question.kind for question in held_out().questions} | {line.verdict for line in held_out().statements}
    assert kinds <= set(lines)
    hidden = [(line.id, line.question) for line in held_out().questions]
    hidden += [(line.id, line.statement) for line in held_out().statements]
    assert [name for name, text in hidden if name in printed.stdout or text in printed.stdout] == []


def test_what_is_missing_is_said_in_a_line_each(printed: subprocess.CompletedProcess[str]) -> None:
    """Sets and articles that no variable names are skipped, which is a failure where everything is required."""
    skipped = [line for line in printed.stdout.splitlines() if line.startswith("skipped: ")]
    assert len(skipped) == 2
    assert EVALUATION in skipped[0]
    assert ARTICLES in skipped[1]
    assert printed.returncode == 1


def test_the_bots_own_time_is_always_shown(printed: subprocess.CompletedProcess[str]) -> None:
    """With or without a peer to compare it with."""
    assert "latency (ms a question)" in printed.stdout
    assert "bm25s" not in printed.stdout.partition("skipped:")[0]

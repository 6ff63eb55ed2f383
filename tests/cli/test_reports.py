"""Does `dealcheck reports` tell a curator what people found wrong?"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.cli import DONE, PROBLEMS, main
from bot.journal import Journal


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "journal.db"
    monkeypatch.setenv("DEALCHECK_STATE", str(path))
    return path


@pytest.fixture
def reference(path: Path) -> str:
    """A report and three judgements of 2 January 2025; the reference of the report."""
    journal = Journal(path, lambda: 1_735_776_000.0).open()
    reference = journal.report("U1", "amount", "It is\n$3 billion.", "011 ¶2")
    journal.judge("U1", "amount 1234abcd", helpful=True)
    journal.judge("U1", "amount 1234abcd", helpful=False, reason="wrong")
    journal.judge("U2", "stake 1234abcd", helpful=True)
    journal.close()
    return reference


def test_reports_come_with_what_is_wrong_and_where_it_is_said(
    reference: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each report has its reference, day and fact; judgements are counted by fact, the last of each person."""
    assert main(["reports"]) == DONE
    assert capsys.readouterr().out.splitlines() == [
        f"{reference}  2025-01-02  amount  (by U1)",
        "  wrong: It is $3 billion.",
        "  said in: 011 ¶2",
        "    1  amount: not helpful (wrong)",
        "    1  stake: helpful",
    ]


def test_programs_get_an_object_a_line(reference: str, capsys: pytest.CaptureFixture[str]) -> None:
    """With `--json` each report and each judgement is one object, told apart by its kind."""
    assert main(["reports", "--json"]) == DONE
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert rows[0] == {
        "kind": "report", "reference": reference, "fact": "amount", "wrong": "It is\n$3 billion.",
        "said_in": "011 ¶2", "person": "U1", "day": "2025-01-02",
    }  # fmt: skip
    assert [(row["kind"], row["fact"], row["helpful"]) for row in rows[1:]] == [
        ("opinion", "amount", False),
        ("opinion", "stake", True),
    ]


def test_nothing_reported_is_said_so(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a journal there is nothing to list, and none is made."""
    assert main(["reports"]) == DONE
    assert capsys.readouterr().out == "Nobody has reported an error or judged an answer.\n"
    assert not path.exists()


def test_a_file_that_is_no_journal_is_a_problem(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that cannot be read ends in one line that names it."""
    path.write_text("a shopping list, long enough to be taken for something else than an empty database " * 10)
    assert main(["reports"]) == PROBLEMS
    assert str(path) in capsys.readouterr().err

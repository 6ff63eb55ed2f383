"""Does `dealcheck gaps` tell a curator what to look for?"""

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


def ask(path: Path, *questions: str) -> None:
    """Notes questions on 2 January 2025."""
    journal = Journal(path, lambda: 1_735_776_000.0).open()
    for question in questions:
        journal.miss(question)
    journal.close()


def test_what_is_asked_most_comes_first(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each question has its count and its days, the most frequent first."""
    ask(path, "Which anthem?", "Who sings?", "who sings?")
    assert main(["gaps"]) == DONE
    assert capsys.readouterr().out.splitlines() == [
        "    2  who sings?  (2025-01-02)",
        "    1  which anthem?  (2025-01-02)",
    ]


def test_programs_get_an_object_a_line(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With `--json` each gap is one object and nothing else is printed."""
    ask(path, "Who sings?", "Which anthem?", "who sings?")
    assert main(["gaps", "--json"]) == DONE
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert rows[0] == {"question": "who sings?", "count": 2, "first": "2025-01-02", "last": "2025-01-02"}
    assert len(rows) == 2


def test_no_gaps_are_said_so(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a journal nothing has gone unanswered, and none is made."""
    assert main(["gaps"]) == DONE
    assert capsys.readouterr().out == "No question has gone unanswered.\n"
    assert main(["gaps", "--json"]) == DONE
    assert capsys.readouterr().out == ""
    assert not path.exists()


def test_a_file_that_is_no_journal_is_a_problem(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that cannot be read ends in one line that names it."""
    path.write_text("a shopping list, long enough to be taken for something else than an empty database " * 10)
    assert main(["gaps"]) == PROBLEMS
    told = capsys.readouterr()
    assert told.out == ""
    assert str(path) in told.err
    assert len(told.err.splitlines()) == 1

"""Does `dealcheck seeds add` begin a record and tell what there is to do?"""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.cli import main
from tests.sample.records import Records

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def records(tmp_path: Path) -> Records:
    records = Records(tmp_path)
    (records.articles / "late.txt").write_text("Kestrel Wakes\nThe price is up. Nobody says why.\n")
    return records


def add(records: Records, file: str, *options: str) -> int:
    path = str(records.articles / file)
    return main(["seeds", "add", path, "--facts", str(records.facts), "--seeds", str(records.seeds), *options])


def test_a_record_is_drafted_and_its_open_cells_are_listed(records: Records, capsys: Capture) -> None:
    """One line tells the new file; one for each fact tells where the new source has to be entered."""
    assert add(records, "late.txt") == 0
    drafted, *cells = capsys.readouterr().out.splitlines()
    assert drafted == f"{records.seeds / '013.yaml'}: drafted; fill its blanks"
    assert len(cells) == len(records.check().material.store.facts)  # type: ignore[union-attr] # the deal is sound
    line = records.line("terms.yaml", "valuation:")
    question = "What is Kestrel Robotics worth in the deal?"
    assert f'{records.path("terms.yaml")}:{line}: valuation: "013" is open: {question}' in cells


def test_the_sentences_are_shown_on_request(records: Records, capsys: Capture) -> None:
    """`--show` prints the article with the numbers that records cite."""
    add(records, "late.txt", "--show")
    assert capsys.readouterr().out.splitlines()[1:4] == [
        "1.1 Kestrel Wakes",
        "2.1 The price is up.",
        "2.2 Nobody says why.",
    ]


def test_a_known_article_is_refused(records: Records, capsys: Capture) -> None:
    """Asking twice changes nothing and says why."""
    assert add(records, "late.txt") == 0
    capsys.readouterr()
    assert add(records, "late.txt") == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "already describes late.txt" in err


def test_a_missing_article_is_refused(records: Records, capsys: Capture) -> None:
    """A mistyped name gives one line, not a traceback."""
    assert add(records, "lste.txt") == 1
    assert "lste.txt cannot be read: No such file or directory" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["seeds"], ["seeds", "add"], ["seeds", "remove", "x"]])
def test_an_incomplete_command_is_wrong_usage(capsys: Capture, words: list[str]) -> None:
    """What is missing is told, with the exit code for wrong usage."""
    assert main(words) == 2
    assert "usage: dealcheck" in capsys.readouterr().err

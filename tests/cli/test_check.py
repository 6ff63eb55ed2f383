"""Does `dealcheck check` keep its contract with people and with programs?"""

from __future__ import annotations

import sys
from io import BytesIO, TextIOWrapper
from typing import Any

import pytest

from tests.cli.shell import Shell

FIELDS = ["statement", "verdict", "text", "clauses", "citations", "facts"]
CLAUSE = ["text", "verdict", "why", "facts", "citations"]
WRONG = "Harbour Mills pays $9 billion."
RIGHT = "The deal values Kestrel Robotics at $8 billion."


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Puts bytes on standard input."""

    def put(data: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(data), encoding="utf-8"))

    return put


def test_a_statement_is_checked_in_plain_text(shell: Shell) -> None:
    """Where the output is no terminal, each clause stands with its verdict and the reason, the sources at the end."""
    said = shell.run("check", WRONG)
    assert said.startswith("Checked against the sources: contradicted\n")
    assert "says $9 billion; sources: $2 billion [011 ¶2]" in said
    assert said.splitlines()[-1] == "Sources: 010 Early Word · 011 Signed Deal · 012 Short Overview"
    assert said == shell.run("check", WRONG, "--plain")


def test_a_statement_needs_no_quotes(shell: Shell) -> None:
    """Several words are one statement."""
    assert shell.run("check", *RIGHT.split()) == shell.run("check", RIGHT)


def test_json_has_the_fields_of_the_contract_and_nothing_else(shell: Shell) -> None:
    """One object with exactly these fields, in this order, and so has each clause."""
    (row,) = shell.rows("check", WRONG)
    assert list(row) == FIELDS
    assert (row["statement"], row["verdict"]) == (WRONG, "contradicted")
    assert row["facts"] == ["amount"]
    assert {"source": "011", "paragraph": 2, "quote": "is paying $2 billion for"} in row["citations"]
    assert [list(clause) for clause in row["clauses"]] == [CLAUSE] * len(row["clauses"])


def test_a_clause_tells_why_in_one_line(shell: Shell) -> None:
    """What the clause says stands beside what each source says, with the citations of both words and lines."""
    (clause,) = [clause for row in shell.rows("check", WRONG) for clause in row["clauses"]]
    assert clause["why"].startswith("says $9 billion; sources: $2 billion [011 ¶2]")
    assert "\n" not in clause["why"]
    assert {"source": "012", "paragraph": 2, "quote": "plans to invest roughly $2.1 billion"} in clause["citations"]


@pytest.mark.parametrize(
    ("statement", "verdict"),
    [
        (RIGHT, "supported"),
        ("Harbour Mills invests $2 billion in Kestrel Robotics.", "disputed"),
        (WRONG, "contradicted"),
        ("Harbour Mills pays a dividend.", "not_covered"),
    ],
)
def test_every_verdict_is_done(shell: Shell, statement: str, verdict: str) -> None:
    """Whatever the sources make of a statement, it was checked: the exit code is 0."""
    assert [row["verdict"] for row in shell.rows("check", statement)] == [verdict]


def test_each_line_of_input_gets_one_line_of_output(shell: Shell, typed: Any) -> None:
    """Blank, strange and broken lines too: programs can pair what they sent with what they got."""
    lines = [
        WRONG.encode(),
        b"",
        b"   ",
        b"caf\xe9",
        "多少钱？".encode(),
        "a\u2028b\u0085c\x0bd".encode(),
        b"{}",
        b"\x00",
    ]
    typed(b"\n".join(lines))
    rows = shell.rows("check", "-")
    assert [row["statement"] for row in rows] == [line.decode(errors="replace") for line in lines]
    assert [list(row)[: len(FIELDS)] for row in rows] == [FIELDS] * len(lines)


def test_only_what_cannot_be_read_has_an_error(shell: Shell, typed: Any) -> None:
    """A line that is not UTF-8 says so and where; in a blank one there is merely nothing to check."""
    typed(b"caf\xe9 price\n\n")
    broken, blank = shell.rows("check", "-")
    assert broken["error"] == "not UTF-8 (byte 4 of the line)"
    assert "error" not in blank
    assert {broken["verdict"], blank["verdict"]} == {"not_covered"}
    assert blank["text"].startswith("Nothing to check")


def test_lines_are_checked_for_people_too(shell: Shell, typed: Any) -> None:
    """Without `--json` each line gets its check as text."""
    typed(f"{WRONG}\n{RIGHT}\n".encode())
    said = shell.run("check", "-")
    assert "Checked against the sources: contradicted" in said
    assert "Checked against the sources: supported" in said


def test_an_empty_statement_is_told_how_to_check(shell: Shell) -> None:
    """Blanks alone are nothing to check, which is an answer and no failure."""
    assert "dealcheck check" in shell.run("check", "  ")


def test_a_statement_is_required(shell: Shell) -> None:
    """`dealcheck check` alone is wrong usage and says what is missing."""
    assert "STATEMENT" in shell.refuse("check", code=2)

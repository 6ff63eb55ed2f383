"""Does `dealcheck compare` keep its contract with programs, and does it serve people?"""

from __future__ import annotations

import json
import sys
from io import BytesIO, TextIOWrapper
from typing import Any

import pytest

from bot.cli import main
from bot.pairing import LONGEST

Capture = pytest.CaptureFixture[str]
CLAIM, EVIDENCE = "Kestrel has over 300 boats.", "Kestrel has 320 boats."


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Puts bytes on standard input."""

    def put(data: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(data), encoding="utf-8"))

    return put


def rows(capture: Capture, *words: str) -> list[dict[str, Any]]:
    """The objects that the command prints with `--json`; every line has to be one."""
    assert main(["compare", *words, "--json"]) == 0
    out, err = capture.readouterr()
    assert err == ""
    return [json.loads(line) for line in out.splitlines()]


def pair(claim: object, evidence: object, **more: object) -> bytes:
    return json.dumps({"claim": claim, "evidence": evidence, **more}).encode() + b"\n"


@pytest.mark.parametrize(
    ("evidence", "relation"),
    [
        ("Kestrel has 320 boats.", "SUPPORTS"),
        ("Kestrel has 300 boats.", "REFUTES"),
        ("Kestrel has over 250 boats.", "NOT ENOUGH INFO"),
        ("Kestrel has 320 crews.", None),
    ],
)
def test_each_pair_gets_its_relation_and_a_reason(
    evidence: str, relation: str | None, typed: Any, capsys: Capture
) -> None:
    """One object with exactly these fields; null refuses."""
    typed(pair(CLAIM, evidence))
    (row,) = rows(capsys, "-")
    assert list(row) == ["relation", "reason"]
    assert row["relation"] == relation
    assert row["reason"]


def test_other_fields_are_left_alone(typed: Any, capsys: Capture) -> None:
    """A set of labelled pairs can be fed as it is."""
    typed(pair(CLAIM, EVIDENCE, label="SUPPORTS", page="Kestrel"))
    assert rows(capsys, "-")[0]["relation"] == "SUPPORTS"


@pytest.mark.parametrize(
    ("line", "error"),
    [
        (b"\n", "Invalid JSON: EOF while parsing a value at line 1 column 0"),
        (b"caf\xe9\n", "not UTF-8 (byte 4 of the line)"),
        (b"{\n", "Invalid JSON: EOF while parsing an object at line 1 column 1"),
        (b"[]\n", "Input should be an object"),
        (b'{"claim": "x"}\n', "evidence: Field required"),
        (pair(1, "x"), "claim: Input should be a valid string"),
        (pair("x" * (LONGEST + 1), "x"), f"claim: String should have at most {LONGEST} characters"),
    ],
)
def test_a_broken_line_gets_its_row_too(line: bytes, error: str, typed: Any, capsys: Capture) -> None:
    """What is wrong stands in `error`, and the next line is compared as if nothing had been."""
    typed(line + pair(CLAIM, EVIDENCE))
    broken, whole = rows(capsys, "-")
    assert broken == {"relation": None, "reason": "", "error": error}
    assert whole["relation"] == "SUPPORTS"


def test_every_mistake_of_a_line_is_told(typed: Any, capsys: Capture) -> None:
    """Both fields, not the first alone."""
    typed(b"{}\n")
    assert rows(capsys, "-")[0]["error"] == "claim: Field required; evidence: Field required"


def test_no_input_gives_no_output(typed: Any, capsys: Capture) -> None:
    """An empty input is done at once."""
    typed(b"")
    assert rows(capsys, "-") == []


def test_two_sentences_can_be_typed(capsys: Capture) -> None:
    """For people: the relation and the reason in a line, or one object with `--json`."""
    assert main(["compare", CLAIM, EVIDENCE]) == 0
    assert capsys.readouterr().out == "SUPPORTS: “320” bears out “over 300”\n"
    assert rows(capsys, CLAIM, EVIDENCE)[0]["relation"] == "SUPPORTS"


def test_a_refusal_is_said_in_words(typed: Any, capsys: Capture) -> None:
    """Where nothing is compared, a person reads why; a broken line too."""
    typed(b"{\n")
    assert main(["compare", "-"]) == 0
    assert capsys.readouterr().out == "NOT COMPARED: Invalid JSON: EOF while parsing an object at line 1 column 1\n"


@pytest.mark.parametrize("words", [["one"], ["one", "two", "three"]])
def test_anything_but_two_sentences_is_wrong_usage(words: list[str], capsys: Capture) -> None:
    """A claim and its evidence, each as one argument."""
    assert main(["compare", *words]) == 2
    assert "a claim and its evidence are expected" in capsys.readouterr().err

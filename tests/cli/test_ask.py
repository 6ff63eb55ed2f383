"""Does `dealcheck ask` keep its contract with people and with programs?"""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO, TextIOWrapper
from typing import Any

import pytest

from tests.cli.shell import PROGRAM, ROOT, Shell, process

FIELDS = ["question", "answered", "text", "verdict", "severity", "disagreement", "facts", "citations", "suggestions"]
PRICE = "How much does Harbour Mills pay?"
HEAVY = ("slack_bolt", "slack_sdk", "aiohttp", "starlette", "uvicorn", "pydantic_settings", "wordfreq", "rich")


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Puts bytes on standard input."""

    def put(data: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(data), encoding="utf-8"))

    return put


def heeding_interrupts() -> None:
    """A test run in the background ignores interrupts, and its children would too."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.fixture
def asking() -> Iterator[subprocess.Popen[bytes]]:
    """A process that answers the lines it is given."""
    pipe = subprocess.PIPE
    program = [*PROGRAM, "ask", "--json", "-"]
    with subprocess.Popen(
        program,
        cwd=ROOT,
        stdin=pipe,
        stdout=pipe,
        stderr=pipe,
        preexec_fn=heeding_interrupts,  # noqa: PLW1509 # the child is made before any thread of the test
    ) as asked:
        yield asked
        asked.kill()


def say(asked: subprocess.Popen[bytes], line: bytes) -> dict[str, Any]:
    """The row that one line gets while the input stays open; a silent program must not hang the test."""
    assert asked.stdin is not None
    assert asked.stdout is not None
    asked.stdin.write(line + b"\n")
    asked.stdin.flush()
    ready, _, _ = select.select([asked.stdout], [], [], 60)
    assert ready, "no row came back"
    row: dict[str, Any] = json.loads(asked.stdout.readline())
    return row


def test_a_question_is_answered_in_plain_text(shell: Shell) -> None:
    """Where the output is no terminal, the answer is plain text with its sources."""
    said = shell.run("ask", PRICE).splitlines()
    assert said[0] == PRICE
    assert said[-1] == "Sources: 010 Early Word · 011 Signed Deal · 012 Short Overview"


def test_a_question_needs_no_quotes(shell: Shell) -> None:
    """Several words are one question."""
    assert shell.run("ask", *PRICE.split()) == shell.run("ask", PRICE)


def test_json_has_the_fields_of_the_contract_and_nothing_else(shell: Shell) -> None:
    """One object with exactly these fields, in this order."""
    (row,) = shell.rows("ask", PRICE)
    assert list(row) == FIELDS
    assert row["question"] == PRICE
    assert row["answered"] is True
    assert row["facts"] == ["amount"]
    assert (row["verdict"], row["severity"], row["disagreement"]) == ("disagree", "minor", True)
    assert row["text"].startswith(PRICE)
    assert {"source": "011", "paragraph": 2, "quote": "is paying $2 billion for"} in row["citations"]


def test_not_knowing_is_an_answer(shell: Shell) -> None:
    """What the sources do not say gets an object like any other, and the exit code for done."""
    (row,) = shell.rows("ask", "What is the capital of France?")
    assert list(row) == FIELDS
    assert row["answered"] is False
    assert (row["verdict"], row["severity"], row["disagreement"]) == (None, None, False)
    assert (row["facts"], row["citations"]) == ([], [])
    assert row["text"]


def test_agreement_is_no_disagreement(shell: Shell) -> None:
    """The flag is false where one source alone speaks or all say the same."""
    (row,) = shell.rows("ask", "What is Kestrel Robotics worth in the deal?")
    assert (row["verdict"], row["disagreement"]) == ("single-source", False)


def test_each_line_of_input_gets_one_line_of_output(shell: Shell, typed: Any) -> None:
    """Blank, strange and broken lines too: programs can pair what they sent with what they got."""
    lines = [
        PRICE.encode(),
        b"",
        b"   ",
        b"caf\xe9",
        "多少钱？".encode(),
        "a\u2028b\u0085c\x0bd".encode(),
        b"{}",
        b"\x00",
    ]
    typed(b"\n".join(lines))
    rows = shell.rows("ask", "-")
    assert len(rows) == len(lines)
    assert [row["question"] for row in rows] == [line.decode(errors="replace") for line in lines]
    assert [list(row)[: len(FIELDS)] for row in rows] == [FIELDS] * len(lines)


def test_only_what_cannot_be_read_has_an_error(shell: Shell, typed: Any) -> None:
    """A line that is not UTF-8 says so and where; a blank one is merely not a question."""
    typed(b"caf\xe9 price\n\n")
    broken, blank = shell.rows("ask", "-")
    assert broken["error"] == "not UTF-8 (byte 4 of the line)"
    assert broken["answered"] is False
    assert "error" not in blank
    assert blank["answered"] is False


@pytest.mark.parametrize("data", [b"one", b"one\n", b"one\r\n"])
def test_the_end_of_a_line_is_no_part_of_the_question(shell: Shell, typed: Any, data: bytes) -> None:
    """The last line may end the input, and lines may end as on Windows."""
    typed(data)
    assert [row["question"] for row in shell.rows("ask", "-")] == ["one"]


def test_no_input_gives_no_output(shell: Shell, typed: Any) -> None:
    """An empty input is done at once."""
    typed(b"")
    assert shell.run("ask", "--json", "-") == ""


def test_a_row_never_holds_anything_that_could_end_a_line(shell: Shell, typed: Any) -> None:
    """Whatever splits lines, at a line separator too, finds one line a row."""
    typed("a\u2028b\u2029c\u0085d\n".encode())
    assert len(shell.run("ask", "--json", "-").splitlines()) == 1


def test_lines_are_answered_for_people_too(shell: Shell, typed: Any) -> None:
    """Without `--json` each line gets its answer as text."""
    typed(PRICE.encode() + b"\nWhat share does Harbour Mills take?\n")
    said = shell.run("ask", "-")
    assert PRICE in said
    assert "What share does Harbour Mills take?" in said


def test_each_row_is_sent_at_once(asking: subprocess.Popen[bytes]) -> None:
    """A program that keeps its end open has each answer before it asks the next question."""
    assert say(asking, b"What stake does Meta take?")["answered"] is True
    assert say(asking, b"")["answered"] is False


def test_an_interrupt_ends_quietly(asking: subprocess.Popen[bytes]) -> None:
    """Ctrl-C leaves no traceback behind."""
    say(asking, b"hello")
    asking.send_signal(signal.SIGINT)
    _, err = asking.communicate(timeout=60)
    assert err == b""
    assert asking.returncode == 130


def test_asking_loads_nothing_that_it_does_not_need() -> None:
    """A question in a pipe starts neither Slack's libraries, nor a web server, nor the drawing of terminals."""
    ask = "import sys; from bot.cli import main; main(['ask', 'How much does Meta invest in Scale AI?'])"
    told = f"{ask}; print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    run = subprocess.run([sys.executable, "-c", told], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stderr == "[]\n"


def test_a_narrow_encoding_is_no_reason_to_fail() -> None:
    """Where the output has no sign for a character, a stand-in is printed."""
    run = process("ask", "What stake does Meta take?", env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert run.returncode == 0
    assert run.stderr == b""
    assert b"[001 ?12" in run.stdout


def test_a_question_is_required(shell: Shell) -> None:
    """`dealcheck ask` alone is wrong usage and says what is missing."""
    assert "QUESTION" in shell.refuse("ask", code=2)


def test_two_forms_at_once_are_wrong_usage(shell: Shell) -> None:
    """Output is either for programs or for people."""
    assert "not allowed with" in shell.refuse("ask", PRICE, "--json", "--plain", code=2)

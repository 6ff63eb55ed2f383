"""Is an answer drawn for a terminal, and plain for everything else?"""

from __future__ import annotations

import os
import pty
import subprocess
from pathlib import Path

import pytest

from bot.cli import output
from tests.cli.shell import PROGRAM, ROOT

STAKE = ("ask", "What stake does Meta take?")


def on_a_terminal(*words: str, env: dict[str, str] | None = None) -> str:
    """What a command shows on a terminal of 80 columns."""
    here, there = pty.openpty()
    variables = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "80", **(env or {})}
    with subprocess.Popen([*PROGRAM, *words], cwd=ROOT, stdout=there, stderr=there, env=variables) as run:
        os.close(there)
        shown = b"".join(iter(lambda: read(here), b""))
    os.close(here)
    assert run.returncode == 0
    return shown.decode()


def read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux's way to say that the other end is closed
        return b""


def test_a_terminal_gets_headings_and_citations_held_back() -> None:
    """The title is bold, what is cited is dim."""
    shown = on_a_terminal(*STAKE)
    assert "\x1b[1;4m" in shown
    assert "\x1b[2m [001 ¶12" in shown


def test_plain_is_plain_on_a_terminal_too() -> None:
    """With `--plain` a terminal gets the very text that a pipe gets."""
    piped = subprocess.run([*PROGRAM, *STAKE], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert on_a_terminal(*STAKE, "--plain").replace("\r\n", "\n") == piped


def test_colours_can_be_refused() -> None:
    """NO_COLOR is honoured."""
    assert "\x1b[33m" in on_a_terminal("disagreements")
    assert "\x1b[33m" not in on_a_terminal("disagreements", env={"NO_COLOR": "1"})


def test_json_is_never_drawn() -> None:
    """A terminal gets the same JSON as a program."""
    assert on_a_terminal(*STAKE, "--json").startswith('{"question": "What stake does Meta take?"')


def test_a_reader_that_goes_away_ends_the_program_quietly(tmp_path: Path) -> None:
    """`| head -1` gets its line, nobody gets a traceback, and the exit code is that of a closed pipe."""
    errors = tmp_path / "errors"
    with errors.open("wb") as told:
        run = subprocess.Popen([*PROGRAM, "facts", "--json"], cwd=ROOT, stdout=subprocess.PIPE, stderr=told)
        assert run.stdout is not None
        assert run.stdout.readline().startswith(b"{")
        run.stdout.close()
        assert run.wait(60) == 141
    assert errors.read_bytes() == b""


def test_a_row_is_ascii(capsys: pytest.CaptureFixture[str]) -> None:
    """Everything beyond ASCII is escaped, so that any pipe can carry it and no character ends a line."""
    output.print_row({"text": "¶ “quote” \u2028 \udcff"})
    assert capsys.readouterr().out == '{"text": "\\u00b6 \\u201cquote\\u201d \\u2028 \\udcff"}\n'

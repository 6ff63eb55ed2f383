"""Is every line of standard input an input of its own, whatever it holds?"""

from __future__ import annotations

import sys
from io import BytesIO, TextIOWrapper

import pytest

from bot.cli.lines import InputLine, input_lines


@pytest.mark.parametrize(
    ("data", "lines"),
    [
        (b"", []),
        (b"one", ["one"]),
        (b"one\n", ["one"]),
        (b"one\r\ntwo", ["one", "two"]),
        (b"\n \n", ["", " "]),
        ("a\u2028b\x0bc\u0085d\n".encode(), ["a\u2028b\x0bc\u0085d"]),
    ],
)
def test_lines_end_at_line_feeds_alone(monkeypatch: pytest.MonkeyPatch, data: bytes, lines: list[str]) -> None:
    """What ends a line elsewhere is part of it here; the end itself, also that of Windows, is not."""
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(data)))
    assert list(input_lines()) == [InputLine(line) for line in lines]


def test_what_is_not_utf_8_is_told_with_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """A line that cannot be read has an error, and its text shows a sign in place of what could not be read."""
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(b"caf\xe9\nnext")))
    assert list(input_lines()) == [InputLine("caf\ufffd", "not UTF-8 (byte 4 of the line)"), InputLine("next")]

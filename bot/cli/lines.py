"""What comes in on standard input, one input a line, and which lines cannot be read?"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass

STDIN = "-"  # what stands in place of an input for "one on each line of standard input"


@dataclass(frozen=True)
class InputLine:
    """One line; `error` says what is wrong with one that is not UTF-8, whose `text` is only nearly what came."""

    text: str
    error: str | None = None


def input_lines() -> Iterator[InputLine]:
    """The lines of standard input as they come in, without what ends them.

    Read as bytes, since text would also break at what is no end of line.
    """
    for line in sys.stdin.buffer:
        yield _decoded(line.removesuffix(b"\n").removesuffix(b"\r"))


def _decoded(line: bytes) -> InputLine:
    try:
        return InputLine(line.decode())
    except UnicodeDecodeError as error:
        place = f"not UTF-8 (byte {error.start + 1} of the line)"
        return InputLine(line.decode(errors="replace"), place)

"""Where is a record wrong, and how is that said? One shape for every finding of the store and the linter."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Place:
    """A line of a record file; `file` as it was named on the way in, `line` from 1."""

    file: str
    line: int


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that a curator has to mend; `code` is listed in facts/README.md."""

    place: Place
    code: str
    text: str

    def __str__(self) -> str:
        return f"{self.place.file}:{self.place.line}: {self.code} {self.text}"


class StoreError(Exception):
    """The records cannot be served. Carries every problem that was found, never only the first."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))

"""On which line does a part of a record stand?"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from bot.problem import Place
from bot.store.marked import Key, Marked, read_marked


@dataclass(frozen=True)
class Lines:
    """Looks lines up in the record files, each of which is read once, when a rule first asks for a line in it."""

    _files: dict[str, Marked] = field(default_factory=dict)

    def place(self, file: str, *path: Key) -> Place:
        """The place of a path of keys in a file; of its nearest parent where the path is not in the file."""
        if file not in self._files:
            self._files[file] = read_marked(Path(file))
        return self._files[file].place(*path)

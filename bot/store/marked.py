"""What does a YAML file hold, and on which line does each part of it stand?

Scalars load as strings, except a plain `null`, so that `1e3`, `on` and `007` stay what the curator typed. libyaml's
composer is used because it keeps the marks and is about twenty times faster than the pure one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from bot.problem import Place, Problem

Key = str | int
_DOUBLE_QUOTED = frozenset({"quote", "says", "question"})


@dataclass
class Marked:
    """The data of one file with the line of every path in it, and the problems met while reading."""

    file: str
    data: Any = None
    lines: dict[tuple[Key, ...], int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def place(self, *path: Key) -> Place:
        """The place of a path; of its nearest known parent where the path itself is missing."""
        while path and path not in self.lines:
            path = path[:-1]
        return Place(self.file, self.lines.get(path, 1))

    def report(self, path: tuple[Key, ...], code: str, text: str) -> None:
        """Note a problem at a path."""
        self.problems.append(Problem(self.place(*path), code, text))


def read_marked(path: Path) -> Marked:
    """Read one YAML file; what is wrong with it is in `problems`, and `data` is None then."""
    marked = Marked(str(path))
    try:
        node = yaml.compose(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
    except OSError as error:
        marked.report((), "Y001", f"cannot be read: {error.strerror}")
    except UnicodeDecodeError as error:
        marked.report((), "Y001", f"is not UTF-8 (byte {error.start})")
    except yaml.YAMLError as error:
        marked.problems.append(_syntax_problem(marked.file, error))
    else:
        _fill(marked, node)
    return marked


def _syntax_problem(file: str, error: yaml.YAMLError) -> Problem:
    mark = getattr(error, "problem_mark", None)
    line = mark.line + 1 if mark else 1
    return Problem(Place(file, line), "Y002", f"is not YAML: {getattr(error, 'problem', None) or error}")


def _fill(marked: Marked, node: yaml.Node | None) -> None:
    if not isinstance(node, yaml.MappingNode):
        marked.report((), "Y003", "is empty" if node is None else "must be a mapping of keys")
        return
    marked.data = _value(marked, node, ())


def _value(marked: Marked, node: yaml.Node, path: tuple[Key, ...]) -> Any:
    marked.lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        return dict(_items(marked, node, path))
    if isinstance(node, yaml.SequenceNode):
        return [_value(marked, item, (*path, place)) for place, item in enumerate(node.value)]
    return None if not getattr(node, "style", None) and node.value == "null" else node.value


def _items(marked: Marked, node: yaml.MappingNode, path: tuple[Key, ...]) -> Iterator[tuple[str, Any]]:
    seen: set[str] = set()
    for key_node, value_node in node.value:
        key = str(key_node.value)
        inner = (*path, key)
        if key in seen:
            line = key_node.start_mark.line + 1
            marked.problems.append(Problem(Place(marked.file, line), "Y004", f"key {key!r} stands twice"))
        seen.add(key)
        marked.lines[inner] = key_node.start_mark.line + 1
        if key in _DOUBLE_QUOTED and isinstance(value_node, yaml.ScalarNode) and value_node.style != '"':
            marked.report(inner, "Y005", f"{key!r} must be double-quoted")
        yield key, _value(marked, value_node, inner)

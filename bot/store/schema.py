"""How does a record that breaks its shape become problems with a line each?"""

from __future__ import annotations

from pydantic import ValidationError

from bot.problem import Problem
from bot.store.marked import Key, Marked

_PLAINER = {
    "missing": "is missing",
    "string_too_short": "is blank",
    "extra_forbidden": "is not a known key",
    "string_type": "must be text",
    "tuple_type": "must be a list",
    "dict_type": "must be a mapping",
    "bool_type": "must be true or false",
}


def schema_problems(error: ValidationError, marked: Marked, path: tuple[Key, ...]) -> list[Problem]:
    """One problem for each error; `path` is where the validated record stands in the file."""
    return [
        Problem(marked.place(*where), "Y006", f"{_named(path, loc)} {_plainer(kind, message)}")
        for kind, message, loc in ((e["type"], e["msg"], e["loc"]) for e in error.errors())
        for where in [_known(marked, path, loc)]
    ]


def _known(marked: Marked, path: tuple[Key, ...], loc: tuple[Key, ...]) -> tuple[Key, ...]:
    """The path of an error, without the parts that only the model knows (names of union members)."""
    for part in loc:
        if (*path, part) in marked.lines:
            path = (*path, part)
    return path


def _named(path: tuple[Key, ...], loc: tuple[Key, ...]) -> str:
    return ".".join(str(part) for part in (*path, *loc)) or "the file"


def _plainer(kind: str, message: str) -> str:
    return _PLAINER.get(kind, message[:1].lower() + message[1:])

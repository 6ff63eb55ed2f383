"""Which desks do tests ask? That of the real records, and those of sample records that a test may extend or break."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from textwrap import dedent

from bot.answer import Answer, Bullets, Entry, Line, Notice, Paragraph, Span
from bot.desk import Desk
from bot.store import deal_folders, load
from tests.sample.records import Records, language

ROOT = Path(__file__).parent.parent


@cache
def real_desk() -> Desk:
    """The desk of the repository's own records."""
    (folder,) = deal_folders(ROOT / "facts")
    return Desk(load(folder, ROOT / "seeds", language()), language())


def desk_of(records: Records) -> Desk:
    """The desk of sample records as they stand now."""
    return Desk(records.store(), language())


def add(records: Records, name: str, text: str) -> None:
    """Append records to a file of the deal."""
    with records.path(name).open("a", encoding="utf-8") as file:
        file.write("\n" + dedent(text))


def lines_of(answer: Answer) -> list[Line]:
    """Every line of an answer, those inside notices too."""
    return [line for element in answer.elements for line in _lines(element)]


def spans_of(answer: Answer) -> list[Span]:
    """Every span of an answer."""
    return [span for line in lines_of(answer) for span in line]


def _lines(element: object) -> tuple[Line, ...]:
    match element:
        case Paragraph(line) | Entry(_, line):
            return (line,)
        case Bullets(items):
            return items
        case Notice():
            return (element.reason, *element.extra)
        case _:
            return ()

"""How does an answer read as Markdown? To paste into documents, and where Slack takes Markdown instead of blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from bot.answer import (
    Answer,
    Bullets,
    Chrome,
    Cited,
    Computed,
    Element,
    Entry,
    Heading,
    Legend,
    Line,
    Mark,
    Notice,
    Paragraph,
    Pointer,
    Silence,
    Span,
    Stand,
)
from bot.fact import Citation
from bot.text import places

# What would start a list, a heading, a link or an emphasis; a backslash makes it plain.
_SIGNS = re.compile(r"([\\`*_\[\]<>#|~])")
_START = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)", re.MULTILINE)


def render(answer: Answer) -> str:
    """The whole answer: title, what is said, notices with their quotes, and sources; parts stand a line apart."""
    return "\n\n".join((f"## {_plain(answer.title)}", *parts(answer)))


def parts(answer: Answer) -> Iterator[str]:
    """The answer without its title, part by part: paragraphs, lists and headings, none of which is torn apart."""
    for kind, run in groupby(answer.elements, type):
        told = [_element(element, answer.title) for element in run]
        yield from ("\n".join(told),) if kind is Entry else told


def _element(element: Element, title: str) -> str:
    match element:
        case Heading(text, _):
            return f"### {_plain(text)}"
        case Paragraph(line):
            return _line(line)
        case Bullets(items):
            return "\n".join(f"- {_line(item)}" for item in items)
        case Entry(lead, line):
            return f"- **{_plain(lead)}** {_line(line)}"
        case Notice():
            return "\n".join(_notice(element, title))
        case Legend(sources):
            return "Sources: " + " · ".join(f"**{source}** {_plain(label)}" for source, label in sources)


def _notice(notice: Notice, title: str) -> Iterator[str]:
    topic = "" if notice.topic == title else f": {_plain(notice.topic)}"
    yield f"**{_plain(notice.label)}**{topic}\n"
    for stand in notice.stands:
        yield from _stand(stand)
    for lead, lines in (("Why", (notice.reason,)), ("Also", notice.extra)):
        yield from (f"\n**{lead}:** {_line(line)}" for line in lines if line)


def _stand(stand: Stand) -> Iterator[str]:
    detail = f", {_plain(stand.detail)}" if stand.detail else ""
    yield f"- **{_plain(stand.value)}**{detail}"
    yield from (f"  > “{_plain(citation.quote)}” {_cited((citation,))}" for citation in stand.citations)


def _line(line: Line) -> str:
    return "".join(map(_span, line))


def _span(span: Span) -> str:
    match span:
        case Cited(text, citations) | Computed(text, citations):
            return f"{_plain(text)} {_cited(citations)}" if citations else _plain(text)
        case Pointer(text):
            return f"`{text}`"
        case Silence(text, _) | Chrome(text):
            return _plain(text)
        case Mark(text, _):
            return f" *({_plain(text)})*"


def _cited(citations: tuple[Citation, ...]) -> str:
    return f"\\[{places(citations)}\\]"


def _plain(text: str) -> str:
    """The text as it stands: nothing in it is read as a mark."""
    return _START.sub(r"\1\\\2", _SIGNS.sub(r"\\\1", text))

"""How does an answer read as plain text? For terminals, notifications, screen readers and programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from types import MappingProxyType

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
)
from bot.fact import Citation

SLACK = "/deal"
NUMBERED: Mapping[str, str] = MappingProxyType({})  # names for no source: all go by their numbers
_MOST_PLACES = 6  # more paragraphs than this are given by source alone


def render(answer: Answer, program: str = SLACK) -> str:
    """The whole answer: title, text, notices, sources, what to ask next. `program` is what a command starts with."""
    lines = [answer.title, *_lines(answer, program)]
    if answer.suggestions:
        lines += ["", "You can ask:", *(f"• {suggestion(item, program)}" for item in answer.suggestions)]
    return "\n".join(lines)


def render_line(line: Line, program: str = SLACK) -> str:
    """One line with its citations."""
    return "".join(_span(span, program) for span in line)


def suggestion(offered: str, program: str) -> str:
    """A suggestion as it is typed for `program`: a question stays as it is, a command begins with the program."""
    return Pointer(offered).typed(program) if offered.startswith(f"{SLACK} ") else offered


def set_off(element: Element, before: Element | None) -> bool:
    """Whether an empty line stands before an element: around notices, before headings and sources, after a list."""
    if isinstance(element, Paragraph):
        return isinstance(before, Notice | Bullets | Entry)
    return isinstance(element, Heading | Notice | Legend) or isinstance(before, Notice)


def places(citations: tuple[Citation, ...], names: Mapping[str, str] = NUMBERED) -> str:
    """Citations as `001 ¶12, ¶24; 002 ¶2`, or with the sources' `names` instead of their numbers; empty for none."""
    by_source = [
        (source, list(dict.fromkeys(citation.paragraph for citation in group)))
        for source, group in groupby(sorted(citations), key=lambda citation: citation.source)
    ]
    if sum(len(paragraphs) for _, paragraphs in by_source) > _MOST_PLACES:
        return ", ".join(names.get(source, source) for source, _ in by_source)
    said = ((names.get(source, source), ", ".join(f"¶{p}" for p in paragraphs)) for source, paragraphs in by_source)
    return "; ".join(f"{source} {paragraphs}" for source, paragraphs in said)


def _lines(answer: Answer, program: str) -> Iterator[str]:
    before: Element | None = None
    for element in answer.elements:
        if set_off(element, before):
            yield ""
        yield from _element(element, answer, program)
        before = element


def _element(element: Element, answer: Answer, program: str) -> Iterator[str]:
    match element:
        case Heading(text, _):
            yield text
        case Paragraph(line):
            yield render_line(line, program)
        case Bullets(items):
            yield from (f"• {render_line(item, program)}" for item in items)
        case Entry(lead, line):
            yield f"{lead}: {render_line(line, program)}"
        case Notice():
            yield from _notice(element, answer, program)
        case Legend(sources):
            yield f"Sources: {' · '.join(f'{source} {label}' for source, label in sources)}"


def _notice(notice: Notice, answer: Answer, program: str) -> Iterator[str]:
    """The topic is not said again where the whole answer is about it."""
    yield notice.label if notice.topic == answer.title else f"{notice.label}: {notice.topic}"
    for stand in notice.stands:
        yield f"  – {stand.value}{f', {stand.detail}' if stand.detail else ''}"
        for citation in stand.citations:
            yield f"      {citation.source} ¶{citation.paragraph}: “{citation.quote}”"
    if notice.reason:
        yield f"  Why: {render_line(notice.reason, program)}"
    yield from (f"  Also: {render_line(line, program)}" for line in notice.extra)


def _span(span: Span, program: str) -> str:
    match span:
        case Cited(text, citations) | Computed(text, citations):
            return f"{text} [{places(citations)}]" if citations else text
        case Pointer():
            return span.typed(program)
        case Silence(text, _) | Chrome(text):
            return text
        case Mark(text, _):
            return f" ({text})"

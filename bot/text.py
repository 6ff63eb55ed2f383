"""How does an answer read as plain text? For terminals, notifications, screen readers and programs."""

from __future__ import annotations

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
    Silence,
    Span,
)
from bot.fact import Citation

_MOST_PLACES = 6  # more paragraphs than this are given by source alone


def render(answer: Answer) -> str:
    """The whole answer: title, text, notices, sources, and what to ask next."""
    lines = [answer.title, *(line for element in answer.elements for line in _element(element))]
    if answer.suggestions:
        lines += ["You can ask:", *(f"• {question}" for question in answer.suggestions)]
    return "\n".join(lines)


def render_line(line: Line) -> str:
    """One line with its citations."""
    return "".join(_span(span) for span in line)


def places(citations: tuple[Citation, ...]) -> str:
    """Citations as `001 ¶12, ¶24; 002 ¶2`; empty for none."""
    by_source = [
        (source, list(dict.fromkeys(citation.paragraph for citation in group)))
        for source, group in groupby(sorted(citations), key=lambda citation: citation.source)
    ]
    if sum(len(paragraphs) for _, paragraphs in by_source) > _MOST_PLACES:
        return ", ".join(source for source, _ in by_source)
    return "; ".join(f"{source} {', '.join(f'¶{p}' for p in paragraphs)}" for source, paragraphs in by_source)


def _element(element: Element) -> Iterator[str]:
    match element:
        case Heading(text):
            yield from ("", text)
        case Paragraph(line):
            yield render_line(line)
        case Bullets(items):
            yield from (f"• {render_line(item)}" for item in items)
        case Entry(lead, line):
            yield f"{lead}: {render_line(line)}"
        case Notice():
            yield from _notice(element)
        case Legend(sources):
            if sources:
                yield f"Sources: {' · '.join(f'{source} {label}' for source, label in sources)}"


def _notice(notice: Notice) -> Iterator[str]:
    yield f"{notice.label}: {notice.topic}"
    for stand in notice.stands:
        yield f"  – {stand.value}{f', {stand.detail}' if stand.detail else ''}"
        for citation in stand.citations:
            yield f"      {citation.source} ¶{citation.paragraph}: “{citation.quote}”"
    for line in (notice.reason, *notice.extra):
        if line:
            yield f"  Why: {render_line(line)}" if line is notice.reason else f"  Also: {render_line(line)}"


def _span(span: Span) -> str:
    match span:
        case Cited(text, citations) | Computed(text, citations):
            return f"{text} [{places(citations)}]" if citations else text
        case Silence(text, _) | Chrome(text):
            return text
        case Mark(text, _):
            return f" ({text})"

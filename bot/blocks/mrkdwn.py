"""How does text become Slack's markup so that it shows exactly what it says, and never pings or formats by itself?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from bot.answer import Chrome, Cited, Computed, Line, Mark, Pointer, Silence, Span
from bot.fact import Citation
from bot.text import NUMBERED, places

ROW_CHARACTERS = 2_800  # a row and the next one's start still fit into a section
_PART_CHARACTERS = 400  # before escaping, which makes at most five characters of one

# Slack has no escape for its own marks. A mark counts only at the edge of a word, where its look-alike takes its place.
_LOOK_ALIKES = str.maketrans({"*": "∗", "_": "ˍ", "~": "∼", "`": "ˋ"})
_MARKS = re.compile(r"(?<![^\W_])[*_~]|[*_~](?![^\W_])|`")
_BROADCAST = re.compile(r"@(?=(?:here|channel|everyone|group)\b)", re.IGNORECASE)
_REFERENCE = re.compile(r"<(?=[@#!])")
_EMOJI = re.compile(r":(?=[\w+'-]+:)")
_QUOTE_MARK = re.compile(r"^(\s*)>")
_SPACE = re.compile(r"[^\S\u00a0]+")
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_BREAK = "\u200b"  # a space without width keeps two characters from being read as one sign
_PART = re.compile(rf"(?s).{{1,{_PART_CHARACTERS}}}(?=\s|\Z)|.{{1,{_PART_CHARACTERS}}}")
_STYLES = {"plain": "", "bold": "*", "italic": "_", "code": "`"}


@dataclass(frozen=True)
class Run:
    """Raw text that is shown in one style."""

    text: str
    style: Literal["plain", "bold", "italic", "code"] = "plain"


def visible(text: str) -> str:
    """Plain text on one line: nothing steers a terminal or the direction of writing, nothing looks like a ping."""
    line = _SPACE.sub(" ", _UNSEEN.sub("", text)).strip()
    return _BROADCAST.sub(f"@{_BREAK}", _REFERENCE.sub(f"<{_BREAK}", line))


@lru_cache(4_096)  # the same records are said again and again, and this is most of the work for an answer
def safe(text: str) -> str:
    """Text of a record or a person: on one line, Slack's three reserved characters escaped, its marks made inert."""
    line = _SPACE.sub(" ", _UNSEEN.sub("", text))
    line = _MARKS.sub(lambda found: found[0].translate(_LOOK_ALIKES), line)
    line = _BROADCAST.sub(f"@{_BREAK}", line)
    line = _EMOJI.sub(f":{_BREAK}", line)
    line = _QUOTE_MARK.sub(rf"\1{_BREAK}>", line)
    return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def rows(runs: Iterable[Run], start: str = "", again: str = "") -> Iterator[str]:
    """The runs marked up on one row, or on several where a block could not hold it; no mark or escape is torn apart.

    `start` is markup before the first row, `again` before each further one. Blanks alone make no row.
    """
    row, filled = start, False
    for part in (part for run in runs for part in _parts(run)):
        if filled and len(row) + len(part) > ROW_CHARACTERS:
            yield row
            row = again
        row, filled = row + part, filled or bool(part.strip())
    if filled:
        yield row


def runs_of(line: Line, names: Mapping[str, str] = NUMBERED) -> Iterator[Run]:
    """The runs of a line, with citations and marks in their places; `names` are those of sources, by id."""
    for span in line:
        yield from _span(span, names)


def cited(citations: tuple[Citation, ...], names: Mapping[str, str] = NUMBERED) -> Run:
    """The citations in brackets, none of them torn apart at the end of a line; nothing for none."""
    said = places(citations, names).replace(" ¶", "\u00a0¶")
    return Run(f" [{said}]" if said else "")


def _span(span: Span, names: Mapping[str, str]) -> Iterator[Run]:
    match span:
        case Cited(text, citations, value):
            before, found, after = text.partition(value) if value else (text, "", "")
            yield from (Run(before), Run(found, "bold"), Run(after), cited(citations, names))
        case Computed(text, citations):
            yield from (Run(text), cited(citations, names))
        case Pointer(text):
            yield Run(text, "code")
        case Silence(text, _) | Chrome(text):
            yield Run(text)
        case Mark(text, _):
            yield from (Run(" "), Run(f"({text})", "italic"))


def _parts(run: Run) -> Iterator[str]:
    for part in _PART.findall(run.text):
        yield _styled(safe(part), _STYLES[run.style])


def _styled(text: str, mark: str) -> str:
    """Slack's marks stand right at the words: blanks go outside, and nothing is marked where there are no words."""
    words = text.strip()
    if not words:
        return text
    before, _, after = text.partition(words)
    return f"{before}{mark}{words}{mark}{after}"

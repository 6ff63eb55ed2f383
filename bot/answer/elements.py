"""What is an answer made of? Small pieces of data that every renderer matches on, so no two surfaces drift apart.

Whatever is said is one of four things, and its type says which: cited (a source says it), computed (it follows from
cited inputs), silence (a source was read and does not say) or chrome (our own labels and guidance, no facts).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.comparison import Severity, Verdict
from bot.fact import Citation


@dataclass(frozen=True)
class Cited:
    """Words that the cited claims bear; `value` is the part of them that answers, where there is one."""

    text: str
    citations: tuple[Citation, ...]
    value: str = ""


@dataclass(frozen=True)
class Computed:
    """Words or figures that follow from the cited inputs by comparison or arithmetic."""

    text: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True)
class Silence:
    """That sources were read for a fact and do not speak on it; `sources` may be all of them."""

    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Chrome:
    """Our own words: labels, guidance, punctuation. Never a fact."""

    text: str


@dataclass(frozen=True)
class Pointer(Chrome):
    """What to type next, written as in Slack (`/deal disagreements`); elsewhere the program has another name."""

    def typed(self, program: str) -> str:
        """The same for a program that is called otherwise: `dealcheck disagreements`."""
        return f"{program} {self.text.partition(' ')[2]}"


@dataclass(frozen=True)
class Mark:
    """An inline mark on a fact on which the sources do not say the same; its notice holds the proof."""

    text: str
    fact: str


Span = Cited | Computed | Silence | Chrome | Mark
Line = tuple[Span, ...]


@dataclass(frozen=True)
class Heading:
    """A title over what follows; `source` is the article that it names, where it is the heading of one."""

    text: str
    source: str = ""


@dataclass(frozen=True)
class Paragraph:
    """Running text."""

    line: Line


@dataclass(frozen=True)
class Bullets:
    """Points of equal rank."""

    items: tuple[Line, ...]


@dataclass(frozen=True)
class Entry:
    """A row with a lead: a point of the timeline with its date, a command with its use, a label with its value."""

    lead: str
    line: Line


@dataclass(frozen=True)
class Stand:
    """One position in a notice: the value, who holds it, and the quotes."""

    value: str
    detail: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True)
class Notice:
    """That the sources do not say the same: each position with its quotes, and why it counts as what it is."""

    fact: str
    topic: str
    verdict: Verdict
    severity: Severity | None
    label: str
    stands: tuple[Stand, ...]
    reason: Line
    extra: tuple[Line, ...] = ()


@dataclass(frozen=True)
class Legend:
    """The sources that an answer cites, each with its label once: (id, label)."""

    sources: tuple[tuple[str, str], ...]


Element = Heading | Paragraph | Bullets | Entry | Notice | Legend


@dataclass(frozen=True)
class Answer:
    """What the bot says to one request.

    `answered` is False where the sources do not say; that is a normal answer. `facts` are the ids of the facts behind
    it, `suggestions` questions that can be answered. `entities` are whom and what was asked for by name where no fact
    tells, `missing` those of the questions, as they were put, that no source answers.
    """

    title: str
    elements: tuple[Element, ...]
    answered: bool = True
    facts: tuple[str, ...] = ()
    verdict: Verdict | None = None
    severity: Severity | None = None
    suggestions: tuple[str, ...] = field(default=())
    entities: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every citation in the answer, once, by source and paragraph."""
        return tuple(sorted({citation for element in self.elements for citation in citations_of(element)}))


def citations_of(element: Element) -> Iterator[Citation]:
    """The citations of one element, in reading order."""
    match element:
        case Paragraph(line) | Entry(_, line):
            yield from _of_line(line)
        case Bullets(items):
            for line in items:
                yield from _of_line(line)
        case Notice():
            for stand in element.stands:
                yield from stand.citations
            for line in (element.reason, *element.extra):
                yield from _of_line(line)
        case Heading() | Legend():
            return


def _of_line(line: Line) -> Iterator[Citation]:
    for span in line:
        if isinstance(span, Cited | Computed):
            yield from span.citations

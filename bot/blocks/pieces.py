"""How is each part of an answer laid out in Slack? As pieces: each the text of one block, none longer than allowed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, groupby
from typing import assert_never

from bot.answer import Bullets, Element, Entry, Heading, Legend, Notice, Paragraph, Stand
from bot.answer.overviews import UNDATED
from bot.blocks.limits import SECTION_CHARACTERS
from bot.blocks.mrkdwn import Run, cited, rows, runs_of

_BULLET = "•  "
_QUOTE = "> "
_GAP = " · "
_REMARK = re.compile(r"^(.*?)((?: \([^()]*\))?)$", re.DOTALL)


@dataclass(frozen=True)
class Piece:
    """The text of one block.

    `leads` keeps it with the piece behind it, `starts` parts it from what stands above; `proof` is a question that
    shows its quotes, `source` the article whose heading it is.
    """

    text: str
    leads: bool = False
    proof: str = ""
    starts: bool = False
    source: str = ""


@dataclass(frozen=True)
class Layout:
    """How an answer's notices are shown: with their quotes or in brief, and under which title.

    `names` are those by which sources go, by id; without one a source goes by its number.
    """

    title: str
    proofs: bool
    names: Mapping[str, str] = field(default_factory=dict)

    def pieces(self, elements: Iterable[Element]) -> Iterator[Piece]:
        """The pieces of the elements in order; the legend has its own."""
        for kind, run in groupby(elements, type):
            if kind is Entry:  # rows of one table stand close together
                yield from packed(chain.from_iterable(self._rows(entry) for entry in run))
            else:
                yield from chain.from_iterable(self._element(element) for element in run)

    def _element(self, element: Element) -> Iterator[Piece]:
        leads = isinstance(element, Heading)
        source = element.source if isinstance(element, Heading) else ""
        proof = element.topic if isinstance(element, Notice) and not self.proofs else ""
        for number, piece in enumerate(packed(self._rows(element))):
            starts = isinstance(element, Heading | Notice) and not number
            yield Piece(piece.text, leads, "" if number else proof, starts, "" if number else source)

    def _rows(self, element: Element) -> Iterator[str]:
        match element:
            case Heading(text, _):
                yield from rows([Run(text, "bold")])
            case Paragraph(line):
                yield from rows(runs_of(line, self.names))
            case Bullets(items):
                yield from chain.from_iterable(rows(runs_of(item, self.names), _BULLET) for item in items)
            case Entry(lead, line):
                yield from rows([_lead(lead), Run(_GAP), *runs_of(line, self.names)])
            case Notice():
                yield from self._notice(element)
            case Legend():
                return
            case _:
                assert_never(element)

    def _notice(self, notice: Notice) -> Iterator[str]:
        if notice.topic == self.title:
            yield from rows([Run(notice.label, "bold")])
        else:
            yield from rows([Run(notice.topic, "bold")])
            yield from rows([Run(notice.label, "italic")])
        yield from chain.from_iterable(self._stand(stand) for stand in notice.stands)
        if notice.reason:
            yield from rows([Run("Why:", "bold"), Run(" "), *runs_of(notice.reason, self.names)])
        for line in notice.extra:
            yield from rows([Run("Also:", "bold"), Run(" "), *runs_of(line, self.names)])

    def _stand(self, stand: Stand) -> Iterator[str]:
        value, remark = _REMARK.findall(stand.value)[0]
        detail = f"{remark}, {stand.detail}" if stand.detail else remark
        shown = cited(() if self.proofs else stand.citations, self.names)
        yield from rows([Run(value, "bold"), Run(detail), shown], _BULLET)
        for citation in stand.citations if self.proofs else ():
            yield from rows([Run(f"“{citation.quote}”"), cited((citation,), self.names)], _QUOTE, _QUOTE)


def _lead(lead: str) -> Run:
    """A date or a label stands out; that there is no date does not."""
    return Run(lead, "italic" if lead == UNDATED else "bold")


def titled(title: str) -> Iterator[Piece]:
    """A title that is too long for a header."""
    return packed(rows([Run(title, "bold")]))


def legend(elements: Iterable[Element]) -> Iterator[Piece]:
    """The sources with their labels, for the whole answer."""
    sources = [source for element in elements if isinstance(element, Legend) for source in element.sources]
    runs = [(Run(f"{id_} ", "bold"), Run(label), Run(_GAP)) for id_, label in sources]
    named = list(chain.from_iterable(runs))[:-1]
    return packed(rows([Run("Sources: "), *named])) if named else iter(())


def packed(lines: Iterable[str]) -> Iterator[Piece]:
    """As many lines to a piece as a block holds."""
    held: list[str] = []
    for line in lines:
        if held and len("\n".join([*held, line])) > SECTION_CHARACTERS:
            yield Piece("\n".join(held))
            held = []
        held.append(line)
    if held:
        yield Piece("\n".join(held))

"""What does one message look like? Header, what is said, sources, and the buttons; long answers come in pages."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from bot.answer import Answer, Legend, Notice
from bot.answer.brief import gist
from bot.blocks import kit, limits
from bot.blocks.button import ASK, Request, button, request_for, shortened
from bot.blocks.controls import USUAL, Frame, Look, controls
from bot.blocks.kit import Block
from bot.blocks.mrkdwn import safe, visible
from bot.blocks.pieces import Layout, Piece, legend, packed, titled
from bot.text import NUMBERED

PIECES = 40  # leaves room for header, sources and buttons below the 50 blocks of a message
LEGEND_CHARACTERS = 1_500  # a longer one stands once behind the answer, not on each of its pages
MOST_MESSAGES = 5  # so often Slack takes something for one response URL
SUGGESTED = 5  # buttons; more of them are a list that nobody reads
_PROVEN = 2  # notices whose quotes are shown at once; with more, a button behind each shows them


@dataclass(frozen=True)
class Message:
    """What goes to Slack: the blocks, and the same words as one text for notifications and screen readers."""

    text: str
    blocks: list[Block]

    @property
    def rungs(self) -> Iterator[Message]:
        """The same ever plainer, for when Slack refuses the blocks: as it is, as sections alone, as text alone.

        The text says what the blocks say, so that the sources stand on each rung.
        """
        yield self
        if self.blocks:
            lines = self.text.splitlines() or [self.text]
            pieces = [piece.text for piece in packed(lines)][: limits.MESSAGE_BLOCKS]
            yield Message(self.text, [kit.section(piece) for piece in pieces])
            yield Message(self.text, [])

    @cached_property
    def acknowledgement(self) -> str:
        """The JSON with which a slash command is answered, for the person alone."""
        return json.dumps({"response_type": "ephemeral", "text": self.text, "blocks": self.blocks})


@dataclass(frozen=True)
class Room:
    """How much of an answer one message holds, beside its header, sources and buttons."""

    characters: int
    pieces: int = PIECES

    def holds(self, pieces: list[Piece]) -> bool:
        """Whether the pieces fit."""
        return sum(len(piece.text) for piece in pieces) <= self.characters and len(pieces) <= self.pieces


SCREEN = Room(2_000)  # about a screen; Slack itself would take six times as much
FULL = Room(10_500)  # all that Slack takes
NOTHING = Frame()


def render(answer: Answer, frame: Frame) -> Message:
    """One page of an answer, within all limits; a page behind the last one is the last one."""
    pages, legends = paged(answer, look=frame.look)
    number = min(frame.request.page if frame.request else 1, len(pages))
    footer = [*legends, *([f"Page {number} of {len(pages)}"] if len(pages) > 1 else [])]
    suggested = _suggested(answer) if frame.suggest else []
    below = tuple(controls(answer, frame, number, len(pages)))
    return _Sheet(answer.title, pages[number - 1], footer, suggested, below, frame.note).message()


def render_whole(answer: Answer, frame: Frame = NOTHING) -> tuple[Message, ...]:
    """An answer that cannot be asked for again, in as few messages as hold it; where too few do, the last says so."""
    pages, legends = paged(answer, FULL, frame.look)
    shown = pages[:MOST_MESSAGES]
    footers = [[*legends, *_part(number, len(shown), len(pages))] for number in range(1, len(shown) + 1)]
    *first, last = (_Sheet(answer.title, *parts) for parts in zip(shown, footers, strict=True))
    below = tuple(controls(answer, frame))
    last = replace(last, suggested=_suggested(answer), controls=below, note=frame.note)
    return tuple(sheet.message() for sheet in (*first, last))


def paged(answer: Answer, room: Room = SCREEN, look: Look = USUAL) -> tuple[list[list[Piece]], list[str]]:
    """The pieces of each page, at least one page, and the legend that stands on every page.

    What stands under one heading stays together where a page holds it.
    """
    named = list(legend(answer.elements))
    short = sum(len(piece.text) for piece in named) <= LEGEND_CHARACTERS
    pages: list[list[Piece]] = [[]]
    for unit in _units([*_said(answer, look), *([] if short else named)]):
        for part in [unit] if room.holds(unit) else [[piece] for piece in unit]:
            if pages[-1] and not room.holds([*pages[-1], *part]):
                pages.append(_taken_along(pages[-1]))
            pages[-1] += part
    return pages, [piece.text for piece in named] if short else []


def _units(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """A heading with all behind it up to the next one or to a notice; what stands under none is a unit of its own."""
    unit: list[Piece] = []
    for piece in pieces:
        if unit and (piece.starts or not unit[0].leads):
            yield unit
            unit = []
        unit.append(piece)
    if unit:
        yield unit


def _said(answer: Answer, look: Look) -> Iterator[Piece]:
    title = visible(answer.title)
    if len(title) > limits.HEADER_CHARACTERS:
        yield from titled(title)
    elements = gist(answer.elements) if look.brief else answer.elements
    notices = sum(isinstance(element, Notice) for element in elements)
    names = {source: label for part in elements if isinstance(part, Legend) for source, label in part.sources}
    proofs = notices <= _PROVEN and not look.brief
    yield from Layout(answer.title, proofs, names if look.named else NUMBERED).pieces(elements)


def _taken_along(page: list[Piece]) -> list[Piece]:
    """The heading at the end of a full page, which goes over to the next, unless nothing else would stay."""
    return [page.pop()] if len(page) > 1 and page[-1].leads else []


def _part(number: int, of: int, pages: int) -> list[str]:
    """Which part of an answer this is, and on the last one that there would be more."""
    if pages == 1:
        return []
    rest = " The rest is longer than Slack takes." if number == of < pages else ""
    return [f"Part {number} of {of}.{rest}"]


@dataclass(frozen=True)
class _Sheet:
    """What stands on one message, from its header to its closing line."""

    title: str
    pieces: list[Piece]
    footer: list[str]
    suggested: list[tuple[str, Request]] = field(default_factory=list)
    controls: tuple[Block, ...] = ()
    note: str = ""

    def message(self) -> Message:
        """The message, as blocks and as text."""
        return Message(self._text(), list(self._blocks()))

    def _blocks(self) -> Iterator[Block]:
        if self._header:
            yield kit.header(self._header)
        yield from (_block(piece, place) for place, piece in enumerate(self.pieces))
        if self.footer:
            yield kit.context(*self.footer)
        yield from _suggestions(self.suggested)
        yield from self.controls
        if self.note:
            yield kit.context(self.note)

    def _text(self) -> str:
        offered = ["Try:", *(f"•  {safe(question)}" for question, _ in self.suggested)] if self.suggested else []
        said = (piece.text for piece in self.pieces)
        return "\n".join(filter(None, [safe(self._header), *said, *self.footer, *offered, self.note]))

    @property
    def _header(self) -> str:
        return shortened(visible(self.title), limits.HEADER_CHARACTERS)


def _block(piece: Piece, place: int) -> Block:
    request = request_for(f"ask {piece.proof}") if piece.proof else None
    if request is None:
        return kit.section(piece.text)
    spoken = f"Show quotes: {piece.proof}"
    whole = request.model_copy(update={"whole": True})
    return kit.section(piece.text, button(f"{ASK}_quotes_{place}", "Show quotes", whole, spoken=spoken))


def _suggested(answer: Answer) -> list[tuple[str, Request]]:
    """The first questions to go on with; one that is too long to be asked again is left out."""
    asking = ((visible(question), request_for(question)) for question in answer.suggestions)
    return [(label, request) for label, request in asking if label and request][:SUGGESTED]


def _suggestions(suggested: list[tuple[str, Request]]) -> Iterator[Block]:
    if suggested:
        yield kit.context("Try:")
        yield kit.actions(button(f"{ASK}_{place}", *pair) for place, pair in enumerate(suggested))

"""What does one message look like? Header, what is said, sources, and the buttons; long answers come in pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.answer import Answer, Notice
from bot.blocks import kit
from bot.blocks.button import ASK, PAGE, SHARE, Request, button, request_for, shortened
from bot.blocks.kit import Block
from bot.blocks.mrkdwn import safe, visible
from bot.blocks.pieces import Layout, Piece, legend, titled

PAGE_CHARACTERS = 2_000  # about a screen; Slack itself would take six times as much
PAGE_PIECES = 40  # leaves room for header, sources and buttons below the 50 blocks of a message
LEGEND_CHARACTERS = 1_500  # a longer one stands once behind the answer, not on each of its pages
SUGGESTED = 5  # buttons; more of them are a list that nobody reads
_PROVEN = 2  # notices whose quotes are shown at once; with more, a button behind each shows them


@dataclass(frozen=True)
class Message:
    """What goes to Slack: the blocks, and the same words as one text for notifications and screen readers."""

    text: str
    blocks: list[Block]


@dataclass(frozen=True)
class Frame:
    """What stands around an answer.

    `request` is what its buttons ask for again; without it there are none for paging and sharing. `note` is a closing
    line of markup, such as who shared it.
    """

    request: Request | None = None
    share: bool = False
    suggest: bool = True
    note: str = ""


def render(answer: Answer, frame: Frame) -> Message:
    """One page of an answer, within all limits; a page behind the last one is the last one."""
    pages = paged(answer)
    number = min(frame.request.page if frame.request else 1, len(pages))
    footer = [*_footer(answer), *([f"Page {number} of {len(pages)}"] if len(pages) > 1 else [])]
    suggested = [question for question in answer.suggestions if question.strip()] if frame.suggest else []
    title = visible(answer.title)
    blocks = [
        *([kit.header(shortened(title, kit.HEADER_CHARACTERS))] if title else []),
        *(_block(piece) for piece in pages[number - 1]),
        *([kit.context(*footer)] if footer else []),
        *_suggestions(suggested),
        *_controls(answer, frame, number, len(pages)),
        *([kit.context(frame.note)] if frame.note else []),
    ]
    said = [piece.text for piece in pages[number - 1]]
    offered = ["You can ask:", *(f"•  {safe(question)}" for question in suggested)] if suggested else []
    text = "\n".join(filter(None, [safe(title), *said, *footer, *offered, frame.note]))
    return Message(text, blocks)


def paged(answer: Answer) -> tuple[tuple[Piece, ...], ...]:
    """The pieces of each page, at least one page; a heading never ends one."""
    pages: list[list[Piece]] = [[]]
    for piece in _all_pieces(answer):
        if not _has_room(pages[-1], piece):
            pages.append(_taken_along(pages[-1]))
        pages[-1].append(piece)
    return tuple(tuple(page) for page in pages)


def _all_pieces(answer: Answer) -> Iterator[Piece]:
    title = visible(answer.title)
    if len(title) > kit.HEADER_CHARACTERS:
        yield from titled(title)
    notices = sum(isinstance(element, Notice) for element in answer.elements)
    yield from Layout(answer.title, proofs=notices <= _PROVEN).pieces(answer.elements)
    if not _footer(answer):
        yield from legend(answer.elements)


def _footer(answer: Answer) -> list[str]:
    """The legend where it is short enough to stand on every page."""
    texts = [piece.text for piece in legend(answer.elements)]
    return texts if sum(map(len, texts)) <= LEGEND_CHARACTERS else []


def _has_room(page: list[Piece], piece: Piece) -> bool:
    filled = sum(len(other.text) for other in page)
    return not page or (filled + len(piece.text) <= PAGE_CHARACTERS and len(page) < PAGE_PIECES)


def _taken_along(page: list[Piece]) -> list[Piece]:
    """The heading at the end of a full page, which goes over to the next, unless nothing else would stay."""
    return [page.pop()] if len(page) > 1 and page[-1].leads else []


def _block(piece: Piece) -> Block:
    return kit.section(piece.text, _proof_button(piece.proof) if piece.proof else None)


def _proof_button(question: str) -> kit.Button | None:
    request = request_for(f"ask {question}")
    return button(ASK, "Show quotes", request, spoken=f"Show quotes: {question}") if request else None


def _suggestions(questions: list[str]) -> Iterator[Block]:
    asking = [(question, request) for question in questions if (request := request_for(question))]
    buttons = [
        button(f"{ASK}_{place}", question, request) for place, (question, request) in enumerate(asking[:SUGGESTED])
    ]
    if buttons:
        yield kit.context("You can ask:")
        yield kit.actions(buttons)


def _controls(answer: Answer, frame: Frame, number: int, of: int) -> Iterator[Block]:
    if not frame.request:
        return
    text, buttons = frame.request.text, []
    if number > 1:
        back = Request(text=text, page=number - 1)
        buttons.append(button(f"{PAGE}_back", "Back", back, spoken=f"Back to page {back.page} of {of}"))
    if number < of:
        ahead = Request(text=text, page=number + 1)
        buttons.append(button(f"{PAGE}_next", "Next", ahead, spoken=f"On to page {ahead.page} of {of}"))
    if frame.share and answer.answered:
        buttons.append(button(SHARE, "Share to channel", Request(text=text, page=number)))
    if buttons:
        yield kit.actions(buttons)

"""How does an answer look in a dialog? The evidence of a fact, the card of a source, or what was asked, in pages."""

from __future__ import annotations

from collections.abc import Iterator

from bot.answer import Answer
from bot.blocks import kit, limits
from bot.blocks.button import EVIDENCE, Exhibit, button, request_for, shortened
from bot.blocks.controls import USUAL, Look
from bot.blocks.kit import Block, Modal
from bot.blocks.message import SUGGESTED, Room, paged
from bot.blocks.mrkdwn import visible
from bot.blocks.pieces import Piece

CARD, CHOOSE, LEAF = "card", "choose", "leaf"
_ROOM = Room(9_000, 80)  # below the 100 blocks of a view, and no more than somebody scrolls through


def render_sheet(answer: Answer, exhibit: Exhibit, questions: dict[str, str], look: Look = USUAL) -> Modal:
    """A page of it; `questions` are those of the facts among which one can choose, by id."""
    pages, legends = paged(answer, _ROOM, look)
    number = min(exhibit.page, len(pages))
    footer = [*legends, *([f"Page {number} of {len(pages)}"] if len(pages) > 1 else [])]
    blocks = [
        *_picker(exhibit, questions),
        kit.header(shortened(visible(answer.title), limits.HEADER_CHARACTERS)),
        *(_block(piece, place) for place, piece in enumerate(pages[number - 1])),
        *([kit.context(*footer)] if footer else []),
        *_turning(exhibit, number, len(pages)),
        *(_leading_on(answer) if exhibit.request else ()),
    ]
    return modal(_title(exhibit), blocks, exhibit.value)


def _title(exhibit: Exhibit) -> str:
    if exhibit.request:
        return "Answer"
    return "Source" if exhibit.source else "Evidence"


def _leading_on(answer: Answer) -> Iterator[Block]:
    """From an answer to its evidence, laid above it, and to further questions, in its place."""
    evidence = Exhibit(facts=answer.facts)
    if answer.answered and answer.facts and evidence.fits:
        yield kit.actions([button(EVIDENCE, "Evidence", evidence, spoken="Every claim with its quote and the proof")])
    asking = ((visible(question), request_for(question)) for question in answer.suggestions)
    offered = [(label, Exhibit(request=request)) for label, request in asking if label and request][:SUGGESTED]
    if offered:
        yield kit.context("Try:")
        yield kit.actions(button(f"{LEAF}_{place}", *pair) for place, pair in enumerate(offered))


def modal(title: str, blocks: list[Block], carried: str = "") -> Modal:
    """A dialog that is only read; `carried` comes back with every click in it."""
    made: Modal = {
        "type": "modal",
        "title": kit.plain(shortened(title, limits.VIEW_TITLE_CHARACTERS)),
        "close": kit.plain("Close"),
        "blocks": blocks,
    }
    if carried:
        made["private_metadata"] = carried
    return made


def _picker(exhibit: Exhibit, questions: dict[str, str]) -> Iterator[Block]:
    """A menu of the facts, where there are several and a menu holds them."""
    if 1 < len(questions) <= limits.MENU_OPTIONS and not exhibit.source:
        options = {fact: kit.option(_label(question), fact) for fact, question in questions.items()}
        yield kit.actions([kit.select(CHOOSE, list(options.values()), options.get(exhibit.shown), "Choose a fact")])


def _label(question: str) -> str:
    return shortened(visible(question), limits.LABEL_CHARACTERS)


def _block(piece: Piece, place: int) -> Block:
    """What names an article leads to its card."""
    if not piece.source:
        return kit.section(piece.text)
    card = Exhibit(source=piece.source)
    return kit.section(
        piece.text, button(f"{CARD}_{place}", f"About {piece.source}", card, spoken=f"About source {piece.source}")
    )


def _turning(exhibit: Exhibit, number: int, of: int) -> Iterator[Block]:
    pressed = []
    if number > 1:
        pressed.append(button(f"{LEAF}_back", "Back", exhibit.at(number - 1), spoken=f"Back to page {number - 1}"))
    if number < of:
        pressed.append(button(f"{LEAF}_next", "Next", exhibit.at(number + 1), spoken=f"On to page {number + 1}"))
    if pressed:
        yield kit.actions(pressed)

"""How does a long answer come in one piece where Slack lets text grow? As Markdown, part by part, with its buttons."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot import markdown
from bot.answer import Answer
from bot.blocks import limits
from bot.blocks.controls import USUAL, Frame, controls
from bot.blocks.kit import Block
from bot.blocks.message import Message, paged
from bot.blocks.mrkdwn import visible

_PART = 2_500  # characters sent at once: few calls, and the first of them is there at once


@dataclass(frozen=True)
class Stream:
    """An answer that grows: its parts, the blocks below the last, and a page of it for where it cannot be finished."""

    parts: tuple[str, ...]
    closing: list[Block]
    page: Message


def stream_of(answer: Answer, frame: Frame, page: Message) -> Stream | None:
    """The answer as a stream, if it is longer than a page and not too long; not for who has chosen how answers look."""
    if frame.look != USUAL or len(paged(answer)[0]) == 1:
        return None
    text = "\n".join(_line(line) for line in markdown.render(answer).splitlines())
    if len(text) > limits.MARKDOWN_CHARACTERS:
        return None
    return Stream(tuple(_gathered(text)), list(controls(answer, frame)), page)


def _line(line: str) -> str:
    """A line as it stands, its indent too, without anything that would ping."""
    indent = len(line) - len(line.lstrip(" "))
    return " " * indent + visible(line)


def _gathered(text: str) -> Iterator[str]:
    """Whole paragraphs, as many as go into a part."""
    held = ""
    for paragraph in text.split("\n\n"):
        if held and len(held) + len(paragraph) > _PART:
            yield held
            held = ""
        held = f"{held}\n\n{paragraph}" if held else paragraph
    yield held

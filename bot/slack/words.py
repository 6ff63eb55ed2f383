"""Which words does a message hold, whether people typed them or an app built them of blocks?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.slack.typed import typed

_NO_WORDS = ("actions", "input", "divider", "image", "file", "call", "video", "context_actions")
_INLINE = frozenset({"rich_text_section", "rich_text_preformatted", "rich_text_quote"})
# Whom a message speaks to, and where a link leads, asserts nothing; what a link is called may.
_ADDRESSED = re.compile(r"<[@#!][^<>]*>|<https?://[^<>|]*>|(?<!<)\bhttps?://[^\s<>|]+")
_LINK = re.compile(r"\[([^\[\]]{1,300})\]\([^()\s]{1,2000}\)")
_EMOJI = re.compile(r"(?<![\w:]):(?=[\w+'-]*[a-z])[\w+'-]+:(?!\w)")
# Marks stand at the edges of words; a tilde before a figure is no mark but part of what is said.
_MARKS = re.compile(r"(?<![^\W_])[*_`]+|[*_`]+(?![^\W_])|~(?=[^\W\d])|(?<=\w)~")
_LEADING = re.compile(r"^\s*(?:[>•#-]+\s+)?")


def words(text: str, blocks: Sequence[Any] = (), attachments: Sequence[Any] = ()) -> str:
    """What a message says, a line for each paragraph; what is attached counts only where it says nothing itself.

    Blocks go before the text, which in an app's message is only for notifications.
    """
    return _joined(_of_blocks(blocks)) or _joined(_of_markup(text)) or _joined(_of_attachments(attachments))


def _joined(lines: Iterator[str]) -> str:
    tidied = (" ".join(line.split()) for line in lines)
    return "\n".join(line for line in tidied if line)


def _of_blocks(blocks: Sequence[Any]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Mapping) and block.get("type") not in _NO_WORDS:
            yield from _of_part(block)


def _of_part(part: object) -> Iterator[str]:
    """The lines in a block, a text or an element, however deep; what can be pressed or chosen beside them has none."""
    match part:
        case {"type": str(kind), "elements": [*elements]} if kind in _INLINE:
            yield from "".join(map(_inline, elements)).splitlines()
        case {"type": "plain_text" | "raw_text", "text": str(text)}:
            yield from _EMOJI.sub(" ", text).splitlines()
        case {"text": str(text)}:
            yield from _of_markup(text)
        case dict():
            for key, inside in part.items():
                yield from () if key == "accessory" else _of_part(inside)
        case [*parts]:
            for inside in parts:
                yield from _of_part(inside)


def _inline(element: object) -> str:
    """A piece of running text: words and what links are called; not who is addressed, no emoji and no bare address."""
    match element:
        case {"type": "text" | "link", "text": str(text)}:
            return text
        case {"type": "date", "fallback": str(text)}:
            return text
        case _:
            return " "


def _of_markup(text: str) -> Iterator[str]:
    for line in typed(_ADDRESSED.sub(" ", _LINK.sub(r"\1", text))).splitlines():
        yield _MARKS.sub("", _EMOJI.sub(" ", _LEADING.sub("", line)))


def _of_attachments(attachments: Sequence[Any]) -> Iterator[str]:
    for attached in attachments:
        match attached:
            case {"blocks": [*blocks]} if blocks:
                yield from _of_blocks(blocks)
            case {"text": str(text)} | {"fallback": str(text)}:
                yield from _of_markup(text)

"""Would Slack take a message? Its limits as a table of our own, and slack_sdk's models walked to the bottom."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from slack_sdk.models.blocks import Block

from bot.blocks import Message

Json = dict[str, Any]

MOST_BLOCKS = 50
MOST_CHARACTERS = 13_000
MOST_TEXT = 40_000
MOST_ELEMENTS = {"context": 10, "actions": 25}
LONGEST = {"header": 150, "section": 3_000, "context": 3_000, "button": 75, "label": 75, "value": 2_000, "id": 255}
TEXT_TYPE = {"header": "plain_text", "section": "mrkdwn", "context": "mrkdwn", "button": "plain_text"}


def slips(message: Message) -> list[str]:
    """Everything about a message that Slack would refuse."""
    blocks: list[Json] = json.loads(json.dumps(message.blocks))
    return [*_whole(message, blocks), *(slip for block in blocks for slip in (*_block(block), *_modelled(block)))]


def _whole(message: Message, blocks: list[Json]) -> Iterator[str]:
    if len(blocks) > MOST_BLOCKS:
        yield f"{len(blocks)} blocks"
    if (characters := sum(map(len, texts(blocks)))) > MOST_CHARACTERS:
        yield f"{characters} characters in blocks"
    if not 0 < len(message.text) <= MOST_TEXT:
        yield f"a text of {len(message.text)} characters"
    ids = [control["action_id"] for block in blocks for control in controls(block)]
    if len(set(ids)) < len(ids):
        yield f"action ids come twice: {ids}"


def _block(block: Json) -> Iterator[str]:
    kind = block["type"]
    if kind in {"header", "section"}:
        yield from _text(kind, block["text"])
    for element in block.get("elements", ()) if kind == "context" else ():
        yield from _text(kind, element)
    if kind in MOST_ELEMENTS and not 0 < len(block["elements"]) <= MOST_ELEMENTS[kind]:
        yield f"{kind} with {len(block['elements'])} elements"
    for control in controls(block):
        yield from _button(control)


def _button(button: Json) -> Iterator[str]:
    yield from _text("button", button["text"])
    told = {
        "value": button["value"],
        "id": button["action_id"],
        "label": button.get("accessibility_label", "-"),
    }
    for kind, text in told.items():
        if not 0 < len(text) <= LONGEST[kind]:
            yield f"button's {kind} of {len(text)} characters"


def _text(kind: str, text: Json) -> Iterator[str]:
    if text["type"] != TEXT_TYPE[kind]:
        yield f"{text['type']} in {kind}"
    if not text["text"].strip() or len(text["text"]) > LONGEST[kind]:
        yield f"{kind} with {len(text['text'])} characters"


def _modelled(block: Json) -> Iterator[str]:
    """The model made of a block must validate and give the same block back: models drop what they do not know."""
    model = Block.parse(block)
    if model is None or json.loads(json.dumps(model.to_dict())) != block:
        yield f"slack_sdk reads {block['type']} otherwise"


def controls(block: Json) -> list[Json]:
    """The buttons of a block."""
    if block["type"] == "actions":
        return list(block["elements"])
    return [block["accessory"]] if "accessory" in block else []


def texts(part: object) -> Iterator[str]:
    """Every text that is shown, in reading order."""
    if isinstance(part, dict):
        if isinstance(part.get("text"), str):
            yield part["text"]
        for value in part.values():
            yield from texts(value)
    elif isinstance(part, list):
        for value in part:
            yield from texts(value)

"""Would Slack take what we send, and can everybody read it? The limits of our own table, slack_sdk's models, our rules.

The table is that of the local workspace (bot/blocks/limits.py), in whose shapes the limits stand in their places. The
models are made from what is sent, to the bottom, and have to give the same back: they drop what they do not know.
"""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Literal

from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.basic_objects import JsonObject
from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from bot.blocks import Message, limits
from bot.playground import blockcheck
from bot.playground.refusal import RefusedError

Json = dict[str, Any]

_TEXTS = {"plain_text", "mrkdwn"}
_SPOKEN = {"icon_button", "positive_button", "negative_button"}  # a sign or a thumb, which only a label puts in words
_NOT_SAID = {"actions", "context_actions", "input", "divider"}  # what one presses says nothing of its own
_MARKS = re.compile(r"[\s\u200b*_~`∗ˍ∼ˋ•>]")


def slips(message: Message) -> list[str]:
    """Everything about a message that Slack would refuse, or that somebody could not read."""
    return blocks_slips(message.text, json.loads(json.dumps(message.blocks)))


def blocks_slips(text: str, blocks: list[Json]) -> list[str]:
    """As `slips`, of what was sent: the text that stands for the blocks, and the blocks."""
    return [*_taken(blocks), *_fallback(text, blocks), *_readable(blocks), *_distinct(blocks), *_modelled(blocks)]


def view_slips(view: Json) -> list[str]:
    """As `slips`, of a modal or of the Home tab."""
    kind: Literal["modal", "home"] = "home" if view.get("type") == "home" else "modal"
    sent: Json = json.loads(json.dumps(view))
    blocks = sent.get("blocks", [])
    accepted = _accepted(lambda: blockcheck.accept_view(sent, kind))
    return [*accepted, *_readable(sent), *_distinct(blocks), *_modelled(blocks), *_same("view", _view, sent)]


def _taken(blocks: list[Json]) -> list[str]:
    return _accepted(lambda: blockcheck.accept(blocks))


def _accepted(accept: Callable[[], object]) -> list[str]:
    try:
        accept()
    except RefusedError as refusal:
        return list(refusal.details) or [refusal.code]
    return []


def _fallback(text: str, blocks: list[Json]) -> Iterator[str]:
    """The text says what the blocks say, sources included: it is all that a screen reader or a notification has."""
    if not text.strip() or len(text) > limits.MESSAGE_TEXT_CHARACTERS:
        yield f"a text of {len(text)} characters"
    said = _words(html.unescape(text))
    for block in blocks:
        shown = [block.get("text"), block.get("fields"), block.get("elements")]
        unsaid = [words for words in texts(shown) if not any(form in said for form in _forms(words))]
        yield from (f"not in the text: {words[:60]}" for words in unsaid if block["type"] not in _NOT_SAID)


def _forms(shown: str) -> tuple[str, str]:
    """The words of a text, which is escaped where it is marked up and not where it is plain."""
    return _words(shown), _words(html.unescape(shown))


def _words(text: str) -> str:
    """What is left of a text without blanks, marks and what stands in for marks."""
    return _MARKS.sub("", text)


def _readable(part: object) -> Iterator[str]:
    """Nothing that is shown or spoken is blank, and what shows no words has a label that says them."""
    match part:
        case {"type": str(kind), "text": str(text)} if kind in _TEXTS and not text.strip():
            yield f"a blank {kind}"
        case {"alt_text": str(text)} if not text.strip():
            yield "a picture without alternative text"
        case {"accessibility_label": str(text)} if not text.strip():
            yield "a blank accessibility label"
        case {"type": "icon_button", **rest} if "accessibility_label" not in rest:
            yield "an icon without accessibility label"
    for name, inside in _inside(part):
        if name in _SPOKEN and isinstance(inside, dict) and "accessibility_label" not in inside:
            yield f"{name} without accessibility label"
        yield from _readable(inside)


def _inside(part: object) -> Iterable[tuple[str, object]]:
    match part:
        case dict():
            return part.items()
        case list():
            return (("", inside) for inside in part)
        case _:
            return ()


def _distinct(blocks: list[Json]) -> Iterator[str]:
    """No id stands twice in one payload, and no two buttons that do different things are spoken alike.

    Two labels that were cut may begin alike.
    """
    pressed = [control for block in blocks for control in controls(block)]
    doing = {(control.get("accessibility_label") or label(control), _does(control)) for control in _buttons(pressed)}
    named = {
        "block id": (block["block_id"] for block in blocks if "block_id" in block),
        "action id": (control["action_id"] for control in pressed if "action_id" in control),
        "spoken label": (spoken for spoken, _ in doing if not spoken.endswith("…")),
    }
    for kind, names in named.items():
        yield from (f"{kind} {name!r} stands {count} times" for name, count in Counter(names).items() if count > 1)


def _buttons(pressed: list[Json]) -> list[Json]:
    return [control for control in pressed if control["type"] == "button"]


def _does(button: Json) -> tuple[str, str]:
    """What a button does: what it asks for, and of whom, whatever tells several in one message apart."""
    return button.get("action_id", "").partition("_")[0], button.get("value", "")


def _modelled(blocks: list[Json]) -> Iterator[str]:
    for block in blocks:
        yield from _same(block["type"], Block.parse, block)


def _view(sent: Json) -> View:
    return View(**sent)


def _same(kind: str, read: Callable[[Json], JsonObject | None], sent: Json) -> Iterator[str]:
    """The model of something is made, validates and gives the same back."""
    try:
        model = read(sent)
        if model is None or json.loads(json.dumps(model.to_dict())) != sent:
            yield f"slack_sdk reads {kind} otherwise"
    except (SlackObjectFormationError, TypeError) as error:
        yield f"slack_sdk refuses {kind}: {error}"


def label(control: Json) -> str:
    """What a button shows."""
    return str(control["text"]["text"])


def controls(block: Json) -> list[Json]:
    """What can be pressed, chosen or filled in of a block."""
    if block["type"] in {"actions", "context_actions"}:
        return list(block["elements"])
    return [block[slot] for slot in ("accessory", "element") if slot in block and block[slot]["type"] != "image"]


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

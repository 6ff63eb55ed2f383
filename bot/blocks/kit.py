"""Which of Slack's blocks does the bot send?

The shapes are those of the Block Kit reference. Plain typed dicts: Slack takes dicts, and slack_sdk's models
spend more time on checking themselves than everything else in an answer together; the tests check with them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NotRequired, TypedDict


class Plain(TypedDict):
    type: Literal["plain_text"]
    text: str
    emoji: bool


class Mrkdwn(TypedDict):
    type: Literal["mrkdwn"]
    text: str
    verbatim: bool


class Button(TypedDict):
    type: Literal["button"]
    action_id: str
    text: Plain
    value: str
    style: NotRequired[Literal["primary", "danger"]]
    accessibility_label: NotRequired[str]


class Header(TypedDict):
    type: Literal["header"]
    text: Plain


class Section(TypedDict):
    type: Literal["section"]
    text: Mrkdwn
    accessory: NotRequired[Button]
    expand: bool


class Context(TypedDict):
    type: Literal["context"]
    elements: list[Mrkdwn]


class Actions(TypedDict):
    type: Literal["actions"]
    elements: list[Button]


Block = Header | Section | Context | Actions


def plain(text: str) -> Plain:
    """Text that Slack shows as it stands; emoji codes stay codes."""
    return {"type": "plain_text", "text": text, "emoji": False}


def mrkdwn(text: str) -> Mrkdwn:
    """Marked-up text. Verbatim: Slack makes no links or mentions of its own out of plain words."""
    return {"type": "mrkdwn", "text": text, "verbatim": True}


def header(text: str) -> Header:
    return {"type": "header", "text": plain(text)}


def section(text: str, accessory: Button | None = None) -> Section:
    """Expanded: Slack folds a long section otherwise, and what is folded away first are the last lines' sources."""
    block: Section = {"type": "section", "text": mrkdwn(text), "expand": True}
    if accessory:
        block["accessory"] = accessory
    return block


def context(*texts: str) -> Context:
    return {"type": "context", "elements": [mrkdwn(text) for text in texts]}


def actions(buttons: Iterable[Button]) -> Actions:
    return {"type": "actions", "elements": list(buttons)}

"""What has the bot sent to the workspace, and is anything wrong with any of it?

Everything is noted as it went over the line: what answers a command or a dialog, what is sent to a response URL, and
the arguments of the methods of the Web API.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.playground.traffic import Exchange
from tests.blocks.judge import Json, blocks_slips, view_slips

_STREAMED = "sent in parts"


@dataclass(frozen=True)
class SentMessage:
    """A message with the text that stands for its blocks."""

    text: str
    blocks: list[Json]


@dataclass
class Ledger:
    """All that was sent, in order, and what the bot was told: commands, events, and what was done with which id."""

    heard: set[tuple[str, str]] = field(default_factory=set)
    messages: list[SentMessage] = field(default_factory=list)
    views: list[Json] = field(default_factory=list)

    def note(self, exchange: Exchange) -> None:
        """Takes the payloads out of an exchange."""
        if exchange.direction == "to the bot" and isinstance(exchange.sent, Mapping):
            self.heard |= set(_heard(exchange.sent))
        sent = exchange.answer if exchange.direction == "to the bot" else exchange.sent
        if isinstance(sent, Mapping):
            self.views += _views(sent)
            self.messages += _messages(sent)

    def slips(self) -> list[str]:
        """What our own judge finds."""
        wrong = [slip for message in self.messages for slip in blocks_slips(message.text, message.blocks)]
        return [*wrong, *(slip for view in self.views for slip in view_slips(view))]


def all_of(ledgers: Iterable[Ledger]) -> Ledger:
    """What several bots sent, in one."""
    whole = Ledger()
    for ledger in ledgers:
        whole.heard |= ledger.heard
        whole.messages += ledger.messages
        whole.views += ledger.views
    return whole


def _heard(told: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The kind of what the bot was told, and its name."""
    match told:
        case {"command": str(command)}:
            yield "command", command
        case {"type": "block_actions", "actions": [*actions]}:
            yield from (("press", action["action_id"].partition("_")[0]) for action in actions)
        case {"type": "view_submission" | "view_closed" as kind, "view": {"callback_id": str(callback_id)}}:
            yield kind, callback_id
        case {"type": "message_action" | "shortcut", "callback_id": str(callback_id)}:
            yield "shortcut", callback_id
        case {"type": "event_callback", "event": {"type": str(event)}}:
            yield "event", event


def _views(sent: Mapping[str, object]) -> Iterator[Json]:
    view = _read(sent.get("view"))
    if isinstance(view, dict):
        yield view


def _messages(sent: Mapping[str, object]) -> Iterator[SentMessage]:
    """A message has a text or blocks; what only deletes one, or streams marked-up text, has neither.

    What ends a stream brings blocks below a text that was sent before.
    """
    blocks = _read(sent.get("blocks")) or []
    if isinstance(blocks, list) and blocks and "ts" in sent and "text" not in sent:
        yield SentMessage(_STREAMED, blocks)
        return
    if isinstance(blocks, list) and (blocks or "text" in sent):
        yield SentMessage(str(sent.get("text", "")), blocks)


def _read(value: object) -> object:
    """Forms carry lists and objects as JSON text."""
    return json.loads(value) if isinstance(value, str) and value else value

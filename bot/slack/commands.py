"""How are slash commands answered? Inside the acknowledgement, to the person alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from slack_bolt.async_app import AsyncAck

from bot.blocks import Frame, render, request_for
from bot.command import respond
from bot.desk import Desk
from bot.slack.payload import SlashCommand
from bot.slack.typed import typed


@dataclass(frozen=True)
class Commands:
    """The listeners for slash commands."""

    desk: Desk

    async def deal(self, ack: AsyncAck, command: dict[str, Any]) -> None:
        """`/deal …`"""
        await ack(self._answer(typed(SlashCommand.model_validate(command).text)))

    async def who(self, ack: AsyncAck, command: dict[str, Any]) -> None:
        """`/who NAME`, by whatever name the workspace has it."""
        await ack(self._answer(f"who {typed(SlashCommand.model_validate(command).text)}"))

    def _answer(self, text: str) -> dict[str, Any]:
        message = render(respond(self.desk, text), Frame(request_for(text), share=True))
        return {"response_type": "ephemeral", "text": message.text, "blocks": message.blocks}

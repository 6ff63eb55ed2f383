"""How are slash commands answered? Inside the acknowledgement, to the person alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from slack_bolt.async_app import AsyncAck

from bot.slack.conversation import Conversation
from bot.slack.payload import SlashCommand
from bot.slack.typed import typed


@dataclass(frozen=True)
class Commands:
    """The listeners for slash commands."""

    conversation: Conversation

    async def deal(self, ack: AsyncAck, command: dict[str, Any]) -> None:
        """`/deal …`"""
        await ack(self._answer(typed(SlashCommand.model_validate(command).text)))

    async def who(self, ack: AsyncAck, command: dict[str, Any]) -> None:
        """`/who NAME`, by whatever name the workspace has it."""
        await ack(self._answer(f"who {typed(SlashCommand.model_validate(command).text)}"))

    def _answer(self, text: str) -> dict[str, Any]:
        message = self.conversation.command(text)
        return {"response_type": "ephemeral", "text": message.text, "blocks": message.blocks}

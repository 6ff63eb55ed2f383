"""How are slash commands answered? Inside the acknowledgement, to the person alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from slack_bolt import BoltResponse
from slack_bolt.async_app import AsyncAck

from bot.command import charts_in
from bot.slack.connection import Connection
from bot.slack.conversation import Conversation
from bot.slack.errors import Errors
from bot.slack.files import Person
from bot.slack.payload import SlashCommand
from bot.slack.pictures import Pictures
from bot.slack.typed import typed


@dataclass(frozen=True)
class Commands:
    """The listeners for slash commands."""

    conversation: Conversation
    connection: Connection
    errors: Errors
    pictures: Pictures

    async def deal(self, ack: AsyncAck, command: dict[str, Any]) -> None:
        """`/deal …`"""
        sent = SlashCommand.model_validate(command)
        await self._answer(ack, sent, typed(sent.text))

    async def who(self, ack: AsyncAck, command: dict[str, Any]) -> None:
        """`/who NAME`, by whatever name the workspace has it."""
        sent = SlashCommand.model_validate(command)
        await self._answer(ack, sent, f"who {typed(sent.text)}")

    async def _answer(self, ack: AsyncAck, sent: SlashCommand, text: str) -> None:
        """An acknowledgement holds one message; where there are more, all follow it, so that they come in order.

        The response is what `ack` would make of the message's dict, save that its JSON is not made anew each time.
        """
        messages = self.conversation.command(text, sent.user_id)
        if len(messages) == 1:
            (message,) = messages
            ack.response = BoltResponse(status=200, body=message.acknowledgement)
        else:
            await ack()
            self.errors.watch(self.connection.show(sent.place, messages), sent.place, private=True)
        if charts := charts_in(text):
            self.errors.watch(self.pictures.send(charts, Person(sent.user_id, sent.channel_id, sent.place)), sent.place)

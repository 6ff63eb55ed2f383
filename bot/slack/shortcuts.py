"""What happens when somebody takes our shortcut on a message? Its words are checked, for that person alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from slack_bolt.async_app import AsyncAck

from bot.slack.connection import Connection
from bot.slack.conversation import Conversation
from bot.slack.errors import Errors
from bot.slack.payload import MessageShortcut


@dataclass(frozen=True)
class Shortcuts:
    """The listener for message shortcuts: it acknowledges at once and answers through the shortcut's response URL."""

    conversation: Conversation
    connection: Connection
    errors: Errors

    async def check_message(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """The check of a message: of its words nothing is kept, stored or logged."""
        await ack()
        taken = MessageShortcut.model_validate(body)
        self.errors.watch(self._check(taken), taken.place, private=True)

    async def _check(self, taken: MessageShortcut) -> None:
        await self.connection.show(taken.place, self.conversation.checked(taken.said, taken.user.id))

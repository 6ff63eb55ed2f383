"""What happens when somebody takes a shortcut of ours? A message is checked, or a question asked, for them alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from slack_bolt.async_app import AsyncAck

from bot.blocks.forms import QUESTION, question_form, question_slips
from bot.slack.connection import Connection
from bot.slack.conversation import Conversation
from bot.slack.dialogs import Dialogs
from bot.slack.errors import Errors
from bot.slack.payload import MessageShortcut, Start, Submission


@dataclass(frozen=True)
class Shortcuts:
    """The listeners for shortcuts: each acknowledges at once and answers in the background."""

    conversation: Conversation
    connection: Connection
    dialogs: Dialogs
    errors: Errors

    async def check_message(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """The check of a message: of its words nothing is kept, stored or logged."""
        await ack()
        taken = MessageShortcut.model_validate(body)
        self.errors.watch(self._check(taken), taken.place, private=True)

    async def ask(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """A dialog to ask in, from wherever somebody is; where none opens, what to ask comes by direct message."""
        await ack()
        start = Start.model_validate(body)
        deal = self.conversation.desk.store.deal
        form = question_form(deal.title, deal.prompts)
        self.errors.watch(self.dialogs.open(start, form, self.conversation.start), start.place)

    async def answer(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """The question that was asked there: its answer takes the place of the form."""
        sent = Submission.model_validate(body)
        question = sent.filled.get(QUESTION, "")
        if wrong := question_slips(question):
            await ack(response_action="errors", errors=wrong)
        else:
            await ack(response_action="update", view=dict(self.conversation.asked(question, sent.user.id)))

    async def _check(self, taken: MessageShortcut) -> None:
        await self.connection.show(taken.place, self.conversation.checked(taken.said, taken.user.id))

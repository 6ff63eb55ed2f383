"""What happens when somebody judges an answer or reports an error? It is kept for the curators, and confirmed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from slack_bolt.async_app import AsyncAck

from bot.blocks import Choice, Message, read_choice
from bot.blocks.controls import HELPFUL
from bot.blocks.forms import FACT, REASONS, SAID_IN, WHY, WRONG, reason_form, report_form, slips, told
from bot.lookup import SourceLookup
from bot.slack.conversation import Conversation
from bot.slack.dialogs import Dialogs
from bot.slack.errors import Errors
from bot.slack.payload import Click, Submission

_ADDRESS = re.compile(r"https?://|\bwww\.", re.IGNORECASE)
_THANKS = Message("Thank you, noted: helpful.", [])
_SORRY = Message("Thank you, noted: not helpful. “Report an error” in the menu tells the curators what is wrong.", [])
_KEPT = "Thank you. Your report is kept for the curators as {}."
_DOUBTFUL = (
    "Thank you. Your report {} may be lost, since nothing can be kept just now. Please tell whoever runs this bot."
)
_NO_FORM = Message("The form could not be opened. Please choose “Report an error” once more.", [])


@dataclass(frozen=True)
class Opinions:
    """The listeners for judgements and reports."""

    conversation: Conversation
    dialogs: Dialogs
    errors: Errors

    async def judge(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """One of the thumbs under an answer."""
        await ack()
        click = Click.model_validate(body)
        self.errors.watch(self.judged(click, read_choice(click.value)), click.place)

    async def reason(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Why an answer was not helpful: goes with the judgement."""
        sent = Submission.model_validate(body)
        reason = sent.filled.get(WHY, "")
        about = sent.view.private_metadata
        kept = reason if reason in REASONS else ""
        self.conversation.journal.judge(sent.user.id, about, helpful=False, reason=kept)
        await ack(response_action="update", view=dict(told("Not helpful", "Thank you. Your reason is noted.")))

    async def report(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """An error: what is missing is said at its field, else it is kept and gets a reference.

        Nobody is told that it is kept while the disk takes nothing.
        """
        sent = Submission.model_validate(body)
        filled = sent.filled
        if wrong := slips(filled, known=self._says_where(filled.get(SAID_IN, ""))):
            await ack(response_action="errors", errors=wrong)
            return
        reference = self.conversation.journal.report(sent.user.id, filled[FACT], filled[WRONG], filled[SAID_IN])
        text = (_DOUBTFUL if self.conversation.journal.failing else _KEPT).format(reference)
        await ack(response_action="update", view=dict(told("Reported", text)))

    async def judged(self, click: Click, choice: Choice) -> None:
        """Notes a judgement, and asks for the reason of a bad one."""
        helpful = choice.verb == HELPFUL
        self.conversation.journal.judge(click.user.id, choice.about, helpful=helpful)
        if helpful:
            await self.dialogs.connection.say(click.place, _THANKS)
        else:
            await self.dialogs.open(click, reason_form(choice.about), lambda: [_SORRY])

    async def reported(self, click: Click, choice: Choice) -> None:
        """Opens the form for an error on the fact that the answer was about."""
        fact = choice.about.partition(" ")[0]
        await self.dialogs.open(click, report_form(fact, self.conversation.desk.store), lambda: [_NO_FORM])

    def _says_where(self, said: str) -> bool:
        """Whether it names one of our sources, or an address."""
        return bool(SourceLookup(self.conversation.desk.store.sources).read(said).ids or _ADDRESS.search(said))

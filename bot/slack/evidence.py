"""What happens when somebody asks for the evidence? A dialog shows claims and proof, and leads to the sources."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from slack_bolt.async_app import AsyncAck

from bot.blocks import Exhibit, Request
from bot.slack.conversation import OUTDATED, Conversation
from bot.slack.dialogs import Dialogs
from bot.slack.errors import Errors
from bot.slack.payload import Click

_Doing = Callable[[Click, Exhibit], Awaitable[None]]


@dataclass(frozen=True)
class Evidence:
    """The listeners for evidence: each acknowledges at once and shows a dialog in the background."""

    conversation: Conversation
    dialogs: Dialogs
    errors: Errors

    async def open(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """The evidence of an answer, or the card of a source, above whatever is open."""
        await ack()
        click = Click.model_validate(body)
        self.errors.watch(self._do(click, click.exhibit, self._open), click.place)

    async def turn(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Another page, in place."""
        await ack()
        click = Click.model_validate(body)
        self.errors.watch(self._do(click, click.exhibit, self._turn), click.place)

    async def choose(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Another fact of the same answer, in place."""
        await ack()
        click = Click.model_validate(body)
        chosen = click.shown and click.shown.choosing(click.value)
        self.errors.watch(self._do(click, chosen, self._turn), click.place)

    async def copy(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """An answer as text to take along."""
        await ack()
        click = Click.model_validate(body)
        self.errors.watch(self.copied(click, click.request), click.place)

    async def copied(self, click: Click, request: Request | None) -> None:
        """Shows the text of an answer; what cannot be read of an older bot's is said to be old."""
        if request is None:
            await self.dialogs.connection.say(click.place, OUTDATED)
            return
        view = self.conversation.copied(request)
        await self.dialogs.open(click, view, lambda: self.conversation.copied_said(request))

    async def _do(self, click: Click, exhibit: Exhibit | None, doing: _Doing) -> None:
        if exhibit:
            await doing(click, exhibit)
        else:
            await self.dialogs.connection.say(click.place, OUTDATED)

    async def _open(self, click: Click, exhibit: Exhibit) -> None:
        view = self.conversation.evidence(exhibit, click.user.id)
        await self.dialogs.open(click, view, lambda: self.conversation.evidence_said(exhibit))

    async def _turn(self, click: Click, exhibit: Exhibit) -> None:
        await self.dialogs.turn(click, self.conversation.evidence(exhibit, click.user.id))

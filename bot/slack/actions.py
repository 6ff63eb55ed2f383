"""What happens on a click? The button says what to answer again; nothing of the clicked message is trusted."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from slack_bolt.async_app import AsyncAck

from bot.blocks import Choice, Message, Request, Statement, controls, read_choice
from bot.blocks.button import shortened
from bot.blocks.mrkdwn import safe
from bot.command import SLASH
from bot.slack.connection import Connection
from bot.slack.conversation import OUTDATED, SHARED, Conversation
from bot.slack.errors import Errors
from bot.slack.evidence import Evidence
from bot.slack.limits import NOTICE, Limits
from bot.slack.opinions import Opinions
from bot.slack.payload import Click, read_request
from bot.slack.presses import Presses

_SHOWN = 80  # characters of a request that are told to the channel
TWICE = Message("One click is enough: this is shared already, or just about to be.", [])
OUTGROWN = Message("The records have changed, and one message no longer holds this check. Please check it again.", [])
_Doing = Callable[[Click, Request], Awaitable[None]]


@dataclass(frozen=True)
class Actions:
    """The listeners for buttons: each acknowledges at once and answers through the click's response URL."""

    conversation: Conversation
    connection: Connection
    errors: Errors
    evidence: Evidence
    opinions: Opinions
    limits: Limits
    presses: Presses = field(default_factory=Presses)

    async def ask(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """A suggested question, or the quotes behind a notice: a new message."""
        await self._take(ack, body, self._answer)

    async def page(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Another page: in place where nobody else reads the message, otherwise to the person alone."""
        await self._take(ack, body, self._turn)

    async def share(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """The answer for the whole channel, with the name of who shared it; the button goes."""
        await self._take(ack, body, self._share)

    async def share_check(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """A check for the whole channel: the button has the text, which is checked again and gets into no log."""
        await ack()
        click = Click.model_validate(body)
        self.errors.watch(self._share_check(click, click.statement), click.place, private=True)

    async def remove(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """What was shared goes again, if its sharer says so."""
        await ack()
        click = Click.model_validate(body)
        self.errors.watch(self._remove(click), click.place)

    async def more(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Something from the menu under an answer."""
        await ack()
        click = Click.model_validate(body)
        self.errors.watch(self._more(click, read_choice(click.value)), click.place)

    async def _take(self, ack: AsyncAck, body: dict[str, Any], doing: _Doing) -> None:
        await ack()
        click = Click.model_validate(body)
        self.errors.watch(self._do(click, doing), click.place)

    async def _do(self, click: Click, doing: _Doing) -> None:
        if click.request:
            await doing(click, click.request)
        else:
            await self._send(click, OUTDATED)

    async def _answer(self, click: Click, request: Request) -> None:
        await self._send(click, self.conversation.suggested(click, request))

    async def _turn(self, click: Click, request: Request) -> None:
        message = self.conversation.again(
            request, click.user.id, share=not click.in_direct_message, thumbs=click.in_direct_message
        )
        if click.replaceable:
            await self.connection.respond(click.place, message, replace_original=True)
        else:
            await self._send(click, message)

    async def _share(self, click: Click, request: Request) -> None:
        typed = safe(shortened(f"{SLASH} {request.text}".strip(), _SHOWN))
        if await self._publish(click, lambda: (self.conversation.shared(request, click.user.id, typed),)):
            kept = self.conversation.again(request, click.user.id, note=SHARED)
            await self.connection.respond(click.place, kept, replace_original=True)

    async def _share_check(self, click: Click, statement: Statement | None) -> None:
        if statement is None:
            await self._send(click, OUTDATED)
        elif await self._publish(click, lambda: self.conversation.check_shared(statement, click.user.id)):
            first, *rest = self.conversation.check_kept(statement, click.user.id)
            await self.connection.respond(click.place, first, replace_original=True)
            await self.connection.show(click.place, rest)

    async def _publish(self, click: Click, render: Callable[[], tuple[Message, ...]]) -> bool:
        """Shares what is to be rendered, once for each press; whether it is done. Who cannot share it is told why."""
        if not self.presses.take(click.press):
            await self._send(click, TWICE)
            return False
        done = False
        try:
            done = await self._posted(click, render)
        finally:
            if not done:
                self.presses.release(click.press)
        return done

    async def _posted(self, click: Click, render: Callable[[], tuple[Message, ...]]) -> bool:
        if not self.limits.take(click.user.id, click.container.channel_id):
            await self._send(click, Message(NOTICE, []))
            return False
        shared, *more = render()
        if more:
            await self._send(click, OUTGROWN)
            return False
        await self.connection.respond(click.place, shared, response_type="in_channel", replace_original=False)
        return True

    async def _remove(self, click: Click) -> None:
        sharer = click.sharer
        if sharer is None:
            await self._send(click, OUTDATED)
        elif sharer.sharer == click.user.id:
            await self.connection.withdraw(click.place)
        else:
            told = Message(f"Only <@{sharer.sharer}>, who shared this, can remove it.", [])
            await self.connection.say(click.place, told)

    async def _more(self, click: Click, choice: Choice) -> None:
        match choice.verb:
            case controls.RELATED:
                request = Request(text=f"related {choice.about}")
                await self._send(click, self.conversation.suggested(click, request))
            case controls.HELPFUL | controls.UNHELPFUL:
                await self.opinions.judged(click, choice)
            case controls.COPY:
                await self.evidence.copied(click, read_request(choice.about))
            case controls.REPORT:
                await self.opinions.reported(click, choice)
            case _:
                await self._send(click, OUTDATED)

    async def _send(self, click: Click, message: Message) -> None:
        """A new message: for everybody in a direct message, where an ephemeral one would be lost on reloading."""
        kind = "in_channel" if click.in_direct_message else "ephemeral"
        await self.connection.respond(click.place, message, response_type=kind, replace_original=False)

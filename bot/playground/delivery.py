"""What does the bot get to hear, when, and what happens if it does not take it?

As from Slack: events are sent again when they were not taken, commands and clicks are not.
"""

import asyncio
import itertools
import json
import secrets
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field

from bot.playground import payload
from bot.playground.events import ALL_EVENTS, events_of, mentions_bot
from bot.playground.line import Ack, Line, Retry, UndeliveredError, explain
from bot.playground.message import Change, Json
from bot.playground.traffic import Traffic
from bot.playground.workspace import Workspace

# Slack sends an event again at once, after a minute and after five.
RETRY_AFTER_SECONDS = (0.0, 60.0, 300.0)


@dataclass
class Delivery:
    """`events` are those that the app has subscribed to."""

    workspace: Workspace
    line: Line
    traffic: Traffic
    events: frozenset[str] = ALL_EVENTS
    retry_after: tuple[float, ...] = RETRY_AFTER_SECONDS
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    _under_way: set[asyncio.Task[None]] = field(default_factory=set)

    async def verify(self) -> None:
        """Makes sure that the bot is there. Raises `UndeliveredError`, as do `command` and `interact`."""
        await self.line.verify()

    async def command(self, fields: dict[str, str]) -> Ack:
        return await self._kept(fields["command"], fields, self.line.command(fields))

    async def interact(self, body: Json) -> Ack:
        """Sends a click, a shortcut, or what became of a modal."""
        return await self._kept(body["type"], body, self.line.interact(body))

    def on_change(self, change: Change) -> None:
        """Sends the events of a change in the background, as Slack does."""
        for inner in events_of(self.workspace, change, self.events):
            self._in_background(self._event(inner, change))

    def tell(self, inner: Json) -> None:
        """Sends an event that is of no message, if the bot has subscribed to it."""
        if inner["type"] in self.events:
            self._in_background(self._event(inner))

    async def settled(self) -> None:
        """Waits until all events that are under way were taken or given up."""
        while self._under_way:
            await asyncio.wait(self._under_way)

    async def close(self) -> None:
        for task in self._under_way:
            task.cancel()
        await asyncio.gather(*self._under_way, return_exceptions=True)

    async def _event(self, inner: Json, change: Change | None = None) -> None:
        envelope = payload.event(self.workspace, inner, f"Ev{secrets.token_hex(5).upper()}")
        retry = None
        for attempt, pause in enumerate(itertools.chain(self.retry_after, [None]), start=1):
            try:
                await self._kept(inner["type"], envelope, self.line.event(envelope, retry))
            except UndeliveredError as failure:
                if attempt == 1 and change:
                    self._say_so(inner, change, failure)
                if pause is None or failure.reason == "no_retry":
                    return
                retry = Retry(attempt, failure.reason)
                await self.sleep(pause)
            else:
                return

    def _say_so(self, inner: Json, change: Change, failure: UndeliveredError) -> None:
        """Slack is silent here; a person who waits for an answer should know."""
        said = change.message
        if change.kind != "posted" or self.workspace.users[said.user].is_bot:
            return
        where = self.workspace.channels[said.channel]
        if inner["type"] == "message" and not where.is_im and mentions_bot(self.workspace, said):
            return
        cause = explain(self.workspace.bot.real_name, failure)
        self.workspace.notice(where, said.user, f"{cause}. The message is sent again.", said.draft.thread_ts)

    async def _kept(self, what: str, sent: object, sending: Awaitable[Ack]) -> Ack:
        """The answer, after both were written down."""
        try:
            ack = await sending
        except UndeliveredError as failure:
            self.traffic.to_bot(what, sent, failure.code, failure.status)
            raise
        self.traffic.to_bot(what, sent, _read(ack), ack.status)
        return ack

    def _in_background(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)


def _read(ack: Ack) -> object:
    try:
        return json.loads(ack.body)
    except ValueError:
        return ack.body

"""How does what happened in the workspace reach the bot's request URL?

As from Slack: signed HTTP requests, three seconds for the answer, events sent again when they were not taken.
"""

import asyncio
import contextlib
import itertools
import json
import secrets
import time
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from dataclasses import dataclass, field
from urllib.parse import urlencode

import aiohttp
from slack_sdk.signature import SignatureVerifier

from bot.playground import payload
from bot.playground.events import ALL_EVENTS, events_of, mentions_bot
from bot.playground.message import Change, Json
from bot.playground.workspace import Workspace

ANSWER_SECONDS = 3.0
# Slack sends an event again at once, after a minute and after five.
RETRY_AFTER_SECONDS = (0.0, 60.0, 300.0)


class UndeliveredError(Exception):
    """The bot did not take a request; `code` as Slack shows it, `reason` as it stands in a retry."""

    def __init__(self, code: str, reason: str, status: int | None = None) -> None:
        super().__init__(code, reason, status)
        self.code = code
        self.reason = reason
        self.status = status


@dataclass(frozen=True)
class Ack:
    """What the bot returned with its 200."""

    content_type: str
    body: str


@dataclass(frozen=True)
class Target:
    """Where the bot listens, what signs the requests to it, and what it has subscribed to."""

    request_url: str
    signing_secret: str
    events: frozenset[str] = ALL_EVENTS
    retry_after: tuple[float, ...] = RETRY_AFTER_SECONDS
    answer_seconds: float = ANSWER_SECONDS


@dataclass
class Delivery:
    workspace: Workspace
    target: Target
    session: aiohttp.ClientSession
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    _under_way: set[asyncio.Task[None]] = field(default_factory=set)

    async def form(self, fields: dict[str, str]) -> Ack:
        """Sends a command or an interaction. Raises `UndeliveredError` without a 200 in three seconds."""
        return await self._post(urlencode(fields), "application/x-www-form-urlencoded", {})

    async def verify(self) -> None:
        """Makes sure that the request URL belongs to the bot, as Slack does when it is entered."""
        challenge = secrets.token_hex(16)
        body = {"token": payload.VERIFICATION_TOKEN, "type": "url_verification", "challenge": challenge}
        ack = await self._post(json.dumps(body), "application/json", {})
        if challenge not in ack.body:
            raise UndeliveredError("challenge_failed", "http_error")

    def on_change(self, change: Change) -> None:
        """Sends the events of a change in the background, as Slack does."""
        for inner in events_of(self.workspace, change, self.target.events):
            self._in_background(self._event(inner, change))

    def tell(self, inner: Json) -> None:
        """Sends an event that is of no message, if the bot has subscribed to it."""
        if inner["type"] in self.target.events:
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
        envelope = json.dumps(payload.event(self.workspace, inner, f"Ev{secrets.token_hex(5).upper()}"))
        headers: dict[str, str] = {}
        for attempt, pause in enumerate(itertools.chain(self.target.retry_after, [None]), start=1):
            try:
                await self._post(envelope, "application/json", headers)
            except UndeliveredError as failure:
                if attempt == 1 and change:
                    self._say_so(inner, change, failure)
                if pause is None or failure.reason == "no_retry":
                    return
                headers = {"X-Slack-Retry-Num": str(attempt), "X-Slack-Retry-Reason": failure.reason}
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

    async def _post(self, body: str, content_type: str, headers: dict[str, str]) -> Ack:
        signed = headers | _signature(self.target.signing_secret, body) | {"Content-Type": content_type}
        limit = aiohttp.ClientTimeout(total=self.target.answer_seconds)
        with _named_failures():
            async with self.session.post(
                self.target.request_url,
                data=body.encode(),
                headers=signed,
                timeout=limit,
                allow_redirects=False,
            ) as answer:
                text = await answer.text(errors="replace")
        if answer.status // 100 != 2:  # noqa: PLR2004 # the class of success codes
            reason = "no_retry" if answer.headers.get("X-Slack-No-Retry") == "1" else "http_error"
            raise UndeliveredError("dispatch_failed", reason, answer.status)
        return Ack(answer.content_type, text)

    def _in_background(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)


@contextlib.contextmanager
def _named_failures() -> Iterator[None]:
    try:
        yield
    except TimeoutError:
        raise UndeliveredError("operation_timeout", "http_timeout") from None
    except aiohttp.ClientError:
        raise UndeliveredError("dispatch_failed", "connection_failed") from None


def _signature(secret: str, body: str) -> dict[str, str]:
    """Slack's signature, in the clock of the machine: bots refuse what is older than five minutes."""
    now = str(int(time.time()))
    signature = SignatureVerifier(secret).generate_signature(timestamp=now, body=body)
    return {"X-Slack-Request-Timestamp": now, "X-Slack-Signature": signature or ""}


def explain(bot_name: str, failure: UndeliveredError) -> str:
    """The failure in words that help a person who runs the bot."""
    if failure.code == "operation_timeout":
        return f"{bot_name} did not answer within {ANSWER_SECONDS:.0f} seconds"
    if failure.status:
        return f"{bot_name} answered with HTTP status {failure.status}"
    return f"{bot_name} cannot be reached"

"""How does the bot reach Slack, and who is it there? One HTTP session and one client for the whole life of the bot."""

from __future__ import annotations

import asyncio
import ipaddress
import logging
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.async_handler import AsyncRetryHandler
from slack_sdk.http_retry.builtin_async_handlers import (
    AsyncRateLimitErrorRetryHandler,
    AsyncServerErrorRetryHandler,
    async_default_handlers,
)
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.blocks import Message
from bot.slack.background import Background
from bot.slack.places import Direct, Place, ResponseUrl, Thread
from bot.slack.plainer import plainer
from bot.slack.refusals import NO_PLACE, RefusedBySlackError, ResponseRefusedError, code_of, refusals

CALL_SECONDS = 15.0
SETTLE_SECONDS = 10.0  # what was accepted before the bot is stopped has this long to be answered
STATUS_SECONDS = 1.0  # an answer does not wait longer for what is shown before it
_RATE_LIMIT_RETRIES = 2


_LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Identity:
    """Who the bot is in its workspace, as `auth.test` tells."""

    user_id: str
    bot_id: str | None = None


@dataclass(frozen=True)
class Connection:
    """The line to one workspace. Closes what it opened; `background` holds what is under way on it."""

    client: AsyncWebClient
    session: aiohttp.ClientSession
    identity: Identity
    background: Background = field(default_factory=Background)

    async def say(self, place: Place, message: Message) -> None:
        """A message where it belongs, at a response URL for the person alone. Raises as `post` and `respond`."""
        if isinstance(place, ResponseUrl):
            await self.respond(place, message, response_type="ephemeral", replace_original=False)
        else:
            await self.post(place, message)

    async def post(self, place: Thread | Direct, message: Message) -> None:
        """Posts into a thread, or to a person; where the channel takes nothing, to whoever is waiting there.

        Raises SlackApiError.
        """
        try:
            await self._post(place, message)
        except SlackApiError as error:
            where = NO_PLACE.get(code_of(error))
            if where is None or not isinstance(place, Thread) or not place.person:
                raise
            _LOG.warning("Answered by direct message: %s", code_of(error))
            note = f"I cannot answer in <#{place.channel}>, {where}. Here is the answer."
            await self._post(Direct(place.person), Message(note, []))
            await self._post(Direct(place.person), message)

    async def _post(self, place: Thread | Direct, message: Message) -> None:
        channel, thread = (place.channel, place.ts) if isinstance(place, Thread) else (place.user, None)

        async def send(rung: Message) -> None:
            await self.client.chat_postMessage(
                channel=channel,
                thread_ts=thread,
                text=rung.text,
                blocks=[dict(block) for block in rung.blocks],
                unfurl_links=False,
                unfurl_media=False,
            )

        await plainer(message, send)

    async def working(self, place: Thread) -> None:
        """Shows that an answer is under way, until it stands there; where Slack has no place for that, nothing does."""
        try:
            async with asyncio.timeout(STATUS_SECONDS):
                await self.client.assistant_threads_setStatus(
                    channel_id=place.channel, thread_ts=place.ts, status="is looking through the sources…"
                )
        except (SlackApiError, aiohttp.ClientError, TimeoutError) as error:
            _LOG.debug("No status was shown: %s", type(error).__name__)

    async def respond(self, place: ResponseUrl | Direct, message: Message, **options: Any) -> None:
        """Sends to a response URL with Slack's `options` for it; where that is over, what is private goes another way.

        What was clicked in a dialog or on Home brings no such URL, so that the answer goes to the person as `post`.
        Raises ResponseRefusedError and SlackApiError.
        """
        if isinstance(place, Direct):
            await self.post(place, message)
            return
        try:
            await plainer(message, lambda rung: self._send(place, _body(place, rung, options)))
        except ResponseRefusedError:
            if options.get("response_type") == "in_channel" or not place.user:
                raise
            await self._whisper(place, message)

    async def _whisper(self, place: ResponseUrl, message: Message) -> None:
        """For one person alone where they are, else in their direct messages."""
        try:
            await self.client.chat_postEphemeral(
                channel=place.channel,
                user=place.user,
                thread_ts=place.thread_ts,
                text=message.text,
                blocks=[dict(block) for block in message.blocks],
            )
        except SlackApiError:
            await self.post(Direct(place.user), message)

    async def _send(self, place: ResponseUrl, body: dict[str, Any]) -> None:
        webhook = AsyncWebhookClient(place.url, session=self.session, retry_handlers=_retries())
        webhook.proxy = _proxy(place.url, webhook.proxy)
        answer = await webhook.send_dict(body)
        if answer.status_code != 200:  # noqa: PLR2004 # HTTP's OK
            raise ResponseRefusedError(f"status {answer.status_code}: {answer.body}")

    async def withdraw(self, place: ResponseUrl | Direct) -> None:
        """Deletes the message that was clicked. Raises ResponseRefusedError."""
        if isinstance(place, ResponseUrl):
            await self._send(place, {"delete_original": True})

    async def show(self, place: Place, messages: Iterable[Message]) -> None:
        """Sends messages one after the other. Raises as `say`."""
        for message in messages:
            await self.say(place, message)

    async def close(self) -> None:
        """Lets what is under way come to its end, then closes the session."""
        await self.background.settle(SETTLE_SECONDS)
        await self.session.close()


def open_connection(token: str, api_url: str, identity: Identity, seconds: float = CALL_SECONDS) -> Connection:
    """A connection whose identity is known already; a call has so many `seconds`. Needs a running event loop."""
    session, client = _client(token, api_url, seconds)
    return Connection(client, session, identity)


async def connect(token: str, api_url: str) -> Connection:
    """A connection as the token's owner. Raises RefusedBySlackError."""
    session, client = _client(token, api_url, CALL_SECONDS)
    try:
        with refusals(api_url, "SLACK_BOT_TOKEN"):
            told = await client.auth_test()
    except RefusedBySlackError:
        await session.close()
        raise
    return Connection(client, session, Identity(told["user_id"], told.get("bot_id")))


def _client(token: str, api_url: str, seconds: float) -> tuple[aiohttp.ClientSession, AsyncWebClient]:
    session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=seconds))
    client = AsyncWebClient(token=token, base_url=api_url, session=session, retry_handlers=_retries())
    client.proxy = _proxy(api_url, client.proxy)
    return session, client


def _retries() -> list[AsyncRetryHandler]:
    """What is tried again: after as long as Slack says where it is asked too often, once where it is in trouble."""
    limited = AsyncRateLimitErrorRetryHandler(max_retry_count=_RATE_LIMIT_RETRIES)
    return [*async_default_handlers(), limited, AsyncServerErrorRetryHandler(max_retry_count=1)]


def _body(place: ResponseUrl, message: Message, options: dict[str, Any]) -> dict[str, Any]:
    body: dict[str, Any] = {"text": message.text, **options}
    if message.blocks:
        body["blocks"] = message.blocks
    if place.thread_ts and not options.get("replace_original"):
        body["thread_ts"] = place.thread_ts
    return body


def _proxy(url: str, configured: str | None) -> str | None:
    """slack_sdk sends everything through the proxy of the environment; to this machine itself there is none."""
    return None if is_loopback(url) else configured


def is_loopback(url: str) -> bool:
    """Whether an address leads to this machine."""
    host = urlsplit(url).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"

"""How does a long answer grow in a direct message, and what if Slack ends it halfway? Then a page of it takes over."""

from __future__ import annotations

import logging
from dataclasses import dataclass

import aiohttp
from slack_sdk.errors import SlackApiError

from bot.blocks import Message
from bot.blocks.stream import Stream
from bot.slack.connection import Connection
from bot.slack.places import Thread
from bot.slack.plainer import plainer
from bot.slack.refusals import code_of

_REFUSED = (SlackApiError, aiohttp.ClientError, TimeoutError)
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Streams:
    """Brings answers part by part. Each part is one call; the last one adds the buttons."""

    connection: Connection

    async def send(self, place: Thread, stream: Stream) -> None:
        """Brings all of it; where Slack does not let it begin, its page is posted. Raises SlackApiError."""
        ts = await self._begin(place, stream)
        if ts is None:
            await self.connection.post(place, stream.page)
            return
        try:
            await self._go_on(place.channel, ts, stream)
        except _REFUSED as error:
            _LOG.warning("A stream ended early: %s", _reason(error))
            await self._finish(place, ts, stream.page)

    async def _begin(self, place: Thread, stream: Stream) -> str | None:
        try:
            begun = await self.connection.client.chat_startStream(
                channel=place.channel, thread_ts=place.ts, markdown_text=stream.parts[0], recipient_user_id=place.person
            )
        except _REFUSED as error:
            _LOG.info("No stream was begun: %s", _reason(error))
            return None
        return str(begun["ts"])

    async def _go_on(self, channel: str, ts: str, stream: Stream) -> None:
        client = self.connection.client
        for part in stream.parts[1:]:
            await client.chat_appendStream(channel=channel, ts=ts, markdown_text=f"\n\n{part}")
        await client.chat_stopStream(channel=channel, ts=ts, blocks=[dict(block) for block in stream.closing])

    async def _finish(self, place: Thread, ts: str, page: Message) -> None:
        """The message as it would have been without a stream; where that cannot be changed any more, one below it."""

        async def update(rung: Message) -> None:
            blocks = [dict(block) for block in rung.blocks]
            await self.connection.client.chat_update(channel=place.channel, ts=ts, text=rung.text, blocks=blocks)

        try:
            await plainer(page, update)
        except SlackApiError as error:
            _LOG.warning("A stream was not finished in place: %s", code_of(error))
            await self.connection.post(place, page)


def _reason(error: Exception) -> str:
    return code_of(error) if isinstance(error, SlackApiError) else type(error).__name__

"""How does the app write a message bit by bit?"""

from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.message import Message
from bot.playground.server import Playground
from tests.playground.methods.conftest import error_of
from tests.playground.sample_blocks import section

Json = dict[str, Any]


@pytest.fixture
def reader(playground: Playground) -> Json:
    """For whom a stream in a channel is."""
    return {"recipient_team_id": playground.workspace.team.id, "recipient_user_id": playground.you.user.id}


async def test_a_message_grows_until_it_is_stopped(
    client: AsyncWebClient, playground: Playground, said: Message, reader: Json
) -> None:
    """The words are joined, blocks come below at the end, and then nothing can be added any more."""
    place: Json = {"channel": said.channel}
    begun = await client.chat_startStream(channel=said.channel, thread_ts=said.ts, markdown_text="**49", **reader)
    place["ts"] = begun["ts"]
    await client.chat_appendStream(**place, markdown_text=" %**")
    await client.chat_appendStream(**place, chunks=[{"type": "markdown_text", "text": " of it"}])
    stopped = await client.chat_stopStream(**place, markdown_text=".", blocks=[section("[102 ¶7]")])
    message = playground.workspace.message(said.channel, begun["ts"])
    assert (message.draft.text, message.draft.thread_ts) == ("**49 %** of it.", said.ts)
    assert [block["type"] for block in stopped["message"]["blocks"]] == ["markdown", "section"]
    for call in (client.chat_appendStream(**place, markdown_text="x"), client.chat_stopStream(**place)):
        assert await error_of(call) == "message_not_in_streaming_state"


async def test_slacks_own_helper_streams(client: AsyncWebClient, said: Message, reader: Json) -> None:
    """chat_stream of the client works as it does with Slack."""
    streamer = await client.chat_stream(channel=said.channel, thread_ts=said.ts, **reader)
    await streamer.append(markdown_text="x" * 300)
    await streamer.append(markdown_text="y")
    answer = await streamer.stop()
    assert answer["message"]["text"] == "x" * 300 + "y"


async def test_a_stream_in_a_channel_needs_a_reader(client: AsyncWebClient, said: Message, reader: Json) -> None:
    """Team and person both; in a direct message neither."""
    begin: Json = {"channel": said.channel, "thread_ts": said.ts}
    assert await error_of(client.chat_startStream(**begin)) == "missing_recipient_team_id"
    del reader["recipient_user_id"]
    assert await error_of(client.chat_startStream(**begin, **reader)) == "missing_recipient_user_id"
    stranger = reader | {"recipient_user_id": "U404"}
    assert await error_of(client.chat_startStream(**begin, **stranger)) == "user_not_found"


async def test_a_stream_in_a_direct_message_needs_none(client: AsyncWebClient, playground: Playground) -> None:
    """There is only one who could read it."""
    line = playground.workspace.direct_messages(playground.you.user.id, playground.workspace.bot.id)
    asked = playground.you.say(line.id, "why?")
    begun = await client.chat_startStream(channel=line.id, thread_ts=asked.ts)
    place: Json = {"channel": line.id, "ts": begun["ts"]}
    assert await error_of(client.chat_appendStream(**place)) == "no_text"
    assert await error_of(client.chat_appendStream(**place, markdown_text="x" * 12_001)) == "msg_too_long"
    for _ in range(3):
        await client.chat_appendStream(**place, markdown_text="x" * 12_000)
    assert await error_of(client.chat_appendStream(**place, markdown_text="x" * 12_000)) == "msg_too_long"


async def test_others_messages_are_not_streamed(client: AsyncWebClient, said: Message) -> None:
    """What a person wrote, and what is not there, is refused."""
    other = client.chat_appendStream(channel=said.channel, ts=said.ts, markdown_text="x")
    assert await error_of(other) == "message_not_owned_by_app"
    none = client.chat_stopStream(channel=said.channel, ts="1.0")
    assert await error_of(none) == "message_not_found"

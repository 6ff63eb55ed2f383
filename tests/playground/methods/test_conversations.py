"""How does the app find conversations and read them?"""

from collections.abc import Awaitable, Callable
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.message import Message
from bot.playground.server import Playground
from tests.playground.methods.conftest import error_of

Call = Callable[[AsyncWebClient, Message], Awaitable[Any]]


async def test_a_person_is_written_to_by_their_id(client: AsyncWebClient, playground: Playground) -> None:
    """A user id as channel, and conversations.open, lead to the same direct-message channel."""
    you = playground.you.user.id
    posted = await client.chat_postMessage(channel=you, text="hi")
    opened = await client.conversations_open(users=[you])
    again = await client.conversations_open(channel=posted["channel"])
    assert posted["channel"] == opened["channel"]["id"] == again["channel"]["id"]


async def test_threads_and_history_are_read(client: AsyncWebClient, said: Message) -> None:
    """conversations.replies gives the first message and its replies, also asked with a reply; history the rest."""
    reply = await client.chat_postMessage(channel=said.channel, text="reply", thread_ts=said.ts)
    for ts in (said.ts, reply["ts"]):
        thread = await client.conversations_replies(channel=said.channel, ts=ts)
        assert [message["text"] for message in thread["messages"]] == ["hello", "reply"]
    history = await client.conversations_history(channel=said.channel, limit=1)
    assert ([message["text"] for message in history["messages"]], history["has_more"]) == (["hello"], False)


REFUSALS: dict[str, tuple[str, Call]] = {
    "no such thread": ("thread_not_found", lambda c, m: c.conversations_replies(channel=m.channel, ts="1.0")),
    "nobody to talk to": ("users_list_not_supplied", lambda c, _: c.conversations_open(users="")),
}


async def test_refusals_have_slacks_names(client: AsyncWebClient, said: Message) -> None:
    """What Slack refuses is refused, with the error by which apps know it."""
    refused = {name: await error_of(call(client, said)) for name, (_, call) in REFUSALS.items()}
    assert refused == {name: error for name, (error, _) in REFUSALS.items()}

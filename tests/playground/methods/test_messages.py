"""How does the app write, change and take back messages?"""

from collections.abc import Awaitable, Callable
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.message import Message
from bot.playground.server import Playground
from tests.playground.methods.conftest import error_of

Call = Callable[[AsyncWebClient, Message], Awaitable[Any]]


async def test_a_message_is_posted_changed_and_deleted(client: AsyncWebClient, playground: Playground) -> None:
    """The three methods work on one message, and blocks come back with ids."""
    blocks = [{"type": "section", "text": {"type": "mrkdwn", "text": "*hi*"}}]
    posted = await client.chat_postMessage(channel="#harbour", text="hi", blocks=blocks)
    assert posted["message"]["blocks"][0]["block_id"]
    channel, ts = posted["channel"], posted["ts"]
    changed = await client.chat_update(channel=channel, ts=ts, text="ho")
    assert (changed["text"], playground.workspace.message(channel, ts).draft.blocks) == ("ho", ())
    await client.chat_delete(channel=channel, ts=ts)
    assert playground.workspace.history(playground.workspace.channel(channel)) == []


async def test_an_ephemeral_message_goes_to_one_person(client: AsyncWebClient, playground: Playground) -> None:
    """chat.postEphemeral is read by its user alone."""
    you, other = playground.you.user.id, playground.people[1].user.id
    answer = await client.chat_postEphemeral(channel="harbour", user=you, text="psst")
    assert [message.ts for message in playground.workspace.readable(you)] == [answer["message_ts"]]
    assert playground.workspace.readable(other) == []


async def test_a_reaction_is_seen(client: AsyncWebClient, said: Message) -> None:
    """reactions.add shows in the history."""
    await client.reactions_add(channel=said.channel, timestamp=said.ts, name="eyes")
    history = await client.conversations_history(channel=said.channel)
    assert history["messages"][0]["reactions"][0]["name"] == "eyes"


REFUSALS: dict[str, tuple[str, Call]] = {
    "unknown channel": ("channel_not_found", lambda c, _: c.chat_postMessage(channel="C404", text="x")),
    "no words": ("no_text", lambda c, m: c.api_call("chat.postMessage", json={"channel": m.channel})),
    "too many words": ("msg_too_long", lambda c, m: posted(c, m, text="x" * 40_001)),
    "bad blocks": ("invalid_blocks", lambda c, m: posted(c, m, blocks=[{"type": "x"}])),
    "unreadable blocks": ("invalid_blocks_format", lambda c, m: posted(c, m, blocks="[")),
    "unknown thread": ("thread_not_found", lambda c, m: posted(c, m, thread_ts="1.0")),
    "unknown reader": (
        "user_not_in_channel",
        lambda c, m: c.chat_postEphemeral(channel=m.channel, text="x", user="U404"),
    ),
    "another's message": (
        "cant_update_message",
        lambda c, m: c.chat_update(channel=m.channel, ts=m.ts, text="x"),
    ),
    "another's deletion": ("cant_delete_message", lambda c, m: c.chat_delete(channel=m.channel, ts=m.ts)),
    "no such message": ("message_not_found", lambda c, m: c.chat_update(channel=m.channel, ts="1.0", text="x")),
    "no channel named": ("invalid_arguments", lambda c, _: c.api_call("chat.postMessage", json={"text": "x"})),
    "no such method": ("unknown_method", lambda c, _: c.api_call("chat.shout")),
}


async def test_refusals_have_slacks_names(client: AsyncWebClient, said: Message) -> None:
    """What Slack refuses is refused, with the error by which apps know it."""
    refused = {name: await error_of(call(client, said)) for name, (_, call) in REFUSALS.items()}
    assert refused == {name: error for name, (error, _) in REFUSALS.items()}


async def posted(client: AsyncWebClient, message: Message, **what: Any) -> object:
    return await client.chat_postMessage(**{"channel": message.channel, "text": "x"} | what)

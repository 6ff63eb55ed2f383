"""What does each method of the Web API do, called by Slack's own client?"""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.message import Draft, Message
from bot.playground.server import Playground

Call = Callable[[AsyncWebClient, Message], Awaitable[Any]]


@pytest.fixture
def client(playground: Playground) -> AsyncWebClient:
    credentials = playground.credentials
    return AsyncWebClient(token=credentials.bot_token, base_url=credentials.api_url)


@pytest.fixture
async def said(playground: Playground) -> Message:
    """A message of a person in the channel."""
    workspace = playground.workspace
    return workspace.post(workspace.channel("harbour"), playground.you.user.id, Draft(text="hello"))


async def test_the_client_learns_who_it_is(client: AsyncWebClient, playground: Playground) -> None:
    """auth.test names team, bot user and bot."""
    answer = await client.auth_test()
    app = playground.workspace.app
    assert (answer["user_id"], answer["bot_id"], answer["team_id"]) == (
        app.user_id, app.bot_id, playground.workspace.team.id,
    )  # fmt: skip


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


async def test_people_bots_and_channels_are_looked_up(client: AsyncWebClient, playground: Playground) -> None:
    """The three info methods tell what there is."""
    user = await client.users_info(user=playground.you.user.id)
    bot = await client.bots_info(bot=playground.workspace.app.bot_id)
    channel = await client.conversations_info(channel=playground.workspace.channel("harbour").id)
    assert user["user"]["profile"]["real_name"] == "Mara Quay"
    assert bot["bot"]["user_id"] == playground.workspace.bot.id
    assert channel["channel"]["num_members"] == 3


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
    "no such thread": ("thread_not_found", lambda c, m: c.conversations_replies(channel=m.channel, ts="1.0")),
    "no such person": ("user_not_found", lambda c, _: c.users_info(user="U404")),
    "no such bot": ("bot_not_found", lambda c, _: c.bots_info(bot="B404")),
    "nobody to talk to": ("users_list_not_supplied", lambda c, _: c.conversations_open(users="")),
    "no channel named": ("invalid_arguments", lambda c, _: c.api_call("chat.postMessage", json={"text": "x"})),
    "no such method": ("unknown_method", lambda c, _: c.api_call("chat.shout")),
}


async def test_refusals_have_slacks_names(client: AsyncWebClient, said: Message) -> None:
    """What Slack refuses is refused, with the error by which apps know it."""
    refused = {name: await error_of(call(client, said)) for name, (_, call) in REFUSALS.items()}
    assert refused == {name: error for name, (error, _) in REFUSALS.items()}


async def posted(client: AsyncWebClient, message: Message, **what: Any) -> object:
    return await client.chat_postMessage(**{"channel": message.channel, "text": "x"} | what)


async def error_of(call: Awaitable[Any]) -> str | None:
    try:
        await call
    except SlackApiError as refusal:
        return str(refusal.response["error"])
    return None

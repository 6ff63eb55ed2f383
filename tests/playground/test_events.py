"""Which events does the app get?"""

from typing import Any

import pytest

from bot.playground.events import events_of
from bot.playground.message import Change, Draft
from bot.playground.workspace import Channel, Workspace

MENTION = "<@U0PLAYBOT> who buys?"


@pytest.fixture
def harbour(workspace: Workspace) -> Channel:
    return workspace.channel("harbour")


def posted(workspace: Workspace, channel: Channel, text: str, author: str = "U0PLAY0001") -> Change:
    return Change("posted", workspace.post(channel, author, Draft(text=text)))


def kinds(events: list[dict[str, Any]]) -> list[str]:
    return [event["type"] + ("/" + event["subtype"] if "subtype" in event else "") for event in events]


def test_a_mention_is_two_events_of_one_message(workspace: Workspace, harbour: Channel) -> None:
    """The app hears app_mention and message, with the same time stamp."""
    events = events_of(workspace, posted(workspace, harbour, MENTION))
    assert kinds(events) == ["app_mention", "message"]
    assert len({(event["channel"], event["ts"], event["text"]) for event in events}) == 1


def test_a_mention_in_a_direct_message_is_a_message(workspace: Workspace) -> None:
    """Slack sends no app_mention for direct messages."""
    line = workspace.direct_messages("U0PLAY0001", workspace.bot.id)
    (event,) = events_of(workspace, posted(workspace, line, MENTION))
    assert (event["type"], event["channel_type"]) == ("message", "im")


def test_the_app_hears_itself(workspace: Workspace, harbour: Channel) -> None:
    """The app's own messages come back with its bot id, and are never a mention."""
    (event,) = events_of(workspace, posted(workspace, harbour, MENTION, workspace.bot.id))
    assert event["bot_id"] == workspace.app.bot_id


def test_edits_and_deletions_have_subtypes(workspace: Workspace, harbour: Channel) -> None:
    """An edit that names the bot is no new mention."""
    before = posted(workspace, harbour, "who buys?").message
    after = workspace.edit(before, Draft(text=MENTION))
    assert kinds(events_of(workspace, Change("edited", after, before))) == ["message/message_changed"]
    assert kinds(events_of(workspace, Change("deleted", after, after))) == ["message/message_deleted"]


def test_ephemeral_messages_are_heard_by_nobody(workspace: Workspace, harbour: Channel) -> None:
    """Slack sends no events for messages that one person sees."""
    assert events_of(workspace, Change("posted", workspace.notice(harbour, "U0PLAY0001", MENTION))) == []


def test_the_app_hears_nothing_of_channels_it_is_not_in(workspace: Workspace) -> None:
    """A mention in a channel without the bot stays unheard."""
    private = Channel("C1", "private", frozenset({"U0PLAY0001"}))
    workspace.channels["C1"] = private
    assert events_of(workspace, posted(workspace, private, MENTION)) == []


def test_only_what_was_subscribed_to_is_sent(workspace: Workspace, harbour: Channel) -> None:
    """With the smallest set of scopes an app hears mentions but not all messages of a channel."""
    change = posted(workspace, harbour, MENTION)
    assert kinds(events_of(workspace, change, frozenset({"app_mention"}))) == ["app_mention"]
    assert events_of(workspace, change, frozenset({"message.im"})) == []


def test_a_reply_names_its_thread(workspace: Workspace, harbour: Channel) -> None:
    """A reply carries the thread and, as a message event, who began it."""
    first = posted(workspace, harbour, "first").message
    reply = workspace.post(harbour, "U0PLAY0002", Draft(text=MENTION, thread_ts=first.ts))
    mention, message = events_of(workspace, Change("posted", reply))
    assert mention["thread_ts"] == message["thread_ts"] == first.ts
    assert message["parent_user_id"] == "U0PLAY0001"


def test_what_a_person_types_has_rich_text_blocks(workspace: Workspace, harbour: Channel) -> None:
    """As from Slack, the words also arrive as rich text, unescaped, with people as elements."""
    (event, _) = events_of(workspace, posted(workspace, harbour, "<@U0PLAYBOT> a &amp; b"))
    (section,) = event["blocks"][0]["elements"]
    assert section["elements"] == [
        {"type": "user", "user_id": "U0PLAYBOT"},
        {"type": "text", "text": " a & b"},
    ]

"""Are users, messages, files, views, commands and events written down as Slack does?"""

import pytest

from bot.playground import payload
from bot.playground.message import Draft
from bot.playground.workspace import Channel, User, Workspace


@pytest.fixture
def harbour(workspace: Workspace) -> Channel:
    return workspace.channel("harbour")


@pytest.fixture
def mara(workspace: Workspace) -> User:
    return workspace.people[0]


def test_a_command_has_the_fields_of_slack(workspace: Workspace, harbour: Channel, mara: User) -> None:
    """All documented fields but the response_url are there, all of them text."""
    fields = payload.command(workspace, harbour, mara, ("/deal", "summary"))
    assert set(fields) == {
        "token", "team_id", "team_domain", "channel_id", "channel_name", "user_id", "user_name", "command", "text",
        "api_app_id", "is_enterprise_install", "trigger_id",
    }  # fmt: skip
    assert (fields["command"], fields["text"], fields["channel_name"]) == ("/deal", "summary", "harbour")
    assert all(isinstance(value, str) for value in fields.values())


def test_an_event_names_the_bot_it_is_for(workspace: Workspace) -> None:
    """The envelope carries id, time and authorization of the bot user."""
    envelope = payload.event(workspace, {"type": "app_mention"}, "Ev1")
    assert (envelope["type"], envelope["event_id"], envelope["event_time"]) == ("event_callback", "Ev1", 1_750_000_000)
    assert envelope["authorizations"][0]["user_id"] == workspace.bot.id


def test_a_first_message_counts_its_replies(workspace: Workspace, harbour: Channel, mara: User) -> None:
    """The head of a thread tells how many replied, who, and when last."""
    first = workspace.post(harbour, mara.id, Draft(text="first"))
    assert "reply_count" not in payload.message(workspace, first)
    last = [workspace.post(harbour, workspace.bot.id, Draft(text="r", thread_ts=first.ts)) for _ in range(2)][-1]
    head = payload.message(workspace, first)
    assert (head["reply_count"], head["reply_users"], head["latest_reply"]) == (2, [workspace.bot.id], last.ts)


def test_a_conversation_names_the_other_person(workspace: Workspace, mara: User) -> None:
    """The bot sees a direct-message channel by the person in it."""
    line = workspace.direct_messages(mara.id, workspace.bot.id)
    assert payload.channel(line, workspace.bot.id)["user"] == mara.id

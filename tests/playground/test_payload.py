"""Are users, messages, commands, events and clicks written down as Slack does?"""

import pytest

from bot.playground import payload
from bot.playground.blockcheck import accept
from bot.playground.message import Draft, Message
from bot.playground.workspace import Channel, User, Workspace
from tests.playground.sample_bot import summary


@pytest.fixture
def harbour(workspace: Workspace) -> Channel:
    return workspace.channel("harbour")


@pytest.fixture
def mara(workspace: Workspace) -> User:
    return workspace.people[0]


def answer(workspace: Workspace, harbour: Channel, visible_to: str | None = None) -> Message:
    return workspace.post(harbour, workspace.bot.id, Draft("x", accept(summary())), visible_to)


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


def test_a_click_carries_the_message_and_where_it_stands(workspace: Workspace, harbour: Channel, mara: User) -> None:
    """The container names the place, and the action names the element, its block and its value."""
    message = answer(workspace, harbour)
    block = message.draft.blocks[-1]
    granted = workspace.grants.response_url(harbour.id, mara.id, message.ts)
    body = payload.block_actions(
        workspace, mara, payload.Click(message, block, block["elements"][1]), (granted, "http://here/")
    )
    assert body["response_url"] == f"http://here/{granted.id}"
    assert body["container"] == {
        "type": "message", "message_ts": message.ts, "channel_id": harbour.id, "is_ephemeral": False,
    }  # fmt: skip
    assert body["message"]["ts"] == message.ts
    (action,) = body["actions"]
    assert (action["action_id"], action["block_id"], action["value"]) == ("more", block["block_id"], "2")


def test_a_shortcut_carries_the_message(workspace: Workspace, harbour: Channel, mara: User) -> None:
    """The documented fields are there, the message among them as its history has it, and no container."""
    said = workspace.post(harbour, mara.id, Draft("It costs 5 billion"))
    granted = workspace.grants.response_url(harbour.id, mara.id)
    body = payload.message_action(workspace, mara, said, "count", (granted, "http://here/"))
    assert set(body) == {
        "type", "callback_id", "trigger_id", "message_ts", "response_url", "message", "user", "channel", "team",
        "token", "action_ts", "is_enterprise_install", "enterprise",
    }  # fmt: skip
    assert (body["type"], body["callback_id"], body["message_ts"]) == ("message_action", "count", said.ts)
    assert body["message"] == payload.message(workspace, said)
    assert body["response_url"] == f"http://here/{granted.id}"


def test_an_ephemeral_message_does_not_travel_with_its_click(
    workspace: Workspace, harbour: Channel, mara: User
) -> None:
    """As from Slack, the app gets the container and the action only."""
    message = answer(workspace, harbour, visible_to=mara.id)
    block = message.draft.blocks[-1]
    granted = workspace.grants.response_url(harbour.id, mara.id, message.ts)
    body = payload.block_actions(workspace, mara, payload.Click(message, block, block["elements"][0]), (granted, ""))
    assert "message" not in body
    assert body["container"]["is_ephemeral"] is True


def test_a_choice_is_sent_as_the_option(workspace: Workspace, harbour: Channel, mara: User) -> None:
    """An overflow menu sends the option that was chosen."""
    message = answer(workspace, harbour)
    block = message.draft.blocks[4]
    granted = workspace.grants.response_url(harbour.id, mara.id, message.ts)
    click = payload.Click(message, block, block["accessory"], "report")
    (action,) = payload.block_actions(workspace, mara, click, (granted, ""))["actions"]
    assert action["selected_option"]["value"] == "report"


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

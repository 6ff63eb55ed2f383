"""Are users, messages, files, views, commands and events written down as Slack does?"""

import pytest

from bot.playground import payload
from bot.playground.blockcheck import accept_view
from bot.playground.files import File
from bot.playground.message import Draft
from bot.playground.workspace import Channel, User, Workspace
from tests.playground.sample_blocks import home


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


def test_opening_the_app_is_an_event_with_the_tab(workspace: Workspace, mara: User) -> None:
    """The view goes along with the Home tab once one was published, and never with the messages."""
    assert "view" not in payload.home_event(workspace, mara, "home")
    shown = workspace.screens.publish(mara.id, accept_view(home(), "home"))
    event = payload.home_event(workspace, mara, "home")
    assert event["view"] == payload.view(workspace, shown)
    assert "title" not in event["view"]
    assert "view" not in payload.home_event(workspace, mara, "messages")
    assert event["channel"] == workspace.direct_messages(mara.id, workspace.bot.id).id


def test_where_somebody_looks_is_an_event_of_its_own(workspace: Workspace, harbour: Channel, mara: User) -> None:
    """The channel is an entity of the context."""
    (entity,) = payload.context_event(workspace, mara, harbour)["context"]["entities"]
    assert (entity["type"], entity["value"]) == ("slack#/types/channel_id", harbour.id)


def test_a_message_with_a_file_describes_it(workspace: Workspace, harbour: Channel) -> None:
    """Its name, kind, size and words for those who cannot see it; the event has a subtype."""
    file = File("F1", "deal.png", 3, workspace.bot.id, 0.0, "A chart")
    workspace.shelf.bring(workspace.shelf.expect(file), b"abc")
    said = workspace.post(harbour, workspace.bot.id, Draft(files=("F1",)))
    event = payload.message_event(workspace, said)
    (told,) = event["files"]
    assert (event["subtype"], told["mimetype"], told["size"], told["alt_txt"]) == (
        "file_share", "image/png", 3, "A chart",
    )  # fmt: skip

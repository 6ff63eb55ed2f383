"""What is in the local workspace, who may see it, and what is refused?"""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.playground.message import Change, Draft, Message
from bot.playground.refusal import RefusedError
from bot.playground.workspace import Channel, User, Workspace


@pytest.fixture
def harbour(workspace: Workspace) -> Channel:
    return workspace.channel("#harbour")


@pytest.fixture
def mara(workspace: Workspace) -> User:
    return workspace.people[0]


@pytest.fixture
def otto(workspace: Workspace) -> User:
    return workspace.people[1]


@pytest.fixture
def changes(workspace: Workspace) -> Iterator[list[Change]]:
    heard: list[Change] = []
    stop = workspace.subscribe(heard.append)
    yield heard
    stop()


def said(workspace: Workspace, channel: Channel, user: User, text: str, thread_ts: str | None = None) -> Message:
    return workspace.post(channel, user.id, Draft(text=text, thread_ts=thread_ts))


def test_a_channel_is_found_by_id_and_by_name(workspace: Workspace, harbour: Channel) -> None:
    """A channel answers to its id, its name, and its name with a hash."""
    assert workspace.channel(harbour.id) == workspace.channel("harbour") == harbour


def test_an_unknown_channel_is_refused(workspace: Workspace) -> None:
    """What Slack calls channel_not_found is raised under that name, for direct messages too."""
    for unknown in ("C404", "pier", "directmessage"):
        with pytest.raises(RefusedError, match="channel_not_found"):
            workspace.channel(unknown)


def test_message_ids_rise_even_when_the_clock_stands(workspace: Workspace, harbour: Channel, mara: User) -> None:
    """No two messages have one id, and ids sort in the order of posting."""
    stamps = [said(workspace, harbour, mara, str(number)).ts for number in range(3)]
    assert stamps == ["1750000000.000000", "1750000000.000001", "1750000000.000002"]


def test_an_ephemeral_message_is_read_by_one_person(
    workspace: Workspace, harbour: Channel, mara: User, otto: User
) -> None:
    """Only its reader sees an ephemeral message; the others see the rest."""
    secret = workspace.post(harbour, workspace.bot.id, Draft(text="for Mara"), visible_to=mara.id)
    public = said(workspace, harbour, otto, "for all")
    assert workspace.readable(mara.id) == [secret, public]
    assert workspace.readable(otto.id) == [public]
    assert workspace.history(harbour) == [public]


def test_a_direct_message_is_read_by_the_two(workspace: Workspace, mara: User, otto: User) -> None:
    """A third person reads nothing of a direct-message channel."""
    line = workspace.direct_messages(mara.id, workspace.bot.id)
    message = said(workspace, line, mara, "between us")
    assert workspace.readable(otto.id) == []
    assert workspace.may_read(mara.id, message)
    assert workspace.correspondent(line, mara.id) == workspace.bot


def test_two_people_share_one_conversation(workspace: Workspace, mara: User, otto: User) -> None:
    """Opening a conversation twice, from either side, gives the same channel."""
    assert workspace.direct_messages(mara.id, otto.id) == workspace.direct_messages(otto.id, mara.id)


def test_a_reply_to_a_reply_joins_its_thread(workspace: Workspace, harbour: Channel, mara: User) -> None:
    """Threads have one level: all replies stand under the first message."""
    first = said(workspace, harbour, mara, "first")
    reply = said(workspace, harbour, mara, "reply", first.ts)
    nested = said(workspace, harbour, mara, "nested", reply.ts)
    assert workspace.replies(harbour, first.ts) == [reply, nested]
    assert workspace.history(harbour) == [first]


def test_nobody_replies_to_what_is_not_there_or_private(workspace: Workspace, harbour: Channel, mara: User) -> None:
    """An unknown thread and a thread under an ephemeral message are refused."""
    secret = workspace.notice(harbour, mara.id, "only you")
    with pytest.raises(RefusedError, match="thread_not_found"):
        said(workspace, harbour, mara, "late", "1.000000")
    with pytest.raises(RefusedError, match="cannot_reply_to_message"):
        said(workspace, harbour, mara, "hush", secret.ts)


def test_an_edit_keeps_the_place_and_the_reader(workspace: Workspace, harbour: Channel, mara: User) -> None:
    """A new version has the old id, thread, reader and command, and is marked as edited."""
    old = workspace.post(harbour, workspace.bot.id, Draft(text="old", answers="/deal"), visible_to=mara.id)
    new = workspace.edit(old, Draft(text="new"))
    assert (new.ts, new.visible_to, new.draft.text, new.draft.answers) == (old.ts, mara.id, "new", "/deal")
    assert new.edited is not None
    assert workspace.message(harbour.id, old.ts) == new


def test_every_change_is_told_in_order(
    workspace: Workspace, harbour: Channel, mara: User, changes: list[Change]
) -> None:
    """Listeners hear of posts, edits and deletions with the state before."""
    posted = said(workspace, harbour, mara, "one")
    edited = workspace.edit(posted, Draft(text="two"))
    workspace.delete(edited)
    assert changes == [
        Change("posted", posted),
        Change("edited", edited, before=posted),
        Change("deleted", edited, before=edited),
    ]
    with pytest.raises(RefusedError, match="message_not_found"):
        workspace.message(harbour.id, posted.ts)


def test_only_members_post_through_the_web_api(workspace: Workspace, harbour: Channel) -> None:
    """An app that is not in a channel is told so, and in somebody's conversation that there is no such channel."""
    empty = replace(harbour, members=frozenset())
    with pytest.raises(RefusedError, match="not_in_channel"):
        workspace.post_as_member(empty, workspace.bot.id, Draft(text="hi"))
    with pytest.raises(RefusedError, match="channel_not_found"):
        workspace.post_as_member(replace(empty, is_im=True), workspace.bot.id, Draft(text="hi"))


def test_an_archived_channel_takes_nothing(workspace: Workspace, harbour: Channel, mara: User) -> None:
    """Nobody posts to an archived channel."""
    workspace.archive(harbour)
    with pytest.raises(RefusedError, match="is_archived"):
        said(workspace, workspace.channel("harbour"), mara, "too late")


def test_a_reaction_counts_once_for_each_person(workspace: Workspace, harbour: Channel, mara: User) -> None:
    """The same reaction of the same person is refused the second time."""
    message = workspace.react(said(workspace, harbour, mara, "tea?"), "eyes", workspace.bot.id)
    assert message.reactions == (("eyes", (workspace.bot.id,)),)
    with pytest.raises(RefusedError, match="already_reacted"):
        workspace.react(message, "eyes", workspace.bot.id)

"""Do files arrive where they belong, and is it told in words why a workspace takes none?"""

from __future__ import annotations

import pytest
from slack_sdk.errors import SlackApiError

from bot.desk import Desk
from bot.playground.message import Message
from bot.playground.methods import ALL_SCOPES
from bot.slack.files import Enclosure, Files, Parcel, Person
from bot.slack.places import ResponseUrl, Thread
from tests.slack.office import CHANNEL, Office, opened

ROWS = Enclosure("rows.csv", "The rows", b"a,b\r\n")
DOTS = Enclosure("dots.png", "The dots", b"\x89PNG", "three dots")
PARCEL = Parcel("The files", "Here they are", (ROWS, DOTS))


async def hand_over(office: Office, channel: str = "") -> list[Message]:
    """Brings the files to the person who typed a command, who looks at `channel`; what the bot then says."""
    asked = await office.command("/deal help")
    url = office.playground.workspace.grants.response_url(asked.channel, office.playground.you.user.id)
    place = ResponseUrl(f"{office.playground.url}/response/{url.id}")
    await Files(office.connection).to_person(PARCEL, Person(office.playground.you.user.id, channel, place))
    return office.ours()[1:]


async def test_files_go_into_a_thread_together(office: Office) -> None:
    """One message holds them all, with their contents, titles and descriptions, and what is said of them."""
    said = office.playground.you.say(CHANNEL, "show me")
    await Files(office.connection).to_thread(PARCEL, Thread(said.channel, said.ts))
    (message,) = office.ours()
    assert (message.channel, message.draft.thread_ts, message.draft.text) == (said.channel, said.ts, "Here they are")
    brought = [office.playground.workspace.shelf.brought(file) for file in message.draft.files]
    assert [(file.name, file.title, file.content, file.alt_text) for file in brought] == [
        ("rows.csv", "The rows", b"a,b\r\n", None),
        ("dots.png", "The dots", b"\x89PNG", "three dots"),
    ]


async def test_files_go_to_a_persons_direct_messages(office: Office) -> None:
    """They come in the direct messages with the bot, and it is said so where the person is looking."""
    brought, note = await hand_over(office)
    assert (brought.channel, len(brought.draft.files)) == (office.direct, 2)
    assert note.is_ephemeral
    assert note.draft.text == f"The files: in your direct messages with <@{office.connection.identity.user_id}>."


async def test_whoever_is_looking_there_needs_no_note(office: Office) -> None:
    """In the direct messages themselves the files are seen coming."""
    (brought,) = await hand_over(office, office.direct)
    assert brought.channel == office.direct


@pytest.mark.parametrize("scope", ["files:write", "im:write"])
async def test_a_missing_permission_is_told_with_its_name(desk: Desk, scope: str) -> None:
    """Where the app may not bring files, the person is told which scope is missing and where the words are."""
    async with opened(desk, scopes=ALL_SCOPES - {scope}) as office:
        (note,) = await hand_over(office)
    assert note.is_ephemeral
    assert note.draft.text == (
        "The files: not possible here, this app has not been given the permission for it "
        f"(`{scope}`). The answer above says the same in words."
    )


async def test_a_missing_permission_is_told_in_the_thread(desk: Desk) -> None:
    """In a thread it stands where the files would have stood."""
    async with opened(desk, scopes=ALL_SCOPES - {"files:write"}) as office:
        said = office.playground.you.say(CHANNEL, "show me")
        await Files(office.connection).to_thread(PARCEL, Thread(said.channel, said.ts))
        (note,) = office.ours()
    assert note.draft.thread_ts == said.ts
    assert "(`files:write`)" in note.draft.text


async def test_any_other_failure_is_slacks_own(office: Office) -> None:
    """What may be a mistake of ours is not explained away."""
    with pytest.raises(SlackApiError, match="channel_not_found"):
        await Files(office.connection).to_thread(PARCEL, Thread("C0", "1.0"))

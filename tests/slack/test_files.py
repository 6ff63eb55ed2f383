"""Do files arrive where they belong, and is it told in words why a workspace takes none?"""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from slack_sdk.errors import SlackApiError

from bot.desk import Desk
from bot.playground.methods import ALL_SCOPES
from bot.slack.connection import Thread
from bot.slack.files import Enclosure, Files, FilesRefusedError
from tests.slack.office import CHANNEL, Office, opened

ROWS = Enclosure("rows.csv", "The rows", b"a,b\r\n")
DOTS = Enclosure("dots.png", "The dots", b"\x89PNG", "three dots")


@pytest.fixture
async def without(desk: Desk) -> AsyncIterator[Office]:
    """An office whose bot may not bring files."""
    async with opened(desk, scopes=ALL_SCOPES - {"files:write"}) as office:
        yield office


async def test_files_go_into_a_thread_together(office: Office) -> None:
    """One message holds them all, with their contents, titles and descriptions, and what is said of them."""
    said = office.playground.you.say(CHANNEL, "show me")
    await Files(office.connection).to_thread([ROWS, DOTS], Thread(said.channel, said.ts), "Here they are")
    (message,) = office.ours()
    assert (message.channel, message.draft.thread_ts, message.draft.text) == (said.channel, said.ts, "Here they are")
    brought = [office.playground.workspace.shelf.brought(file) for file in message.draft.files]
    assert [(file.name, file.title, file.content, file.alt_text) for file in brought] == [
        ("rows.csv", "The rows", b"a,b\r\n", None),
        ("dots.png", "The dots", b"\x89PNG", "three dots"),
    ]


async def test_files_go_to_a_persons_direct_messages(office: Office) -> None:
    """They come in the direct messages with the bot, whose channel is told."""
    channel = await Files(office.connection).to_person([ROWS], office.playground.you.user.id, "Here it is")
    (message,) = office.ours()
    assert message.channel == channel == office.direct


async def test_a_missing_permission_is_told_with_its_name(without: Office) -> None:
    """Where the app may not bring files, the reason names the scope that is missing."""
    with pytest.raises(FilesRefusedError, match=r"not been given the permission for it \(`files:write`\)"):
        await Files(without.connection).to_person([ROWS], without.playground.you.user.id, "Here it is")
    assert without.ours() == []


async def test_direct_messages_that_may_not_be_opened_are_a_refusal_too(desk: Desk) -> None:
    """The scope for opening them is named."""
    async with opened(desk, scopes=ALL_SCOPES - {"im:write"}) as office:
        with pytest.raises(FilesRefusedError, match=r"im:write"):
            await Files(office.connection).to_person([ROWS], office.playground.you.user.id, "Here it is")


async def test_any_other_failure_is_slacks_own(office: Office) -> None:
    """What may be a mistake of ours is not explained away."""
    with pytest.raises(SlackApiError, match="channel_not_found"):
        await Files(office.connection).to_thread([ROWS], Thread("C0", "1.0"), "Here it is")

"""Do pictures follow the words, to where the person looks, and does it stay useful where they cannot?"""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator

import pytest

from bot.answer.charts import Chart
from bot.chart import Picture, picture_of
from bot.command import respond
from bot.desk import Desk
from bot.playground.faults import FAULTS, Fault
from bot.playground.files import File
from bot.playground.message import Message
from bot.playground.methods import ALL_SCOPES
from tests.desks import desk_of
from tests.sample.records import Records
from tests.slack.office import CHANNEL, Office, opened

REFUSED = "not possible here, this app has not been given the permission for it (`files:write`)."


@pytest.fixture
async def without(desk: Desk) -> AsyncIterator[Office]:
    """An office whose bot may not bring files."""
    async with opened(desk, scopes=ALL_SCOPES - {"files:write"}) as office:
        yield office


def files(office: Office, message: Message) -> list[File]:
    return [office.playground.workspace.shelf.brought(file) for file in message.draft.files]


def picture(chart: Chart, desk: Desk) -> Picture:
    found = picture_of(chart, desk)
    assert found
    return found


async def test_the_command_says_it_in_words_and_brings_the_pictures_privately(office: Office, desk: Desk) -> None:
    """The answer comes at once to the person alone; the pictures follow in direct messages, and it is said where."""
    told = await office.command("/deal chart")
    await office.settled()
    assert told.is_ephemeral
    assert told.draft.text.startswith(respond(desk, "chart").title)
    _, brought, note = office.ours()
    assert brought.channel == office.direct
    assert [file.content for file in files(office, brought)] == [picture(chart, desk).file() for chart in Chart]
    assert note.is_ephemeral
    assert note.channel == told.channel
    assert "direct messages with <@" in note.draft.text


async def test_each_picture_is_described(office: Office, desk: Desk) -> None:
    """Screen readers have its content, within Slack's limit; the message says how to have all of it in words."""
    await office.command("/deal chart")
    await office.settled()
    brought = office.ours()[1]
    assert [file.alt_text for file in files(office, brought)] == [
        picture(chart, desk).alternative_within(1_000) for chart in Chart
    ]
    assert [file.title for file in files(office, brought)] == [picture(chart, desk).title for chart in Chart]
    assert "`/deal chart`" in brought.draft.text


@pytest.mark.parametrize("chart", list(Chart))
async def test_one_picture_can_be_asked_for(office: Office, chart: Chart) -> None:
    """Its name behind the command brings it alone."""
    await office.command(f"/deal chart {chart}")
    await office.settled()
    (file,) = files(office, office.ours()[1])
    assert file.name == f"harbour-kestrel-{chart}.png"
    assert f"`/deal chart {chart}`" in office.ours()[1].draft.text


async def test_in_the_direct_messages_themselves_no_note_is_needed(office: Office) -> None:
    """Whoever types the command there sees the picture come."""
    await office.reply("hello", office.direct)
    before = len(office.ours())
    await office.command("/deal chart timeline", office.direct)
    await office.settled()
    words, brought = office.ours()[before:]
    assert words.draft.text.startswith("Timeline")
    assert brought.draft.files


async def test_a_mention_brings_the_picture_into_the_thread(office: Office) -> None:
    """The words come first, then the picture, in the thread of the question."""
    said = office.playground.you.say(CHANNEL, "@Beacon chart timeline")
    await office.settled()
    words, brought = office.ours()
    assert words.draft.text.startswith("Timeline")
    assert len(brought.draft.files) == 1
    assert (words.draft.thread_ts, brought.draft.thread_ts) == (said.ts, said.ts)


async def test_in_a_thread_about_something_else_a_chart_is_still_one(office: Office) -> None:
    """The word is no follow-up to what the thread was about."""
    first = await office.reply("@Beacon How much does Harbour Mills pay?")
    before = len(office.ours())
    office.playground.you.say(CHANNEL, "@Beacon chart", first.draft.thread_ts)
    await office.settled()
    _, brought = office.ours()[before:]
    assert len(brought.draft.files) == len(Chart)


@pytest.mark.parametrize("typed", ["/deal timeline", "/deal chart of the week?"])
async def test_nothing_else_brings_a_picture(office: Office, typed: str) -> None:
    """Only the command itself does."""
    await office.command(typed)
    await office.settled()
    assert len(office.ours()) == 1


async def test_without_the_permission_the_command_says_so(without: Office) -> None:
    """The words are there all the same, and a line names what is missing, to the person alone."""
    words = await without.command("/deal chart")
    await without.settled()
    (note,) = without.ours()[1:]
    assert "Sources: " in words.draft.text
    assert note.is_ephemeral
    assert note.draft.text == f"The pictures: {REFUSED} The answer above says the same in words."


async def test_without_the_permission_the_thread_says_so(without: Office) -> None:
    """In a thread the line stands under the answer."""
    said = without.playground.you.say(CHANNEL, "@Beacon chart timeline")
    await without.settled()
    words, note = without.ours()
    assert words.draft.text.startswith("Timeline")
    assert note.draft.thread_ts == said.ts
    assert note.draft.text.startswith(f"The picture: {REFUSED}")


async def test_a_deal_without_anything_to_draw_is_told_in_words_alone(records: Records) -> None:
    """Where there is no picture nothing follows the answer."""
    records.edit("deal.yaml", "headlines: [amount, stake]", "headlines: [clients]")
    async with opened(desk_of(records)) as office:
        answer = await office.command("/deal chart amounts")
        await office.settled()
        assert "No headline of this deal" in answer.draft.text
        assert len(office.ours()) == 1


async def test_a_limit_that_slack_sets_is_waited_for(office: Office) -> None:
    """Where Slack asks for patience the pictures come a little later."""
    office.playground.faults.plan("files.getUploadURLExternal", Fault("ratelimited", 429, retry_after=0))
    await office.command("/deal chart")
    await office.settled()
    assert len(office.ours()[1].draft.files) == len(Chart)


@pytest.mark.parametrize(
    ("method", "fault"),
    [("upload", FAULTS["server_error"]), ("files.completeUploadExternal", Fault("internal_error"))],
)
async def test_an_upload_that_fails_is_told_with_a_reference(
    office: Office, method: str, fault: Fault, caplog: pytest.LogCaptureFixture
) -> None:
    """What goes wrong behind the answer ends where all errors end: in the log, and in one sentence to the person."""
    office.playground.faults.plan(method, fault, times=9)
    await office.command("/deal chart")
    await office.settled()
    _, apology = office.ours()
    assert apology.is_ephemeral
    assert apology.draft.text.startswith("That went wrong on our side.")
    assert [record.levelno for record in caplog.records if record.name.startswith("bot.")] == [logging.ERROR]

"""Does the button under a table bring it as a file, to the one who pressed it?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answer.tables import disagreements_table, timeline_table
from bot.blocks import Request
from bot.desk import Desk
from bot.playground.message import Message
from bot.playground.methods import ALL_SCOPES
from bot.slack.conversation import OUTDATED
from bot.table import csv_file
from tests.slack.office import Office, labels, opened


async def pressed(office: Office, typed: str) -> list[Message]:
    """What the bot says once somebody typed this and pressed the button."""
    answer = await office.command(typed)
    before = len(office.ours())
    await office.press(answer, "As CSV")
    return office.ours()[before:]


async def test_the_timeline_comes_as_a_file(office: Office, desk: Desk) -> None:
    """It is the timeline's table, in the person's direct messages, and a note says where."""
    brought, note = await pressed(office, "/deal timeline")
    (file,) = [office.playground.workspace.shelf.brought(file) for file in brought.draft.files]
    assert brought.channel == office.direct
    assert file.name == "harbour-kestrel-timeline.csv"
    assert file.content == csv_file(timeline_table(desk.store, desk.deal))
    assert brought.draft.text.startswith("Harbour Mills' stake in Kestrel Robotics: Timeline\n")
    assert "`/deal timeline`" in brought.draft.text
    assert note.draft.text.startswith("The file: in your direct messages")


async def test_the_disagreements_come_as_a_file(office: Office, desk: Desk) -> None:
    """Whatever page was shown, the file has all of them."""
    brought, _ = await pressed(office, "/deal disagreements")
    (file,) = [office.playground.workspace.shelf.brought(file) for file in brought.draft.files]
    assert file.content == csv_file(disagreements_table(desk.store, desk.deal))


async def test_an_answer_that_is_no_table_has_no_such_button(office: Office) -> None:
    """A summary is not offered as a file."""
    assert "As CSV" not in labels(await office.command("/deal summary"))


async def test_without_the_permission_it_is_said(desk: Desk) -> None:
    """The person who pressed is told what is missing."""
    async with opened(desk, scopes=ALL_SCOPES - {"files:write"}) as office:
        (note,) = await pressed(office, "/deal timeline")
    assert note.is_ephemeral
    assert "(`files:write`)" in note.draft.text


@pytest.mark.parametrize("value", ["", Request(text="summary").value])
async def test_a_button_of_an_earlier_version_says_so(office: Office, value: str) -> None:
    """A button whose value gives no table is answered all the same."""
    answer = await office.command("/deal timeline")
    old = [_revalued(block, value) for block in answer.draft.blocks]
    draft = replace(answer.draft, blocks=tuple(old))
    office.playground.workspace.messages[answer.channel, answer.ts] = replace(answer, draft=draft)
    await office.press(office.now(answer), "As CSV")
    assert office.ours()[-1].draft.text == OUTDATED.text


def _revalued(block: dict[str, object], value: str) -> dict[str, object]:
    elements = block.get("elements")
    if block["type"] != "actions" or not isinstance(elements, list):
        return block
    return block | {"elements": [element | {"value": value} for element in elements]}

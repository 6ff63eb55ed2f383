"""Does a long answer in a direct message come whole, whenever Slack ends its growing?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answer import Answer
from bot.blocks import Message, kit
from bot.blocks.stream import Stream
from bot.desk import Desk
from bot.slack.places import Thread
from bot.slack.streams import Streams
from tests.blocks.everything import crowded
from tests.sample.records import Records, language
from tests.slack.office import opened
from tests.slack.stage import PERSON, Stage


class LongDesk(Desk):
    """A desk whose names have more to say than one page holds."""

    def who(self, name: str) -> Answer:
        return replace(crowded("fox", 15), title=name, suggestions=())


THREAD = Thread("D1", "1.0", PERSON)
PAGE = Message("Page 1 of 2", [])
ANSWER = Stream(("one", "two", "three"), [], PAGE)


async def test_a_long_answer_grows(stage: Stage) -> None:
    """The first part begins it, the others follow in order, and the end brings the buttons."""
    await Streams(stage.connection).send(THREAD, ANSWER)
    assert stage.methods() == ["chat.startStream", "chat.appendStream", "chat.appendStream", "chat.stopStream"]
    told = [sent.get("markdown_text", "").strip() for sent in stage.called("chat.startStream", "chat.appendStream")]
    assert told == ["one", "two", "three"]


@pytest.mark.parametrize("error", ["unknown_method", "missing_scope", "channel_type_not_supported"])
async def test_where_nothing_can_grow_a_page_is_posted(stage: Stage, error: str) -> None:
    """An app or a server without streams answers as it does elsewhere."""
    stage.refuse("chat.startStream", error)
    await Streams(stage.connection).send(THREAD, ANSWER)
    assert stage.methods() == ["chat.startStream", "chat.postMessage"]
    assert stage.called("chat.postMessage")[0]["text"] == PAGE.text


@pytest.mark.parametrize("method", ["chat.appendStream", "chat.stopStream"])
async def test_what_ends_early_is_finished(stage: Stage, method: str) -> None:
    """A stream that expired becomes the page that would have been posted."""
    stage.refuse(method, "message_not_in_streaming_state")
    await Streams(stage.connection).send(THREAD, ANSWER)
    (update,) = stage.called("chat.update")
    assert (update["ts"], update["text"]) == ("9.9", PAGE.text)


async def test_what_cannot_be_finished_as_it_is_becomes_plainer(stage: Stage) -> None:
    """Where Slack takes neither the buttons below a stream nor the page's blocks, the page comes as text."""
    page = Message("Page 1 of 2", [kit.header("Page")])
    stage.refuse("chat.stopStream", "invalid_blocks")
    stage.refuse("chat.update", "invalid_blocks", "invalid_blocks")
    await Streams(stage.connection).send(THREAD, replace(ANSWER, page=page))
    sent = stage.called("chat.update")
    assert [[block["type"] for block in update["blocks"]] for update in sent] == [["header"], ["section"], []]
    assert {update["text"] for update in sent} == {page.text}


async def test_what_cannot_be_finished_in_place_is_posted(stage: Stage) -> None:
    """Where Slack lets the message of a stream be changed no more, its page stands below it in the thread."""
    stage.refuse("chat.appendStream", "message_not_in_streaming_state")
    stage.refuse("chat.update", "cant_update_message")
    await Streams(stage.connection).send(THREAD, ANSWER)
    (posted,) = stage.called("chat.postMessage")
    assert (posted["thread_ts"], posted["text"]) == (THREAD.ts, PAGE.text)


async def test_a_direct_message_gets_all_of_it(records: Records) -> None:
    """In the workspace a long answer stands whole in its thread, with thumbs below and no page to turn."""
    async with opened(LongDesk(records.store(), language())) as office:
        answer = await office.reply("who ida", office.direct)
        kinds = [block["type"] for block in answer.draft.blocks]
        assert kinds[0] == "markdown"
        assert "The rest" not in str(answer.draft.blocks)
        public = await office.reply("@Beacon who ida")
        assert "markdown" not in [block["type"] for block in public.draft.blocks]

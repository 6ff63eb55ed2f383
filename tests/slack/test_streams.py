"""Does a long answer in a direct message come whole, whenever Slack ends its growing?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answer import Answer
from bot.blocks import Message
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


async def test_a_direct_message_gets_all_of_it(records: Records) -> None:
    """In the workspace a long answer stands whole in its thread, with thumbs below and no page to turn."""
    async with opened(LongDesk(records.store(), language())) as office:
        answer = await office.reply("who ida", office.direct)
        kinds = [block["type"] for block in answer.draft.blocks]
        assert kinds[0] == "markdown"
        assert "The rest" not in str(answer.draft.blocks)
        public = await office.reply("@Beacon who ida")
        assert "markdown" not in [block["type"] for block in public.draft.blocks]

"""Does each click do what its button says, for the right people, and trust nothing but the button?"""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from bot.answer import Answer
from bot.desk import Desk
from bot.playground.message import Message
from tests.blocks.everything import crowded
from tests.sample.records import Records, language
from tests.slack.office import Office, labels, opened

ASKED = "How much does Harbour Mills pay?"


class LongDesk(Desk):
    """A desk whose names have a great deal to say."""

    def who(self, name: str) -> Answer:
        return replace(crowded("fox", 40), title=name, suggestions=(ASKED,))


async def test_sharing_shows_the_answer_to_the_channel(office: Office) -> None:
    """The shared message says the same for everybody and names who shared it; the private one loses the button."""
    private = await office.command("/deal summary")
    await office.press(private, "Share to channel")
    shared = office.ours()[-1]
    assert not shared.is_ephemeral
    assert shared.channel == private.channel
    assert shared.draft.text.startswith(private.draft.text)
    assert shared.draft.text.endswith(f"Shared by <@{office.playground.you.user.id}> with `/deal summary`")
    assert "Share to channel" not in labels(shared)
    kept = office.now(private)
    assert kept.draft.text.endswith("Shared to the channel.")
    assert "Share to channel" not in labels(kept)


async def test_sharing_trusts_only_the_request(office: Office) -> None:
    """What is shared is made anew from the request in the button, whatever the message says by then."""
    private = await office.command("/deal summary")
    workspace = office.playground.workspace
    forged = workspace.edit(private, replace(private.draft, text="<!channel> lies"))
    await office.press(forged, "Share to channel")
    assert "lies" not in office.ours()[-1].draft.text


async def test_a_suggested_question_is_answered_to_who_pressed(office: Office) -> None:
    """A click on a question in the channel is answered to that person alone, with sharing on offer."""
    started = await office.reply("@Beacon")
    await office.press(started, ASKED)
    answer = office.ours()[-1]
    assert answer.is_ephemeral
    assert answer.draft.thread_ts == started.draft.thread_ts
    assert answer.draft.text.startswith(ASKED)
    assert "Share to channel" in labels(answer)


async def test_a_click_in_a_direct_message_is_answered_for_good(office: Office) -> None:
    """Where only one person reads, the answer stays and needs no sharing."""
    started = await office.reply("hello!", office.direct)
    await office.press(started, ASKED)
    answer = office.ours()[-1]
    assert not answer.is_ephemeral
    assert "Share to channel" not in labels(answer)


async def test_quotes_are_shown_on_request(office: Office) -> None:
    """The button of a notice shows the fact with every quote."""
    listed = await office.command("/deal disagreements")
    assert "Show quotes" in labels(listed)
    await office.press(listed, "Show quotes")
    assert "> “" in office.ours()[-1].draft.text


async def test_pages_turn_in_place_where_nobody_else_reads(records: Records) -> None:
    """The private answer itself shows the next page and the one before."""
    async with opened(LongDesk(records.store(), language())) as office:
        first = await office.command("/who ida")
        await office.press(first, "Next")
        second = office.now(first)
        assert "Page 2 of" in second.draft.text
        assert second.is_ephemeral
        await office.press(second, "Back")
        assert office.now(first).draft.text == first.draft.text
        assert len(office.ours()) == 1


async def test_pages_of_a_public_answer_turn_for_one_person(records: Records) -> None:
    """What everybody reads stays as it is; the next page comes to who wants it."""
    async with opened(LongDesk(records.store(), language())) as office:
        public = await office.reply("@Beacon who ida")
        await office.press(public, "Next")
        turned = office.ours()[-1]
        assert office.now(public).draft == public.draft
        assert turned.is_ephemeral
        assert "Page 2 of" in turned.draft.text


async def test_the_shown_page_is_shared(records: Records) -> None:
    """Sharing from the second page shares the second page."""
    async with opened(LongDesk(records.store(), language())) as office:
        private = await office.command("/who ida")
        await office.press(private, "Next")
        await office.press(office.now(private), "Share to channel")
        assert "Page 2 of" in office.ours()[-1].draft.text


@pytest.mark.parametrize("value", ["", "next", '{"ids": [1]}', '{"text": "summary", "page": 0}'])
async def test_a_button_of_another_version_says_so(office: Office, value: str) -> None:
    """A value that we cannot read is answered with a sentence, not with an error."""
    private = await office.command("/deal summary")
    await office.press(with_value(office, private, value), "Share to channel")
    assert office.ours()[-1].draft.text == "This button is from an earlier version of the bot. Please ask again."
    assert office.ours()[-1].is_ephemeral


def with_value(office: Office, message: Message, value: str) -> Message:
    """The message with another value in each of its buttons."""
    blocks = json.loads(json.dumps(message.draft.blocks))
    for block in blocks:
        for element in block.get("elements", []):
            if "value" in element:
                element["value"] = value
    return office.playground.workspace.edit(message, replace(message.draft, blocks=tuple(blocks)))

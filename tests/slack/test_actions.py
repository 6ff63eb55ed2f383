"""Does each click do what its button says, for the right people, and trust nothing but the button?"""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace

import pytest

from bot.answer import Answer
from bot.blocks import Request, Statement
from bot.desk import Desk
from bot.playground.message import Draft, Json, Message
from bot.slack.actions import OUTGROWN, TWICE
from bot.slack.conversation import CHECKED
from bot.slack.limits import NOTICE, PERSON_MOST
from tests.blocks.everything import crowded
from tests.sample.records import Records, language
from tests.slack.office import CHANNEL, Office, labels, opened

ASKED = "How much does Harbour Mills pay?"
CLAIM = "Harbour Mills pays $9 billion."


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
    edition = office.desk.edition
    who = f"<@{office.playground.you.user.id}>"
    assert shared.draft.text.endswith(f"Shared by {who} with `/deal summary` · {edition.told}")
    assert edition.curated in edition.told
    assert "Share to channel" not in labels(shared)
    kept = office.now(private)
    assert kept.draft.text.endswith("Shared to the channel.")
    assert "Share to channel" not in labels(kept)


async def test_who_shares_too_much_is_told(office: Office) -> None:
    """Sharing counts among what a person and a channel can have read in a minute; beyond that the sharer is told."""
    private = await office.command("/deal summary")
    for number in range(PERSON_MOST):
        office.playground.you.say(office.direct, f"thanks {number}")
    await office.settled()
    await office.press(private, "Share to channel")
    assert office.ours()[-1].draft.text == NOTICE
    assert office.ours()[-1].is_ephemeral
    assert "Share to channel" in labels(office.now(private))


async def test_sharing_tells_that_the_records_changed(office: Office) -> None:
    """Where the facts say something else than when it was asked, the shared answer is the new one and says so."""
    private = await office.command("/deal ask How much does Harbour Mills pay?")
    asked = Request(text=f"ask {ASKED}")
    for digest, changed in (("", False), (office.desk.edition.digest(["amount"]), False), ("0000", True)):
        await office.press(with_value(office, private, asked.seen(digest).value), "Share to channel")
        said = [message.draft.text for message in office.ours() if "Shared by" in message.draft.text][-1]
        assert ("The records have changed since it was asked" in said) == changed


async def test_only_the_sharer_removes_what_was_shared(office: Office) -> None:
    """Who shared an answer takes it back with a click; anybody else gets one line, and the answer stays."""
    await office.press(await office.command("/deal summary"), "Share to channel")
    shared = next(message for message in office.ours() if "Shared by" in message.draft.text)
    other = replace(office.playground.you, user=office.playground.workspace.people[-1])
    await other.press(shared, "Remove")
    await office.settled()
    told = office.ours()[-1]
    assert told.is_ephemeral
    assert told.draft.text == f"Only <@{office.playground.you.user.id}>, who shared this, can remove it."
    assert shared in office.ours()
    await office.press(shared, "Remove")
    assert shared not in office.ours()


async def test_the_menu_leads_to_related_facts(office: Office) -> None:
    """What stands near to the fact of an answer comes as an answer of its own, with questions to press."""
    answer = await office.command(f"/deal ask {ASKED}")
    await office.choose(answer, "Related facts")
    related = office.ours()[-1]
    assert related.draft.text.startswith("Related")
    assert "What share does Harbour Mills take?" in labels(related)


async def test_an_answer_can_be_taken_along(office: Office) -> None:
    """The menu opens the answer as text; where the question is too long for a menu, a button of its own does."""
    screens, you = office.playground.workspace.screens, office.playground.you
    short = await office.command(f"/deal ask {ASKED}")
    long = await office.command(f"/deal ask {ASKED} {'and who says so, ' * 8}really?")
    await office.choose(short, "Text to copy")
    await office.press(long, "Text to copy")
    copies = screens.stack(you.user.id)
    assert all("Facts: amount" in json.dumps(view.blocks) for view in copies)
    assert len(copies) == 1  # a click in a message opens a dialog instead of the one before


async def test_why_they_disagree_is_one_click_away(office: Office) -> None:
    """Under an answer on which the sources disagree stands a button that shows what the verdict rests on."""
    answer = await office.command(f"/deal ask {ASKED}")
    await office.press(answer, "Why do they disagree?")
    grounds = office.ours()[-1]
    assert "How solid it is" in grounds.draft.text
    assert "Why do they disagree?" not in labels(grounds)


@pytest.mark.parametrize("said", [CLAIM, "Zanzibar sponsors a regatta.", f"{CLAIM}\nIda Fenn founded “Kestrel”."])
@pytest.mark.parametrize("by", ["command", "shortcut"])
async def test_sharing_shows_a_check_to_the_channel(office: Office, said: str, by: str) -> None:
    """Everybody reads the same clauses, verdicts and citations, with who shared them; it is offered no more."""
    private = await checked(office, said, by)
    assert private.is_ephemeral
    assert private.draft.text.endswith(CHECKED)
    await office.press(private, "Share to channel")
    shared, kept = office.ours()[-1], office.now(private)
    assert not shared.is_ephemeral
    assert shared.channel == private.channel
    told = f"Checked and shared by <@{office.playground.you.user.id}> · {office.desk.edition.told}"
    assert shared.draft.text == private.draft.text.replace(CHECKED, told)
    assert kept.draft.text == private.draft.text.replace(CHECKED, "Shared to the channel.")
    assert "Share to channel" not in [*labels(shared), *labels(kept)]
    assert json.dumps(said)[1:-1] not in json.dumps([*actions(shared), *actions(kept)])


async def test_only_the_sharer_removes_a_check(office: Office) -> None:
    """A shared check goes with a click of who shared it, and of nobody else."""
    await office.press(await office.command(f"/deal check {CLAIM}"), "Share to channel")
    shared = office.ours()[-1]
    await replace(office.playground.you, user=office.playground.workspace.people[-1]).press(shared, "Remove")
    await office.settled()
    assert shared in office.ours()
    await office.press(shared, "Remove")
    assert shared not in office.ours()


async def test_a_check_is_made_anew_when_it_is_shared(office: Office) -> None:
    """Where the facts say something else than when it was checked, the shared check says so."""
    private = await office.command(f"/deal check {CLAIM}")
    button = Statement(checked="Harbour Mills pays $2 billion.", digest="0000")
    await office.press(with_value(office, private, button.value), "Share to channel")
    assert "“Harbour Mills pays $2 billion.”" in office.ours()[-1].draft.text
    assert "The records have changed since it was asked" in office.ours()[-1].draft.text


async def test_a_shared_check_pings_nobody(office: Office) -> None:
    """Of what somebody wrote nothing calls people, formats, or leads anywhere, however it got onto the button."""
    private = await office.command(f"/deal check {CLAIM}")
    button = Statement(checked=f"<!channel> <@U0PLAY0002> @here @everyone <https://x.example|y> *pays* & {CLAIM}")
    await office.press(with_value(office, private, button.value), "Share to channel")
    shared = office.ours()[-1]
    assert not shared.is_ephemeral
    said = json.dumps(shared.draft.blocks, ensure_ascii=False) + shared.draft.text
    assert [
        ping for ping in ("<!", "<@U0PLAY0002", "@here", "@everyone", "@channel", "<http", "*pays") if ping in said
    ] == []
    assert "pays∗ &amp; Harbour" in said


async def test_sharing_a_check_asks_first(office: Office) -> None:
    """Before somebody's words are shown to everybody, Slack asks whether that is meant."""
    private = await office.command(f"/deal check {CLAIM}")
    (asked,) = [element["confirm"] for element in actions(private) if "confirm" in element]
    assert asked["text"]["text"] == "This shows the checked text to the whole channel."


async def test_a_check_that_outgrew_a_message_is_not_shared(office: Office) -> None:
    """Where the check of a text takes several messages by now, its sharer is told and nobody else sees any."""
    private = await office.command(f"/deal check {CLAIM}")
    long = Statement(checked=" ".join(f"Harbour Mills pays ${number} billion." for number in range(3, 43)))
    await office.press(with_value(office, private, long.value), "Share to channel")
    assert office.ours()[-1].draft == Draft(OUTGROWN.text)


@pytest.mark.parametrize("typed", ["summary", f"check {CLAIM}"])
async def test_two_quick_clicks_share_once(office: Office, typed: str) -> None:
    """The second click on the same button posts nothing, and whoever clicked is told."""
    private = await office.command(f"/deal {typed}")
    you = office.playground.you
    await asyncio.gather(you.press(private, "Share to channel"), you.press(private, "Share to channel"))
    await office.settled()
    assert len([message for message in office.ours() if not message.is_ephemeral]) == 1
    assert [message.draft.text for message in office.ours()].count(TWICE.text) == 1


async def test_what_was_not_shared_can_be_shared_at_once(office: Office) -> None:
    """A click that came to nothing, here in an archived channel, is no reason to refuse the next one."""
    private = await office.command("/deal summary")
    workspace = office.playground.workspace
    channel = workspace.channels[private.channel]
    workspace.archive(channel)
    await office.press(private, "Share to channel")
    workspace.channels[private.channel] = channel
    await office.press(private, "Share to channel")
    assert "Shared by" in office.ours()[-1].draft.text


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


async def checked(office: Office, said: str, by: str) -> Message:
    """The private check of a text that was typed after the command, or of a message that says it."""
    if by == "command":
        return await office.command(f"/deal check {said}")
    return await office.take(office.playground.people[1].say(CHANNEL, said))


def actions(message: Message) -> list[Json]:
    """All that can be pressed below a message."""
    return [element for block in message.draft.blocks if block["type"] == "actions" for element in block["elements"]]


def with_value(office: Office, message: Message, value: str) -> Message:
    """The message with another value in each of its buttons."""
    blocks = json.loads(json.dumps(message.draft.blocks))
    for block in blocks:
        for element in block.get("elements", []):
            if "value" in element:
                element["value"] = value
    return office.playground.workspace.edit(message, replace(message.draft, blocks=tuple(blocks)))

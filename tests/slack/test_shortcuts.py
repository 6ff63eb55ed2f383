"""Is a message checked for the person who points at it, whoever wrote it, and for nobody else?"""

from __future__ import annotations

import json
import logging

import pytest

from bot.blocks.forms import QUESTION
from bot.command import ASK_DEAL, CHECK_MESSAGE
from bot.playground.blockcheck import accept
from bot.playground.message import Draft, Message
from bot.playground.screen import Filled
from bot.playground.screens import View
from tests.slack.office import CHANNEL, Office, labels

WRONG = "Harbour Mills pays $9 billion for 25% of Kestrel Robotics."


def posted(office: Office, draft: Draft) -> Message:
    workspace = office.playground.workspace
    return workspace.post(workspace.channel(CHANNEL), office.playground.people[1].user.id, draft)


async def test_a_message_is_checked_for_who_asks(office: Office) -> None:
    """The answer is private, whoever wrote the message, and its reader may share it."""
    said = office.playground.people[1].say(CHANNEL, WRONG)
    answer = await office.take(said)
    assert answer.visible_to == office.playground.you.user.id
    assert answer.draft.text.startswith("Checked against the sources: contradicted")
    assert labels(answer) == ["Evidence", "Share to channel"]


async def test_the_check_is_that_of_the_command(office: Office) -> None:
    """Pointing at a message and typing its words after the command give the same answer."""
    said = office.playground.you.say(CHANNEL, WRONG)
    assert (await office.take(said)).draft.text == (await office.command(f"/deal check {WRONG}")).draft.text


async def test_a_reply_is_checked_in_its_thread(office: Office) -> None:
    """The answer stands where the person looks at the message: at the first one of a thread, that is the channel."""
    first = office.playground.you.say(CHANNEL, WRONG)
    reply = office.playground.you.say(CHANNEL, WRONG, first.ts)
    assert (await office.take(reply)).draft.thread_ts == first.ts
    assert (await office.take(first)).draft.thread_ts is None


async def test_a_message_of_blocks_is_checked_by_its_words(office: Office) -> None:
    """What an app built of blocks says more than its text for notifications, and that is what is checked."""
    blocks = [
        {"type": "header", "text": {"type": "plain_text", "text": "Morning brief"}},
        {"type": "section", "text": {"type": "mrkdwn", "text": f"*{WRONG}*"}},
    ]
    answer = await office.take(posted(office, Draft("A new brief", accept(blocks))))
    assert "Contradicted: “Harbour Mills pays $9 billion" in answer.draft.text
    assert "A new brief" not in answer.draft.text


async def test_our_own_answers_can_be_checked(office: Office) -> None:
    """What the bot said to everybody is a message like any other."""
    told = await office.reply("@Beacon How much does Harbour Mills pay?")
    assert (await office.take(told)).draft.text.startswith("Checked against the sources")


async def test_a_message_without_words_says_so(office: Office) -> None:
    """A picture or an emoji asserts nothing."""
    answer = await office.take(posted(office, Draft("<@U0PLAY0001> 👍")))
    assert answer.draft.text.startswith("Nothing to check")


async def test_a_bot_need_not_be_in_the_channel(office: Office) -> None:
    """The answer comes through the shortcut itself, which works wherever the person is."""
    workspace = office.playground.workspace
    you = office.playground.people
    line = workspace.direct_messages(you[0].user.id, you[1].user.id)
    said = you[1].say(line.id, WRONG)
    assert (await office.take(said)).is_ephemeral


async def test_between_two_people_a_check_leads_on_in_private(office: Office) -> None:
    """In the direct messages of two people, what somebody goes on to look at is not shown to the other."""
    you, other = office.playground.people
    line = office.playground.workspace.direct_messages(you.user.id, other.user.id)
    answer = await office.take(other.say(line.id, WRONG))
    await office.choose(answer, "Related facts")
    related = office.ours()[-1]
    assert related.draft.text.startswith("Related")
    assert related.channel == line.id
    assert related.is_ephemeral


async def test_a_check_that_fails_is_told_and_keeps_the_words_out_of_the_log(
    broken: Office, caplog: pytest.LogCaptureFixture
) -> None:
    """The person gets a sentence with a reference, the log the place of the mistake and nothing of the message."""
    caplog.set_level(logging.DEBUG, "bot")
    answer = await broken.take(broken.playground.you.say(CHANNEL, "about zanzibar"))
    assert answer.draft.text.startswith("That went wrong on our side.")
    assert answer.is_ephemeral
    (record,) = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert "RuntimeError" in record.getMessage()
    assert "in check" in record.getMessage()
    assert record.exc_info is None
    assert "zanzibar" not in caplog.text


def test_the_name_fits_into_slacks_menu() -> None:
    """Slack takes 24 characters of a shortcut's name and 150 of its description."""
    assert len(CHECK_MESSAGE.name) <= 24
    assert len(CHECK_MESSAGE.description) <= 150


def dialogs(office: Office) -> tuple[View, ...]:
    """What stands on the person's screen, the top one last."""
    return office.playground.workspace.screens.stack(office.playground.you.user.id)


def words(view: View) -> str:
    return json.dumps(view.blocks, ensure_ascii=False).replace("\N{NO-BREAK SPACE}", " ")


async def test_a_question_can_be_asked_from_anywhere(office: Office) -> None:
    """The shortcut opens a form; the answer takes its place, with its sources, and leads to the evidence."""
    await office.playground.you.start(ASK_DEAL.callback_id)
    await office.settled()
    (form,) = dialogs(office)
    asked: Filled = {QUESTION: {QUESTION: "How much does Harbour Mills pay?"}}
    assert await office.playground.you.screen.submit(form.id, asked) == {}
    (answer,) = dialogs(office)
    assert "[011 ¶2]" in words(answer)
    assert "Sources: " in words(answer)
    await office.playground.you.screen.press(answer, "Evidence")
    await office.settled()
    assert "How solid it is" in words(dialogs(office)[-1])


@pytest.mark.parametrize("typed", ["👍", "check it pays $9 billion"])
async def test_what_is_no_question_is_said_at_the_field(office: Office, typed: str) -> None:
    """Without words, or with a text to be checked, the form stays and says why."""
    await office.playground.you.start(ASK_DEAL.callback_id)
    await office.settled()
    (form,) = dialogs(office)
    faults = await office.playground.you.screen.submit(form.id, {QUESTION: {QUESTION: typed}})
    assert list(faults) == [QUESTION]
    assert dialogs(office) == (form,)


async def test_what_no_source_answers_leads_on(office: Office) -> None:
    """An answer that is none offers what can be asked, and that is answered in place."""
    await office.playground.you.start(ASK_DEAL.callback_id)
    await office.settled()
    (form,) = dialogs(office)
    await office.playground.you.screen.submit(form.id, {QUESTION: {QUESTION: "help"}})
    (answer,) = dialogs(office)
    await office.playground.you.screen.press(answer, "How much does Harbour Mills pay?")
    await office.settled()
    (answer,) = dialogs(office)
    assert "[011 ¶2]" in words(answer)

"""Does a mistake of ours reach the log with its traceback, and the person as one sentence with the same reference?"""

from __future__ import annotations

import logging
import re

import pytest

from bot.blocks import SHARE_CHECK, Statement
from bot.blocks.forms import QUESTION
from bot.command import ASK_DEAL
from bot.playground.blockcheck import accept
from bot.playground.message import Draft, Message
from bot.slack.errors import Errors
from tests.slack.office import CHANNEL, SECRET, Office
from tests.slack.stage import Stage

SENTENCE = re.compile(
    r"That went wrong on our side\. Please tell whoever runs this bot, with the reference ([0-9a-f]{6})\."
)
ASKED = "How much does Harbour Mills pay?"


def reference(message: Message, log: pytest.LogCaptureFixture) -> str:
    """The reference in an apology, after making sure that the log has it with the traceback."""
    told = SENTENCE.fullmatch(message.draft.text)
    assert told, message.draft.text
    (record,) = [record for record in log.records if record.levelno == logging.ERROR]
    assert told[1] in record.getMessage()
    assert record.exc_info
    assert SECRET in str(record.exc_info[1])
    return told[1]


async def test_a_command_that_fails_is_answered_at_once(broken: Office, caplog: pytest.LogCaptureFixture) -> None:
    """The acknowledgement itself carries the sentence, to the person alone."""
    answer = await broken.command("/who ida")
    assert reference(answer, caplog)
    assert answer.is_ephemeral


async def test_a_mention_that_fails_is_answered_in_its_thread(broken: Office, caplog: pytest.LogCaptureFixture) -> None:
    """What goes wrong in the background is told where the answer would have stood, once."""
    answer = await broken.reply(f"@Beacon {ASKED}")
    assert reference(answer, caplog)
    assert answer.draft.thread_ts == broken.all()[0].ts


async def test_a_click_that_fails_is_answered_to_who_clicked(broken: Office, caplog: pytest.LogCaptureFixture) -> None:
    """The sentence comes through the click's own response URL; the clicked message stays."""
    listed = await broken.command("/deal disagreements")
    await broken.press(listed, "Show quotes")
    assert reference(broken.ours()[-1], caplog)
    assert broken.ours()[-1].is_ephemeral
    assert broken.now(listed).draft == listed.draft


async def test_a_form_that_fails_says_so_in_its_place(broken: Office, caplog: pytest.LogCaptureFixture) -> None:
    """Whoever sends off a dialog reads the sentence there, instead of seeing it close without a word."""
    await broken.playground.you.start(ASK_DEAL.callback_id)
    await broken.settled()
    screens, you = broken.playground.workspace.screens, broken.playground.you
    (form,) = screens.stack(you.user.id)
    await you.screen.submit(form.id, {QUESTION: {QUESTION: ASKED}})
    (shown,) = screens.stack(you.user.id)
    (record,) = [record for record in caplog.records if record.levelno == logging.ERROR]
    told = SENTENCE.fullmatch(shown.blocks[0]["text"]["text"])
    assert told
    assert told[1] in record.getMessage()


@pytest.mark.parametrize("kind", ["block_actions", "view_closed", "shortcut"])
async def test_who_waits_at_no_message_is_told_directly(stage: Stage, kind: str) -> None:
    """What is pressed on Home or in a dialog, or taken from anywhere, brings no response URL: the person is told."""
    await Errors(stage.connection).handle(RuntimeError(SECRET), {"type": kind, "user": {"id": "U1"}})
    await stage.connection.background.settle()
    (sent,) = stage.called("chat.postMessage")
    assert sent["channel"] == "U1"
    assert SENTENCE.fullmatch(sent["text"])


async def test_an_event_that_fails_before_it_is_read_bothers_nobody(stage: Stage) -> None:
    """Who happened to cause an event did not ask for anything: the log alone has it."""
    answer = await Errors(stage.connection).handle(RuntimeError(SECRET), {"type": "event_callback", "event": {}})
    await stage.connection.background.settle()
    assert (answer.status, stage.calls) == (200, [])


async def test_an_archived_channel_is_no_reason_to_fall_silent(office: Office) -> None:
    """An answer that cannot be posted where it was asked for comes by direct message, with the reason."""
    workspace = office.playground.workspace
    said = office.playground.you.say(CHANNEL, f"@Beacon {ASKED}")
    workspace.archive(workspace.channels[said.channel])
    await office.settled()
    note, answer = office.ours()
    assert (note.channel, answer.channel) == (office.direct, office.direct)
    assert note.draft.text == f"I cannot answer in <#{said.channel}>, because it is archived. Here is the answer."
    assert answer.draft.text.startswith(ASKED)


async def test_what_cannot_be_shared_is_told(office: Office, caplog: pytest.LogCaptureFixture) -> None:
    """An answer that its channel does not take is an error in the log, and the sharer gets one sentence."""
    private = await office.command("/deal summary")
    workspace = office.playground.workspace
    workspace.archive(workspace.channels[private.channel])
    await office.press(private, "Share to channel")
    failed = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert [type(record.exc_info[1]).__name__ for record in failed if record.exc_info] == ["ResponseRefusedError"]
    assert office.ours()[-1].channel == office.direct
    assert office.ours()[-1].draft.text.startswith("That went wrong on our side.")


@pytest.mark.parametrize("check", ["/deal check zanzibar pays", "/deal check: zanzibar pays"])
async def test_a_check_that_fails_keeps_its_text_out_of_the_log(
    broken: Office, caplog: pytest.LogCaptureFixture, check: str
) -> None:
    """The log has the kind of the error and the lines of code, and not what the error says: it may quote the text."""
    caplog.set_level(logging.DEBUG)
    answer = await broken.command(check)
    assert SENTENCE.fullmatch(answer.draft.text)
    (record,) = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert "RuntimeError" in record.getMessage()
    assert "in check" in record.getMessage()
    assert not any("zanzibar" in text for text in (record.getMessage(), str(record.exc_info)))


async def test_a_check_in_a_thread_that_fails_keeps_its_text_out_of_the_log(
    broken: Office, caplog: pytest.LogCaptureFixture
) -> None:
    """What somebody has checked by a mention is as private to the log as the rest."""
    answer = await broken.reply("@Beacon check zanzibar pays")
    assert SENTENCE.fullmatch(answer.draft.text)
    assert "zanzibar" not in caplog.text
    assert "RuntimeError" in caplog.text


async def test_a_share_that_fails_keeps_its_text_out_of_the_log(
    broken: Office, caplog: pytest.LogCaptureFixture
) -> None:
    """The click brings the checked text along, and the log has nothing of it when it cannot be checked again."""
    caplog.set_level(logging.DEBUG, "bot")
    press = {"type": "button", "action_id": SHARE_CHECK, "value": Statement(checked="about zanzibar").value}
    section = {"type": "section", "text": {"type": "plain_text", "text": "x"}}
    button = press | {"text": {"type": "plain_text", "text": "Share to channel"}}
    said = broken.playground.workspace.post(
        broken.playground.workspace.channel(CHANNEL),
        broken.playground.credentials.bot_user_id,
        Draft("x", accept([section, {"type": "actions", "elements": [button]}])),
    )
    await broken.press(said, "Share to channel")
    assert SENTENCE.fullmatch(broken.ours()[-1].draft.text)
    assert "RuntimeError" in caplog.text
    assert "zanzibar" not in caplog.text


async def test_nothing_that_people_wrote_is_logged(office: Office, caplog: pytest.LogCaptureFixture) -> None:
    """Neither questions nor names stand in the log, down to the level of information."""
    caplog.set_level(logging.INFO)
    await office.command("/deal ask Is zanzibar involved?")
    await office.reply("@Beacon is zanzibar involved?")
    await office.press(await office.command("/deal check zanzibar pays $9 billion"), "Share to channel")
    taken = await office.take(office.playground.you.say(CHANNEL, "zanzibar pays $9 billion"))
    await office.press(taken, "Share to channel")
    await office.send(b"text=zanzibar", office.signed("text=other"))
    assert "zanzibar" not in caplog.text

"""What if Slack opens no dialog? Then the same is said in a message, or stands in place of the one below."""

from __future__ import annotations

import pytest

from bot.blocks import Exhibit, Message
from bot.blocks.sheet import modal
from bot.slack.dialogs import Dialogs
from bot.slack.payload import Click
from tests.slack.stage import Reply, Stage, click

VIEW = modal("Evidence", [])
SAID = Message("the same in words", [])


async def opened(stage: Stage, *, within: str | None = None) -> None:
    """A dialog is opened upon a click in a message, or within a view of that type."""
    view = {"id": "V1", "type": within} if within else None
    pressed = Click.model_validate(click(stage, Exhibit(facts=("amount",)).value, view=view))
    await Dialogs(stage.connection).open(pressed, VIEW, lambda: [SAID])


@pytest.mark.parametrize("error", ["expired_trigger_id", "exchanged_trigger_id", "missing_scope", "invalid_arguments"])
async def test_without_a_dialog_it_is_said(stage: Stage, error: str) -> None:
    """Whatever Slack's reason is, the person alone gets the same in a message."""
    stage.refuse("views.open", error)
    await opened(stage)
    (said,) = stage.called("")
    assert (said["response_type"], said["text"]) == ("ephemeral", SAID.text)


async def test_a_server_in_trouble_is_no_silence(stage: Stage) -> None:
    """An error that is no answer of Slack's at all is handled the same."""
    stage.reply("views.open", *[Reply("busy", 503)] * 4)
    await opened(stage)
    assert [said["text"] for said in stage.called("")] == [SAID.text]


@pytest.mark.parametrize("error", ["push_limit_reached", "expired_trigger_id"])
async def test_what_cannot_be_stacked_stands_in_place(stage: Stage, error: str) -> None:
    """A full stack, or a click that came too late, changes the dialog instead, for which Slack asks no trigger."""
    stage.refuse("views.push", error)
    await opened(stage, within="modal")
    (sent,) = stage.called("views.update")
    assert sent["view_id"] == "V1"


async def test_home_has_dialogs_above_it(stage: Stage) -> None:
    """A click on Home opens a dialog; there is none to lay it on."""
    await opened(stage, within="home")
    assert stage.methods() == ["views.open"]

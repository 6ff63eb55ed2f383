"""Does a click on Evidence show claims and proof, page by page and source by source, whatever Slack makes of it?"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bot.blocks import Exhibit
from bot.desk import Desk
from bot.journal import Journal
from bot.slack.conversation import OUTDATED, Conversation
from bot.slack.dialogs import Dialogs
from bot.slack.errors import Errors
from bot.slack.evidence import Evidence
from tests.slack.stage import PERSON, Stage, click, taken

BOTH = Exhibit(facts=("amount", "stake"))
OPENED = {"id": "V1", "type": "modal", "private_metadata": BOTH.value}


@pytest.fixture
def evidence(desk: Desk, stage: Stage) -> Evidence:
    return Evidence(Conversation(desk, Journal()), Dialogs(stage.connection), Errors(stage.connection))


async def after(stage: Stage, listener: Callable[..., Awaitable[None]], body: dict[str, Any]) -> None:
    """What a listener is given, and all that follows from it."""
    await listener(taken, body)
    await stage.connection.background.settle()


def view(sent: dict[str, Any]) -> str:
    """A dialog as it was sent, to look for words in."""
    return json.dumps(sent["view"], ensure_ascii=False).replace("\N{NO-BREAK SPACE}", " ")


async def test_a_click_opens_the_evidence(stage: Stage, evidence: Evidence) -> None:
    """The dialog has the first fact's claims with quote and paragraph, how solid it is, and a menu of the others."""
    await after(stage, evidence.open, click(stage, BOTH.value))
    (sent,) = stage.called("views.open")
    assert sent["trigger_id"] == "T1"
    for words in ("is paying $2 billion for", "[011 ¶2]", "How solid it is", "What share does Harbour Mills take?"):
        assert words in view(sent)


async def test_a_source_is_laid_above_the_evidence(stage: Stage, evidence: Evidence) -> None:
    """The button beside an article's name stacks the article's card on the dialog it stands in."""
    await after(stage, evidence.open, click(stage, Exhibit(source="011").value, view=OPENED))
    (sent,) = stage.called("views.push")
    assert "It speaks on" in view(sent)


async def test_another_fact_is_chosen_in_place(stage: Stage, evidence: Evidence) -> None:
    """The menu of facts changes the dialog that it stands in, and goes on knowing the others."""
    body = click(stage, "", view=OPENED)
    body["actions"] = [{"type": "static_select", "selected_option": {"value": "stake"}}]
    await after(stage, evidence.choose, body)
    (sent,) = stage.called("views.update")
    assert sent["view_id"] == "V1"
    assert Exhibit.model_validate_json(sent["view"]["private_metadata"]) == BOTH.choosing("stake")


async def test_pages_turn_in_place(stage: Stage, evidence: Evidence) -> None:
    """A page behind the last is the last one."""
    await after(stage, evidence.turn, click(stage, BOTH.at(7).value, view=OPENED))
    assert len(stage.called("views.update")) == 1


async def test_a_button_of_another_version_says_so(stage: Stage, evidence: Evidence) -> None:
    """A value that we cannot read is answered with a sentence, in a dialog by direct message."""
    await after(stage, evidence.open, click(stage, "amount"))
    await after(stage, evidence.turn, click(stage, "amount", view=OPENED))
    assert [sent["text"] for sent in stage.called("")] == [OUTDATED.text]
    assert [(sent["channel"], sent["text"]) for sent in stage.called("chat.postMessage")] == [(PERSON, OUTDATED.text)]


async def test_a_fact_that_is_gone_is_said_to_be_gone(stage: Stage, evidence: Evidence) -> None:
    """A button may be older than the records: nothing of another fact is shown instead."""
    await after(stage, evidence.open, click(stage, Exhibit(facts=("melted",)).value))
    (sent,) = stage.called("views.open")
    assert "No such fact" in view(sent)

"""Is everything right that the bot sends while somebody presses everything, on every surface there is?"""

from __future__ import annotations

import asyncio
from collections import Counter
from pathlib import Path

import pytest

from bot.desk import Desk
from bot.slack.registry import (
    Closing,
    Happening,
    Heard,
    Options,
    Pick,
    Press,
    Slash,
    Submission,
    listeners,
)
from tests.blocks.everything import MARKUP
from tests.blocks.extremes import crowded_store, overgrown
from tests.blocks.slack_schema import made_schema
from tests.desks import real_desk
from tests.sample.records import Records, language
from tests.slack.ledger import Ledger, all_of
from tests.slack.office import opened
from tests.slack.passer_by import PasserBy


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    """All that was sent where everything was tried: with the real records, with long ones, and with hostile ones."""
    sample = Records(tmp_path_factory.mktemp("records")).store()
    stores = (crowded_store(sample, 60), overgrown(sample, MARKUP))
    desks = [real_desk(), *(Desk(store, language()) for store in stores)]
    return all_of([asyncio.run(_tried(desk)) for desk in desks])


async def _tried(desk: Desk) -> Ledger:
    async with opened(desk) as office:
        await PasserBy(office).try_everything()
        return office.ledger


def test_the_judge_finds_nothing(ledger: Ledger, judged: Counter[str]) -> None:
    """Whatever is sent keeps Slack's limits, says in words what it shows, and is read by slack_sdk as it was meant."""
    judged["by the table of limits and slack_sdk's models"] += len(ledger.messages) + len(ledger.views)
    assert ledger.slips() == []


def test_slacks_types_find_nothing(ledger: Ledger, node: str, slack_types: Path, judged: Counter[str]) -> None:
    """Whatever is sent has the shape that Slack's own types give it."""
    schema = made_schema(node, slack_types)
    judged["by Slack's types"] += len(ledger.messages) + len(ledger.views)
    assert [slip for message in ledger.messages for slip in schema.blocks_slips(message.blocks)] == []
    assert [slip for view in ledger.views for slip in schema.view_slips(view)] == []


def test_every_entry_of_the_registry_was_tried(ledger: Ledger) -> None:
    """The walk came by everything that the bot listens to, so that nothing in the registry is out of reach."""
    entries = {_named(listener.heard) for listener in listeners(Options("/whois"))}
    assert entries - ledger.heard - {("command", "/whois")} == set()


def _named(heard: Heard) -> tuple[str, str]:
    """As the ledger names it."""
    match heard:
        case Slash(command):
            return "command", command
        case Press(action):
            return "press", action
        case Submission(callback_id):
            return "view_submission", callback_id
        case Closing(callback_id):
            return "view_closed", callback_id
        case Pick(shortcut):
            return "shortcut", shortcut.callback_id
        case Happening(event):
            return "event", event

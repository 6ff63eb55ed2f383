"""Does the app listen to everything that the bot's own messages can send, and ask Slack nothing on the way?"""

from __future__ import annotations

import logging

import pytest
from slack_bolt.async_app import AsyncApp, AsyncBoltRequest

from bot.blocks import ASK, PAGE, SHARE
from bot.desk import Desk
from bot.slack import Identity, create_app, open_connection
from tests.slack.office import Office


@pytest.fixture
async def app(desk: Desk) -> AsyncApp:
    connection = open_connection("xoxb-1", "http://127.0.0.1:9/api/", Identity("U9"))
    await connection.session.close()
    return create_app(desk, connection, "secret")


@pytest.mark.parametrize("action", [ASK, f"{ASK}_0", f"{ASK}_quotes_3", f"{PAGE}_next", f"{PAGE}_back", SHARE])
async def test_every_button_has_a_listener(app: AsyncApp, action: str) -> None:
    """Each action id that a message of ours can carry is taken."""
    body = {
        "type": "block_actions",
        "user": {"id": "U1"},
        "container": {"channel_id": "C1"},
        "actions": [{"type": "button", "action_id": action, "block_id": "b", "value": "{}"}],
        "response_url": "http://127.0.0.1:9/r",
    }
    answer = await app.async_dispatch(AsyncBoltRequest(mode="socket_mode", body=body))
    assert answer.status == 200


async def test_the_app_answers_before_it_returns(app: AsyncApp) -> None:
    """Without this setting Bolt polls for the acknowledgement and may lose it."""
    assert app.process_before_response


async def test_the_token_of_the_environment_makes_no_noise(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Bolt would warn that it ignores a token that is in use all the same."""
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-1")
    connection = open_connection("xoxb-1", "http://127.0.0.1:9/api/", Identity("U9"))
    await connection.session.close()
    create_app(desk, connection, "secret")
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


async def test_an_answer_needs_no_call_to_slack(office: Office) -> None:
    """A slash command is answered from what is at hand, even if Slack's API cannot be reached."""
    await office.connection.session.close()
    assert (await office.command("/deal summary")).draft.text

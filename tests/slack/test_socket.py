"""Is the bot asked and answering through a socket, also when the socket breaks, and does it let go of it cleanly?"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import pytest

from bot.desk import Desk
from bot.playground.line import Retry
from bot.playground.payload import event, mention_event
from bot.playground.server import Playground, Setup, running
from bot.playground.socket_mode import Reason, SocketMode
from bot.slack import Connection, Identity, RefusedBySlackError, create_app, listen, open_connection
from tests.slack.office import CHANNEL, OFFER, ROSTER

SHARE = "Share to channel"


@dataclass(frozen=True)
class Remote:
    """A workspace, and the bot that is connected to it."""

    playground: Playground
    connection: Connection
    mode: SocketMode

    async def settled(self) -> None:
        await self.playground.delivery.settled()
        await self.connection.background.settle()

    def said(self) -> list[str]:
        """What the bot has said to everybody, oldest first."""
        workspace = self.playground.workspace
        listed = sorted(workspace.messages.values(), key=lambda message: message.ts)
        return [m.draft.text for m in listed if m.user == workspace.bot.id and not m.is_ephemeral]


def connected(playground: Playground) -> Connection:
    credentials = playground.credentials
    return open_connection(credentials.bot_token, credentials.api_url, Identity(credentials.bot_user_id))


@asynccontextmanager
async def working(desk: Desk) -> AsyncIterator[Remote]:
    """The bot at work in Socket Mode, until it is told to stop."""
    async with running(None, Setup(ROSTER, OFFER, retry_after=(0.0, 0.0))) as playground:
        connection, stop, mode = connected(playground), asyncio.Event(), playground.socket_mode
        assert mode is not None
        app = create_app(desk, connection)
        listening = asyncio.create_task(listen(app, connection, playground.credentials.app_token, stop))
        await mode.verify()
        yield Remote(playground, connection, mode)
        stop.set()
        async with asyncio.timeout(10):
            await listening
            await mode.until(lambda: mode.count == 0)


@pytest.fixture
async def remote(desk: Desk) -> AsyncIterator[Remote]:
    async with working(desk) as remote:
        yield remote


async def test_a_command_is_answered_through_the_socket(desk: Desk) -> None:
    """The envelope of a command is acknowledged with the answer; stopping closes socket and session."""
    async with working(desk) as remote:
        answer = await remote.playground.you.command(CHANNEL, "/deal summary")
        assert answer is not None
        assert answer.visible_to == remote.playground.you.user.id
        assert answer.draft.text.startswith("Harbour Mills' stake in Kestrel Robotics")
    assert remote.connection.session.closed


async def test_a_mention_is_acknowledged_and_answered_in_its_thread(remote: Remote) -> None:
    """Both events of it are taken at the first try, and one answer comes."""
    remote.playground.you.say(CHANNEL, "@Beacon How much does Harbour Mills pay?")
    await remote.settled()
    assert len(remote.said()) == 1
    kept = remote.playground.delivery.traffic.kept
    assert {str(exchange.answer) for exchange in kept if exchange.direction == "to the bot"} == {""}


async def test_a_click_goes_through_the_socket(remote: Remote) -> None:
    """Sharing posts through the response_url that came with it."""
    answer = await remote.playground.you.command(CHANNEL, "/deal summary")
    assert answer is not None
    await remote.playground.you.press(answer, SHARE)
    await remote.settled()
    assert len(remote.said()) == 1


@pytest.mark.parametrize("reason", ["warning", "refresh_requested"])
async def test_the_bot_connects_anew_when_slack_asks(reason: Reason, remote: Remote) -> None:
    """After that it answers as before, through one socket."""
    before = remote.mode.opened
    await remote.mode.disconnect(reason)
    await remote.mode.until(lambda: remote.mode.opened > before and remote.mode.count == 1)
    assert await remote.playground.you.command(CHANNEL, "/deal summary")


async def test_an_event_that_comes_again_is_answered_once(remote: Remote) -> None:
    """It has the same id, and says which attempt it is."""
    workspace = remote.playground.workspace
    said = remote.playground.you.say(CHANNEL, "@Beacon How much does Harbour Mills pay?")
    await remote.settled()
    kept = [exchange.sent for exchange in remote.playground.delivery.traffic.kept if exchange.what == "app_mention"]
    again = event(workspace, mention_event(workspace, said), kept[0]["event_id"])  # type: ignore[index]  # JSON
    await remote.mode.event(again, Retry(1, "timeout"))
    await remote.settled()
    assert len(remote.said()) == 1


async def test_a_token_that_is_not_taken_is_one_line(desk: Desk) -> None:
    """A wrong app-level token ends the program at its start instead of being tried for ever."""
    async with running(None, Setup(ROSTER)) as playground:
        connection = connected(playground)
        with pytest.raises(RefusedBySlackError) as refusal:
            await listen(create_app(desk, connection), connection, "xapp-1-bad", asyncio.Event())
    assert str(refusal.value) == f"{playground.credentials.api_url} does not accept SLACK_APP_TOKEN: invalid_auth"
    assert connection.session.closed

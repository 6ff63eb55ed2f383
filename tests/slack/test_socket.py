"""Is the bot asked and answering through a socket, and does it let go of it cleanly?"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.desk import Desk
from bot.slack import Connection, Identity, RefusedBySlackError, create_app, listen, open_connection

APP_TOKEN = "xapp-1-good"
COMMAND = {"command": "/deal", "text": "summary", "user_id": "U1", "channel_id": "C1", "team_id": "T1"}


class SocketServer:
    """The two ends of Socket Mode: the method that gives an address out, and the socket itself."""

    def __init__(self) -> None:
        app = web.Application()
        app.router.add_post("/api/apps.connections.open", self._open)
        app.router.add_get("/link", self._link)
        self.server = TestServer(app, host="127.0.0.1")
        self.to_send: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self.received: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self.closed = asyncio.Event()

    @property
    def api_url(self) -> str:
        return str(self.server.make_url("/api/"))

    async def ask(self, kind: str, payload: dict[str, Any]) -> dict[str, Any]:
        """Sends an envelope through the socket and gives what comes back for it."""
        await self.to_send.put({"type": kind, "envelope_id": f"e-{kind}", "payload": payload})
        async with asyncio.timeout(10):
            return await self.received.get()

    async def _open(self, request: web.Request) -> web.Response:
        if request.headers["Authorization"] != f"Bearer {APP_TOKEN}":
            return web.json_response({"ok": False, "error": "invalid_auth"})
        return web.json_response({"ok": True, "url": str(self.server.make_url("/link")).replace("http", "ws")})

    async def _link(self, request: web.Request) -> web.WebSocketResponse:
        link = web.WebSocketResponse()
        await link.prepare(request)
        await link.send_json({"type": "hello", "num_connections": 1})
        sending = asyncio.create_task(self._send(link))
        async for message in link:
            await self.received.put(json.loads(message.data))
        sending.cancel()
        self.closed.set()
        return link

    async def _send(self, link: web.WebSocketResponse) -> None:
        while True:
            await link.send_json(await self.to_send.get())


@pytest.fixture
async def slack() -> AsyncIterator[SocketServer]:
    socket_server = SocketServer()
    await socket_server.server.start_server()
    yield socket_server
    await socket_server.server.close()


@pytest.fixture
async def connection(slack: SocketServer) -> Connection:
    return open_connection("xoxb-1", slack.api_url, Identity("U9"))


async def test_a_command_is_answered_through_the_socket(
    slack: SocketServer, connection: Connection, desk: Desk
) -> None:
    """The envelope of a command is acknowledged with the answer; stopping closes socket and session."""
    stop = asyncio.Event()
    listening = asyncio.create_task(listen(create_app(desk, connection), connection, APP_TOKEN, stop))
    answer = await slack.ask("slash_commands", COMMAND)
    assert answer["envelope_id"] == "e-slash_commands"
    assert answer["payload"]["response_type"] == "ephemeral"
    assert answer["payload"]["text"].startswith("Harbour Mills' stake in Kestrel Robotics")
    stop.set()
    async with asyncio.timeout(10):
        await listening
        await slack.closed.wait()
    assert connection.session.closed


async def test_an_event_is_acknowledged_at_once(slack: SocketServer, connection: Connection, desk: Desk) -> None:
    """An event's envelope is acknowledged before anything is posted, so that Slack does not send it again."""
    stop = asyncio.Event()
    listening = asyncio.create_task(listen(create_app(desk, connection), connection, APP_TOKEN, stop))
    event = {"type": "message", "channel_type": "channel", "channel": "C1", "ts": "1.0", "user": "U1", "text": "hi"}
    answer = await slack.ask("events_api", {"type": "event_callback", "event_id": "Ev1", "event": event})
    assert answer == {"envelope_id": "e-events_api"}
    stop.set()
    async with asyncio.timeout(10):
        await listening


async def test_a_token_that_is_not_taken_is_one_line(slack: SocketServer, connection: Connection, desk: Desk) -> None:
    """A wrong app-level token ends the program at its start instead of being tried for ever."""
    with pytest.raises(RefusedBySlackError) as refusal:
        await listen(create_app(desk, connection), connection, "xapp-1-bad", asyncio.Event())
    assert str(refusal.value) == f"{slack.api_url} does not accept SLACK_APP_TOKEN: invalid_auth"
    assert connection.session.closed

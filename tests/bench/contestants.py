"""Which apps are measured beside each other? Ours, and bare Bolt apps that answer with a word, all served alike.

`python -m tests.bench.contestants NAME` serves one of them on a free port, which it prints, until it is told to stop.
"""

from __future__ import annotations

import asyncio
import signal
import sys
import time
from collections.abc import Callable

from slack_bolt.adapter.starlette.async_handler import AsyncSlackRequestHandler
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.authorization import AuthorizeResult
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.command import SLASH, respond
from bot.slack import Identity, bound, create_app, http_app, open_connection, serve
from bot.slack.http import REQUEST_PATH
from tests.desks import real_desk

SECRET = "measured"
NOWHERE = "http://127.0.0.1:9/api/"  # none of them calls Slack for a command
SPENT_PATH = "/spent"  # where a server tells how many seconds of processor time it has had
OURS, BARE, BARE_AT_ONCE = "dealcheck", "bare Bolt", "bare Bolt, processing before responding"


def ours() -> Starlette:
    """The bot with the real records, as `dealcheck serve` runs it."""
    desk = real_desk()
    respond(desk, "disagreements")
    connection = open_connection("xoxb-1", NOWHERE, Identity("U1"))
    return http_app(create_app(desk, connection, SECRET), connection)


def bare(*, at_once: bool) -> Starlette:
    """Bolt with one command that is answered with a word; it checks signatures as ours does."""
    app = AsyncApp(signing_secret=SECRET, authorize=_authorized, process_before_response=at_once)
    app.command(SLASH)(_echo)
    handler = AsyncSlackRequestHandler(app)

    async def receive(request: Request) -> Response:
        return await handler.handle(request)

    return Starlette(routes=[Route(REQUEST_PATH, receive, methods=["POST"])])


CONTESTANTS: dict[str, Callable[[], Starlette]] = {
    OURS: ours,
    BARE: lambda: bare(at_once=False),
    BARE_AT_ONCE: lambda: bare(at_once=True),
}


def served(name: str) -> Starlette:
    """An app as it is measured, with a path for what it has spent."""
    app = CONTESTANTS[name]()
    app.add_route(SPENT_PATH, _spent)
    return app


async def _spent(_: Request) -> Response:
    return PlainTextResponse(str(time.process_time()))


async def _authorized() -> AuthorizeResult:
    return AuthorizeResult(enterprise_id=None, team_id="T1", bot_user_id="U1", bot_id="B1", bot_token="xoxb-1")


async def _echo(ack: AsyncAck) -> None:
    await ack("echo")


async def _serve(name: str) -> None:
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    listener = bound("127.0.0.1", 0)
    print(listener.getsockname()[1], flush=True)
    await serve(served(name), listener, stop)


if __name__ == "__main__":
    asyncio.run(_serve(sys.argv[1]))

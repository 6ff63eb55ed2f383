"""How do Slack's requests come in over HTTP? A small Starlette app around the Bolt app, served by uvicorn."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator

import uvicorn
from slack_bolt.adapter.starlette.async_handler import to_async_bolt_request, to_starlette_response
from slack_bolt.async_app import AsyncApp, AsyncBoltRequest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot.slack.connection import Connection

REQUEST_PATH = "/slack/events"
LARGEST = 1_000_000  # bytes; Slack's requests have a few thousand
CLOSING_SECONDS = 5


class PortError(Exception):
    """The address cannot be listened on; one line that says why and what to change."""


def http_app(app: AsyncApp, connection: Connection) -> Starlette:
    """Commands, clicks and events at one path, and a health check; closes the connection when it is stopped."""

    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        await connection.close()

    routes = [
        Route(REQUEST_PATH, _receiver(app), methods=["POST"]),
        Route("/healthz", _healthy, methods=["GET"]),
    ]
    return Starlette(routes=routes, lifespan=lifespan)


def bound(host: str, port: int) -> socket.socket:
    """A socket that listens there. Raises PortError.

    asyncio switches Nagle's algorithm off only for sockets of its own making; with it each answer takes 40 ms longer.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listener = socket.create_server((host, port), family=family)
    except OSError as error:
        why = f"({error.strerror}); set DEALCHECK_HOST or DEALCHECK_PORT"
        raise PortError(f"cannot listen on {host}:{port} {why}") from None
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listener


async def serve(app: Starlette, listener: socket.socket, stop: asyncio.Event) -> None:
    """Serves on a bound socket until `stop` is set; requests under way and their tasks come to their end."""
    config = uvicorn.Config(
        app, log_config=None, access_log=False, ws="none", timeout_graceful_shutdown=CLOSING_SECONDS
    )
    server = _Server(config)
    serving = asyncio.create_task(server.serve([listener]))
    stopping = asyncio.create_task(stop.wait())
    await asyncio.wait({serving, stopping}, return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    server.should_exit = True
    await serving


class _Server(uvicorn.Server):
    """Leaves signals to the program, which has more to close than this server."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def _receiver(app: AsyncApp) -> Callable[[Request], Awaitable[Response]]:
    async def receive(request: Request) -> Response:
        body = await _body(request)
        if body is None:
            return PlainTextResponse("too large", status_code=413)
        if not request.headers.get("x-slack-request-timestamp", "").isdecimal():
            return PlainTextResponse("not signed", status_code=401)
        read = _read(request, body)
        if read is None:
            return PlainTextResponse("neither a form nor a JSON object", status_code=400)
        return to_starlette_response(await app.async_dispatch(read))

    return receive


async def _body(request: Request) -> bytes | None:
    """The body; None once it passes what Slack would ever send."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            return None
    return body


def _read(request: Request, body: bytes) -> AsyncBoltRequest | None:
    """Bolt reads a body before it checks the signature, so anybody's bytes come by here."""
    try:
        return to_async_bolt_request(request, body)
    except (ValueError, AttributeError):
        return None


async def _healthy(_: Request) -> Response:
    return JSONResponse({"ok": True})

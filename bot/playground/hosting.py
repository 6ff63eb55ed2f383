"""How do several servers run in one program, each on its own port of this machine?"""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Iterator

import uvicorn
from starlette.types import ASGIApp

HOST = "127.0.0.1"
# How long an open connection may hold up the end of the server.
CLOSING_SECONDS = 2


class _Server(uvicorn.Server):
    """Leaves signals to whoever runs several servers in one program, and says when it is ready."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = asyncio.Event()
        self.stopped = asyncio.Event()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        try:
            await super().startup(sockets)
        except SystemExit:  # so uvicorn ends a program of its own; here there is more to clear away
            self.should_exit = True
        finally:
            self.ready.set()

    async def main_loop(self) -> None:
        """Ends at once when stopped, not at the next of uvicorn's looks at the clock."""
        ticking = asyncio.create_task(super().main_loop())
        await self.stopped.wait()
        ticking.cancel()


@contextlib.asynccontextmanager
async def serving(apps: dict[socket.socket, ASGIApp]) -> AsyncIterator[None]:
    """Runs each app on its socket until the block is left. Raises `RuntimeError` if one does not start."""
    servers = [_Server(_config(app)) for app in apps.values()]
    tasks = [asyncio.create_task(server.serve([listener])) for server, listener in zip(servers, apps, strict=True)]
    try:
        for server in servers:
            await server.ready.wait()
        if not all(server.started for server in servers):
            raise RuntimeError("the workspace or the bot did not start; the log says why")
        yield
    finally:
        for server in servers:
            server.should_exit = True
            server.stopped.set()
        await asyncio.gather(*tasks)


def _config(app: ASGIApp) -> uvicorn.Config:
    return uvicorn.Config(app, log_config=None, access_log=False, timeout_graceful_shutdown=CLOSING_SECONDS, ws="none")


def listening_on(port: int) -> socket.socket:
    """A socket on that port, or on any with 0. Raises `OSError` if it is taken."""
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # asyncio sets it on its own sockets only: 40 ms
    try:
        listener.bind((HOST, port))
    except OSError:
        listener.close()
        raise
    return listener


def url_of(listener: socket.socket) -> str:
    return f"http://{HOST}:{listener.getsockname()[1]}"

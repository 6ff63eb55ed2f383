"""How does Slack reach a bot without an address? Through WebSockets that the bot opens itself: Socket Mode."""

import asyncio
import contextlib
import json
import socket
import uuid
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from aiohttp import WSMsgType, web

from bot.playground.line import ANSWER_SECONDS, Ack, Retry, UndeliveredError
from bot.playground.message import Json

CONNECTIONS = 10  # as many as Slack allows for one app
CONNECTION_SECONDS = 18_060  # what Slack announces in its hello
Reason = Literal["warning", "refresh_requested", "link_disabled"]


@dataclass
class SocketMode:
    """The sockets of one app. Each envelope goes through one of them, the one opened last."""

    app_id: str
    address: str
    answer_seconds: float = ANSWER_SECONDS
    opened: int = 0  # connections so far
    _changed: asyncio.Condition = field(default_factory=asyncio.Condition)
    _tickets: set[str] = field(default_factory=set)
    _links: list[web.WebSocketResponse] = field(default_factory=list)
    _unanswered: dict[str, tuple[web.WebSocketResponse, asyncio.Future[Json]]] = field(default_factory=dict)

    def open(self) -> str:
        """An address for one connection."""
        ticket = str(uuid.uuid4())
        self._tickets.add(ticket)
        return f"{self.address}/link/?ticket={ticket}&app_id={self.app_id}"

    async def link(self, request: web.Request) -> web.StreamResponse:
        """The bot's connection, for as long as it lasts."""
        ticket = request.query.get("ticket", "")
        if ticket not in self._tickets or len(self._links) >= CONNECTIONS:
            return web.Response(status=403 if ticket not in self._tickets else 429)
        self._tickets.discard(ticket)
        link = web.WebSocketResponse()
        await link.prepare(request)
        await link.send_json(self._hello())
        await self._attach(link)
        try:
            async for message in link:
                if message.type is WSMsgType.TEXT:
                    self._answered(message.data)
        finally:
            await self._detach(link)
        return link

    @property
    def count(self) -> int:
        """How many connections there are."""
        return len(self._links)

    async def verify(self) -> None:
        await self.until(lambda: self.count > 0)

    async def until(self, wanted: Callable[[], bool]) -> None:
        """Waits until the connections are as `wanted`. Raises `UndeliveredError`."""
        with _in_time():
            async with asyncio.timeout(self.answer_seconds), self._changed:
                await self._changed.wait_for(wanted)

    async def command(self, fields: dict[str, str]) -> Ack:
        return await self._ask({"type": "slash_commands", "payload": fields, "accepts_response_payload": True})

    async def interact(self, body: Json) -> Ack:
        return await self._ask({"type": "interactive", "payload": body, "accepts_response_payload": True})

    async def event(self, envelope: Json, retry: Retry | None) -> Ack:
        about: Json = {"retry_attempt": retry.attempt, "retry_reason": retry.reason} if retry else {}
        first = {"retry_attempt": 0, "retry_reason": ""}
        sent = {"type": "events_api", "payload": envelope, "accepts_response_payload": False}
        return await self._ask(sent | first | about)

    async def disconnect(self, reason: Reason) -> None:
        """Asks for a new connection; with a warning the old one lives on for a while, else it is closed."""
        for link in tuple(self._links):
            await link.send_json({"type": "disconnect", "reason": reason, "debug_info": {"host": "playground"}})
            if reason != "warning":
                await link.close()

    async def close(self) -> None:
        for link in tuple(self._links):
            await link.close()

    async def _ask(self, sent: Json) -> Ack:
        if not self._links:
            raise UndeliveredError("dispatch_failed", "connection_failed")
        envelope_id, link = str(uuid.uuid4()), self._links[-1]
        waiting: asyncio.Future[Json] = asyncio.get_running_loop().create_future()
        self._unanswered[envelope_id] = (link, waiting)
        try:
            with _in_time():
                async with asyncio.timeout(self.answer_seconds):
                    await link.send_json({"envelope_id": envelope_id, **sent})
                    answer = await waiting
        finally:
            del self._unanswered[envelope_id]
        return Ack("application/json", json.dumps(answer["payload"])) if answer.get("payload") else Ack()

    def _answered(self, text: str) -> None:
        """What comes too late, or twice, is for nobody."""
        answer = json.loads(text)
        _, waiting = self._unanswered.get(answer.get("envelope_id"), (None, None))
        if waiting and not waiting.done():
            waiting.set_result(answer)

    async def _attach(self, link: web.WebSocketResponse) -> None:
        async with self._changed:
            self._links.append(link)
            self.opened += 1
            self._changed.notify_all()

    async def _detach(self, link: web.WebSocketResponse) -> None:
        async with self._changed:
            self._links.remove(link)
            self._changed.notify_all()
        for asked, waiting in self._unanswered.values():
            if asked is link and not waiting.done():
                waiting.set_exception(UndeliveredError("dispatch_failed", "connection_failed"))

    def _hello(self) -> Json:
        return {
            "type": "hello",
            "num_connections": len(self._links) + 1,
            "debug_info": {
                "host": "playground",
                "build_number": 1,
                "approximate_connection_time": CONNECTION_SECONDS,
            },
            "connection_info": {"app_id": self.app_id},
        }


@contextlib.asynccontextmanager
async def taking_links(mode: SocketMode, listener: socket.socket) -> AsyncIterator[SocketMode]:
    """Takes connections until the block is left."""
    app = web.Application()
    app.router.add_get("/link/", mode.link)
    runner = web.AppRunner(app, handle_signals=False, access_log=None)
    await runner.setup()
    await web.SockSite(runner, listener).start()
    try:
        yield mode
    finally:
        await mode.close()
        await runner.cleanup()


@contextlib.contextmanager
def _in_time() -> Iterator[None]:
    try:
        yield
    except TimeoutError:
        raise UndeliveredError("operation_timeout", "timeout") from None
    except ConnectionError:
        raise UndeliveredError("dispatch_failed", "connection_failed") from None

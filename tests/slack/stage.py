"""Which Slack can be told to refuse? A real server that takes every method, notes the calls and answers as told."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from bot.slack import Connection, Identity, open_connection
from bot.slack.places import ResponseUrl

BOT, PERSON = "U0BOT", "U0MARA"


@dataclass(frozen=True)
class Call:
    """A call of a method, or of the response URL (method ""), with its arguments."""

    method: str
    sent: dict[str, Any]


@dataclass(frozen=True)
class Reply:
    """What the server says to one call: `status` and body, and the headers that go with it."""

    body: Any
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class Stage:
    """The server, and our connection to it. Replies that were set are given once each, in order; else all is well."""

    connection: Connection
    url: str
    calls: list[Call]
    replies: dict[str, list[Reply]]
    hanging: list[str]

    def hang(self, method: str) -> None:
        """The next call of a method is not answered."""
        self.hanging.append(method)

    def refuse(self, method: str, *errors: str, **more: Any) -> None:
        """The next calls of a method are refused, each with one of the errors."""
        replies = [Reply({"ok": False, "error": error} | more) for error in errors]
        self.replies.setdefault(method, []).extend(replies)

    def reply(self, method: str, *replies: Reply) -> None:
        """The next calls of a method, or (method "") what is sent to the response URL, are answered so."""
        self.replies.setdefault(method, []).extend(replies)

    @property
    def place(self) -> ResponseUrl:
        """A response URL that a click brought along."""
        return ResponseUrl(f"{self.url}/response", channel="C1", user=PERSON)

    def called(self, *methods: str) -> list[dict[str, Any]]:
        """What was sent to the methods, oldest first."""
        return [call.sent for call in self.calls if call.method in methods]

    def methods(self) -> list[str]:
        return [call.method for call in self.calls]


@asynccontextmanager
async def staged(seconds: float = 15.0) -> AsyncIterator[Stage]:
    """A stage that stands until the block is left; the bot waits so long for an answer."""
    calls: list[Call] = []
    replies: dict[str, list[Reply]] = {}
    hanging: list[str] = []
    leaving = asyncio.Event()

    async def take(request: web.Request) -> web.Response:
        method = request.match_info.get("method", "")
        sent = await request.json() if request.content_type == "application/json" else dict(await request.post())
        calls.append(Call(method, sent))
        if method in hanging:
            hanging.remove(method)
            await leaving.wait()
        waiting = replies.get(method)
        reply = (
            waiting.pop(0) if waiting else Reply({"ok": True, "ts": "9.9", "view": {"id": "V1"}} if method else "ok")
        )
        if isinstance(reply.body, str):
            return web.Response(text=reply.body, status=reply.status, headers=reply.headers)
        return web.json_response(reply.body, status=reply.status, headers=reply.headers)

    app = web.Application()
    app.add_routes([web.post("/api/{method}", take), web.post("/response", take)])
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    connection = open_connection("xoxb-1", f"{url}/api/", Identity(BOT), seconds)
    try:
        yield Stage(connection, url, calls, replies, hanging)
    finally:
        leaving.set()
        await connection.close()
        await runner.cleanup()


def click(stage: Stage, value: str, *, view: dict[str, Any] | None = None, person: str = PERSON) -> dict[str, Any]:
    """What Slack sends for a click on a button with that value, in a message or in a dialog."""
    body: dict[str, Any] = {
        "type": "block_actions",
        "user": {"id": person},
        "trigger_id": "T1",
        "actions": [{"value": value}],
    }
    if view is not None:
        return body | {"container": {"type": "view", "view_id": view["id"]}, "view": view}
    where = {"type": "message", "channel_id": "C1", "is_ephemeral": True}
    return body | {"container": where, "response_url": stage.place.url}


async def taken(*_: object, **__: object) -> None:
    """What stands in for Bolt's ack."""

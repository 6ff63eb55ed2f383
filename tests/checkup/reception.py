"""What does a workspace say to who asks to be let in? A real server with the answers that a start takes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer

BOT_TOKEN, APP_TOKEN = "xoxb-77-known", "xapp-77-known"


class Reception:
    """Knows one token of each kind; `refusals` are errors by method, `scopes` the header, None where it has none."""

    def __init__(self) -> None:
        app = web.Application()
        app.router.add_post("/api/{method}", self._answer)
        self.server = TestServer(app, host="127.0.0.1")
        self.refusals: dict[str, str] = {}
        self.scopes: str | None = None
        self.asked: list[str] = []

    @property
    def api_url(self) -> str:
        return str(self.server.make_url("/api/"))

    async def _answer(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        self.asked.append(method)
        headers = {} if self.scopes is None else {"X-OAuth-Scopes": self.scopes}
        return web.json_response(self._said(method, request.headers.get("Authorization", "")), headers=headers)

    def _said(self, method: str, authorization: str) -> dict[str, Any]:
        if method in self.refusals:
            return {"ok": False, "error": self.refusals[method]}
        known = {"auth.test": BOT_TOKEN, "apps.connections.open": APP_TOKEN}
        if method in known and authorization != f"Bearer {known[method]}":
            return {"ok": False, "error": "invalid_auth"}
        return {"ok": True, "user": "beacon", "team": "Harbour", "user_id": "U9", "url": "wss://127.0.0.1:9/link"}


@asynccontextmanager
async def opened() -> AsyncIterator[Reception]:
    """A reception that is open until the block is left."""
    reception = Reception()
    await reception.server.start_server()
    yield reception
    await reception.server.close()

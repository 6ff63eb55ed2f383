"""Who may talk to a server that listens on this machine?

Any page in the person's browser can send requests to 127.0.0.1, also under a name of its own that it points
there.
"""

from collections.abc import MutableMapping
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOCAL_NAMES = ("127.0.0.1", "localhost")
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}


class LocalGate:
    """Lets through what is addressed to this machine and, if it comes from a page, comes from our own."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
        elif refusal := _refusal(Headers(scope=scope)):
            await PlainTextResponse(refusal, status_code=403)(scope, receive, send)
        else:
            await self.app(scope, receive, _with_headers(send))


def _refusal(headers: Headers) -> str | None:
    host = headers.get("host", "")
    if host.rsplit(":", 1)[0] not in LOCAL_NAMES:
        return "This address is for programs on this machine."
    if headers.get("origin", f"http://{host}") != f"http://{host}":
        return "Requests from other pages are not taken."
    return None


def _with_headers(send: Send) -> Send:
    async def send_with_headers(message: Message | MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return send_with_headers

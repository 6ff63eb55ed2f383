"""What stands in for a bot where the requests themselves are looked at?"""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from slack_sdk.signature import SignatureVerifier
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from bot.playground.server import BotCredentials, Playground, Setup, running
from tests.playground.conftest import ROSTER


@dataclass(frozen=True)
class Received:
    headers: dict[str, str]
    body: str
    is_signed: bool

    @property
    def form(self) -> dict[str, str]:
        return dict(parse_qsl(self.body, keep_blank_values=True))


@dataclass
class RequestLog:
    """A bot that keeps what it gets and answers with what it is told, in order; then with an empty 200."""

    answers: list[Response] = field(default_factory=list)
    received: list[Received] = field(default_factory=list)
    released: asyncio.Event = field(default_factory=asyncio.Event)

    def __call__(self, credentials: BotCredentials) -> ASGIApp:
        verifier = SignatureVerifier(credentials.signing_secret)
        return Starlette(routes=[Route("/slack/events", self._endpoint(verifier), methods=["POST"])])

    def _endpoint(self, verifier: SignatureVerifier) -> Callable[..., object]:
        async def take(request: Request) -> Response:
            body = (await request.body()).decode()
            headers = dict(request.headers)
            self.received.append(Received(headers, body, verifier.is_valid_request(body, headers)))
            answer = self.answers.pop(0) if self.answers else Response()
            if isinstance(answer, Silence):
                await self.released.wait()
            return answer

        return take


class Silence(Response):
    """No answer until the log is released."""


def saying(**body: object) -> Response:
    return JSONResponse(body)


def failing(status: int = 500, **headers: str) -> Response:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Response(status_code=status, headers=named)


@asynccontextmanager
async def with_bot(log: RequestLog, **setup: Any) -> AsyncIterator[Playground]:
    """A workspace in which the log stands in for the bot; silence ends with the block."""
    try:
        async with running(log, Setup(ROSTER, retry_after=(0.0, 0.0, 0.0), **setup)) as playground:
            yield playground
            log.released.set()
    finally:
        log.released.set()

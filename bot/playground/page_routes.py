"""What does the page ask of the server: its files, the state, the changes, and what a person does?"""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import BaseModel, ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from bot.playground.line import UndeliveredError, explain
from bot.playground.message import Change
from bot.playground.person import Person
from bot.playground.refusal import RefusedError
from bot.playground.snapshot import Offer, change_for, channels_of, snapshot
from bot.playground.workspace import Workspace

PAGE = Path(__file__).parent / "page"
# Proxies and browsers drop a silent stream after a while; a comment keeps it open.
HEARTBEAT_SECONDS = 15.0


class Typed(BaseModel):
    channel: str
    text: str
    thread_ts: str | None = None


class Used(BaseModel):
    channel: str
    ts: str
    block_id: str
    action_id: str
    choice: str | None = None


class Taken(BaseModel):
    channel: str
    ts: str
    callback_id: str


@dataclass
class Page:
    """The page as each person of the workspace sees it; without `?as=USER` that is the first."""

    workspace: Workspace
    people: dict[str, Person]
    offer: Offer
    _streams: set["asyncio.Queue[Change | None]"] = field(default_factory=set)

    def routes(self) -> list[BaseRoute]:
        return [
            Route("/state", self.state),
            Route("/events", self.events),
            Route("/do/type", self._doing(self._type), methods=["POST"]),
            Route("/do/use", self._doing(self._use), methods=["POST"]),
            Route("/do/take", self._doing(self._take), methods=["POST"]),
            Mount("/", StaticFiles(directory=PAGE, html=True)),
        ]

    async def state(self, request: Request) -> Response:
        return JSONResponse(snapshot(self.workspace, self._person(request).user, self.offer))

    async def events(self, request: Request) -> Response:
        """Server-sent events: the whole state, then each change, so that nothing falls between them."""
        stream = self._stream(self._person(request))
        return StreamingResponse(stream, media_type="text/event-stream")

    def on_change(self, change: Change) -> None:
        for queue in self._streams:
            queue.put_nowait(change)

    def close(self) -> None:
        """Ends all streams, so that the server can stop."""
        for queue in self._streams:
            queue.put_nowait(None)

    async def _stream(self, person: Person) -> AsyncIterator[str]:
        queue: asyncio.Queue[Change | None] = asyncio.Queue()
        self._streams.add(queue)
        try:
            known = channels_of(self.workspace, person.user)
            yield _event("state", snapshot(self.workspace, person.user, self.offer))
            while True:
                change = await _next(queue)
                if change is None:
                    return
                if isinstance(change, str):
                    yield change
                elif known != (known := channels_of(self.workspace, person.user)):
                    yield _event("state", snapshot(self.workspace, person.user, self.offer))
                elif told := change_for(self.workspace, person.user, change):
                    yield _event("change", told)
        finally:
            self._streams.discard(queue)

    def _doing(self, act: Callable[[Person, bytes], Awaitable[None]]) -> Callable[[Request], Awaitable[Response]]:
        async def do(request: Request) -> Response:
            try:
                await act(self._person(request), await request.body())
            except ValidationError:
                return JSONResponse({"ok": False, "error": "invalid_arguments"}, status_code=400)
            except RefusedError as refusal:
                return JSONResponse({"ok": False, "error": refusal.code})
            except UndeliveredError as failure:
                return JSONResponse(
                    {
                        "ok": False,
                        "error": failure.code,
                        "why": explain(self.workspace.bot.real_name, failure),
                    }
                )
            return JSONResponse({"ok": True})

        return do

    async def _type(self, person: Person, body: bytes) -> None:
        sent = Typed.model_validate_json(body)
        await person.type(sent.channel, sent.text, sent.thread_ts)

    async def _use(self, person: Person, body: bytes) -> None:
        used = Used.model_validate_json(body)
        await person.choose((used.channel, used.ts), (used.block_id, used.action_id), used.choice)

    async def _take(self, person: Person, body: bytes) -> None:
        taken = Taken.model_validate_json(body)
        await person.take((taken.channel, taken.ts), taken.callback_id)

    def _person(self, request: Request) -> Person:
        wanted = request.query_params.get("as", "")
        return self.people.get(wanted) or next(iter(self.people.values()))


async def _next(queue: "asyncio.Queue[Change | None]") -> Change | str | None:
    try:
        return await asyncio.wait_for(queue.get(), HEARTBEAT_SECONDS)
    except TimeoutError:
        return ": still here\n\n"


def _event(name: str, data: object) -> str:
    return f"event: {name}\ndata: {json.dumps(data)}\n\n"

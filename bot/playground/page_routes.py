"""What does the page ask of the server: its files, the state, the changes, and what a person does?"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from bot.playground.faults import FAULTS, Faults
from bot.playground.line import UndeliveredError, explain
from bot.playground.message import Json
from bot.playground.page_feed import Feed
from bot.playground.page_requests import (
    Closed,
    Failing,
    Looked,
    Opened,
    Started,
    Submitted,
    Taken,
    Typed,
    Used,
    UsedInView,
)
from bot.playground.person import Person
from bot.playground.refusal import RefusedError
from bot.playground.snapshot import snapshot
from bot.playground.workspace import Workspace

PAGE = Path(__file__).parent / "page"


@dataclass
class Page:
    """The page as each person of the workspace sees it; without `?as=USER` that is the first."""

    workspace: Workspace
    people: dict[str, Person]
    feed: Feed
    faults: Faults

    def routes(self) -> list[BaseRoute]:
        doing = {
            "type": self._type,
            "use": self._use,
            "take": self._take,
            "start": self._start,
            "open": self._open,
            "look": self._look,
            "use_view": self._use_view,
            "submit": self._submit,
            "close": self._close,
            "fail": self._fail,
            "mend": self._mend,
        }
        return [
            Route("/state", self.state),
            Route("/events", self.events),
            Route("/files/{id:str}", self.file),
            *(Route(f"/do/{name}", self._doing(act), methods=["POST"]) for name, act in doing.items()),
            Mount("/", StaticFiles(directory=PAGE, html=True)),
        ]

    async def state(self, request: Request) -> Response:
        return JSONResponse(snapshot(self.workspace, self._person(request).user, self.feed.offer))

    async def events(self, request: Request) -> Response:
        return StreamingResponse(self.feed.stream(self._person(request).user), media_type="text/event-stream")

    async def file(self, request: Request) -> Response:
        """A file that was shared; pictures are shown, and all else is for keeping."""
        try:
            file = self.workspace.shelf.brought(request.path_params["id"])
        except RefusedError:
            return Response(status_code=404)
        is_shown = file.media_type in {"image/png", "image/jpeg", "image/gif"}
        media_type = file.media_type if is_shown else "application/octet-stream"
        return Response(file.content if file.is_shared else b"", 200 if file.is_shared else 404, media_type=media_type)

    def _doing(self, act: Callable[[Person, bytes], Awaitable[Json]]) -> Callable[[Request], Awaitable[Response]]:
        async def do(request: Request) -> Response:
            try:
                done = await act(self._person(request), await request.body())
            except ValidationError:
                return JSONResponse({"ok": False, "error": "invalid_arguments"}, status_code=400)
            except RefusedError as refusal:
                why = {"why": "; ".join(refusal.details)} if refusal.details else {}
                return JSONResponse({"ok": False, "error": refusal.code, **why})
            except UndeliveredError as failure:
                why = {"why": explain(self.workspace.bot.real_name, failure)}
                return JSONResponse({"ok": False, "error": failure.code, **why})
            return JSONResponse({"ok": True, **done})

        return do

    async def _type(self, person: Person, body: bytes) -> Json:
        sent = Typed.model_validate_json(body)
        said = await person.type(sent.channel, sent.text, sent.thread_ts)
        return {"ts": said.ts} if said else {}

    async def _use(self, person: Person, body: bytes) -> Json:
        used = Used.model_validate_json(body)
        await person.choose((used.channel, used.ts), (used.block_id, used.action_id), used.choice)
        return {}

    async def _take(self, person: Person, body: bytes) -> Json:
        taken = Taken.model_validate_json(body)
        await person.take((taken.channel, taken.ts), taken.callback_id)
        return {}

    async def _start(self, person: Person, body: bytes) -> Json:
        await person.start(Started.model_validate_json(body).callback_id)
        return {}

    async def _open(self, person: Person, body: bytes) -> Json:
        person.open_app(Opened.model_validate_json(body).tab)
        return {}

    async def _look(self, person: Person, body: bytes) -> Json:
        person.look_at(Looked.model_validate_json(body).channel)
        return {}

    async def _use_view(self, person: Person, body: bytes) -> Json:
        used = UsedInView.model_validate_json(body)
        await person.screen.use(used.view_id, (used.block_id, used.action_id), used.choice, used.filled)
        return {}

    async def _submit(self, person: Person, body: bytes) -> Json:
        sent = Submitted.model_validate_json(body)
        return {"errors": await person.screen.submit(sent.view_id, sent.filled)}

    async def _close(self, person: Person, body: bytes) -> Json:
        await person.screen.close(whole=Closed.model_validate_json(body).whole)
        return {}

    async def _fail(self, _: Person, body: bytes) -> Json:
        wanted = Failing.model_validate_json(body)
        self.faults.plan(wanted.method, FAULTS[wanted.fault], wanted.times)
        return {}

    async def _mend(self, _: Person, __: bytes) -> Json:
        self.faults.clear()
        return {}

    def _person(self, request: Request) -> Person:
        wanted = request.query_params.get("as", "")
        return self.people.get(wanted) or next(iter(self.people.values()))

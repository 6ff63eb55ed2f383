"""How does the bot talk to the local workspace: Slack's Web API, response URLs and uploads, over HTTP?"""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot.playground.arguments import content, read_arguments
from bot.playground.faults import RESPONSE_URL, UPLOAD, Fault, Faults
from bot.playground.message import Json
from bot.playground.methods import ALL_SCOPES, METHODS, Method
from bot.playground.refusal import MissingScopeError, RefusedError
from bot.playground.response import read_response, respond
from bot.playground.traffic import Traffic
from bot.playground.workspace import Workspace

# What Slack answers to a response URL or an upload URL that is no longer good.
_GONE = {"invalid_url", "expired_url", "used_url", "invalid_upload_url"}
_GATEWAY_TIMEOUT = 504


@dataclass(frozen=True)
class Access:
    """The app's token, and what it may do with it; `app_token` is the one for Socket Mode."""

    token: str
    scopes: frozenset[str] = ALL_SCOPES
    app_token: str = ""


@dataclass(frozen=True)
class Api:
    """What the bot may ask of the workspace; `connections` opens a socket and returns its address."""

    workspace: Workspace
    access: Access
    traffic: Traffic
    faults: Faults = field(default_factory=Faults)
    connections: Callable[[], str] | None = None

    def routes(self) -> list[Route]:
        """`/api/METHOD` for the holder of the token, `/response/ID` and `/upload/TICKET` for who was given those."""
        return [
            Route("/api/{method:str}", self._call, methods=["GET", "POST"]),
            Route("/response/{id:str}", self._failing(RESPONSE_URL, self._response), methods=["POST"]),
            Route("/upload/{ticket:str}", self._failing(UPLOAD, self._upload), methods=["POST"]),
        ]

    async def _call(self, request: Request) -> Response:
        name = request.path_params["method"]
        arguments: Json = {}
        try:
            arguments = await read_arguments(request)
            token = _token(request, arguments)
            fault = self.faults.take(name)
            answer = await self._planned(name, fault) if fault else self._answered(name, arguments, token)
        except RefusedError as refusal:
            answer = JSONResponse(_refusal(refusal))
        answer.headers["x-oauth-scopes"] = ",".join(sorted(self.access.scopes))
        self.traffic.to_slack(name, arguments, _written(answer), answer.status_code)
        return answer

    def _answered(self, name: str, arguments: Json, token: str) -> Response:
        if name == "api.test":
            return JSONResponse({"ok": True, **_echo(arguments)})
        if name == "apps.connections.open":
            return JSONResponse({"ok": True, "url": self._socket(token)})
        method = self._allowed(name, token)
        try:
            told = method.run(self.workspace, method.arguments.model_validate(arguments))
        except ValidationError as error:
            raise RefusedError("invalid_arguments", *map(_slip, error.errors())) from None
        return JSONResponse({"ok": True, **told})

    def _allowed(self, name: str, token: str) -> Method[Any]:
        _check_token(token, self.access.token)
        if name not in METHODS:
            raise RefusedError("unknown_method", name)
        method = METHODS[name]
        if method.scopes and not self.access.scopes.intersection(method.scopes):
            raise MissingScopeError(method.scopes[0], self.access.scopes)
        return method

    def _socket(self, token: str) -> str:
        """Only the app-level token opens a socket."""
        if token == self.access.token:
            raise RefusedError("not_allowed_token_type")
        _check_token(token, self.access.app_token)
        if self.connections is None:
            raise RefusedError("socket_mode_not_enabled")
        return self.connections()

    async def _planned(self, name: str, fault: Fault) -> Response:
        if fault.error == "missing_scope":
            scopes = METHODS[name].scopes if name in METHODS else ()
            raise MissingScopeError(next(iter(scopes), "none"), self.access.scopes - set(scopes))
        return await self._failed(fault)

    async def _failed(self, fault: Fault) -> Response:
        if fault.hangs:
            await self.faults.hang()
            return PlainTextResponse("no answer", status_code=_GATEWAY_TIMEOUT)
        headers = {} if fault.retry_after is None else {"Retry-After": str(fault.retry_after)}
        if fault.error:
            return JSONResponse({"ok": False, "error": fault.error}, status_code=fault.status, headers=headers)
        return PlainTextResponse("the server has trouble", status_code=fault.status, headers=headers)

    async def _refused(self, fault: Fault) -> Response:
        """Beside the Web API an error is never a 200."""
        if fault.error and fault.status == 200:  # noqa: PLR2004 # HTTP's OK
            raise RefusedError(fault.error)
        return await self._failed(fault)

    def _failing(
        self, what: str, take: Callable[[Request], Awaitable[Response]]
    ) -> Callable[[Request], Awaitable[Response]]:
        """The endpoint, with what is planned for it and what it refuses."""

        async def endpoint(request: Request) -> Response:
            try:
                fault = self.faults.take(what)
                answer = await self._refused(fault) if fault else await take(request)
            except RefusedError as refusal:
                answer = JSONResponse(_refusal(refusal), status_code=404 if refusal.code in _GONE else 400)
            self.traffic.to_slack(what, await _sent(request), _written(answer), answer.status_code)
            return answer

        return endpoint

    async def _response(self, request: Request) -> Response:
        response = read_response((await request.body()).decode(errors="replace"))
        respond(self.workspace, self.workspace.grants.use_response_url(request.path_params["id"]), response)
        return PlainTextResponse("ok")

    async def _upload(self, request: Request) -> Response:
        file = self.workspace.shelf.bring(request.path_params["ticket"], await content(request))
        return PlainTextResponse(f"OK - {file.length}")


def _echo(arguments: Json) -> Json:
    if "error" in arguments:
        raise RefusedError(str(arguments["error"]))
    return {"args": arguments}


def _token(request: Request, arguments: Json) -> str:
    """The token, which is taken out of the arguments: nobody needs to see it again."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    among = str(arguments.pop("token", ""))
    return token if scheme.lower() == "bearer" else among


def _check_token(given: str, expected: str) -> None:
    if not given:
        raise RefusedError("not_authed")
    if given != expected:
        raise RefusedError("invalid_auth")


async def _sent(request: Request) -> object:
    """The JSON that came, or how much came of something else."""
    body = await request.body()
    try:
        return json.loads(body)
    except ValueError:
        return f"{len(body)} bytes"


def _written(answer: Response) -> object:
    text = bytes(answer.body).decode()
    return json.loads(text) if isinstance(answer, JSONResponse) else text


def _refusal(refusal: RefusedError) -> Json:
    body: Json = {"ok": False, "error": refusal.code}
    if isinstance(refusal, MissingScopeError):
        body |= {"needed": refusal.needed, "provided": ",".join(sorted(refusal.provided))}
    if refusal.details:
        body["errors"] = list(refusal.details)
        body["response_metadata"] = {"messages": [f"[ERROR] {detail}" for detail in refusal.details]}
    return body


def _slip(error: ErrorDetails) -> str:
    place = "/".join(str(step) for step in error["loc"])
    wrong = "missing required field" if error["type"] == "missing" else error["msg"]
    return f"{wrong}: {place} [json-pointer:/{place}]"

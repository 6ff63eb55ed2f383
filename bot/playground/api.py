"""How does the bot talk to the local workspace: Slack's Web API and the response URLs, over HTTP?"""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot.playground.message import Json
from bot.playground.methods import ALL_SCOPES, METHODS, Method
from bot.playground.refusal import MissingScopeError, RefusedError
from bot.playground.response import read_response, respond
from bot.playground.workspace import Workspace

# What Slack answers to a response URL that is no longer good.
_GONE = {"invalid_url", "expired_url", "used_url"}


@dataclass(frozen=True)
class Access:
    """The app's token, and what it may do with it."""

    token: str
    scopes: frozenset[str] = ALL_SCOPES


def api_routes(workspace: Workspace, access: Access) -> list[Route]:
    """`/api/METHOD` for the holder of the token, `/response/ID` and `/upload/TICKET` for who was given those."""
    return [
        Route("/api/{method:str}", _web_api(workspace, access), methods=["GET", "POST"]),
        Route("/response/{id:str}", _response_url(workspace), methods=["POST"]),
        Route("/upload/{ticket:str}", _upload(workspace), methods=["POST"]),
    ]


def _web_api(workspace: Workspace, access: Access) -> Callable[[Request], Awaitable[Response]]:
    headers = {"x-oauth-scopes": ",".join(sorted(access.scopes))}

    async def call(request: Request) -> Response:
        try:
            arguments = await _arguments(request)
            answer = _called(workspace, access, request.path_params["method"], arguments, _token(request, arguments))
        except RefusedError as refusal:
            return JSONResponse(_refusal(refusal), headers=headers)
        return JSONResponse({"ok": True, **answer}, headers=headers)

    return call


def _response_url(workspace: Workspace) -> Callable[[Request], Awaitable[Response]]:
    async def take(request: Request) -> Response:
        try:
            response = read_response((await request.body()).decode(errors="replace"))
            respond(workspace, workspace.grants.use_response_url(request.path_params["id"]), response)
        except RefusedError as refusal:
            return JSONResponse(_refusal(refusal), status_code=404 if refusal.code in _GONE else 400)
        return PlainTextResponse("ok")

    return take


def _upload(workspace: Workspace) -> Callable[[Request], Awaitable[Response]]:
    async def take(request: Request) -> Response:
        try:
            file = workspace.shelf.bring(request.path_params["ticket"], await _content(request))
        except RefusedError as refusal:
            return PlainTextResponse(refusal.code, status_code=404 if refusal.code == "invalid_upload_url" else 400)
        return PlainTextResponse(f"OK - {file.length}")

    return take


async def _content(request: Request) -> bytes:
    """The bytes of a file, bare or as the first file of a form."""
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        return await request.body()
    async with request.form() as form:
        for value in form.values():
            if isinstance(value, UploadFile):
                return await value.read()
    return b""


def _called(workspace: Workspace, access: Access, name: str, arguments: Json, given: str) -> Json:
    if name == "api.test":
        return _echo(arguments)
    method = _allowed(access, name, given)
    try:
        answer: Json = method.run(workspace, method.arguments.model_validate(arguments))
    except ValidationError as error:
        raise RefusedError("invalid_arguments", *map(_slip, error.errors())) from None
    return answer


def _allowed(access: Access, name: str, given: str) -> Method[Any]:
    if not given:
        raise RefusedError("not_authed")
    if given != access.token:
        raise RefusedError("invalid_auth")
    if name not in METHODS:
        raise RefusedError("unknown_method", name)
    method = METHODS[name]
    if method.scopes and not access.scopes.intersection(method.scopes):
        raise MissingScopeError(method.scopes[0], access.scopes)
    return method


def _echo(arguments: Json) -> Json:
    if "error" in arguments:
        raise RefusedError(str(arguments["error"]))
    return {"args": arguments}


async def _arguments(request: Request) -> Json:
    """What came in the query, the form or the JSON body."""
    sent: Json = dict(request.query_params)
    if request.method == "POST" and request.headers.get("content-type", "").startswith("application/json"):
        return sent | _object(await request.body())
    if request.method == "POST":
        async with request.form() as form:
            sent |= {name: value for name, value in form.items() if isinstance(value, str)}
    return sent


def _object(body: bytes) -> Json:
    try:
        read = json.loads(body or b"{}")
    except ValueError:
        raise RefusedError("invalid_json") from None
    if not isinstance(read, dict):
        raise RefusedError("json_not_object")
    return read


def _token(request: Request, arguments: Json) -> str:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token if scheme.lower() == "bearer" else str(arguments.get("token", ""))


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

"""How does the bot talk to the local workspace: Slack's Web API and the response URLs, over HTTP?"""

import json
from collections.abc import Awaitable, Callable

from pydantic import ValidationError
from pydantic_core import ErrorDetails
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot.playground.message import Json
from bot.playground.methods import METHODS
from bot.playground.refusal import RefusedError
from bot.playground.response import read_response, respond
from bot.playground.workspace import Workspace

# What Slack answers to a response URL that is no longer good.
_GONE = {"invalid_url", "expired_url", "used_url"}


def api_routes(workspace: Workspace, token: str) -> list[Route]:
    """`/api/METHOD` for the holder of the bot token, and `/response/ID` for who was given that id."""
    return [
        Route("/api/{method:str}", _web_api(workspace, token), methods=["GET", "POST"]),
        Route("/response/{id:str}", _response_url(workspace), methods=["POST"]),
    ]


def _web_api(workspace: Workspace, token: str) -> Callable[[Request], Awaitable[Response]]:
    async def call(request: Request) -> Response:
        try:
            arguments = await _arguments(request)
            answer = _called(workspace, request.path_params["method"], arguments, _token(request, arguments), token)
        except RefusedError as refusal:
            return JSONResponse(_refusal(refusal))
        return JSONResponse({"ok": True, **answer})

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


def _called(workspace: Workspace, name: str, arguments: Json, given: str, token: str) -> Json:
    if name == "api.test":
        return _echo(arguments)
    if not given:
        raise RefusedError("not_authed")
    if given != token:
        raise RefusedError("invalid_auth")
    if name not in METHODS:
        raise RefusedError("unknown_method", name)
    method = METHODS[name]
    try:
        return method.run(workspace, method.arguments.model_validate(arguments))
    except ValidationError as error:
        raise RefusedError("invalid_arguments", *map(_slip, error.errors())) from None


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
    if refusal.details:
        body["errors"] = list(refusal.details)
        body["response_metadata"] = {"messages": [f"[ERROR] {detail}" for detail in refusal.details]}
    return body


def _slip(error: ErrorDetails) -> str:
    place = "/".join(str(step) for step in error["loc"])
    wrong = "missing required field" if error["type"] == "missing" else error["msg"]
    return f"{wrong}: {place} [json-pointer:/{place}]"

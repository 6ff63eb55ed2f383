"""What did the bot send: in the query, as a form, as JSON, or as a file?"""

import json

from starlette.datastructures import UploadFile
from starlette.requests import Request

from bot.playground.message import Json
from bot.playground.refusal import RefusedError


async def read_arguments(request: Request) -> Json:
    """What came in the query, the form or the JSON body. Raises `RefusedError`."""
    sent: Json = dict(request.query_params)
    if request.method == "POST" and request.headers.get("content-type", "").startswith("application/json"):
        return sent | _object(await request.body())
    if request.method == "POST":
        async with request.form() as form:
            sent |= {name: value for name, value in form.items() if isinstance(value, str)}
    return sent


async def content(request: Request) -> bytes:
    """The bytes of a file, bare or as the first file of a form."""
    body = await request.body()
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        return body
    async with request.form() as form:
        for value in form.values():
            if isinstance(value, UploadFile):
                return await value.read()
    return b""


def _object(body: bytes) -> Json:
    try:
        read = json.loads(body or b"{}")
    except ValueError:
        raise RefusedError("invalid_json") from None
    if not isinstance(read, dict):
        raise RefusedError("json_not_object")
    return read

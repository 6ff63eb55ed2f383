"""How does the workspace show what the app answers to a command or a click?"""

import json

from pydantic import BaseModel, ValidationError

from bot.playground.blockcheck import accept
from bot.playground.grants import ResponseUrl
from bot.playground.message import Draft, Json, Message
from bot.playground.refusal import RefusedError
from bot.playground.workspace import Workspace

TEXT_CHARACTERS = 40_000


class Response(BaseModel):
    """A response as the app writes it; without `response_type` only the person who asked sees it."""

    response_type: str = "ephemeral"
    text: str | None = None
    blocks: list[Json] | None = None
    attachments: list[Json] | None = None
    thread_ts: str | None = None
    replace_original: bool = False
    delete_original: bool = False


def read_response(body: str) -> Response:
    """The response in the body of a request. Raises `RefusedError("invalid_payload")`."""
    try:
        return Response.model_validate_json(body)
    except ValidationError as error:
        raise RefusedError("invalid_payload", *(e["msg"] for e in error.errors())) from None


def read_ack(body: str, content_type: str) -> Response | None:
    """The response that came with the 200 to a command: JSON or plain text; none where the body is empty."""
    if not body.strip():
        return None
    if content_type == "application/json" or _is_object(body):
        return read_response(body)
    return Response(text=body)


def respond(
    workspace: Workspace, allowed: ResponseUrl, response: Response, answers: str | None = None
) -> Message | None:
    """Shows a response where it was asked for; replaces or deletes only a message that was clicked.

    `answers` is the command as typed. Raises `RefusedError`.
    """
    if response.delete_original and allowed.origin:
        workspace.delete(workspace.message(allowed.channel, allowed.origin))
        return None
    draft = drafted(response.text, response.blocks, response.attachments, response.thread_ts, answers)
    if response.replace_original and allowed.origin:
        return workspace.edit(workspace.message(allowed.channel, allowed.origin), draft)
    reader = None if response.response_type == "in_channel" else allowed.user
    return workspace.post(workspace.channel(allowed.channel), workspace.bot.id, draft, reader)


def drafted(
    text: str | None,
    blocks: object,
    attachments: list[Json] | None = None,
    thread_ts: str | None = None,
    answers: str | None = None,
) -> Draft:
    """A draft within Slack's limits. Raises `RefusedError`: `no_text`, `msg_too_long`, or as `accept`."""
    if not (text or blocks or attachments):
        raise RefusedError("no_text")
    if len(text or "") > TEXT_CHARACTERS:
        raise RefusedError("msg_too_long")
    return Draft(text or "", accept(blocks or []), tuple(attachments or ()), thread_ts=thread_ts, answers=answers)


def _is_object(body: str) -> bool:
    try:
        return isinstance(json.loads(body), dict)
    except ValueError:
        return False

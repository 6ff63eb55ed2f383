"""How does the app write, change and take back messages?"""

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator

from bot.playground import payload
from bot.playground.message import Draft, Json, Message
from bot.playground.methods.method import decoded
from bot.playground.refusal import RefusedError
from bot.playground.response import drafted
from bot.playground.workspace import Workspace


def _decoded_blocks(value: object) -> object:
    """Blocks that cannot be read have an error of their own."""
    try:
        return decoded(value)
    except RefusedError:
        raise RefusedError("invalid_blocks_format") from None


Blocks = Annotated[Any, BeforeValidator(_decoded_blocks)]
_Attachments = Annotated[list[Json] | None, BeforeValidator(_decoded_blocks)]


class Content(BaseModel):
    channel: str
    text: str | None = None
    blocks: Blocks = None
    attachments: _Attachments = None

    def draft(self, thread_ts: str | None = None) -> Draft:
        return drafted(self.text, self.blocks, self.attachments, thread_ts)


class NewMessage(Content):
    thread_ts: str | None = None


class NewEphemeral(NewMessage):
    user: str


class NewVersion(Content):
    ts: str


class Place(BaseModel):
    channel: str
    ts: str


class Reaction(BaseModel):
    channel: str
    timestamp: str
    name: str


def post_message(workspace: Workspace, new: NewMessage) -> Json:
    if new.channel in workspace.users:
        channel = workspace.direct_messages(workspace.bot.id, new.channel)
    else:
        channel = workspace.channel(new.channel)
    said = workspace.post_as_member(channel, workspace.bot.id, new.draft(new.thread_ts))
    return {"channel": channel.id, "ts": said.ts, "message": payload.message(workspace, said)}


def post_ephemeral(workspace: Workspace, new: NewEphemeral) -> Json:
    channel = workspace.channel(new.channel)
    if new.user not in channel.members:
        raise RefusedError("user_not_in_channel")
    if workspace.bot.id not in channel.members:
        raise RefusedError("not_in_channel")
    said = workspace.post(channel, workspace.bot.id, new.draft(new.thread_ts), visible_to=new.user)
    return {"message_ts": said.ts}


def update_message(workspace: Workspace, new: NewVersion) -> Json:
    said = workspace.edit(_own(workspace, new.channel, new.ts, "cant_update_message"), new.draft())
    return {
        "channel": said.channel,
        "ts": said.ts,
        "text": said.draft.text,
        "message": payload.message(workspace, said),
    }


def delete_message(workspace: Workspace, place: Place) -> Json:
    workspace.delete(_own(workspace, place.channel, place.ts, "cant_delete_message"))
    return {"channel": place.channel, "ts": place.ts}


def add_reaction(workspace: Workspace, new: Reaction) -> Json:
    workspace.react(workspace.message(new.channel, new.timestamp), new.name, workspace.bot.id)
    return {}


def _own(workspace: Workspace, channel: str, ts: str, otherwise: str) -> Message:
    """The bot's own message; ephemeral ones cannot be reached through the Web API."""
    said = workspace.message(channel, ts)
    if said.is_ephemeral:
        raise RefusedError("message_not_found")
    if said.user != workspace.bot.id:
        raise RefusedError(otherwise)
    return said

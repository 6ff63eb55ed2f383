"""What does each method of the Web API do in the local workspace?"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, Generic, TypeVar

from pydantic import BaseModel, BeforeValidator

from bot.playground import payload
from bot.playground.message import Draft, Json, Message
from bot.playground.refusal import RefusedError
from bot.playground.response import drafted
from bot.playground.workspace import Workspace

HISTORY_LIMIT = 100
Arguments = TypeVar("Arguments", bound=BaseModel)


def _decoded(value: object) -> object:
    """Form bodies carry lists as JSON text."""
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        raise RefusedError("invalid_blocks_format") from None


_Blocks = Annotated[Any, BeforeValidator(_decoded)]
_Attachments = Annotated[list[Json] | None, BeforeValidator(_decoded)]


class NoArguments(BaseModel):
    pass


class Content(BaseModel):
    channel: str
    text: str | None = None
    blocks: _Blocks = None
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


class Conversation(BaseModel):
    channel: str
    limit: int = HISTORY_LIMIT


class Thread(Conversation):
    ts: str


class People(BaseModel):
    users: str | None = None
    channel: str | None = None


class OneUser(BaseModel):
    user: str


class OneBot(BaseModel):
    bot: str | None = None


class Reaction(BaseModel):
    channel: str
    timestamp: str
    name: str


def auth_test(workspace: Workspace, _: NoArguments) -> Json:
    return {
        "url": f"https://{workspace.team.domain}.example/",
        "team": workspace.team.name,
        "user": workspace.bot.name,
        "team_id": workspace.team.id,
        "user_id": workspace.bot.id,
        "bot_id": workspace.app.bot_id,
        "is_enterprise_install": False,
    }


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


def open_conversation(workspace: Workspace, wanted: People) -> Json:
    if wanted.channel:
        return {"channel": {"id": workspace.channel(wanted.channel).id}}
    people = (wanted.users or "").split(",")
    if len(people) != 1 or not people[0]:
        raise RefusedError("users_list_not_supplied")
    return {"channel": {"id": workspace.direct_messages(workspace.bot.id, people[0]).id}}


def conversation_info(workspace: Workspace, wanted: Conversation) -> Json:
    return {"channel": payload.channel(workspace.channel(wanted.channel), workspace.bot.id)}


def conversation_replies(workspace: Workspace, wanted: Thread) -> Json:
    channel = workspace.channel(wanted.channel)
    if (channel.id, wanted.ts) not in workspace.messages:
        raise RefusedError("thread_not_found")
    asked = workspace.messages[channel.id, wanted.ts]
    root = asked.draft.thread_ts or asked.ts
    listed = [workspace.messages[channel.id, root], *workspace.replies(channel, root)]
    return _page(workspace, listed, wanted.limit)


def conversation_history(workspace: Workspace, wanted: Conversation) -> Json:
    channel = workspace.channel(wanted.channel)
    if workspace.bot.id not in channel.members:
        raise RefusedError("not_in_channel")
    return _page(workspace, workspace.history(channel), wanted.limit)


def user_info(workspace: Workspace, wanted: OneUser) -> Json:
    return {"user": payload.user(workspace, workspace.user(wanted.user))}


def bot_info(workspace: Workspace, wanted: OneBot) -> Json:
    app = workspace.app
    if wanted.bot not in {None, app.bot_id}:
        raise RefusedError("bot_not_found")
    return {
        "bot": {
            "id": app.bot_id,
            "deleted": False,
            "name": app.name,
            "app_id": app.id,
            "user_id": app.user_id,
        }
    }


def add_reaction(workspace: Workspace, new: Reaction) -> Json:
    workspace.react(workspace.message(new.channel, new.timestamp), new.name, workspace.bot.id)
    return {}


@dataclass(frozen=True)
class Method(Generic[Arguments]):
    arguments: type[Arguments]
    run: Callable[[Workspace, Arguments], Json]


METHODS: dict[str, Method[Any]] = {
    "auth.test": Method(NoArguments, auth_test),
    "chat.postMessage": Method(NewMessage, post_message),
    "chat.postEphemeral": Method(NewEphemeral, post_ephemeral),
    "chat.update": Method(NewVersion, update_message),
    "chat.delete": Method(Place, delete_message),
    "conversations.open": Method(People, open_conversation),
    "conversations.info": Method(Conversation, conversation_info),
    "conversations.replies": Method(Thread, conversation_replies),
    "conversations.history": Method(Conversation, conversation_history),
    "users.info": Method(OneUser, user_info),
    "bots.info": Method(OneBot, bot_info),
    "reactions.add": Method(Reaction, add_reaction),
}


def _own(workspace: Workspace, channel: str, ts: str, otherwise: str) -> Message:
    """The bot's own message; ephemeral ones cannot be reached through the Web API."""
    said = workspace.message(channel, ts)
    if said.is_ephemeral:
        raise RefusedError("message_not_found")
    if said.user != workspace.bot.id:
        raise RefusedError(otherwise)
    return said


def _page(workspace: Workspace, listed: list[Message], limit: int) -> Json:
    shown = [payload.message(workspace, said) for said in listed[:limit]]
    return {"messages": shown, "has_more": len(listed) > limit}

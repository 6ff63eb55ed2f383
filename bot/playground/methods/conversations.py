"""How does the app find conversations and read what was said in them?"""

from pydantic import BaseModel

from bot.playground import payload
from bot.playground.message import Json, Message
from bot.playground.refusal import RefusedError
from bot.playground.workspace import Workspace

HISTORY_LIMIT = 100


class Conversation(BaseModel):
    channel: str
    limit: int = HISTORY_LIMIT


class Thread(Conversation):
    ts: str


class People(BaseModel):
    users: str | None = None
    channel: str | None = None


def open_conversation(workspace: Workspace, wanted: People) -> Json:
    if wanted.channel:
        return {"channel": {"id": workspace.channel(wanted.channel).id}}
    people = (wanted.users or "").split(",")
    if len(people) != 1 or not people[0]:
        raise RefusedError("users_list_not_supplied")
    return {"channel": {"id": workspace.direct_messages(workspace.bot.id, people[0]).id}}


def info(workspace: Workspace, wanted: Conversation) -> Json:
    return {"channel": payload.channel(workspace.channel(wanted.channel), workspace.bot.id)}


def replies(workspace: Workspace, wanted: Thread) -> Json:
    channel = workspace.channel(wanted.channel)
    if (channel.id, wanted.ts) not in workspace.messages:
        raise RefusedError("thread_not_found")
    asked = workspace.messages[channel.id, wanted.ts]
    root = asked.draft.thread_ts or asked.ts
    listed = [workspace.messages[channel.id, root], *workspace.replies(channel, root)]
    return _page(workspace, listed, wanted.limit)


def history(workspace: Workspace, wanted: Conversation) -> Json:
    channel = workspace.channel(wanted.channel)
    if workspace.bot.id not in channel.members:
        raise RefusedError("not_in_channel")
    return _page(workspace, workspace.history(channel), wanted.limit)


def _page(workspace: Workspace, listed: list[Message], limit: int) -> Json:
    shown = [payload.message(workspace, said) for said in listed[:limit]]
    return {"messages": shown, "has_more": len(listed) > limit}

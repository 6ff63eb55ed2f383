"""How does the app say what it is doing, and what one might ask it?"""

from typing import Annotated

from pydantic import BaseModel, BeforeValidator

from bot.playground.agent import Prompts
from bot.playground.message import Json, Message
from bot.playground.methods.method import decoded
from bot.playground.refusal import RefusedError
from bot.playground.workspace import Channel, Workspace


class Prompt(BaseModel):
    title: str
    message: str


class NewStatus(BaseModel):
    channel_id: str
    thread_ts: str
    status: str
    loading_messages: Annotated[list[str] | None, BeforeValidator(decoded)] = None


class NewPrompts(BaseModel):
    channel_id: str
    prompts: Annotated[list[Prompt], BeforeValidator(decoded)]
    title: str | None = None
    thread_ts: str | None = None


class NewTitle(BaseModel):
    channel_id: str
    thread_ts: str
    title: str


def set_status(workspace: Workspace, new: NewStatus) -> Json:
    channel = _channel(workspace, new.channel_id)
    root = _root(workspace, channel, new.thread_ts)
    workspace.agent.set_status(root, new.status, tuple(new.loading_messages or ()))
    return {}


def set_suggested_prompts(workspace: Workspace, new: NewPrompts) -> Json:
    """In the agent view Slack takes prompts for a thread without a word and shows nothing."""
    channel = _channel(workspace, new.channel_id)
    prompts = Prompts(new.title, tuple((prompt.title, prompt.message) for prompt in new.prompts))
    if new.thread_ts is None:
        workspace.agent.suggest(channel.id, prompts)
    return {}


def set_title(workspace: Workspace, new: NewTitle) -> Json:
    """The title stands in the list of threads, which this workspace does not show."""
    _root(workspace, _channel(workspace, new.channel_id), new.thread_ts)
    return {}


def _channel(workspace: Workspace, channel_id: str) -> Channel:
    channel = workspace.channels.get(channel_id)
    if channel is None or workspace.bot.id not in channel.members:
        raise RefusedError("channel_not_found")
    return channel


def _root(workspace: Workspace, channel: Channel, thread_ts: str) -> Message:
    root = workspace.messages.get((channel.id, thread_ts))
    if root is None or root.is_reply or root.is_ephemeral:
        raise RefusedError("invalid_thread_ts")
    return root

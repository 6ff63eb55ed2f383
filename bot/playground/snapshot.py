"""What does the page get to know of the workspace?"""

from dataclasses import asdict, dataclass

from bot.playground.message import Change, Json, Message
from bot.playground.workspace import Channel, User, Workspace


@dataclass(frozen=True)
class CommandHint:
    """A command as the composer offers it: `/deal ask`, `QUESTION`, what it does.

    The first word is the slash command; where `hint` is empty there is nothing more to type.
    """

    command: str
    hint: str
    description: str


@dataclass(frozen=True)
class Example:
    """Something to try, as a person would type it, and what it shows."""

    text: str
    description: str


@dataclass(frozen=True)
class ShortcutHint:
    """Something that the app does with a message, or from anywhere, as a menu offers it."""

    callback_id: str
    name: str
    description: str


@dataclass(frozen=True)
class Offer:
    """What the page offers to somebody who does not know the bot yet."""

    welcome: str = ""
    commands: tuple[CommandHint, ...] = ()
    examples: tuple[Example, ...] = ()
    shortcuts: tuple[ShortcutHint, ...] = ()
    everywhere: tuple[ShortcutHint, ...] = ()


def snapshot(workspace: Workspace, reader: User, offer: Offer) -> Json:
    """All that `reader` may see, and what the composer offers."""
    return {
        "team": workspace.team.name,
        "you": reader.id,
        "bot": workspace.bot.id,
        "people": [person.id for person in workspace.people],
        "users": {user.id: _user(user) for user in workspace.users.values()},
        "channels": [_channel(workspace, channel, reader) for channel in channels_of(workspace, reader)],
        "messages": [_message(message) for message in workspace.readable(reader.id)],
        **asdict(offer),
    }


def channels_of(workspace: Workspace, reader: User) -> list[Channel]:
    return [channel for channel in workspace.channels.values() if reader.id in channel.members]


def change_for(workspace: Workspace, reader: User, change: Change) -> Json | None:
    """A change as the page of `reader` applies it, or nothing if it is none of their business."""
    if not workspace.may_read(reader.id, change.message):
        return None
    return {"kind": change.kind, "message": _message(change.message)}


def _user(user: User) -> Json:
    return {"name": user.real_name, "handle": user.name, "is_bot": user.is_bot}


def _channel(workspace: Workspace, channel: Channel, reader: User) -> Json:
    return {
        "id": channel.id,
        "name": channel.name,
        "topic": channel.topic,
        "members": sorted(channel.members),
        "is_archived": channel.is_archived,
        "with": workspace.correspondent(channel, reader.id).id if channel.is_im else None,
    }


def _message(message: Message) -> Json:
    draft = message.draft
    return {
        "channel": message.channel,
        "ts": message.ts,
        "user": message.user,
        "text": draft.text,
        "blocks": list(draft.blocks),
        "attachments": list(draft.attachments),
        "thread_ts": draft.thread_ts if message.is_reply else None,
        "answers": draft.answers,
        "ephemeral": message.is_ephemeral,
        "edited": message.edited is not None and not message.is_ephemeral,
        "reactions": [{"name": name, "users": list(users)} for name, users in message.reactions],
    }

"""What does the page get to know of the workspace?"""

from dataclasses import asdict, dataclass

from bot.playground.agent import Prompts
from bot.playground.faults import FAULTS, RESPONSE_URL, UPLOAD, Faults
from bot.playground.interaction import state_key
from bot.playground.message import Change, Json, Message
from bot.playground.methods import METHODS
from bot.playground.screens import View
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
        "has_home": workspace.app.has_home,
        "people": [person.id for person in workspace.people],
        "users": {user.id: _user(user) for user in workspace.users.values()},
        "channels": [_channel(workspace, channel, reader) for channel in channels_of(workspace, reader)],
        "messages": [_message(workspace, reader, message) for message in workspace.readable(reader.id)],
        "screen": screen_of(workspace, reader),
        "can_fail": {"methods": [*sorted(METHODS), RESPONSE_URL, UPLOAD], "faults": list(FAULTS)},
        **asdict(offer),
    }


def channels_of(workspace: Workspace, reader: User) -> list[Channel]:
    return [channel for channel in workspace.channels.values() if reader.id in channel.members]


def change_for(workspace: Workspace, reader: User, change: Change) -> Json | None:
    """A change as the page of `reader` applies it, or nothing if it is none of their business."""
    if not workspace.may_read(reader.id, change.message):
        return None
    return {"kind": change.kind, "message": _message(workspace, reader, change.message)}


def screen_of(workspace: Workspace, reader: User) -> Json:
    """What stands in front of and beside the channels: modals, the Home tab, what the app does and suggests."""
    screens, agent = workspace.screens, workspace.agent
    home, places = screens.homes.get(reader.id), [channel.id for channel in channels_of(workspace, reader)]
    return {
        "modals": [_view(workspace, view) for view in screens.stack(reader.id)],
        "home": _view(workspace, home) if home else None,
        "statuses": {
            place: {ts: {"text": status.text, "loading": status.loading} for ts, status in found.items()}
            for place in places
            if (found := agent.statuses(place))
        },
        "prompts": {place: _prompts(agent.prompts[place]) for place in places if place in agent.prompts},
    }


def planned(faults: Faults) -> Json:
    """The faults that are planned, by method: their names."""
    names = {fault: name for name, fault in FAULTS.items()}
    return {method: [names.get(fault, fault.error) for fault in coming] for method, coming in faults.planned().items()}


def _view(workspace: Workspace, view: View) -> Json:
    written = view.definition
    shown = {key: (written.get(key) or {}).get("text") for key in ("title", "submit", "close")}
    return {
        "id": view.id,
        "hash": view.hash,
        **shown,
        "submit_disabled": bool(written.get("submit_disabled")),
        "blocks": view.blocks,
        "state": workspace.screens.state(view.id, view.blocks),
    }


def _prompts(offered: Prompts) -> Json:
    return {
        "title": offered.title,
        "prompts": [{"title": title, "message": message} for title, message in offered.prompts],
    }


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


def _message(workspace: Workspace, reader: User, message: Message) -> Json:
    draft = message.draft
    return {
        "channel": message.channel,
        "ts": message.ts,
        "user": message.user,
        "text": draft.text,
        "blocks": list(draft.blocks),
        "attachments": list(draft.attachments),
        "files": [_file(workspace, file_id) for file_id in draft.files],
        "state": workspace.screens.state(state_key(reader, message), list(draft.blocks)),
        "streaming": workspace.streams.is_open(message),
        "thread_ts": draft.thread_ts if message.is_reply else None,
        "answers": draft.answers,
        "ephemeral": message.is_ephemeral,
        "edited": message.edited is not None and not message.is_ephemeral,
        "reactions": [{"name": name, "users": list(users)} for name, users in message.reactions],
    }


def _file(workspace: Workspace, file_id: str) -> Json:
    file = workspace.shelf.brought(file_id)
    return {
        "id": file.id,
        "name": file.name,
        "title": file.title or file.name,
        "alt": file.alt_text or "",
        "size": file.length,
        "is_picture": file.media_type.startswith("image/"),
    }

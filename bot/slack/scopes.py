"""Which scope does each event and each method of Slack's take, and which does the bot need in all?

The scopes are those of Slack's reference of events, methods and features; None where it asks for none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.slack.registry import Happening, Listener, Pick, Slash

EVENTS: dict[str, str | None] = {
    "app_context_changed": None,
    "app_home_opened": None,
    "app_mention": "app_mentions:read",
    "message.channels": "channels:history",
    "message.groups": "groups:history",
    "message.im": "im:history",
    "message.mpim": "mpim:history",
}
METHODS: dict[str, str | None] = {
    "assistant.threads.setStatus": "assistant:write",
    "assistant.threads.setSuggestedPrompts": "assistant:write",
    "assistant.threads.setTitle": "assistant:write",
    "chat.appendStream": "chat:write",
    "chat.delete": "chat:write",
    "chat.postEphemeral": "chat:write",
    "chat.postMessage": "chat:write",
    "chat.startStream": "chat:write",
    "chat.stopStream": "chat:write",
    "chat.update": "chat:write",
    "conversations.open": "im:write",
    "files.completeUploadExternal": "files:write",
    "files.getUploadURLExternal": "files:write",
    "users.info": "users:read",
    "views.open": None,
    "views.publish": None,
    "views.push": None,
    "views.update": None,
}
# The features of an app that take a scope of their own, beside what they call.
COMMANDS = "commands"


def scopes(listeners: Iterable[Listener]) -> list[str]:
    """The scopes that the listeners need, in the order of the alphabet; no other is asked for."""
    return sorted({scope for listener in listeners for scope in _needed(listener)})


def subscriptions(listeners: Iterable[Listener]) -> list[str]:
    """The events that an app with these listeners subscribes to, in the order of the alphabet."""
    heard = (listener.heard for listener in listeners)
    return sorted({name for event in heard if isinstance(event, Happening) for name in event.subscriptions})


def _needed(listener: Listener) -> Iterator[str]:
    if isinstance(listener.heard, Slash | Pick):
        yield COMMANDS
    asked = (*(EVENTS[name] for name in subscriptions([listener])), *(METHODS[name] for name in listener.calls))
    yield from filter(None, asked)

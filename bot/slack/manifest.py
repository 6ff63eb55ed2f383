"""What does one paste at Slack to create the app? A manifest made from the registry, over HTTP or in Socket Mode."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from bot.slack.registry import Happening, Heard, Listener, Options, Pick, Slash, listeners
from bot.slack.scopes import scopes, subscriptions

BOT_NAME = "Dealcheck"
DESCRIPTION = "Cited answers about one deal, and where the sources disagree"
_HOME, _AGENT = "app_home_opened", "app_context_changed"  # events that stand for the features they belong to

Json = dict[str, Any]
_Kind = TypeVar("_Kind", bound=Heard)


def manifest(options: Options, request_url: str | None = None) -> Json:
    """The manifest as an object; without a request URL, one for Socket Mode, in which Slack calls no address."""
    heard = listeners(options)
    return {
        "display_information": {"name": BOT_NAME, "description": DESCRIPTION},
        "features": dict(_features(heard, request_url)),
        "oauth_config": {"scopes": {"bot": scopes(heard)}},
        "settings": {
            "event_subscriptions": _reached(request_url) | {"bot_events": subscriptions(heard)},
            "interactivity": {"is_enabled": True} | _reached(request_url),
            "org_deploy_enabled": False,
            "socket_mode_enabled": request_url is None,
            "token_rotation_enabled": False,
        },
    }


def needed_scopes(options: Options) -> list[str]:
    """The scopes that the manifest asks for."""
    return scopes(listeners(options))


def _features(heard: tuple[Listener, ...], request_url: str | None) -> Iterator[tuple[str, Any]]:
    events = {event.event for event in _all(Happening, heard)}
    yield "bot_user", {"display_name": BOT_NAME, "always_online": True}
    yield (
        "app_home",
        {
            "home_tab_enabled": _HOME in events,
            "messages_tab_enabled": True,
            "messages_tab_read_only_enabled": False,
        },
    )
    if _AGENT in events:
        yield "agent_view", {"agent_description": DESCRIPTION}
    yield "slash_commands", [_slash_command(command, request_url) for command in _all(Slash, heard)]
    yield "shortcuts", [_shortcut(pick) for pick in _all(Pick, heard)]


def _slash_command(command: Slash, request_url: str | None) -> Json:
    """Escaped: people and channels come by their ids, not by names that may be anybody's."""
    told = {"command": command.command, "description": command.description, "usage_hint": command.hint}
    return told | {"should_escape": True} | ({"url": request_url} if request_url else {})


def _shortcut(pick: Pick) -> Json:
    shortcut = pick.shortcut
    return {
        "name": shortcut.name,
        "type": shortcut.kind,
        "callback_id": shortcut.callback_id,
        "description": shortcut.description,
    }


def _reached(request_url: str | None) -> Json:
    return {"request_url": request_url} if request_url else {}


def _all(kind: type[_Kind], heard: Iterable[Listener]) -> list[_Kind]:
    return [listener.heard for listener in heard if isinstance(listener.heard, kind)]

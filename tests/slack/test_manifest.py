"""Does the manifest say what Slack needs, within Slack's limits, and only what the registry holds?"""

from __future__ import annotations

from typing import Any

import pytest

from bot.command import CHECK_MESSAGE, COMMANDS, SLASH
from bot.slack import Options, manifest
from bot.slack.registry import Pick, Slash, listeners
from bot.slack.scopes import scopes, subscriptions

URL = "https://bot.example/slack/events"
VARIANTS = [(Options(), None), (Options(), URL), (Options("/who", follow_threads=True), URL)]


@pytest.mark.parametrize(("options", "url"), VARIANTS)
def test_the_manifest_holds_what_the_registry_holds(options: Options, url: str | None) -> None:
    """Commands, shortcuts, events and scopes are those of the registry, none missing and none beside them."""
    made = manifest(options, url)
    heard = [listener.heard for listener in listeners(options)]
    commands = [command.command for command in heard if isinstance(command, Slash)]
    picks = [pick.shortcut.callback_id for pick in heard if isinstance(pick, Pick)]
    assert [command["command"] for command in made["features"]["slash_commands"]] == commands
    assert [shortcut["callback_id"] for shortcut in made["features"]["shortcuts"]] == picks
    assert made["settings"]["event_subscriptions"]["bot_events"] == subscriptions(listeners(options))
    assert made["oauth_config"]["scopes"]["bot"] == scopes(listeners(options))


def test_over_http_slack_is_told_the_address_in_each_place_that_asks_for_one() -> None:
    """Commands, interactivity and events have the request URL; in Socket Mode nothing has one."""
    over_http = manifest(Options(), URL)
    assert not over_http["settings"]["socket_mode_enabled"]
    assert addresses(over_http) == [URL] * (len(over_http["features"]["slash_commands"]) + 2)
    assert manifest(Options())["settings"]["socket_mode_enabled"]
    assert addresses(manifest(Options())) == []


def test_the_command_for_names_can_be_chosen() -> None:
    """A workspace that allows it has `/who`; no other name for it is registered."""
    commands = manifest(Options("/who"))["features"]["slash_commands"]
    assert [command["command"] for command in commands] == [SLASH, "/who"]


def test_commands_are_escaped_and_hint_at_what_can_follow() -> None:
    """Mentions come by their ids, and the hint of the main command names each that can be typed behind it."""
    commands = manifest(Options())["features"]["slash_commands"]
    assert all(command["should_escape"] for command in commands)
    hint = commands[0]["usage_hint"].strip("[]").split(" | ")
    assert hint == [command.usage.removeprefix(f"{SLASH} ") for command in COMMANDS]


def test_the_shortcut_of_a_message() -> None:
    """The message shortcut stands there under the name that the help gives."""
    (shortcut,) = [s for s in manifest(Options())["features"]["shortcuts"] if s["type"] == "message"]
    assert (shortcut["name"], shortcut["callback_id"]) == (CHECK_MESSAGE.name, CHECK_MESSAGE.callback_id)


def test_the_tabs_and_the_pane_are_on_where_somebody_listens() -> None:
    """An app that shows a tab or a pane that nothing fills would be broken; direct messages can always be written."""
    for options, url in VARIANTS:
        features, events = manifest(options, url)["features"], subscriptions(listeners(options))
        assert features["app_home"]["home_tab_enabled"] == ("app_home_opened" in events)
        assert ("agent_view" in features) == ("app_context_changed" in events)
        assert "assistant_view" not in features
        assert features["app_home"]["messages_tab_enabled"]
        assert not features["app_home"]["messages_tab_read_only_enabled"]


def test_everything_is_within_slacks_limits() -> None:
    """Names and descriptions are no longer than Slack takes."""
    made = manifest(Options())
    assert len(made["display_information"]["name"]) <= 35
    assert len(made["display_information"]["description"]) <= 140
    assert len(made["features"]["bot_user"]["display_name"]) <= 80
    assert len(made["features"]["slash_commands"]) <= 50
    assert len(made["features"]["shortcuts"]) <= 10
    for command in made["features"]["slash_commands"]:
        assert len(command["command"]) <= 32
        assert len(command["description"]) <= 2000
        assert len(command["usage_hint"]) <= 1000
    for shortcut in made["features"]["shortcuts"]:
        assert len(shortcut["name"]) <= 24
        assert len(shortcut["callback_id"]) <= 255
        assert len(shortcut["description"]) <= 150


def addresses(part: Any) -> list[str]:
    """Every address in a manifest."""
    match part:
        case dict():
            return [address for inside in part.values() for address in addresses(inside)]
        case list():
            return [address for inside in part for address in addresses(inside)]
        case str() if part.startswith("https://"):
            return [part]
        case _:
            return []

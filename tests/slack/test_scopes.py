"""Does the app ask for exactly the scopes and events that its listeners need?"""

from __future__ import annotations

import re
from pathlib import Path

import bot.slack
from bot.slack.registry import Options, listeners
from bot.slack.scopes import METHODS, scopes, subscriptions

ALL = listeners(Options(follow_threads=True))
CALL = re.compile(r"\bclient\s*\.\s*([a-z]+_\w+)\(")
# What the bot calls for itself, before it listens to anything; neither takes a scope of the bot's.
AT_THE_START = {"auth_test", "apps_connections_open"}
# slack_sdk's own names for several methods in a row.
IN_A_ROW = {"files_upload_v2": {"files.getUploadURLExternal", "files.completeUploadExternal"}}


def called() -> set[str]:
    """The methods of the Web API that the code calls, by Slack's names."""
    sources = Path(bot.slack.__file__).parent.glob("*.py")
    names = {name for source in sources for name in CALL.findall(source.read_text("utf-8"))} - AT_THE_START
    known = {method.replace(".", "_"): {method} for method in METHODS} | IN_A_ROW
    assert names <= set(known), f"bot/slack/scopes.py does not know {names - set(known)}"
    return {method for name in names for method in known[name]}


def test_the_registry_names_the_methods_that_are_called() -> None:
    """What the code calls and what the entries name is the same, so that no scope is missing and none unused."""
    assert {method for listener in ALL for method in listener.calls} == called()


def test_the_smallest_set_of_scopes() -> None:
    """Reading what people write in channels is asked for only where threads are followed."""
    wider = {"channels:history", "groups:history", "mpim:history"}
    assert set(scopes(ALL)) - set(scopes(listeners(Options()))) == wider
    assert not wider & set(scopes(listeners(Options())))
    assert {"commands", "chat:write", "app_mentions:read", "im:history"} <= set(scopes(listeners(Options())))


def test_an_event_is_subscribed_to_once() -> None:
    """Each subscription belongs to an event that a listener takes, and stands once."""
    assert subscriptions(ALL) == sorted(set(subscriptions(ALL)))
    assert {"app_mention", "message.im", "message.channels"} <= set(subscriptions(ALL))

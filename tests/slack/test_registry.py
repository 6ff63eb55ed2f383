"""Is everything that stands in the registry listened to, and nothing else?"""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from slack_bolt.async_app import AsyncBoltRequest

from bot.blocks import ASK, PAGE, SHARE
from bot.desk import Desk
from bot.slack import Connection, Identity, Options, create_app, open_connection
from bot.slack.registry import Closing, Happening, Heard, Listener, Pick, Press, Slash, Submission, listeners

EVERYTHING = Options(follow_threads=True)


@pytest.fixture
async def connection() -> AsyncIterator[Connection]:
    """A connection over which nothing is sent."""
    opened = open_connection("xoxb-1", "http://127.0.0.1:9/", Identity("U1"))
    yield opened
    await opened.close()


def sent(heard: Heard) -> dict[str, Any]:
    """What Slack sends for it, as little as tells what it is."""
    match heard:
        case Slash(command):
            return {"command": command, "text": "help"}
        case Press(action):
            pressed = {"type": "button", "action_id": action, "block_id": "b"}
            return {"type": "block_actions", "user": {"id": "U1"}, "container": {}, "actions": [pressed]}
        case Submission(callback_id):
            return {"type": "view_submission", "view": {"type": "modal", "callback_id": callback_id}}
        case Closing(callback_id):
            return {"type": "view_closed", "view": {"type": "modal", "callback_id": callback_id}}
        case Pick(shortcut):
            kind = "message_action" if shortcut.kind == "message" else "shortcut"
            return {"type": kind, "callback_id": shortcut.callback_id}
        case Happening(event):
            return {"type": "event_callback", "event_id": "Ev1", "event": {"type": event, "ts": "1.0"}}


@pytest.mark.parametrize("listener", listeners(EVERYTHING), ids=lambda listener: str(listener.heard)[:60])
async def test_each_entry_is_listened_to(listener: Listener, desk: Desk, connection: Connection) -> None:
    """What an entry names reaches a listener, whatever that makes of it: nothing is answered with a 404."""
    app = create_app(desk, connection, options=EVERYTHING)
    heard = await app.async_dispatch(AsyncBoltRequest(body=sent(listener.heard), mode="socket_mode"))
    assert heard.status == 200


async def test_what_no_entry_names_is_not_listened_to(desk: Desk, connection: Connection) -> None:
    """A command that is not in the registry finds no listener."""
    app = create_app(desk, connection)
    heard = await app.async_dispatch(AsyncBoltRequest(body=sent(Slash("/other", "", "")), mode="socket_mode"))
    assert heard.status == 404


def test_nothing_stands_in_the_registry_twice() -> None:
    """Of two listeners to the same, only the first would ever be reached."""
    heard = [listener.heard for listener in listeners(EVERYTHING)]
    assert len(set(heard)) == len(heard)


def test_every_button_of_an_answer_has_its_entry() -> None:
    """The action ids that messages carry are those of the registry."""
    pressed = {listener.heard.action for listener in listeners(Options()) if isinstance(listener.heard, Press)}
    assert {ASK, PAGE, SHARE} <= pressed

"""What happens when something of ours, or Slack itself, fails? The log gets the traceback, the person one sentence.

Both carry the same reference, so that whoever runs the bot finds one by the other.
"""

from __future__ import annotations

import logging
import secrets
from dataclasses import dataclass
from functools import partial
from traceback import format_tb
from typing import Any

from slack_bolt import BoltResponse

from bot.blocks import SHARE_CHECK, Message
from bot.blocks.forms import told
from bot.command import statement_in
from bot.slack.background import Work
from bot.slack.connection import Connection
from bot.slack.places import Direct, Place, ResponseUrl

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Errors:
    """The one place where errors end."""

    connection: Connection

    async def handle(self, error: Exception, body: dict[str, Any]) -> BoltResponse:
        """Of a listener or a middleware of Bolt: a slash command and a form are answered at once, a click behind it."""
        apology = _logged(error, private=_holds_a_text(body))
        if "command" in body:
            return BoltResponse(status=200, body={"response_type": "ephemeral", "text": apology.text})
        if body.get("type") == "view_submission":
            return BoltResponse(status=200, body={"response_action": "update", "view": told("Not done", apology.text)})
        if place := _waiting(body):
            self.connection.background.start(self.connection.say(place, apology), _unreported)
        return BoltResponse(status=200, body="")

    def watch(self, work: Work, place: Place, *, private: bool = False) -> None:
        """Runs work in the background; if it fails, whoever waits for it at `place` is told.

        `private` where a text is checked, of which nothing may reach the log.
        """
        self.connection.background.start(work, partial(self._report, place, private))

    async def _report(self, place: Place, private: bool, error: BaseException) -> None:
        apology = _logged(error, private=private)
        self.connection.background.start(self.connection.say(place, apology), _unreported)


async def _unreported(error: BaseException) -> None:
    """Slack did not even take the apology; there is nobody left to tell."""
    _logged(error)


def _waiting(body: dict[str, Any]) -> ResponseUrl | Direct | None:
    """Where somebody waits for an answer: where they clicked, or on Home, in a dialog and by a shortcut, they alone."""
    person = str((body.get("user") or {}).get("id", ""))
    if url := body.get("response_url"):
        return ResponseUrl(str(url), channel=str((body.get("channel") or {}).get("id", "")), user=person)
    return Direct(person) if person else None


def _holds_a_text(body: dict[str, Any]) -> bool:
    """Whether a request brought a text to be checked, or one that was checked and is to be shared."""
    shared = any(action.get("action_id") == SHARE_CHECK for action in body.get("actions") or ())
    return shared or body.get("type") == "message_action" or statement_in(str(body.get("text", ""))) is not None


def _logged(error: BaseException, *, private: bool = False) -> Message:
    """Puts an error into the log; of a private one only its kind and where it arose: its message may hold words."""
    reference = secrets.token_hex(3)
    if private:
        _LOG.error("Reference %s: %s\n%s", reference, type(error).__name__, "".join(format_tb(error.__traceback__)))
    else:
        _LOG.error("Reference %s", reference, exc_info=error)
    text = f"That went wrong on our side. Please tell whoever runs this bot, with the reference {reference}."
    return Message(text, [])

"""What happens when something of ours, or Slack itself, fails? The log gets the traceback, the person one sentence.

Both carry the same reference, so that whoever runs the bot finds one by the other.
"""

from __future__ import annotations

import logging
import secrets
from dataclasses import dataclass
from functools import partial
from typing import Any

from slack_bolt import BoltResponse

from bot.blocks import Message
from bot.slack.background import Work
from bot.slack.connection import Connection, ResponseUrl, Thread

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Errors:
    """The one place where errors end."""

    connection: Connection

    async def handle(self, error: Exception, body: dict[str, Any]) -> BoltResponse:
        """Of a listener or a middleware of Bolt: a slash command is answered at once, a click through its URL."""
        apology = _logged(error)
        if "command" in body:
            return BoltResponse(status=200, body={"response_type": "ephemeral", "text": apology.text})
        if url := body.get("response_url"):
            self.connection.background.start(self._tell(ResponseUrl(url), apology), _unreported)
        return BoltResponse(status=200, body="")

    def watch(self, work: Work, place: Thread | ResponseUrl) -> None:
        """Runs work in the background; if it fails, whoever waits for it at `place` is told."""
        self.connection.background.start(work, partial(self._report, place))

    async def _report(self, place: Thread | ResponseUrl, error: BaseException) -> None:
        apology = _logged(error)
        self.connection.background.start(self._tell(place, apology), _unreported)

    async def _tell(self, place: Thread | ResponseUrl, apology: Message) -> None:
        match place:
            case Thread():
                await self.connection.post(place, apology)
            case ResponseUrl():
                await self.connection.respond(place, apology, response_type="ephemeral", replace_original=False)


async def _unreported(error: BaseException) -> None:
    """Slack did not even take the apology; there is nobody left to tell."""
    _logged(error)


def _logged(error: BaseException) -> Message:
    reference = secrets.token_hex(3)
    _LOG.error("Reference %s", reference, exc_info=error)
    text = f"That went wrong on our side. Please tell whoever runs this bot, with the reference {reference}."
    return Message(text, [])

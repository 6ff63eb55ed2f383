"""How are dialogs opened and stacked, and what if that is no longer possible? Then the same is said in a message."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError

from bot.blocks import Message, Modal
from bot.slack.connection import Connection
from bot.slack.payload import Click, Start

_REFUSED = (SlackApiError, aiohttp.ClientError, TimeoutError)
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Dialogs:
    """Opens dialogs. A click allows for one, within three seconds; Slack stacks three of them."""

    connection: Connection

    async def open(self, click: Click | Start, view: Modal, otherwise: Callable[[], Iterable[Message]]) -> None:
        """Opens a dialog, above the one that was clicked in.

        Where Slack does not take it, it stands in place of that one; from a message, `otherwise` is said.
        """
        try:
            await self._open(click, dict(view))
        except _REFUSED as error:
            _LOG.warning("A dialog was not opened: %s", _reason(error))
            await self._instead(click, view, otherwise)

    async def turn(self, click: Click, view: Modal) -> None:
        """Puts another page in place of the dialog that was clicked in. Raises SlackApiError."""
        if click.view:
            await self.connection.client.views_update(view_id=click.view.id, view=dict(view))

    async def _open(self, click: Click | Start, view: dict[str, Any]) -> None:
        client = self.connection.client
        if isinstance(click, Click) and click.in_dialog:
            await client.views_push(trigger_id=click.trigger_id, view=view)
        else:
            await client.views_open(trigger_id=click.trigger_id, view=view)

    async def _instead(self, click: Click | Start, view: Modal, otherwise: Callable[[], Iterable[Message]]) -> None:
        if isinstance(click, Click) and click.in_dialog:
            await self.turn(click, view)
        else:
            await self.connection.show(click.place, otherwise())


def _reason(error: Exception) -> str:
    """What Slack said, without the dialog, which it repeats."""
    told = error.response.data if isinstance(error, SlackApiError) else None
    return str(told["error"]) if isinstance(told, dict) and "error" in told else type(error).__name__

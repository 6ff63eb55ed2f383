"""What if Slack does not take the blocks of a message? It is sent ever plainer, its sources kept, until it is taken."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable

from slack_sdk.errors import SlackApiError

from bot.blocks import Message
from bot.slack.refusals import TOO_RICH, ResponseRefusedError, code_of

_LOG = logging.getLogger(__name__)


async def plainer(message: Message, send: Callable[[Message], Awaitable[None]]) -> None:
    """Sends it as it is, then as sections, then as text; any other refusal ends that. Raises as `send`."""
    *richer, barest = message.rungs
    for rung in richer:
        try:
            await send(rung)
        except (SlackApiError, ResponseRefusedError) as error:
            if not (code := _too_rich(error)):
                raise
            _LOG.error("Slack did not take the blocks of a message: %s", code)
        else:
            return
    await send(barest)


def _too_rich(error: SlackApiError | ResponseRefusedError) -> str:
    """Slack's code, where it is the blocks that it does not take; a response URL has it somewhere in its answer."""
    told = code_of(error) if isinstance(error, SlackApiError) else str(error)
    return next((code for code in sorted(TOO_RICH, key=len, reverse=True) if code in told), "")

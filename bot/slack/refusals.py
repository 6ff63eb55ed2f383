"""What does Slack refuse, and what follows from it? Its codes, and one line where it does not take us at all."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_slack_response import AsyncSlackResponse

# What Slack says where it is the blocks that it does not take.
TOO_RICH = frozenset({"invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "msg_too_long"})
# What it says where a channel takes no message of ours, and what somebody is told of it.
NO_PLACE = {
    "is_archived": "because it is archived",
    "channel_not_found": "because I cannot see it",
    "not_in_channel": "because I am not in it",
    "restricted_action": "because posting there is restricted",
    "restricted_action_read_only_channel": "because it can only be read",
    "restricted_action_thread_only_channel": "because posting there is restricted",
    "restricted_action_thread_locked": "because the thread is locked",
}


class RefusedBySlackError(Exception):
    """Slack cannot be reached, or does not take us; one line that says which."""


class ResponseRefusedError(Exception):
    """Slack did not take what was sent to a response URL, which lives 30 minutes and 5 uses."""


def code_of(error: SlackApiError) -> str:
    """Slack's code for a refusal; empty where it did not answer like Slack."""
    told = error.response.data if isinstance(error.response, AsyncSlackResponse) else error.response
    return str(told.get("error", "")) if isinstance(told, dict) else ""


@contextlib.contextmanager
def refusals(api_url: str, variable: str) -> Iterator[None]:
    """Turns Slack's refusal of the token in `variable`, or of a connection, into RefusedBySlackError."""
    try:
        yield
    except SlackApiError as error:
        raise RefusedBySlackError(f"{api_url} {_reason(error, variable)}") from None
    except (aiohttp.ClientError, TimeoutError) as error:
        raise RefusedBySlackError(f"{api_url} cannot be reached: {str(error) or type(error).__name__}") from None


def _reason(error: SlackApiError, variable: str) -> str:
    told = error.response.data if isinstance(error.response, AsyncSlackResponse) else error.response
    if isinstance(told, dict) and "error" in told:
        return f"does not accept {variable}: {told['error']}"
    return "does not answer like Slack's Web API"

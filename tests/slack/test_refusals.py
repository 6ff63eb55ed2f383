"""Is it known what Slack refuses, whatever it answers with?"""

from __future__ import annotations

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError

from bot.slack.refusals import NO_PLACE, TOO_RICH, RefusedBySlackError, code_of, refusals

URL = "https://slack.example/api/"


@pytest.mark.parametrize(
    ("answered", "code"), [({"ok": False, "error": "is_archived"}, "is_archived"), ({}, ""), ("busy", ""), (None, "")]
)
def test_a_refusal_has_a_code_or_none(answered: object, code: str) -> None:
    """What is no answer of Slack's has no code, and is no reason to fail over it."""
    assert code_of(SlackApiError("refused", answered)) == code  # type: ignore[no-untyped-call]  # slack_sdk's own


def test_no_code_asks_for_two_things() -> None:
    """A plainer message helps, or another place does."""
    assert not TOO_RICH & NO_PLACE.keys()


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (SlackApiError("", {"error": "invalid_auth"}), f"{URL} does not accept SLACK_BOT_TOKEN: invalid_auth"),  # type: ignore[no-untyped-call]  # slack_sdk's own
        (SlackApiError("", {}), f"{URL} does not answer like Slack's Web API"),  # type: ignore[no-untyped-call]  # as above
        (aiohttp.ClientError("no route"), f"{URL} cannot be reached: no route"),
        (TimeoutError(), f"{URL} cannot be reached: TimeoutError"),
    ],
)
def test_what_keeps_the_bot_from_starting_is_one_line(error: Exception, line: str) -> None:
    """It names the address and the variable that is wrong."""
    with pytest.raises(RefusedBySlackError) as refused, refusals(URL, "SLACK_BOT_TOKEN"):
        raise error
    assert str(refused.value) == line

"""Is a message sent ever plainer, as long as it is the blocks that Slack does not take?"""

from __future__ import annotations

import pytest
from slack_sdk.errors import SlackApiError

from bot.blocks import Message, kit
from bot.slack.plainer import plainer
from bot.slack.refusals import ResponseRefusedError

ANSWER = Message("$2 billion\nSources: 011", [kit.header("Amount"), kit.section("$2 billion")])


class Line:
    """A line that refuses what is sent with one error after the other, then takes everything."""

    def __init__(self, *errors: Exception) -> None:
        self.errors = list(errors)
        self.sent: list[Message] = []

    async def send(self, message: Message) -> None:
        self.sent.append(message)
        if self.errors:
            raise self.errors.pop(0)


def refused(code: str) -> SlackApiError:
    return SlackApiError("refused", {"ok": False, "error": code})  # type: ignore[no-untyped-call]  # slack_sdk's own


@pytest.mark.parametrize(
    "error", [refused("invalid_blocks"), ResponseRefusedError("status 400: invalid_blocks_format")]
)
async def test_the_last_rung_is_text(error: Exception) -> None:
    """By the Web API and by a response URL: the blocks, then sections, then the text alone, which says the same."""
    line = Line(error, error)
    await plainer(ANSWER, line.send)
    assert [len(message.blocks) for message in line.sent] == [2, 1, 0]
    assert {message.text for message in line.sent} == {ANSWER.text}


@pytest.mark.parametrize("error", [refused("is_archived"), ResponseRefusedError("status 404: expired_url")])
async def test_another_refusal_is_not_met_with_less(error: Exception) -> None:
    """Where it is not the blocks, a plainer message would be refused too."""
    line = Line(error)
    with pytest.raises(type(error)):
        await plainer(ANSWER, line.send)
    assert line.sent == [ANSWER]

"""Do payloads become small objects that know where an answer belongs?"""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from bot.blocks import Request
from bot.slack.connection import ResponseUrl, Thread
from bot.slack.payload import Click, Post, SlashCommand


def click(value: str = '{"text": "summary"}', **container: Any) -> Click:
    return Click.model_validate(
        {
            "user": {"id": "U1", "name": "mara"},
            "container": {"type": "message", "channel_id": "C1", **container},
            "actions": [{"action_id": "share", "value": value}],
            "response_url": "https://x.example/1",
            "token": "unused",
        }
    )


def test_a_command_may_come_without_text() -> None:
    """Slack may leave the text out where none was typed."""
    assert SlashCommand.model_validate({"command": "/deal"}).text == ""
    with pytest.raises(ValidationError):
        SlashCommand.model_validate({"text": "summary"})


def test_a_click_knows_its_request_and_its_place() -> None:
    """The request comes from the button's value, the place from the response URL and the thread."""
    assert click().request == Request(text="summary")
    assert click("no").request is None
    assert click(thread_ts="1.0").place == ResponseUrl("https://x.example/1", "1.0")


@pytest.mark.parametrize(
    ("container", "replaceable"),
    [({}, False), ({"is_ephemeral": True}, True), ({"channel_id": "D1"}, True)],
)
def test_only_what_one_person_reads_is_replaceable(container: dict[str, Any], replaceable: bool) -> None:
    """A message changes in place only where nobody else looks at it."""
    assert click(**container).replaceable is replaceable


def test_a_post_is_answered_in_its_thread() -> None:
    """An answer belongs to the thread of the post, or begins one below it."""
    post = Post.model_validate({"type": "app_mention", "channel": "C1", "ts": "2.0", "user": "U1", "text": "hi"})
    assert post.thread == Thread("C1", "2.0")
    assert post.model_copy(update={"thread_ts": "1.0"}).thread == Thread("C1", "1.0")

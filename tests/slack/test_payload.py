"""Do payloads become small objects that know where an answer belongs?"""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from bot.blocks import Request
from bot.slack.payload import Click, MessageShortcut, Post, SlashCommand
from bot.slack.places import ResponseUrl, Thread


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
    assert click(thread_ts="1.0").place == ResponseUrl("https://x.example/1", "1.0", "C1", "U1")


@pytest.mark.parametrize(
    ("container", "replaceable"),
    [({}, False), ({"is_ephemeral": True}, True), ({"channel_id": "D1"}, True)],
)
def test_only_what_one_person_reads_is_replaceable(container: dict[str, Any], replaceable: bool) -> None:
    """A message changes in place only where nobody else looks at it."""
    assert click(**container).replaceable is replaceable


@pytest.mark.parametrize(
    ("channel", "name", "direct"),
    [("C1", "directmessage", True), ("D1", "general", False), ("D1", "", True), ("C1", "", False)],
)
def test_a_direct_message_is_known_by_its_name(channel: str, name: str, direct: bool) -> None:
    """What Slack calls the channel decides; only where it calls it nothing does the id."""
    clicked = click(channel_id=channel).model_dump() | {"channel": {"id": channel, "name": name}}
    assert Click.model_validate(clicked).in_direct_message is direct
    private = click(channel_id=channel, is_ephemeral=True).model_dump() | {"channel": {"id": channel, "name": name}}
    assert not Click.model_validate(private).in_direct_message


def test_a_press_is_known_again() -> None:
    """Two clicks on one button are one press; another page, another message or no message at all make another."""
    first = click(message_ts="1.0")
    assert first.press == click(message_ts="1.0").press
    others = [click('{"text":"summary","page":2}', message_ts="1.0"), click(message_ts="2.0"), click()]
    assert len({first.press, *(other.press for other in others)}) == 4
    assert "summary" not in str(first.press)
    assert click().model_copy(update={"trigger_id": "1"}).press != click().model_copy(update={"trigger_id": "2"}).press


def test_a_post_is_answered_in_its_thread() -> None:
    """An answer belongs to the thread of the post, or begins one below it."""
    post = Post.model_validate({"type": "app_mention", "channel": "C1", "ts": "2.0", "user": "U1", "text": "hi"})
    assert post.thread == Thread("C1", "2.0", "U1")
    assert post.model_copy(update={"thread_ts": "1.0"}).thread == Thread("C1", "1.0", "U1")


def shortcut(**message: Any) -> MessageShortcut:
    where = {"user": {"id": "U1"}, "channel": {"id": "C1"}, "response_url": "https://x.example/1"}
    sent = {"message": {"ts": "1.0", **message}, "callback_id": "check_message", **where}
    return MessageShortcut.model_validate(sent)


def test_a_shortcut_knows_what_the_message_says_and_where_it_stands() -> None:
    """A reply is answered in its thread, the first message of a thread and any other where they stand."""
    assert shortcut(text="*It* costs").said == "It costs"
    assert shortcut(text="x", blocks=[{"type": "markdown", "text": "It costs"}]).said == "It costs"
    assert shortcut(attachments=[{"text": "It costs"}]).said == "It costs"
    assert shortcut(thread_ts="0.5").place == ResponseUrl("https://x.example/1", "0.5", "C1", "U1")
    assert shortcut(thread_ts="1.0").place == shortcut().place == ResponseUrl("https://x.example/1", None, "C1", "U1")


@pytest.mark.parametrize("model", [SlashCommand, MessageShortcut, Post])
def test_an_error_does_not_tell_what_somebody_wrote(model: type[SlashCommand]) -> None:
    """What is wrong with a payload is said by field; its values may be words and stay out of it."""
    with pytest.raises(ValidationError) as error:
        model.model_validate({"text": ["zanzibar"], "message": "zanzibar", "ts": ["zanzibar"]})
    assert "zanzibar" not in str(error.value)

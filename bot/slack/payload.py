"""What of Slack's payloads do we read? Each becomes a small object in a listener's first line."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.blocks import Request
from bot.slack.connection import ResponseUrl, Thread
from bot.slack.words import words


class _Payload(BaseModel):
    """Errors tell which field is wrong and not what stood there: it may be somebody's words, and errors are logged."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)


class SlashCommand(_Payload):
    """A slash command; `text` may be missing where nothing was typed behind it."""

    command: str
    text: str = ""
    response_url: str = ""
    user_id: str = ""
    channel_id: str = ""

    @property
    def place(self) -> ResponseUrl:
        return ResponseUrl(self.response_url)


class _Person(_Payload):
    id: str


class _Container(_Payload):
    channel_id: str = ""
    thread_ts: str | None = None
    is_ephemeral: bool = False


class _Action(_Payload):
    value: str = ""


class Click(_Payload):
    """A click on a button of ours."""

    user: _Person
    container: _Container
    actions: tuple[_Action, ...]
    response_url: str

    @property
    def request(self) -> Request | None:
        """What the button asks for; None for one whose value we cannot read, as a much older bot may have sent it."""
        try:
            return Request.model_validate_json(self.actions[0].value)
        except ValidationError:
            return None

    @property
    def place(self) -> ResponseUrl:
        return ResponseUrl(self.response_url, self.container.thread_ts)

    @property
    def in_direct_message(self) -> bool:
        return self.container.channel_id.startswith("D")

    @property
    def replaceable(self) -> bool:
        """Whether the clicked message may change: only where nobody else reads it."""
        return self.container.is_ephemeral or self.in_direct_message


class _Pointed(_Payload):
    """A message that somebody points at."""

    ts: str
    text: str = ""
    thread_ts: str | None = None
    blocks: tuple[Any, ...] = ()
    attachments: tuple[Any, ...] = ()


class MessageShortcut(_Payload):
    """A shortcut of ours, taken on a message."""

    message: _Pointed
    response_url: str

    @property
    def said(self) -> str:
        """What the message says."""
        return words(self.message.text, self.message.blocks, self.message.attachments)

    @property
    def place(self) -> ResponseUrl:
        """Where the person looks at the message: in its thread, if it is a reply."""
        thread = self.message.thread_ts
        return ResponseUrl(self.response_url, thread if thread != self.message.ts else None)


class Post(_Payload):
    """Something that was written where the bot can read it."""

    channel: str
    ts: str
    user: str = ""
    text: str = ""
    thread_ts: str | None = None
    channel_type: str = ""
    subtype: str = ""
    bot_id: str = ""

    @property
    def is_direct(self) -> bool:
        """Whether it was written to the bot alone."""
        return self.channel_type == "im"

    @property
    def thread(self) -> Thread:
        """Where an answer belongs."""
        return Thread(self.channel, self.thread_ts or self.ts)


class Event(_Payload):
    """The envelope of a post; `event_id` stays the same when Slack sends it again."""

    event_id: str
    event: Post

"""What of Slack's payloads do we read? Each becomes a small object in a listener's first line."""

from __future__ import annotations

import hashlib
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.blocks import Exhibit, Request, Sharer, Statement
from bot.slack.places import Direct, ResponseUrl, Thread
from bot.slack.words import words

_DIRECT_MESSAGE = "directmessage"  # the name that Slack gives the channel of any two


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
        return ResponseUrl(self.response_url, channel=self.channel_id, user=self.user_id)


class _Named(_Payload):
    id: str


class _Channel(_Payload):
    name: str = ""


class _Container(_Payload):
    channel_id: str = ""
    message_ts: str = ""
    thread_ts: str | None = None
    is_ephemeral: bool = False


class _Option(_Payload):
    value: str = ""


class _Action(_Payload):
    action_id: str = ""
    value: str = ""
    selected_option: _Option | None = None


class _View(_Payload):
    id: str
    type: str = "modal"
    private_metadata: str = ""


class Click(_Payload):
    """A click on a button of ours, or a choice from a menu: in a message, or (with a `view`) in a dialog or on Home."""

    user: _Named
    container: _Container = _Container()
    channel: _Channel | None = None
    actions: tuple[_Action, ...]
    response_url: str = ""
    trigger_id: str = ""
    view: _View | None = None

    @property
    def value(self) -> str:
        """What the button or the chosen line of a menu carries."""
        action = self.actions[0]
        return action.selected_option.value if action.selected_option else action.value

    @property
    def request(self) -> Request | None:
        """What the button asks for; None for one whose value we cannot read, as a much older bot may have sent it."""
        return _read(Request, self.value)

    @property
    def exhibit(self) -> Exhibit | None:
        """Whose evidence the button asks for; None as for `request`."""
        return _read(Exhibit, self.value)

    @property
    def sharer(self) -> Sharer | None:
        """Who may take back what was clicked; None as for `request`."""
        return _read(Sharer, self.value)

    @property
    def statement(self) -> Statement | None:
        """Which text was checked, where the button shares a check; None as for `request`."""
        return _read(Statement, self.value)

    @property
    def shown(self) -> Exhibit | None:
        """Whose evidence the dialog shows that was clicked in."""
        return _read(Exhibit, self.view.private_metadata) if self.view else None

    @property
    def place(self) -> ResponseUrl | Direct:
        """Where an answer goes: a dialog has no place of its own, so that it goes to the person."""
        if not self.response_url:
            return Direct(self.user.id)
        where = self.container
        return ResponseUrl(self.response_url, where.thread_ts, where.channel_id, self.user.id)

    @property
    def in_dialog(self) -> bool:
        """Whether a dialog was clicked in, above which another can be laid; Home is a view too."""
        return self.view is not None and self.view.type == "modal"

    @property
    def in_direct_message(self) -> bool:
        """Whether one person alone reads where it was clicked, for good.

        Slack names such a channel; where none is named, the first letter of its id is all that is left to go by. What
        only one sees there does not count: two people may be talking, neither of whom is the bot.
        """
        if self.container.is_ephemeral:
            return False
        name = self.channel.name if self.channel else ""
        return name == _DIRECT_MESSAGE if name else self.container.channel_id.startswith("D")

    @property
    def press(self) -> tuple[str, ...]:
        """What a second click on the same button of the same message has in common with the first.

        Of the value only a hash: it may be a text that was checked. Where no message is told, each click is its own.
        """
        where = self.container
        carried = hashlib.sha256(self.value.encode(errors="surrogatepass")).hexdigest()
        return where.channel_id, where.message_ts or self.trigger_id, self.actions[0].action_id, carried

    @property
    def replaceable(self) -> bool:
        """Whether the clicked message may change: only where nobody else reads it."""
        return self.container.is_ephemeral or self.in_direct_message


class Start(_Payload):
    """A shortcut of ours, taken wherever somebody was: it belongs to no message and brings no response URL."""

    user: _Named
    trigger_id: str

    @property
    def place(self) -> Direct:
        """Where an answer goes that no dialog can show."""
        return Direct(self.user.id)


class _Field(_Payload):
    value: str | None = None
    selected_option: _Option | None = None

    @property
    def filled(self) -> str:
        return self.selected_option.value if self.selected_option else self.value or ""


class _State(_Payload):
    values: dict[str, dict[str, _Field]] = {}


class _Form(_View):
    state: _State = _State()


class Submission(_Payload):
    """A form that was sent off."""

    user: _Named
    view: _Form
    trigger_id: str = ""

    @property
    def filled(self) -> dict[str, str]:
        """What stands in its fields, by the name of the field; nothing for those that were left out."""
        values = self.view.state.values
        return {name: field.filled for name, fields in values.items() for field in fields.values()}


def read_request(value: str) -> Request | None:
    """The request that a menu carried; None as for a click's."""
    return _read(Request, value)


_Carried = TypeVar("_Carried", bound=BaseModel)


def _read(kind: type[_Carried], value: str) -> _Carried | None:
    try:
        return kind.model_validate_json(value)
    except ValidationError:
        return None


class _Pointed(_Payload):
    """A message that somebody points at."""

    ts: str
    text: str = ""
    thread_ts: str | None = None
    blocks: tuple[Any, ...] = ()
    attachments: tuple[Any, ...] = ()


class MessageShortcut(_Payload):
    """A shortcut of ours, taken on a message."""

    user: _Named
    channel: _Named
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
        within = thread if thread != self.message.ts else None
        return ResponseUrl(self.response_url, within, self.channel.id, self.user.id)


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
        return Thread(self.channel, self.thread_ts or self.ts, self.user)


class Event(_Payload):
    """The envelope of a post; `event_id` stays the same when Slack sends it again."""

    event_id: str
    event: Post


class _Tab(_Payload):
    user: str
    channel: str
    tab: str = ""


class Opened(_Payload):
    """Somebody opened the bot, at its tab `home` or `messages`."""

    event: _Tab

"""What is in the local workspace, who may see it, and what does Slack refuse to do with it?

Plain data and rules, no input or output. Whoever wants to hear of changes subscribes. Times are seconds since
the epoch as the given clock tells them; message ids (`ts`) are such times, unique and rising.
"""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from bot.playground.agent import Agent
from bot.playground.files import Shelf
from bot.playground.grants import Clock, Grants
from bot.playground.message import Change, Draft, Message
from bot.playground.refusal import RefusedError
from bot.playground.screens import Screens
from bot.playground.streams import Streams

NOTICES_FROM = "USLACKBOT"


@dataclass(frozen=True)
class User:
    id: str
    name: str
    real_name: str
    is_bot: bool = False


@dataclass(frozen=True)
class App:
    """The app under trial; its bot user is an ordinary `User` of the workspace."""

    id: str
    bot_id: str
    user_id: str
    name: str
    has_home: bool = True  # whether its Home tab is enabled


@dataclass(frozen=True)
class Team:
    id: str
    domain: str
    name: str


@dataclass(frozen=True)
class Channel:
    id: str
    name: str
    members: frozenset[str]
    topic: str = ""
    is_im: bool = False
    is_archived: bool = False


@dataclass
class Workspace:
    """Everything that people and the app share; `address` is where the workspace's own server listens."""

    team: Team
    app: App
    users: dict[str, User]
    channels: dict[str, Channel]
    grants: Grants
    clock: Clock = time.time
    address: str = ""
    messages: dict[tuple[str, str], Message] = field(default_factory=dict)
    shelf: Shelf = field(default_factory=Shelf)
    screens: Screens = field(init=False)
    agent: Agent = field(init=False)
    streams: Streams = field(init=False)
    _listeners: list[Callable[[Change], None]] = field(default_factory=list)
    _last_tick: int = 0

    def __post_init__(self) -> None:
        self.screens = Screens(self.now_ts)
        self.agent = Agent(self.clock, self.app.user_id)
        self.streams = Streams(self.clock)
        self.subscribe(self.agent.on_change)

    def subscribe(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Calls `listener` with every change, in order, until the returned function is called."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def now_ts(self) -> str:
        """A message id of this moment that was not given out before."""
        self._last_tick = max(int(self.clock() * 1_000_000), self._last_tick + 1)
        return f"{self._last_tick // 1_000_000}.{self._last_tick % 1_000_000:06d}"

    # Who and where

    @property
    def bot(self) -> User:
        return self.users[self.app.user_id]

    @property
    def people(self) -> list[User]:
        return [user for user in self.users.values() if not user.is_bot and user.id != NOTICES_FROM]

    def user(self, user_id: str) -> User:
        if user_id not in self.users:
            raise RefusedError("user_not_found")
        return self.users[user_id]

    def channel(self, name: str) -> Channel:
        """The channel of that id, or of that name with or without `#`."""
        if name in self.channels:
            return self.channels[name]
        named = (channel for channel in self.channels.values() if channel.name == name.removeprefix("#"))
        if found := next((channel for channel in named if not channel.is_im), None):
            return found
        raise RefusedError("channel_not_found")

    def direct_messages(self, one: str, other: str) -> Channel:
        """The conversation of these two, opened if there is none yet."""
        members = frozenset({self.user(one).id, self.user(other).id})
        for channel in self.channels.values():
            if channel.is_im and channel.members == members:
                return channel
        opened = Channel(f"D{len(self.channels) + 1:09d}", "directmessage", members, is_im=True)
        self.channels[opened.id] = opened
        return opened

    def correspondent(self, channel: Channel, reader: str) -> User:
        """Whom a reader of a direct-message channel talks to (oneself, in the channel for notes)."""
        return self.users[next(iter(channel.members - {reader}), reader)]

    def archive(self, channel: Channel) -> None:
        self.channels[channel.id] = replace(channel, is_archived=True)

    # Messages

    def post(self, channel: Channel, author: str, draft: Draft, visible_to: str | None = None) -> Message:
        """Adds a message. The author need not be a member: a response_url posts anywhere it was made for."""
        if channel.is_archived:
            raise RefusedError("is_archived")
        placed = replace(draft, thread_ts=self._root_of(channel, draft.thread_ts))
        message = Message(channel.id, self.now_ts(), author, placed, visible_to)
        self.messages[channel.id, message.ts] = message
        self._tell(Change("posted", message))
        return message

    def post_as_member(self, channel: Channel, author: str, draft: Draft) -> Message:
        """As `post`, for the Web API, where only members may write."""
        if author not in channel.members:
            raise RefusedError("channel_not_found" if channel.is_im else "not_in_channel")
        return self.post(channel, author, draft)

    def notice(self, channel: Channel, reader: str, text: str, thread_ts: str | None = None) -> Message:
        """A line from the workspace itself that one person sees."""
        return self.post(channel, NOTICES_FROM, Draft(text=text, thread_ts=thread_ts), visible_to=reader)

    def message(self, channel: str, ts: str) -> Message:
        if (channel, ts) not in self.messages:
            raise RefusedError("message_not_found")
        return self.messages[channel, ts]

    def edit(self, message: Message, draft: Draft) -> Message:
        """Replaces what the message says; it keeps its place, its readers, its files and the command it answers."""
        was = message.draft
        kept = replace(draft, thread_ts=was.thread_ts, answers=was.answers, files=was.files)
        return self._replace(message, replace(message, draft=kept, edited=self.now_ts()))

    def delete(self, message: Message) -> None:
        del self.messages[message.channel, message.ts]
        self._tell(Change("deleted", message, before=message))

    def react(self, message: Message, name: str, user_id: str) -> Message:
        counted = dict(message.reactions)
        if user_id in counted.get(name, ()):
            raise RefusedError("already_reacted")
        counted[name] = (*counted.get(name, ()), user_id)
        return self._replace(message, replace(message, reactions=tuple(counted.items())))

    def readable(self, reader: str) -> list[Message]:
        """All that a person may read, oldest first."""
        return sorted((m for m in self.messages.values() if self.may_read(reader, m)), key=lambda m: m.ts)

    def may_read(self, reader: str, message: Message) -> bool:
        member = reader in self.channels[message.channel].members
        return member and message.visible_to in {None, reader}

    def replies(self, channel: Channel, root: str) -> list[Message]:
        """The public replies of a thread, oldest first, without its first message."""
        return sorted(
            (m for m in self._public(channel) if m.is_reply and m.draft.thread_ts == root), key=lambda m: m.ts
        )

    def history(self, channel: Channel) -> list[Message]:
        """The public messages of a channel outside of threads, newest first, as Slack lists them."""
        return sorted((m for m in self._public(channel) if not m.is_reply), key=lambda m: m.ts, reverse=True)

    def _root_of(self, channel: Channel, thread_ts: str | None) -> str | None:
        """Replying to a reply goes to the same thread; an unknown thread is refused, so that slips show."""
        if thread_ts is None:
            return None
        if (channel.id, thread_ts) not in self.messages:
            raise RefusedError("thread_not_found")
        parent = self.messages[channel.id, thread_ts]
        if parent.is_ephemeral:
            raise RefusedError("cannot_reply_to_message")
        return parent.draft.thread_ts or parent.ts

    def _public(self, channel: Channel) -> Iterable[Message]:
        return (m for m in self.messages.values() if m.channel == channel.id and not m.is_ephemeral)

    def _replace(self, before: Message, after: Message) -> Message:
        self.messages[after.channel, after.ts] = after
        self._tell(Change("edited", after, before=before))
        return after

    def _tell(self, change: Change) -> None:
        for listener in tuple(self._listeners):
            listener(change)

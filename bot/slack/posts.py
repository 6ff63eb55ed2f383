"""What is answered in channels and direct messages? Mentions and what is written to the bot alone, in a thread."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Any

from bot.blocks import Message
from bot.blocks.stream import Stream
from bot.command import charts_in, statement_in
from bot.slack.connection import Connection
from bot.slack.conversation import Conversation
from bot.slack.errors import Errors
from bot.slack.limits import NOTICE, Limits
from bot.slack.payload import Event, Post
from bot.slack.pictures import Pictures
from bot.slack.streams import Streams
from bot.slack.typed import typed

# A post with a file or one that is repeated in the channel is still somebody writing; every other subtype is not.
_WRITTEN = frozenset({"", "file_share", "thread_broadcast"})


class Seen:
    """Remembers what was taken, the latest 10,000: Slack sends an event again for five minutes at most."""

    def __init__(self, most: int = 10_000) -> None:
        self._most = most
        self._keys: OrderedDict[str, None] = OrderedDict()

    def add(self, key: str) -> bool:
        """Notes the key; False if it was there already."""
        if key in self._keys:
            return False
        self._keys[key] = None
        if len(self._keys) > self._most:
            self._keys.popitem(last=False)
        return True


@dataclass(frozen=True)
class Posts:
    """The listeners for what people write. They return at once; the answer follows in the background.

    `follow_threads` lets people go on without a mention in a channel's thread that is about something already.
    """

    conversation: Conversation
    connection: Connection
    errors: Errors
    pictures: Pictures
    limits: Limits
    follow_threads: bool = False
    seen: Seen = field(default_factory=Seen)

    async def mention(self, body: dict[str, Any]) -> None:
        """The bot was named in a channel."""
        self._take(Event.model_validate(body))

    async def message(self, body: dict[str, Any]) -> None:
        """Something was written: to the bot alone, or where threads are followed, in one of ours."""
        event = Event.model_validate(body)
        if event.event.is_direct:
            self._take(event)
        elif self.follow_threads and self._goes_on(event.event):
            self._take(event, named=False)

    def _goes_on(self, post: Post) -> bool:
        """Whether a post stands in a thread of ours and names nobody: all others are dropped before they are read.

        One that names the bot comes as a mention too, and one that names somebody else is for them.
        """
        return self.conversation.knows(post) and "<@" not in post.text

    def _take(self, event: Event, *, named: bool = True) -> None:
        post = event.event
        if not (self._is_for_us(post) and self._is_new(event)):
            return
        if self.limits.take(post.user, post.channel):
            said = typed(post.text, self.connection.identity.user_id)
            private = statement_in(said) is not None
            self.errors.watch(self._answer(post, said, named), post.thread, private=private)
        elif named and self.limits.notice(post.user):
            self.errors.watch(self.connection.post(post.thread, Message(NOTICE, [])), post.thread)

    def _is_for_us(self, post: Post) -> bool:
        by_a_person = bool(post.user) and not post.bot_id and post.user != self.connection.identity.user_id
        return by_a_person and post.subtype in _WRITTEN

    def _is_new(self, event: Event) -> bool:
        """One post may come as several events, and one event several times."""
        post = event.event
        return self.seen.add(event.event_id) and self.seen.add(f"{post.channel} {post.ts}")

    async def _answer(self, post: Post, said: str, named: bool) -> None:
        if post.is_direct:
            await self.connection.working(post.thread)
        reply = self.conversation.reply if named else self.conversation.overheard
        messages = reply(post, said)
        for message in messages:
            if isinstance(message, Stream):
                await Streams(self.connection).send(post.thread, message)
            else:
                await self.connection.post(post.thread, message)
        if messages and (charts := charts_in(said)):
            await self.pictures.show(charts, post.thread)

"""Where can an answer go? Into a thread, to where somebody clicked, or to one person alone."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Thread:
    """A place for messages: a channel, and the message that begins the thread; `person` waits for an answer there."""

    channel: str
    ts: str
    person: str = ""


@dataclass(frozen=True)
class ResponseUrl:
    """A place that a click or a command brought along; `thread_ts` where the clicked message stands in a thread.

    It lives 30 minutes and 5 uses. `channel` and `user` tell where and by whom it was brought, in case it is over.
    """

    url: str
    thread_ts: str | None = None
    channel: str = ""
    user: str = ""


@dataclass(frozen=True)
class Direct:
    """A place that only one person reads: their direct messages with the bot."""

    user: str


Place = Thread | ResponseUrl | Direct

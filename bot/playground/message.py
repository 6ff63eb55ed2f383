"""What does a message consist of, and what can happen to it?"""

from dataclasses import dataclass
from typing import Any, Literal

Json = dict[str, Any]


@dataclass(frozen=True)
class Draft:
    """What somebody wants to say, before it has a place and a time."""

    text: str = ""
    blocks: tuple[Json, ...] = ()
    attachments: tuple[Json, ...] = ()
    files: tuple[str, ...] = ()
    thread_ts: str | None = None
    answers: str | None = None  # the slash command as typed, for the person who reads the answer later


@dataclass(frozen=True)
class Message:
    channel: str
    ts: str
    user: str
    draft: Draft
    visible_to: str | None = None  # the one person who sees an ephemeral message
    edited: str | None = None
    reactions: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def is_ephemeral(self) -> bool:
        return self.visible_to is not None

    @property
    def is_reply(self) -> bool:
        return self.draft.thread_ts not in {None, self.ts}


@dataclass(frozen=True)
class Change:
    """One thing that happened to a message; `message` is its newest state, also when it is gone."""

    kind: Literal["posted", "edited", "deleted"]
    message: Message
    before: Message | None = None

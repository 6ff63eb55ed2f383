"""By which way do commands, clicks and events reach the bot, and what comes back?"""

from dataclasses import dataclass
from typing import Protocol

from bot.playground.message import Json

ANSWER_SECONDS = 3.0


class UndeliveredError(Exception):
    """The bot did not take a request; `code` as Slack shows it, `reason` as it stands in a retry."""

    def __init__(self, code: str, reason: str, status: int | None = None) -> None:
        super().__init__(code, reason, status)
        self.code = code
        self.reason = reason
        self.status = status


@dataclass(frozen=True)
class Ack:
    """What the bot returned in time."""

    content_type: str = ""
    body: str = ""
    status: int | None = None  # of HTTP


@dataclass(frozen=True)
class Retry:
    """That an event is sent again: for which time, and why."""

    attempt: int
    reason: str


class Line(Protocol):
    """All of it raises `UndeliveredError` without an answer in three seconds."""

    async def verify(self) -> None:
        """Makes sure that the bot is there."""

    async def command(self, fields: dict[str, str]) -> Ack: ...

    async def interact(self, body: Json) -> Ack: ...

    async def event(self, envelope: Json, retry: Retry | None) -> Ack: ...


def explain(bot_name: str, failure: UndeliveredError) -> str:
    """The failure in words that help a person who runs the bot."""
    if failure.code == "operation_timeout":
        return f"{bot_name} did not answer within {ANSWER_SECONDS:.0f} seconds"
    if failure.status:
        return f"{bot_name} answered with HTTP status {failure.status}"
    return f"{bot_name} cannot be reached"

"""What went back and forth between the workspace and the bot, word for word?"""

import itertools
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from bot.playground.grants import Clock

KEPT = 200


@dataclass(frozen=True)
class Exchange:
    """A request and its answer: JSON, forms as objects, and text where it was neither.

    `status` is missing where there was no answer in time, and over a socket.
    """

    number: int
    at: float
    direction: Literal["to the bot", "to Slack"]
    what: str
    sent: object
    answer: object
    status: int | None


@dataclass
class Traffic:
    """The last exchanges, oldest first."""

    clock: Clock
    kept: deque[Exchange] = field(default_factory=lambda: deque(maxlen=KEPT))
    _numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))
    _listeners: list[Callable[[Exchange], None]] = field(default_factory=list)

    def subscribe(self, listener: Callable[[Exchange], None]) -> Callable[[], None]:
        """Calls `listener` with every exchange, until the returned function is called."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def to_bot(self, what: str, sent: object, answer: object, status: int | None) -> None:
        self._keep(Exchange(next(self._numbers), self.clock(), "to the bot", what, sent, answer, status))

    def to_slack(self, what: str, sent: object, answer: object, status: int | None) -> None:
        self._keep(Exchange(next(self._numbers), self.clock(), "to Slack", what, sent, answer, status))

    def _keep(self, exchange: Exchange) -> None:
        self.kept.append(exchange)
        for listener in tuple(self._listeners):
            listener(exchange)

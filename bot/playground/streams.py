"""Which messages is the app still writing?"""

from dataclasses import dataclass, field

from bot.playground.grants import Clock
from bot.playground.message import Message
from bot.playground.refusal import RefusedError

# Slack names no figure; apps report that a stream is over a few minutes after the last words.
STREAM_SECONDS = 300


@dataclass
class Streams:
    """Streaming messages, each with the time of its last words."""

    clock: Clock
    _open: dict[tuple[str, str], float] = field(default_factory=dict)

    def begin(self, message: Message) -> None:
        self._open[message.channel, message.ts] = self.clock()

    def go_on(self, message: Message) -> None:
        """Raises `RefusedError` if the stream was stopped or has been silent for too long."""
        if not self.is_open(message):
            raise RefusedError("message_not_in_streaming_state")
        self.begin(message)

    def end(self, message: Message) -> None:
        """As `go_on`, for the last time."""
        self.go_on(message)
        del self._open[message.channel, message.ts]

    def is_open(self, message: Message) -> bool:
        last = self._open.get((message.channel, message.ts))
        return last is not None and self.clock() <= last + STREAM_SECONDS

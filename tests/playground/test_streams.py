"""Which messages is the app still writing?"""

import pytest

from bot.playground.message import Draft, Message
from bot.playground.refusal import RefusedError
from bot.playground.streams import Streams
from tests.playground.conftest import Watch

MESSAGE = Message("C1", "1.0", "UBOT", Draft("so"))


def test_a_stream_is_over_when_it_is_silent_for_too_long(watch: Watch) -> None:
    """Words keep it open; five minutes without any end it."""
    streams = Streams(watch)
    streams.begin(MESSAGE)
    for _ in range(2):
        watch.now += 300
        streams.go_on(MESSAGE)
    watch.now += 301
    with pytest.raises(RefusedError, match="message_not_in_streaming_state"):
        streams.go_on(MESSAGE)


def test_a_stream_ends_once(watch: Watch) -> None:
    """After that it is a message like any other, and one that never streamed is too."""
    streams = Streams(watch)
    with pytest.raises(RefusedError, match="message_not_in_streaming_state"):
        streams.end(MESSAGE)
    streams.begin(MESSAGE)
    streams.end(MESSAGE)
    assert not streams.is_open(MESSAGE)

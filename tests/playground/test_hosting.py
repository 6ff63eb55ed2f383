"""Do several servers run in one program?"""

import socket

import pytest

from bot.playground.hosting import listening_on, url_of


def test_a_port_is_any_free_one_or_the_one_that_is_wanted() -> None:
    """Whoever asks for one that is taken hears so."""
    with listening_on(0) as listener:
        port = listener.getsockname()[1]
        assert url_of(listener) == f"http://127.0.0.1:{port}"
        listener.listen()
        with pytest.raises(OSError, match="in use"):
            listening_on(port)


def test_answers_are_not_held_back() -> None:
    """Small packets go out at once, not after 40 ms."""
    with listening_on(0) as listener:
        assert listener.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)

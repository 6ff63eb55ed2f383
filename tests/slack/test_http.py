"""Are only Slack's own requests taken, and does the server stop without losing what it accepted?"""

from __future__ import annotations

import asyncio
import re
import socket
from urllib.parse import urlencode

import aiohttp
import pytest

from bot.desk import Desk
from bot.slack import Identity, PortError, bound, create_app, http_app, open_connection, serve
from bot.slack.http import LARGEST, REQUEST_PATH
from tests.slack.office import Office

COMMAND = urlencode({"command": "/deal", "text": "summary", "user_id": "U1", "channel_id": "C1", "team_id": "T1"})


async def test_a_signed_request_is_answered(office: Office) -> None:
    """A request with Slack's signature gets its answer as JSON, explicitly for the person alone."""
    status, body = await office.send(COMMAND.encode(), office.signed(COMMAND))
    assert status == 200
    assert '"response_type": "ephemeral"' in body


@pytest.mark.parametrize("age", [301, -301, 1_000_000])
async def test_an_old_request_is_refused(office: Office, age: float) -> None:
    """A signature lives five minutes, so that nobody can send a request again later."""
    assert (await office.send(COMMAND.encode(), office.signed(COMMAND, age)))[0] == 401


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Slack-Signature": "v0=" + "0" * 64},
        {"X-Slack-Signature": ""},
        {"X-Slack-Request-Timestamp": "yesterday"},
        {"X-Slack-Request-Timestamp": ""},
    ],
)
async def test_a_wrong_signature_is_refused(office: Office, headers: dict[str, str]) -> None:
    """Without the right signature over body and time nothing is taken."""
    assert (await office.send(COMMAND.encode(), office.signed(COMMAND) | headers))[0] == 401
    assert office.ours() == []


async def test_a_signature_of_another_body_is_refused(office: Office) -> None:
    """The signature covers the body."""
    assert (await office.send(COMMAND.encode(), office.signed(COMMAND + "x")))[0] == 401


async def test_an_unsigned_request_is_refused(office: Office) -> None:
    """A request without Slack's headers is not taken."""
    assert (await office.send(COMMAND.encode(), {}))[0] == 401


@pytest.mark.parametrize("body", [b"{", b"\xff\xfe=1", b"[1]", b"payload=%5B1%5D", b"payload=no"])
async def test_what_cannot_be_read_is_refused(office: Office, body: bytes, caplog: pytest.LogCaptureFixture) -> None:
    """Anybody can send anything; it ends without a traceback."""
    headers = office.signed("") | {"Content-Type": "application/json"}
    status, _ = await office.send(body, headers)
    assert status in {400, 401}
    assert caplog.records == []


async def test_a_body_beyond_all_measure_is_refused(office: Office) -> None:
    """What Slack would never send is not even read to its end."""
    assert (await office.send(b"x" * (LARGEST + 1), office.signed("x")))[0] == 413


async def test_slack_can_verify_the_address(office: Office) -> None:
    """The challenge with which Slack tries a request URL comes back."""
    await office.playground.delivery.verify()


async def test_health_can_be_asked_for(office: Office) -> None:
    """A load balancer sees that the bot is up, without a signature."""
    async with office.session.get(office.playground.bot_url.replace(REQUEST_PATH, "/healthz")) as answer:
        assert (answer.status, await answer.json()) == (200, {"ok": True})


async def test_stopping_lets_accepted_work_finish(desk: Desk) -> None:
    """What was accepted before the stop is brought to its end, then the session is closed."""
    connection = open_connection("xoxb-1", "http://127.0.0.1:9/api/", Identity("U1"))
    stop, begun, may_end, ended = asyncio.Event(), asyncio.Event(), asyncio.Event(), asyncio.Event()

    async def work() -> None:
        begun.set()
        await may_end.wait()
        ended.set()

    with bound("127.0.0.1", 0) as listener:
        serving = asyncio.create_task(serve(http_app(create_app(desk, connection, "s"), connection), listener, stop))
        await healthy(listener.getsockname()[1])
        connection.background.start(work())
        await begun.wait()
        stop.set()
        may_end.set()
        async with asyncio.timeout(10):
            await serving
    assert ended.is_set()
    assert connection.session.closed


def test_small_answers_are_not_held_back() -> None:
    """A connection sends at once what it has, instead of waiting for the other side's confirmation."""
    with bound("127.0.0.1", 0) as listener, socket.create_connection(listener.getsockname()):
        connection, _ = listener.accept()
        with connection:
            assert connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


@pytest.mark.parametrize("host", ["127.0.0.1", "203.0.113.1"])
def test_an_address_that_cannot_be_had_is_one_line(host: str) -> None:
    """The line names the address and what to change."""
    with bound("127.0.0.1", 0) as taken, pytest.raises(PortError) as refusal:
        bound(host, taken.getsockname()[1])
    assert re.fullmatch(
        rf"cannot listen on {host}:\d+ \(.+\); set DEALCHECK_HOST or DEALCHECK_PORT", str(refusal.value)
    )


async def healthy(port: int) -> None:
    """Returns once the server answers; its socket takes connections before it does."""
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}/healthz") as answer:
        assert answer.status == 200

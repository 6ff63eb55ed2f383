"""Does the load come to the server as it should, and is what comes back counted, timed and checked?"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from tests.bench.load import Load, LoadError, ask_repeatedly, measure, read_wrk

WRK = """Running 3s test @ http://127.0.0.1:4010/slack/events
  Latency Distribution
     50%  {median}
     75%    1.70ms
  12000 requests in 3.00s, 50.00MB read
{more}Requests/sec:   4000.50
Transfer/sec:     16.66MB
"""


class Echo:
    """A server that notes what it was sent; `status` is what it answers with."""

    def __init__(self) -> None:
        app = web.Application()
        app.router.add_post("/in", self._answer)
        self.server = TestServer(app, host="127.0.0.1")
        self.status = 200
        self.bodies: list[str] = []
        self.signatures: set[str] = set()

    def load(self, connections: int = 4) -> Load:
        assert self.server.port
        return Load(self.server.port, "/in", "text=summary", {"X-Signed": "v0=1"}, connections, 1)

    async def _answer(self, request: web.Request) -> web.Response:
        self.bodies.append(await request.text())
        self.signatures.add(request.headers["X-Signed"])
        return web.Response(text="x" * 70_000, status=self.status)


@pytest.fixture
async def echo() -> AsyncIterator[Echo]:
    echo = Echo()
    await echo.server.start_server()
    yield echo
    await echo.server.close()


async def test_each_answer_is_counted_once(echo: Echo) -> None:
    """Every connection asks again only after the whole answer, so that at most one answer each is not counted."""
    found = await ask_repeatedly(echo.load())
    assert set(echo.bodies) == {"text=summary"}
    assert echo.signatures == {"v0=1"}
    assert 0 <= len(echo.bodies) - found.per_second <= 4
    assert found.median_ms > 0


async def test_an_answer_that_is_no_success_ends_the_measurement(echo: Echo) -> None:
    """Refusals are fast, and would make a good figure of a broken server."""
    echo.status = 401
    with pytest.raises(LoadError, match="401"):
        await ask_repeatedly(echo.load())


async def test_a_process_of_its_own_measures(echo: Echo) -> None:
    """What is installed puts the load on, from outside this process; a refusal is told there too."""
    found = await asyncio.to_thread(measure, echo.load(1))
    assert found.per_second > 0
    echo.status = 500
    with pytest.raises(LoadError):
        await asyncio.to_thread(measure, echo.load(1))


@pytest.mark.parametrize(("median", "expected"), [("850.00us", 0.85), ("1.25ms", 1.25), ("1.10s", 1100.0)])
def test_the_report_of_wrk_is_read(median: str, expected: float) -> None:
    """Its median comes in several units."""
    found = read_wrk(WRK.format(median=median, more=""))
    assert found.median_ms == pytest.approx(expected)
    assert found.per_second == 4000.5


@pytest.mark.parametrize("more", ["  Non-2xx or 3xx responses: 3\n", "  Socket errors: connect 0, read 2\n"])
def test_failures_in_the_report_of_wrk_are_no_figures(more: str) -> None:
    """What wrk counts as failed must not pass for speed."""
    with pytest.raises(LoadError):
        read_wrk(WRK.format(median="1.00ms", more=more))


def test_another_report_than_that_of_wrk_is_refused() -> None:
    """A tool that reports otherwise gives no figures."""
    with pytest.raises(LoadError):
        read_wrk("Summary: fine")

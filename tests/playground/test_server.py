"""Do the workspace and a bot come up side by side, and go down again?"""

import asyncio
import os
import signal
import socket
from contextlib import AsyncExitStack

import httpx
import pytest
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.playground.line import UndeliveredError
from bot.playground.server import BotCredentials, Playground, Setup, running, serve_playground
from tests.playground.conftest import ROSTER
from tests.playground.request_log import RequestLog
from tests.playground.sample_bot import sample_bot


async def test_two_playgrounds_do_not_meet() -> None:
    """Each has its own ports, token and secret."""
    async with AsyncExitStack() as stack:
        one, two = [await stack.enter_async_context(running(RequestLog(), Setup(ROSTER))) for _ in range(2)]
        assert one.url != two.url
        assert one.credentials.bot_token != two.credentials.bot_token
        assert one.credentials.signing_secret != two.credentials.signing_secret


async def test_the_server_listens_on_this_machine_alone(playground: Playground) -> None:
    """Both addresses are 127.0.0.1."""
    assert playground.url.startswith("http://127.0.0.1:")
    assert playground.bot_url.startswith("http://127.0.0.1:")


async def test_a_taken_port_is_an_error() -> None:
    """Whoever asked for the port hears that it is taken."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(OSError, match="in use"):
            async with running(sample_bot, Setup(ROSTER, port=taken.getsockname()[1])):
                pass


async def test_a_bot_that_does_not_start_is_an_error() -> None:
    """A bot whose start-up fails does not leave a workspace without a bot."""

    def broken(_: BotCredentials) -> ASGIApp:
        async def app(scope: Scope, _: Receive, send: Send) -> None:
            assert scope["type"] == "lifespan"
            await send({"type": "lifespan.startup.failed", "message": "no"})

        return app

    with pytest.raises(RuntimeError, match="did not start"):
        async with running(broken, Setup(ROSTER)):
            pass


async def test_leaving_closes_both_servers_and_open_streams() -> None:
    """A page that still listens does not hold up the end, and afterwards nobody answers."""
    async with httpx.AsyncClient() as client:
        async with asyncio.timeout(10), running(RequestLog(), Setup(ROSTER)) as playground:
            request = client.build_request("GET", f"{playground.url}/events")
            stream = await client.send(request, stream=True)
            assert await anext(stream.aiter_lines()) == "event: state"
        await stream.aclose()
        with pytest.raises(httpx.ConnectError):
            await client.get(playground.url)


async def test_waiting_for_a_message_ends(playground: Playground) -> None:
    """A message that never comes is a TimeoutError, one that is there is given at once."""
    with pytest.raises(TimeoutError):
        await playground.until(lambda _: False, seconds=0.05)
    said = playground.you.say("harbour", "here")
    assert await playground.until(lambda message: message.draft.text == "here") == said


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
async def test_a_served_playground_ends_on_a_signal(number: signal.Signals) -> None:
    """It says where it is when it is ready, and stops cleanly when told to."""
    ready: list[str] = []

    def on_ready(playground: Playground) -> None:
        ready.append(playground.url)
        os.kill(os.getpid(), number)

    async with asyncio.timeout(10):
        await serve_playground(sample_bot, Setup(ROSTER), on_ready)
    assert len(ready) == 1


async def test_a_served_bot_must_answer_at_its_request_url() -> None:
    """A bot at another path is found out before the page is announced."""
    announced: list[Playground] = []
    with pytest.raises(UndeliveredError, match="404"):
        await serve_playground(sample_bot, Setup(ROSTER, request_path="/elsewhere"), announced.append)
    assert announced == []

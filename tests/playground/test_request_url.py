"""Do requests reach the bot's own address as they would from Slack?"""

import json

import aiohttp
import pytest
from starlette.responses import PlainTextResponse

from bot.playground.line import UndeliveredError
from bot.playground.request_url import RequestUrl
from bot.playground.server import Playground
from tests.playground.request_log import RequestLog, Silence, saying, with_bot

BRIEFLY = 0.2


async def test_requests_are_signed_with_the_bots_secret() -> None:
    """Commands and events pass Slack's own check of signature and time."""
    log = RequestLog()
    async with with_bot(log) as playground:
        await playground.you.command("harbour", "/deal summary")
        playground.you.say("harbour", "@Beacon who buys?")
        await playground.delivery.settled()
    assert [received.is_signed for received in log.received] == [True, True, True]


async def test_a_command_is_a_form_and_an_event_is_json() -> None:
    """The content types are those of Slack, and a command says where to respond."""
    log = RequestLog()
    async with with_bot(log) as playground:
        await playground.you.command("harbour", "/deal summary")
        playground.you.say("harbour", "hello")
        await playground.delivery.settled()
    command, event = log.received
    assert command.headers["content-type"] == "application/x-www-form-urlencoded"
    assert command.form["response_url"].startswith(f"{playground.url}/response/")
    assert event.headers["content-type"] == "application/json"
    assert json.loads(event.body)["event"]["text"] == "hello"


async def test_a_bot_that_is_silent_is_not_waited_for() -> None:
    """Without an answer in time the request counts as operation_timeout."""
    log = RequestLog([Silence()])
    async with with_bot(log, answer_seconds=BRIEFLY) as playground:
        with pytest.raises(UndeliveredError, match="operation_timeout"):
            await playground.delivery.command({"command": "/deal"})
        log.released.set()


async def test_a_bot_that_is_not_there_is_said_to_be_so() -> None:
    """A refused connection is dispatch_failed."""
    async with with_bot(RequestLog()) as playground:
        pass
    async with aiohttp.ClientSession() as session:
        gone = RequestUrl(playground.bot_url, "x", session)
        with pytest.raises(UndeliveredError, match="connection_failed"):
            await gone.command({"command": "/deal"})


async def test_the_request_url_is_verified_by_a_challenge() -> None:
    """A bot that returns the challenge is accepted, another is not."""
    log = RequestLog([PlainTextResponse("hello"), saying(ok=True)])
    async with with_bot(log) as playground:
        with pytest.raises(UndeliveredError, match="challenge_failed"):
            await playground.delivery.verify()
    assert json.loads(log.received[0].body)["type"] == "url_verification"


async def test_a_bolt_app_passes_the_verification(playground: Playground) -> None:
    """Bolt answers the challenge by itself."""
    await playground.delivery.verify()

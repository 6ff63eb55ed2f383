"""Does what happens in the workspace reach the bot as it would from Slack?"""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from starlette.responses import PlainTextResponse

from bot.playground.delivery import UndeliveredError
from bot.playground.server import Playground, Setup, running
from tests.playground.conftest import ROSTER
from tests.playground.request_log import RequestLog, Silence, failing, saying

BRIEFLY = 0.2


@asynccontextmanager
async def with_bot(log: RequestLog, **setup: Any) -> AsyncIterator[Playground]:
    try:
        async with running(log, Setup(ROSTER, retry_after=(0.0, 0.0, 0.0), **setup)) as playground:
            yield playground
            log.released.set()
    finally:
        log.released.set()


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


async def test_an_event_that_fails_is_sent_three_more_times() -> None:
    """Each retry has the id of the first, its number and the reason; then it is given up."""
    log = RequestLog([failing() for _ in range(4)])
    async with with_bot(log, events=frozenset({"app_mention"})) as playground:
        playground.you.say("harbour", "@Beacon who buys?")
        await playground.delivery.settled()
    assert len({json.loads(received.body)["event_id"] for received in log.received}) == 1
    tries = [
        (received.headers.get("x-slack-retry-num"), received.headers.get("x-slack-retry-reason"))
        for received in log.received
    ]
    assert tries == [(None, None), ("1", "http_error"), ("2", "http_error"), ("3", "http_error")]


async def test_an_event_that_is_taken_later_is_not_sent_again() -> None:
    """A retry that is answered with 200 is the last."""
    log = RequestLog([failing(503)])
    async with with_bot(log, events=frozenset({"app_mention"})) as playground:
        playground.you.say("harbour", "@Beacon who buys?")
        await playground.delivery.settled()
    assert len(log.received) == 2


async def test_a_bot_may_ask_for_no_retry() -> None:
    """With X-Slack-No-Retry a failed event is not sent again."""
    log = RequestLog([failing(X_Slack_No_Retry="1")])
    async with with_bot(log, events=frozenset({"app_mention"})) as playground:
        playground.you.say("harbour", "@Beacon who buys?")
        await playground.delivery.settled()
    assert len(log.received) == 1


async def test_a_person_learns_once_that_the_bot_does_not_take_their_message() -> None:
    """One line, only for them, says what is wrong, though a mention is two events and each is retried."""
    log = RequestLog([failing() for _ in range(8)])
    async with with_bot(log) as playground:
        playground.you.say("harbour", "@Beacon who buys?")
        await playground.delivery.settled()
        notices = [m for m in playground.workspace.readable(playground.you.user.id) if m.is_ephemeral]
    assert [notice.draft.text for notice in notices] == [
        "Beacon answered with HTTP status 500. The message is sent again."
    ]


async def test_a_bot_that_is_silent_is_not_waited_for() -> None:
    """Without an answer in time the request counts as operation_timeout."""
    log = RequestLog([Silence()])
    async with with_bot(log, answer_seconds=BRIEFLY) as playground:
        with pytest.raises(UndeliveredError, match="operation_timeout"):
            await playground.delivery.form({"command": "/deal"})
        log.released.set()


async def test_a_bot_that_is_not_there_is_said_to_be_so() -> None:
    """A refused connection is dispatch_failed."""
    async with with_bot(RequestLog()) as playground:
        pass
    async with with_bot(RequestLog()) as other:
        gone = type(other.delivery)(
            other.workspace, type(other.delivery.target)(playground.bot_url, "x"), other.delivery.session
        )
        with pytest.raises(UndeliveredError, match="connection_failed"):
            await gone.form({"command": "/deal"})


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


async def test_what_is_under_way_ends_with_the_workspace() -> None:
    """Leaving the workspace does not wait for retries that lie minutes ahead."""
    log = RequestLog([failing()])
    async with asyncio.timeout(5), running(log, Setup(ROSTER, retry_after=(3600.0,))) as playground:
        playground.you.say("harbour", "@Beacon who buys?")
        await playground.until(lambda message: "sent again" in message.draft.text)

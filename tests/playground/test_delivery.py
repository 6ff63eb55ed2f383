"""When is the bot told of what happens, and what if it does not take it?"""

import asyncio
import json

from bot.playground.server import Setup, running
from tests.playground.conftest import ROSTER
from tests.playground.request_log import RequestLog, failing, saying, with_bot


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


async def test_what_is_under_way_ends_with_the_workspace() -> None:
    """Leaving the workspace does not wait for retries that lie minutes ahead."""
    log = RequestLog([failing()])
    async with asyncio.timeout(5), running(log, Setup(ROSTER, retry_after=(3600.0,))) as playground:
        playground.you.say("harbour", "@Beacon who buys?")
        await playground.until(lambda message: "sent again" in message.draft.text)


async def test_what_went_to_the_bot_is_written_down() -> None:
    """Each request with its answer, whatever became of it."""
    log = RequestLog([saying(text="hi"), failing(503)])
    async with with_bot(log, events=frozenset({"app_mention"})) as playground:
        await playground.you.command("harbour", "/deal summary")
        playground.you.say("harbour", "@Beacon who buys?")
        await playground.delivery.settled()
        kept = playground.delivery.traffic.kept
    assert [(exchange.what, exchange.answer, exchange.status) for exchange in kept] == [
        ("/deal", {"text": "hi"}, 200),
        ("app_mention", "dispatch_failed", 503),
        ("app_mention", "", 200),
    ]


async def test_only_what_was_subscribed_to_is_told() -> None:
    """Opening the app is an event like any other."""
    log = RequestLog()
    async with with_bot(log, events=frozenset({"app_home_opened"})) as playground:
        playground.you.open_app("home")
        playground.you.look_at("tea")
        await playground.delivery.settled()
    assert [json.loads(received.body)["event"]["type"] for received in log.received] == ["app_home_opened"]

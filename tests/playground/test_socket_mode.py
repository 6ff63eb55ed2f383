"""Does a real Bolt app work through the sockets that it opens, also when they break?"""

import asyncio
import json
from collections.abc import AsyncIterator

import aiohttp
import pytest
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.line import UndeliveredError
from bot.playground.message import Json
from bot.playground.server import Playground, Setup, running
from bot.playground.socket_mode import Reason, SocketMode
from tests.playground.conftest import OFFER, ROSTER
from tests.playground.request_log import RequestLog
from tests.playground.sample_bot import sample_app


@pytest.fixture
async def office() -> AsyncIterator[Playground]:
    """A workspace that waits for an app in Socket Mode."""
    async with running(None, Setup(ROSTER, OFFER, retry_after=(0.0, 0.0))) as started:
        yield started


@pytest.fixture
async def hasty() -> AsyncIterator[Playground]:
    """As `office`, but it hardly waits."""
    async with running(None, Setup(ROSTER, OFFER, retry_after=(0.0,), answer_seconds=0.2)) as started:
        yield started


@pytest.fixture
def mode(office: Playground) -> SocketMode:
    assert office.socket_mode is not None
    return office.socket_mode


@pytest.fixture
async def bot(office: Playground, mode: SocketMode) -> AsyncIterator[AsyncSocketModeHandler]:
    """The sample bot, connected."""
    handler = AsyncSocketModeHandler(sample_app(office.credentials), office.credentials.app_token)
    handler.client.web_client = AsyncWebClient(base_url=office.credentials.api_url)
    handler.client.proxy = None
    await handler.connect_async()  # type: ignore[no-untyped-call]  # Bolt's own
    await mode.verify()
    yield handler
    await handler.close_async()  # type: ignore[no-untyped-call]  # Bolt's own


@pytest.mark.usefixtures("bot")
async def test_commands_are_answered_in_the_ack(office: Playground) -> None:
    """The payload of the acknowledgement is the answer."""
    answer = await office.you.command("harbour", "/deal plain")
    assert answer is not None
    assert (answer.draft.text, answer.visible_to) == ("Only words", office.you.user.id)


@pytest.mark.usefixtures("bot")
async def test_clicks_and_modals_go_through_the_socket(office: Playground) -> None:
    """A click pages, and a modal that is sent may come back with errors."""
    answer = await office.you.command("harbour", "/deal summary")
    assert answer is not None
    await office.you.press(answer, "Next page")
    await office.until(lambda message: "2 of 3" in json.dumps(message.draft.blocks))
    await office.you.start("report")
    view = await shown(office)
    filled: dict[str, dict[str, str | list[str] | None]] = {
        "fact": {"fact": "price"}, "what": {"text": "nothing"}, "kind": {"kind": "a name"},
    }  # fmt: skip
    assert await office.you.screen.submit(view, filled) == {"what": "Then there is nothing to report."}


@pytest.mark.usefixtures("bot")
async def test_events_are_taken_and_answered(office: Playground) -> None:
    """A mention is acknowledged, and the answer comes through the Web API."""
    asked = office.you.say("harbour", "@Beacon who buys?")
    reply = await office.until(lambda message: "asked:" in message.draft.text)
    assert reply.draft.thread_ts == asked.ts


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("reason", ["warning", "refresh_requested"])
async def test_the_bot_connects_anew_when_it_is_asked_to(reason: Reason, office: Playground, mode: SocketMode) -> None:
    """After that it answers as before, through one connection."""
    before = mode.opened
    await mode.disconnect(reason)
    await mode.until(lambda: mode.opened > before and mode.count == 1)
    answer = await office.you.command("harbour", "/deal plain")
    assert answer is not None
    assert answer.draft.text == "Only words"


async def test_an_event_that_is_not_acknowledged_comes_again(hasty: Playground) -> None:
    """With a new envelope, the same event, and which attempt it is."""
    assert hasty.socket_mode is not None
    async with aiohttp.ClientSession() as session, session.ws_connect(hasty.socket_mode.open()) as link:
        assert (await link.receive_json())["type"] == "hello"
        hasty.you.say("harbour", "hello")
        tries: list[Json] = [await link.receive_json() for _ in range(2)]
        await link.send_json({"envelope_id": tries[1]["envelope_id"]})
        await hasty.delivery.settled()
    assert [(sent["retry_attempt"], sent["retry_reason"]) for sent in tries] == [(0, ""), (1, "timeout")]
    assert tries[0]["envelope_id"] != tries[1]["envelope_id"]
    assert tries[0]["payload"]["event_id"] == tries[1]["payload"]["event_id"]
    assert [sent["accepts_response_payload"] for sent in tries] == [False, False]


async def test_an_event_survives_the_end_of_its_socket(office: Playground, mode: SocketMode) -> None:
    """It comes again through the next one, if that is there in time."""
    async with aiohttp.ClientSession() as session:
        first = await session.ws_connect(mode.open())
        second = await session.ws_connect(mode.open())
        await second.receive_json()
        await mode.until(lambda: mode.count == 2)
        office.you.say("harbour", "hello")
        lost = await second.receive_json()
        await second.close()
        await first.receive_json()
        again = await first.receive_json()
        assert again["payload"] == lost["payload"]
        assert (again["retry_attempt"], again["retry_reason"]) == (1, "connection_failed")
        await first.close()


async def test_without_a_connection_nobody_is_there(hasty: Playground) -> None:
    """A command says so at once, and waiting for the bot ends."""
    answer = await hasty.you.command("harbour", "/deal summary")
    assert answer is not None
    assert "Beacon cannot be reached" in answer.draft.text
    with pytest.raises(UndeliveredError):
        await hasty.delivery.verify()


async def test_an_address_is_good_for_one_connection(mode: SocketMode) -> None:
    """Nobody comes in a second time, or by guessing; and there are ten connections at most."""
    async with aiohttp.ClientSession() as session:
        address = mode.open()
        links = [await session.ws_connect(address)]
        for taken in (address, f"{mode.address}/link/?ticket=guess"):
            with pytest.raises(aiohttp.WSServerHandshakeError, match="403"):
                await session.ws_connect(taken)
        links += [await session.ws_connect(mode.open()) for _ in range(9)]
        with pytest.raises(aiohttp.WSServerHandshakeError, match="429"):
            await session.ws_connect(mode.open())
        await asyncio.gather(*(link.close() for link in links))


async def test_only_the_app_level_token_opens_a_socket(office: Playground) -> None:
    """The bot's own token is of the wrong type, and another is unknown."""
    credentials = office.credentials
    client = AsyncWebClient(base_url=credentials.api_url)
    errors = []
    for token in (credentials.bot_token, "xapp-other"):
        with pytest.raises(SlackApiError) as refusal:
            await client.apps_connections_open(app_token=token)
        errors.append(refusal.value.response["error"])
    assert errors == ["not_allowed_token_type", "invalid_auth"]


async def test_an_app_with_a_request_url_has_no_sockets() -> None:
    """Socket Mode is one way or the other."""
    async with running(RequestLog(), Setup(ROSTER)) as playground:
        client = AsyncWebClient(base_url=playground.credentials.api_url)
        with pytest.raises(SlackApiError, match="socket_mode_not_enabled"):
            await client.apps_connections_open(app_token=playground.credentials.app_token)


async def shown(office: Playground) -> str:
    """The id of the modal on top, which the bot opens a moment after its ack."""
    arrived = asyncio.Event()
    stop = office.workspace.screens.subscribe(lambda _: arrived.set())
    view = office.workspace.screens.top(office.you.user.id)
    if view is None:
        await asyncio.wait_for(arrived.wait(), 5)
        view = office.workspace.screens.top(office.you.user.id)
    stop()
    assert view is not None
    return view.id

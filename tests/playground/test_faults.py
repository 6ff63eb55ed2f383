"""Does the workspace fail when it is told to, as Slack would?"""

import asyncio

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.playground.faults import FAULTS, RESPONSE_URL, UPLOAD, Fault, Faults
from bot.playground.server import Playground


@pytest.fixture
def client(playground: Playground) -> AsyncWebClient:
    return AsyncWebClient(token=playground.credentials.bot_token, base_url=playground.credentials.api_url)


def test_what_is_planned_is_taken_in_order() -> None:
    """Each call takes one, of its own method only, and whoever listens hears of it."""
    faults = Faults()
    heard: list[int] = []
    stop = faults.subscribe(lambda: heard.append(sum(map(len, faults.planned().values()))))
    faults.plan("views.open", FAULTS["expired_trigger_id"], times=2)
    faults.plan("views.open", FAULTS["server_error"])
    assert faults.take("views.push") is None
    assert [faults.take("views.open") for _ in range(4)] == [
        FAULTS["expired_trigger_id"], FAULTS["expired_trigger_id"], FAULTS["server_error"], None,
    ]  # fmt: skip
    stop()
    faults.clear()
    assert heard == [2, 3, 2, 1, 0]


@pytest.mark.parametrize(
    "error", ["invalid_blocks", "expired_trigger_id", "is_archived", "message_not_in_streaming_state"]
)
async def test_a_method_fails_as_often_as_planned(error: str, client: AsyncWebClient, playground: Playground) -> None:
    """With Slack's name for it; after that it works again."""
    playground.faults.plan("chat.postMessage", FAULTS[error])
    with pytest.raises(SlackApiError) as refusal:
        await client.chat_postMessage(channel="#harbour", text="x")
    assert refusal.value.response["error"] == error
    assert (await client.chat_postMessage(channel="#harbour", text="x"))["ok"]


async def test_a_missing_scope_names_the_scope(client: AsyncWebClient, playground: Playground) -> None:
    """The one that the method needs is not among those that are there."""
    playground.faults.plan("files.getUploadURLExternal", FAULTS["missing_scope"])
    with pytest.raises(SlackApiError) as refusal:
        await client.files_getUploadURLExternal(filename="a", length=1)
    answer = refusal.value.response
    assert (answer["error"], answer["needed"]) == ("missing_scope", "files:write")
    assert "files:write" not in answer["provided"]


async def test_a_rate_limit_says_for_how_long(client: AsyncWebClient, playground: Playground) -> None:
    """Slack's client waits so long and tries again."""
    client.retry_handlers.append(AsyncRateLimitErrorRetryHandler(max_retry_count=1))
    playground.faults.plan("chat.postMessage", Fault("ratelimited", 429, retry_after=0))
    assert (await client.chat_postMessage(channel="#harbour", text="x"))["ok"]
    playground.faults.plan("chat.postMessage", FAULTS["ratelimited"], times=2)
    client.retry_handlers.clear()
    with pytest.raises(SlackApiError) as refusal:
        await client.chat_postMessage(channel="#harbour", text="x")
    assert (refusal.value.response.status_code, refusal.value.response.headers["Retry-After"]) == (429, "1")


async def test_a_server_error_is_no_json(client: AsyncWebClient, playground: Playground) -> None:
    """As when something in front of Slack fails."""
    playground.faults.plan("auth.test", FAULTS["server_error"])
    with pytest.raises(SlackApiError) as refusal:
        await client.auth_test()
    assert (refusal.value.response.status_code, refusal.value.response.data) == (503, "the server has trouble")


async def test_a_call_that_hangs_is_let_go_by_clearing(client: AsyncWebClient, playground: Playground) -> None:
    """The client's own limit ends it, or whoever clears the plan."""
    playground.faults.plan("auth.test", FAULTS["timeout"], times=2)
    client.timeout = 0  # no limit
    hanging = asyncio.create_task(client.auth_test())
    taken = asyncio.Event()
    playground.faults.subscribe(taken.set)
    await taken.wait()
    playground.faults.clear()
    with pytest.raises(SlackApiError):
        await hanging
    assert playground.faults.planned() == {}


async def test_response_urls_and_uploads_fail_too(client: AsyncWebClient, playground: Playground) -> None:
    """An error there is never a 200."""
    url = playground.workspace.grants.response_url(playground.workspace.channel("harbour").id, playground.you.user.id)
    webhook = AsyncWebhookClient(f"{playground.url}/response/{url.id}")
    for fault, status in ((FAULTS["server_error"], 503), (FAULTS["invalid_blocks"], 400)):
        playground.faults.plan(RESPONSE_URL, fault)
        assert (await webhook.send(text="x")).status_code == status
    playground.faults.plan(UPLOAD, FAULTS["server_error"])
    address = (await client.files_getUploadURLExternal(filename="a", length=1))["upload_url"]
    async with aiohttp.ClientSession() as session, session.post(address, data=b"a") as answer:
        assert answer.status == 503

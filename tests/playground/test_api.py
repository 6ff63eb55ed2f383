"""Does the workspace's HTTP interface behave as Slack's does?"""

from collections.abc import AsyncIterator

import httpx
import pytest
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.playground.server import Playground


@pytest.fixture
async def http(playground: Playground) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=playground.credentials.api_url) as client:
        yield client


@pytest.fixture
def token(playground: Playground) -> str:
    return playground.credentials.bot_token


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


async def test_without_a_token_nothing_is_done(http: httpx.AsyncClient) -> None:
    """No token is not_authed, a wrong one invalid_auth, both with status 200 as from Slack."""
    bare = await http.post("auth.test")
    wrong = await http.post("auth.test", headers=bearer("xoxb-other"))
    assert (bare.status_code, bare.json()) == (200, {"ok": False, "error": "not_authed"})
    assert wrong.json() == {"ok": False, "error": "invalid_auth"}


async def test_a_slip_is_told_with_its_place(http: httpx.AsyncClient, token: str) -> None:
    """Details stand in `errors` and in response_metadata, where Slack's clients look."""
    sent = {"channel": "harbour", "text": "x", "blocks": [{"type": "divider", "colour": "red"}]}
    answer = (await http.post("chat.postMessage", headers=bearer(token), json=sent)).json()
    assert answer["errors"] == ["Extra inputs are not permitted [json-pointer:/blocks/0/colour]"]
    assert answer["response_metadata"]["messages"] == [f"[ERROR] {answer['errors'][0]}"]


async def test_api_test_echoes(http: httpx.AsyncClient) -> None:
    """api.test needs no token and fails on request."""
    assert (await http.post("api.test", json={"foo": "bar"})).json() == {"ok": True, "args": {"foo": "bar"}}
    assert (await http.post("api.test", json={"error": "my_error"})).json()["error"] == "my_error"


async def test_a_response_url_says_ok(playground: Playground) -> None:
    """Slack's own webhook client posts through it."""
    url = playground.workspace.grants.response_url(playground.workspace.channel("harbour").id, playground.you.user.id)
    answer = await AsyncWebhookClient(f"{playground.url}/response/{url.id}").send(text="later")
    assert (answer.status_code, answer.body) == (200, "ok")
    assert [m.draft.text for m in playground.workspace.readable(playground.you.user.id)] == ["later"]


async def test_a_response_url_that_is_used_up_is_gone(playground: Playground) -> None:
    """After five uses the answer is 404 and names the cause."""
    url = playground.workspace.grants.response_url(playground.workspace.channel("harbour").id, playground.you.user.id)
    client = AsyncWebhookClient(f"{playground.url}/response/{url.id}")
    statuses = [(await client.send(text=str(number))).status_code for number in range(6)]
    assert statuses == [200, 200, 200, 200, 200, 404]


async def test_a_response_with_bad_blocks_is_refused(playground: Playground) -> None:
    """The app learns what is wrong, and nothing is shown."""
    url = playground.workspace.grants.response_url(playground.workspace.channel("harbour").id, playground.you.user.id)
    async with httpx.AsyncClient() as client:
        answer = await client.post(f"{playground.url}/response/{url.id}", json={"blocks": [{"type": "x"}]})
    assert (answer.status_code, answer.json()["error"]) == (400, "invalid_blocks")
    assert playground.workspace.readable(playground.you.user.id) == []

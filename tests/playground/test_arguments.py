"""Are the arguments of a call read in whichever way they come?"""

from collections.abc import AsyncIterator

import httpx
import pytest

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


async def test_arguments_come_as_json_form_or_query(
    http: httpx.AsyncClient, token: str, playground: Playground
) -> None:
    """The three ways of Slack's API lead to the same; a token may stand among the arguments."""
    you = playground.you.user.id
    answers = [
        await http.post("users.info", headers=bearer(token), json={"user": you}),
        await http.post("users.info", data={"user": you, "token": token}),
        await http.get("users.info", headers=bearer(token), params={"user": you}),
    ]
    assert [answer.json()["user"]["real_name"] for answer in answers] == ["Mara Quay"] * 3


@pytest.mark.parametrize(("body", "error"), [("{", "invalid_json"), ("[]", "json_not_object")])
async def test_a_broken_body_is_named(body: str, error: str, http: httpx.AsyncClient, token: str) -> None:
    """JSON that cannot be read, or is no object, is refused."""
    headers = bearer(token) | {"Content-Type": "application/json; charset=utf-8"}
    assert (await http.post("auth.test", headers=headers, content=body)).json()["error"] == error

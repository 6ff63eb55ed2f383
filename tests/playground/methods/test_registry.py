"""Which methods are there, and may everybody call them?"""

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.methods import ALL_SCOPES, METHODS
from bot.playground.server import Setup, running
from tests.playground.conftest import ROSTER
from tests.playground.request_log import RequestLog


def test_every_method_is_one_of_slacks() -> None:
    """Slack's own client has a function for each name."""
    assert [name for name in METHODS if not hasattr(AsyncWebClient, name.replace(".", "_"))] == []


async def test_a_method_wants_its_scope() -> None:
    """Without it the refusal names what is needed and what there is; every answer lists what there is."""
    setup = Setup(ROSTER, scopes=ALL_SCOPES - {"files:write"})
    async with running(RequestLog(), setup) as playground:
        client = AsyncWebClient(token=playground.credentials.bot_token, base_url=playground.credentials.api_url)
        with pytest.raises(SlackApiError) as refusal:
            await client.files_getUploadURLExternal(filename="a.csv", length=1)
        identity = await client.auth_test()
    answer = refusal.value.response
    assert (answer["error"], answer["needed"]) == ("missing_scope", "files:write")
    assert "chat:write" in answer["provided"].split(",")
    assert set(identity.headers["x-oauth-scopes"].split(",")) == setup.scopes

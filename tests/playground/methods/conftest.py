"""How do the tests of the Web API's methods call them? As apps do, with Slack's own client."""

from collections.abc import Awaitable
from typing import Any

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.message import Draft, Message
from bot.playground.server import Playground


@pytest.fixture
def client(playground: Playground) -> AsyncWebClient:
    credentials = playground.credentials
    return AsyncWebClient(token=credentials.bot_token, base_url=credentials.api_url)


@pytest.fixture
async def said(playground: Playground) -> Message:
    """A message of a person in the channel."""
    workspace = playground.workspace
    return workspace.post(workspace.channel("harbour"), playground.you.user.id, Draft(text="hello"))


async def error_of(call: Awaitable[Any]) -> str | None:
    """The error with which a call was refused, if it was."""
    try:
        await call
    except SlackApiError as refusal:
        return str(refusal.response["error"])
    return None

"""How does the bot work without an address of its own? It opens a socket to Slack and is asked through it."""

from __future__ import annotations

import asyncio

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp

from bot.slack.connection import Connection, is_loopback
from bot.slack.refusals import refusals


async def listen(app: AsyncApp, connection: Connection, app_token: str, stop: asyncio.Event) -> None:
    """Answers through the socket until `stop` is set, reconnecting as needed. Raises RefusedBySlackError."""
    try:
        address = await _first_address(connection, app_token)
        handler = AsyncSocketModeHandler(app, app_token, web_client=connection.client)
        handler.client.wss_uri = address
        if is_loopback(address):
            handler.client.proxy = None
        await _until(stop, handler)
    finally:
        await connection.close()


async def _first_address(connection: Connection, app_token: str) -> str:
    """Bolt's client tries for ever where Slack does not take the token, so that it is asked here first."""
    with refusals(connection.client.base_url, "SLACK_APP_TOKEN"):
        opened = await connection.client.apps_connections_open(app_token=app_token)
    return str(opened["url"])


async def _until(stop: asyncio.Event, handler: AsyncSocketModeHandler) -> None:
    connecting = asyncio.create_task(handler.connect_async())  # type: ignore[no-untyped-call]  # Bolt's own
    await stop.wait()
    await handler.close_async()  # type: ignore[no-untyped-call]  # Bolt's own
    connecting.cancel()
    await asyncio.gather(connecting, return_exceptions=True)

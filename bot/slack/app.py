"""Which listeners does the bot have? One app for HTTP and Socket Mode; the registrations are its table of contents."""

from __future__ import annotations

import logging
import re
from typing import Any

from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

from bot.blocks import ASK, PAGE, SHARE
from bot.command import CHECK_MESSAGE, SLASH
from bot.desk import Desk
from bot.journal import Journal
from bot.settings import DEFAULT_WHO
from bot.slack.actions import Actions
from bot.slack.commands import Commands
from bot.slack.connection import Connection
from bot.slack.conversation import Conversation
from bot.slack.errors import Errors
from bot.slack.posts import Posts
from bot.slack.shortcuts import Shortcuts

# Built into Slack, but workspaces that stand in for it, and some that allow it, may send it.
BUILT_IN_WHO = "/who"


def create_app(
    desk: Desk,
    connection: Connection,
    signing_secret: str = "",
    who_command: str = DEFAULT_WHO,
    journal: Journal | None = None,
) -> AsyncApp:
    """The app with all its listeners; without a journal it remembers threads as long as it lives.

    Socket Mode needs no signing secret: Slack knows us by the socket itself.
    """
    conversation = Conversation(desk, journal or Journal())
    app = _bolt(connection, signing_secret)
    errors = Errors(connection)
    commands = Commands(conversation, connection, errors)
    shortcuts = Shortcuts(conversation, connection, errors)
    actions = Actions(conversation, connection, errors)
    posts = Posts(conversation, connection, errors)

    app.command(SLASH)(commands.deal)
    for name in sorted({BUILT_IN_WHO, DEFAULT_WHO, who_command}):
        app.command(name)(commands.who)
    app.action(re.compile(rf"^{ASK}(_|$)"))(actions.ask)
    app.action(re.compile(rf"^{PAGE}(_|$)"))(actions.page)
    app.action(SHARE)(actions.share)
    app.message_shortcut(CHECK_MESSAGE.callback_id)(shortcuts.check_message)
    app.event("app_mention")(posts.mention)
    app.event("message")(posts.message)
    app.error(errors.handle)
    return app


def _bolt(connection: Connection, signing_secret: str) -> AsyncApp:
    """An app that answers before it returns and asks Slack nothing on the way.

    Bolt's own messages would put people's words into the log below the level of warnings. Its warning that a token in
    the environment goes unused is silenced: the connection's client has it.
    """
    log = logging.getLogger("bot.slack.bolt")
    log.setLevel(logging.ERROR)
    app = AsyncApp(
        logger=log,
        name="dealcheck",
        process_before_response=True,
        signing_secret=signing_secret,
        client=AsyncWebClient(base_url=connection.client.base_url),
        authorize=_authorize(connection),
        attaching_conversation_kwargs_enabled=False,
    )
    log.setLevel(logging.WARNING)
    return app


def _authorize(connection: Connection) -> Any:
    """Who we are was asked once, when the connection was made."""
    identity = connection.identity
    result = AuthorizeResult(
        enterprise_id=None,
        team_id=None,
        bot_user_id=identity.user_id,
        bot_id=identity.bot_id,
        bot_token=connection.client.token,
    )

    async def authorize() -> AuthorizeResult:
        return result

    return authorize

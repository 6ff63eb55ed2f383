"""How do the registry's listeners become an app? One for HTTP and Socket Mode, which asks Slack nothing on the way."""

from __future__ import annotations

import logging
import re
from collections.abc import Awaitable, Callable
from typing import Any, assert_never

from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

from bot.desk import Desk
from bot.journal import Journal
from bot.slack.actions import Actions
from bot.slack.commands import Commands
from bot.slack.connection import Connection
from bot.slack.conversation import Conversation
from bot.slack.dialogs import Dialogs
from bot.slack.errors import Errors
from bot.slack.evidence import Evidence
from bot.slack.files import Files
from bot.slack.home import Homes
from bot.slack.limits import Limits
from bot.slack.opinions import Opinions
from bot.slack.pictures import Pictures
from bot.slack.posts import Posts
from bot.slack.registry import (
    DEFAULTS,
    Closing,
    Happening,
    Heard,
    Options,
    Pick,
    Press,
    Slash,
    Staff,
    Submission,
    listeners,
)
from bot.slack.shortcuts import Shortcuts
from bot.slack.tables import Tables


def create_app(
    desk: Desk,
    connection: Connection,
    signing_secret: str = "",
    options: Options = DEFAULTS,
    journal: Journal | None = None,
) -> AsyncApp:
    """The app with all listeners of the registry; without a journal it remembers threads as long as it lives.

    Socket Mode needs no signing secret: Slack knows us by the socket itself.
    """
    conversation = Conversation(desk, journal or Journal())
    app = _bolt(connection, signing_secret)
    errors = Errors(connection)
    files = Files(connection)
    pictures = Pictures(desk, files)
    dialogs = Dialogs(connection)
    evidence = Evidence(conversation, dialogs, errors)
    opinions = Opinions(conversation, dialogs, errors)
    limits = Limits()
    staff = Staff(
        Commands(conversation, connection, errors, pictures),
        Actions(conversation, connection, errors, evidence, opinions, limits),
        evidence,
        Homes(conversation, connection, errors),
        opinions,
        Shortcuts(conversation, connection, dialogs, errors),
        Posts(conversation, connection, errors, pictures, limits, options.follow_threads),
        Tables(desk, files, errors),
    )
    for listener in listeners(options):
        _listen(app, listener.heard, listener.taken_by(staff))
    app.error(errors.handle)
    return app


def _listen(app: AsyncApp, heard: Heard, take: Callable[..., Awaitable[None]]) -> None:
    match heard:
        case Slash():
            for name in sorted({heard.command, *heard.also}):
                app.command(name)(take)
        case Press(action):
            app.action(re.compile(rf"^{re.escape(action)}(_|$)"))(take)
        case Submission(callback_id):
            app.view_submission(callback_id)(take)
        case Closing(callback_id):
            app.view_closed(callback_id)(take)
        case Pick(shortcut):
            app.shortcut(shortcut.callback_id)(take)
        case Happening():
            app.event(heard.event)(take)
        case _:
            assert_never(heard)


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

"""`dealcheck serve` and `dealcheck playground`: how does one run the bot, in a workspace or in a local page?"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import errno
import logging
import os
import signal
import sys
from functools import partial
from typing import Any

from starlette.types import ASGIApp

from bot.cli.deal import add_deal_options, open_desk
from bot.command import COMMANDS, SLASH, respond
from bot.desk import Desk
from bot.journal import Journal
from bot.playground.line import UndeliveredError
from bot.playground.roster import Roster
from bot.playground.server import BotCredentials, BotFactory, Playground, Setup, serve_playground
from bot.playground.snapshot import CommandHint, Example, Offer, ShortcutHint
from bot.settings import HttpSettings, Settings, SettingsError, SocketSettings, read_settings, state_file
from bot.slack import (
    BOT_NAME,
    Identity,
    Options,
    PortError,
    RefusedBySlackError,
    bound,
    connect,
    create_app,
    http_app,
    listen,
    manifest,
    open_connection,
    serve,
)
from bot.slack.http import REQUEST_PATH

PLAYGROUND_PORT = 8421
_DONE, _PROBLEMS, _USAGE = 0, 1, 2
_LAST_PORT = 65535
_LOG = logging.getLogger(__name__)


def register(commands: Any) -> None:
    """Add `serve` and `playground` to the commands."""
    serving = commands.add_parser("serve", description="Run the bot in a Slack workspace.")
    serving.add_argument("--socket", action="store_true", help="Socket Mode: no public address is needed")
    add_deal_options(serving)
    serving.set_defaults(run=run_serve)
    trying = commands.add_parser("playground", description="Try the bot in a local page that works like Slack.")
    trying.add_argument(
        "--port", type=_port, default=PLAYGROUND_PORT, help=f"port of the page, 0 for any free one ({PLAYGROUND_PORT})"
    )
    add_deal_options(trying)
    trying.set_defaults(run=run_playground)


def _port(typed: str) -> int:
    if not typed.isdecimal() or int(typed) > _LAST_PORT:
        raise argparse.ArgumentTypeError(f"{typed!r} is not a port, 0 to {_LAST_PORT}")
    return int(typed)


def run_serve(arguments: argparse.Namespace) -> int:
    """Serve until told to stop: 2 where the environment lacks something, 1 where Slack refuses."""
    desk = _ready_desk(arguments)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    try:
        if arguments.socket:
            asyncio.run(_listen(desk, read_settings(SocketSettings)))
        else:
            asyncio.run(_serve(desk, read_settings(HttpSettings)))
    except SettingsError as error:
        return _refused(str(error), _USAGE)
    except (RefusedBySlackError, PortError) as error:
        return _refused(str(error), _PROBLEMS)
    return _DONE


def run_playground(arguments: argparse.Namespace) -> int:
    """Run the local page until told to stop: 1 where its port is taken or the bot does not answer."""
    desk = _ready_desk(arguments)
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    try:
        setup = playground_setup(desk, arguments.port)
        with _open_journal() as journal:
            asyncio.run(serve_playground(_local_bot(desk, journal), setup, partial(_announced, desk)))
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            return _refused(
                f"port {arguments.port} is in use; choose another with --port, or --port 0 for any", _PROBLEMS
            )
        return _refused(str(error), _PROBLEMS)
    except UndeliveredError as error:
        return _refused(f"the bot does not answer at its request URL: {error.code}", _PROBLEMS)
    return _DONE


def _ready_desk(arguments: argparse.Namespace) -> Desk:
    """A desk that was asked everything once: what it makes only when needed takes seconds, and nobody is to wait."""
    desk = open_desk(arguments, os.environ)
    for command in COMMANDS:
        respond(desk, command.sample(desk.store))
    desk.asker.index.get_ready()
    return desk


def _open_journal() -> contextlib.closing[Journal]:
    return contextlib.closing(Journal(state_file(os.environ)).open())


def playground_setup(desk: Desk, port: int) -> Setup:
    """A workspace with a channel for the deal, in which the app has what its manifest asks for and no more."""
    store = desk.store
    who = next(command for command in COMMANDS if command.name == "who")
    commands = [
        *(CommandHint(f"{SLASH} {command.name}", command.hint, command.description) for command in COMMANDS),
        CommandHint("/who", who.hint, who.description),
    ]
    examples = [Example(text, about) for text, about in things_to_try(desk)]
    asked_for = manifest(Options())
    offer = Offer(
        f"{BOT_NAME} answers from cited facts about {store.deal.title}.",
        tuple(commands),
        tuple(examples),
        _shortcuts(asked_for, "message"),
        _shortcuts(asked_for, "global"),
    )
    roster = Roster(
        bot_name=BOT_NAME,
        channels=(("deal-desk", store.deal.title), ("general", "Everything else")),
        has_home=asked_for["features"]["app_home"]["home_tab_enabled"],
    )
    events = frozenset(asked_for["settings"]["event_subscriptions"]["bot_events"])
    return Setup(roster, offer, port, events=events, scopes=frozenset(asked_for["oauth_config"]["scopes"]["bot"]))


def _shortcuts(asked_for: dict[str, Any], kind: str) -> tuple[ShortcutHint, ...]:
    """The shortcuts of the manifest on a message, or those from anywhere (`global`)."""
    listed = [shortcut for shortcut in asked_for["features"]["shortcuts"] if shortcut["type"] == kind]
    return tuple(ShortcutHint(found["callback_id"], found["name"], found["description"]) for found in listed)


def things_to_try(desk: Desk) -> list[tuple[str, str]]:
    """Three things to type, each with what it shows."""
    who = next(command for command in COMMANDS if command.name == "who")
    asked = next(iter(desk.store.deal.prompts), "what is this about?")
    return [
        (f"{SLASH} summary", "the deal in short"),
        (f"/{who.name} {who.example(desk.store)}".strip(), who.description),
        (f"@{BOT_NAME} {asked}", "an answer for the whole channel, in a thread"),
    ]


async def _serve(desk: Desk, settings: HttpSettings) -> None:
    with contextlib.closing(bound(settings.host, settings.port)) as listener, _open_journal() as journal:
        connection = await connect(settings.bot_token.get_secret_value(), settings.api_url)
        secret = settings.signing_secret.get_secret_value()
        app = create_app(desk, connection, secret, _options(settings), journal)
        _LOG.info(
            "Slack's request URL is this server's %s; listening on %s:%d", REQUEST_PATH, *listener.getsockname()[:2]
        )
        await serve(http_app(app, connection), listener, _told_to_stop())


async def _listen(desk: Desk, settings: SocketSettings) -> None:
    connection = await connect(settings.bot_token.get_secret_value(), settings.api_url)
    with _open_journal() as journal:
        app = create_app(desk, connection, options=_options(settings), journal=journal)
        _LOG.info("Socket Mode: connecting to %s", settings.api_url)
        await listen(app, connection, settings.app_token.get_secret_value(), _told_to_stop())


def _options(settings: Settings) -> Options:
    return Options(settings.who_command, settings.follow_threads)


def _told_to_stop() -> asyncio.Event:
    """Set by Ctrl-C or by whoever runs the program as a service."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):  # Windows; there the interrupt ends asyncio.run
            loop.add_signal_handler(number, stop.set)
    return stop


def _local_bot(desk: Desk, journal: Journal) -> BotFactory:
    def bot(credentials: BotCredentials) -> ASGIApp:
        identity = Identity(credentials.bot_user_id)
        connection = open_connection(credentials.bot_token, credentials.api_url, identity)
        app = create_app(desk, connection, credentials.signing_secret, journal=journal)
        return http_app(app, connection)

    return bot


def _announced(desk: Desk, playground: Playground) -> None:
    print(f"{BOT_NAME} runs in a local page that works like Slack: {playground.url}")
    print("Three things to try there:")
    for text, about in things_to_try(desk):
        print(f"  {text}  ({about})")
    print("Ctrl-C ends it.", flush=True)


def _refused(told: str, code: int) -> int:
    for line in told.splitlines():
        print(f"dealcheck: {line}", file=sys.stderr)
    return code

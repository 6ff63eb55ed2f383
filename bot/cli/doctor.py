"""`dealcheck doctor`: is everything in place for the bot to work in a workspace?"""

from __future__ import annotations

import argparse
import asyncio
import os
from collections.abc import AsyncIterator, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any, TypeVar

from bot import checkup
from bot.checkup import Finding, State, Tokens
from bot.cli.output import print_row
from bot.settings import (
    ApiSettings,
    HttpSettings,
    Settings,
    SettingsError,
    SocketSettings,
    read_settings,
    state_file,
)
from bot.slack import Options, needed_scopes
from bot.store import locate

_DESCRIPTION = """Check what the bot needs to work in a workspace: the environment's variables, whether Slack takes the
tokens and grants the scopes of the manifest, the records, the state file and the port. Prints a line for each, with
what to do where something is wrong; a token is never printed."""
_Settings = TypeVar("_Settings", bound=ApiSettings)


def register(commands: Any) -> None:
    """Add `doctor` to the commands."""
    parser = commands.add_parser("doctor", description=_DESCRIPTION)
    parser.add_argument("--socket", action="store_true", help="for Socket Mode, as dealcheck serve --socket runs")
    parser.add_argument("--json", action="store_true", help="print one JSON object a line and nothing else")
    parser.add_argument("--facts", type=Path, metavar="DIR", help="folder of the deal folders")
    parser.add_argument("--seeds", type=Path, metavar="DIR", help="folder of the articles' records")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Make every check; 1 where one of them finds a problem."""
    return int(asyncio.run(_checked(arguments)))


async def _checked(arguments: argparse.Namespace) -> bool:
    """Prints each finding as soon as it is there; whether any was a problem."""
    ill = False
    async for finding in _findings(arguments):
        ill = ill or finding.state is State.PROBLEM
        if arguments.json:
            print_row(asdict(finding))
        else:
            print(_line(finding), flush=True)
    return ill


async def _findings(arguments: argparse.Namespace) -> AsyncIterator[Finding]:
    for finding in checkup.variables(SocketSettings if arguments.socket else HttpSettings):
        yield finding
    if (api := _read(ApiSettings)) is not None:
        async for finding in _asked_of_slack(api.api_url, socket=arguments.socket):
            yield finding
    for finding in _here(arguments):
        yield finding


def _asked_of_slack(api_url: str, *, socket: bool) -> AsyncIterator[Finding]:
    settings, with_socket = _read(Settings), _read(SocketSettings)
    options = Options(settings.who_command, settings.follow_threads) if settings else Options()
    tokens = Tokens(
        settings.bot_token.get_secret_value() if settings else None,
        with_socket.app_token.get_secret_value() if with_socket else None,
    )
    return checkup.workspace(api_url, tokens, needed_scopes(options), socket=socket)


def _here(arguments: argparse.Namespace) -> Iterator[Finding]:
    facts = locate("facts", arguments.facts, os.environ)
    yield checkup.records(facts, locate("seeds", arguments.seeds, os.environ))
    yield checkup.state_file(state_file(os.environ))
    if not arguments.socket and (settings := _read(HttpSettings)):
        yield checkup.port(settings.host, settings.port)


def _read(kind: type[_Settings]) -> _Settings | None:
    """The settings, or None where something is wrong with them, which a line of its own tells."""
    try:
        return read_settings(kind)
    except SettingsError:
        return None


def _line(finding: Finding) -> str:
    advice = f". To do: {finding.advice}" if finding.advice else ""
    return f"{finding.state:<8} {finding.check}: {finding.told}{advice}"

"""`dealcheck manifest`: what does one paste at Slack to create the app?"""

from __future__ import annotations

import argparse
import json
import re
from typing import Any
from urllib.parse import urlsplit

from bot.settings import DEFAULT_WHO
from bot.slack import Options, manifest
from bot.slack.http import REQUEST_PATH

_COMMAND = re.compile(r"/[a-z0-9_-]{1,31}")
_DESCRIPTION = """Print the manifest of the app as JSON, to be pasted at api.slack.com/apps under Create New App, From a
manifest, or as the new manifest of an app that is there. It names every command, shortcut and event that the bot
listens to and asks for the scopes that these need, and no others."""


def register(commands: Any) -> None:
    """Add `manifest` to the commands."""
    parser = commands.add_parser("manifest", description=_DESCRIPTION)
    reached = parser.add_mutually_exclusive_group()
    reached.add_argument("--socket", action="store_true", help="for Socket Mode, as without --url")
    reached.add_argument(
        "--url", type=_request_url, metavar="URL", help=f"for HTTP: where the bot is reached ({REQUEST_PATH} is added)"
    )
    parser.add_argument(
        "--who-command", type=_command, default=DEFAULT_WHO, metavar="NAME", help=f"command for names ({DEFAULT_WHO})"
    )
    parser.add_argument(
        "--follow-threads",
        action="store_true",
        help="let people go on in a thread without a mention; the bot is then sent all messages of its channels",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the manifest."""
    made = manifest(Options(arguments.who_command, arguments.follow_threads), arguments.url)
    print(json.dumps(made, indent=2))
    return 0


def _request_url(typed: str) -> str:
    """The request URL of a bot at this address; Slack calls nothing that is not HTTPS."""
    address = urlsplit(typed)
    if address.scheme != "https" or not address.netloc:
        raise argparse.ArgumentTypeError(f"{typed!r} is not an address that begins with https://")
    return typed if address.path.strip("/") else f"https://{address.netloc}{REQUEST_PATH}"


def _command(typed: str) -> str:
    if not _COMMAND.fullmatch(typed):
        raise argparse.ArgumentTypeError(f"{typed!r} is not a command such as {DEFAULT_WHO}")
    return typed

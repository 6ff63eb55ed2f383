"""How does the bot work in Slack? The only package that knows Bolt; what is said is decided below it."""

from bot.slack.app import create_app
from bot.slack.connection import Connection, Identity, connect, open_connection
from bot.slack.http import PortError, bound, http_app, serve
from bot.slack.manifest import BOT_NAME, manifest, needed_scopes
from bot.slack.refusals import RefusedBySlackError
from bot.slack.registry import Options
from bot.slack.socket import listen

__all__ = [
    "BOT_NAME",
    "Connection",
    "Identity",
    "Options",
    "PortError",
    "RefusedBySlackError",
    "bound",
    "connect",
    "create_app",
    "http_app",
    "listen",
    "manifest",
    "needed_scopes",
    "open_connection",
    "serve",
]

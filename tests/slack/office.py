"""In which workspace do the tests of the Slack edge run? The playground's own, with our app behind real signed HTTP."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import aiohttp
from slack_sdk.signature import SignatureVerifier
from starlette.types import ASGIApp

from bot.answer import Answer
from bot.command import ASK_DEAL, CHECK_MESSAGE
from bot.desk import Desk
from bot.journal import Journal
from bot.playground.message import Message
from bot.playground.roster import Roster
from bot.playground.server import BotCredentials, Playground, Setup, running
from bot.playground.snapshot import Offer, ShortcutHint
from bot.question import Focus
from bot.slack import Connection, Identity, Options, create_app, http_app, manifest, open_connection
from tests.slack.ledger import Ledger

CHANNEL = "harbour"
SECRET = "detail of the mistake"
ROSTER = Roster(bot_name="Beacon", people=("Mara Quay", "Otto Pier"), channels=((CHANNEL, "The harbour deal"),))
OFFER = Offer(
    shortcuts=(ShortcutHint(CHECK_MESSAGE.callback_id, CHECK_MESSAGE.name, CHECK_MESSAGE.description),),
    everywhere=(ShortcutHint(ASK_DEAL.callback_id, ASK_DEAL.name, ASK_DEAL.description),),
)


class BrokenDesk(Desk):
    """A desk with a mistake of ours in what it says of a name, to a question and of a text."""

    def who(self, name: str) -> Answer:
        raise RuntimeError(f"{SECRET}: {name}")

    def ask(self, question: str, focus: Focus | None = None) -> Answer:
        raise RuntimeError(f"{SECRET}: {question} {focus}")

    def check(self, text: str) -> Answer:
        raise RuntimeError(f"{SECRET}: {text}")


class Hiring:
    """Makes the bot for a workspace and keeps its connection."""

    def __init__(self, desk: Desk, journal: Journal | None = None, *, follow_threads: bool = False) -> None:
        self.desk = desk
        self.options = Options("/whois", follow_threads)
        self.journal = journal
        self.connections: list[Connection] = []

    def __call__(self, credentials: BotCredentials) -> ASGIApp:
        connection = open_connection(credentials.bot_token, credentials.api_url, Identity(credentials.bot_user_id))
        self.connections.append(connection)
        app = create_app(self.desk, connection, credentials.signing_secret, self.options, self.journal)
        return http_app(app, connection)


@dataclass(frozen=True)
class Office:
    """A running workspace with the bot in it, and the bot's own connection."""

    playground: Playground
    connection: Connection
    session: aiohttp.ClientSession
    desk: Desk
    ledger: Ledger

    async def command(self, typed: str, channel: str = CHANNEL) -> Message:
        """Types a slash command and gives the answer."""
        answer = await self.playground.you.command(channel, typed)
        assert answer is not None
        return answer

    async def reply(self, text: str, channel: str = CHANNEL, thread_ts: str | None = None) -> Message:
        """Writes a message and gives the one reply that the bot makes."""
        before = len(self.ours())
        self.playground.you.say(channel, text, thread_ts)
        await self.settled()
        (answer,) = self.ours()[before:]
        return answer

    async def press(self, message: Message, label: str) -> None:
        """Clicks a button and waits until all that follows from it is done."""
        await self.playground.you.press(message, label)
        await self.settled()

    async def choose(self, message: Message, label: str) -> None:
        """Chooses from the menu under a message, or presses one of its thumbs, and waits as `press`."""
        for block in message.draft.blocks:
            for menu in block.get("elements", []):
                options = [*menu.get("options", []), menu.get("positive_button"), menu.get("negative_button")]
                for option in filter(None, options):
                    if option["text"]["text"] == label:
                        action = (block["block_id"], menu["action_id"])
                        await self.playground.you.choose((message.channel, message.ts), action, option["value"])
                        return await self.settled()
        raise AssertionError(f"nothing is labelled {label}")

    async def take(self, message: Message) -> Message:
        """Takes the shortcut for checking on a message and gives the answer."""
        before = len(self.ours())
        await self.playground.you.take((message.channel, message.ts), CHECK_MESSAGE.callback_id)
        await self.settled()
        (answer,) = self.ours()[before:]
        return answer

    async def settled(self) -> None:
        """Waits until the workspace has delivered everything and the bot has answered it."""
        await self.playground.delivery.settled()
        await self.connection.background.settle()

    def ours(self) -> list[Message]:
        """What the bot has said, oldest first."""
        return [message for message in self.all() if message.user == self.playground.credentials.bot_user_id]

    def all(self) -> list[Message]:
        return sorted(self.playground.workspace.messages.values(), key=lambda message: message.ts)

    def now(self, message: Message) -> Message:
        """The message as it stands now."""
        return self.playground.workspace.message(message.channel, message.ts)

    @property
    def direct(self) -> str:
        """The channel of direct messages between the person and the bot."""
        workspace = self.playground.workspace
        return workspace.direct_messages(self.playground.you.user.id, workspace.bot.id).id

    async def send(self, body: bytes, headers: dict[str, str]) -> tuple[int, str]:
        """Sends a body to the request URL as it stands."""
        async with self.session.post(self.playground.bot_url, data=body, headers=headers) as answer:
            return answer.status, await answer.text()

    def signed(self, body: str, age: float = 0.0) -> dict[str, str]:
        """Headers as Slack sends them, of `age` seconds ago."""
        when = str(int(time.time() - age))
        verifier = SignatureVerifier(self.playground.credentials.signing_secret)
        return {
            "X-Slack-Request-Timestamp": when,
            "X-Slack-Signature": verifier.generate_signature(timestamp=when, body=body) or "",
            "Content-Type": "application/json" if body.startswith("{") else "application/x-www-form-urlencoded",
        }


@asynccontextmanager
async def opened(
    desk: Desk,
    journal: Journal | None = None,
    *,
    follow_threads: bool = False,
    scopes: frozenset[str] | None = None,
) -> AsyncIterator[Office]:
    """An office that is open until the block is left; without a journal its bot forgets when it goes.

    The bot may do and hears what its manifest asks for, unless other `scopes` are given. All that it sent has to be
    right.
    """
    hiring = Hiring(desk, journal, follow_threads=follow_threads)
    asked_for = manifest(hiring.options)
    granted = frozenset(asked_for["oauth_config"]["scopes"]["bot"]) if scopes is None else scopes
    events = frozenset(asked_for["settings"]["event_subscriptions"]["bot_events"])
    async with (
        running(hiring, Setup(ROSTER, OFFER, retry_after=(0.0, 0.0), scopes=granted, events=events)) as playground,
        aiohttp.ClientSession() as session,
    ):
        ledger = Ledger()
        playground.delivery.traffic.subscribe(ledger.note)
        yield Office(playground, hiring.connections[0], session, desk, ledger)
        assert ledger.slips() == []


def labels(message: Message) -> list[str]:
    """The labels of a message's buttons."""
    found = [
        element
        for block in message.draft.blocks
        for element in [*block.get("elements", []), block.get("accessory")]
        if element and element["type"] == "button"
    ]
    return [button["text"]["text"] for button in found]

"""How do the local workspace and a bot come to run side by side, each on its own port of this machine?"""

import asyncio
import contextlib
import secrets
import signal
import socket
import time
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field

import aiohttp
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.types import ASGIApp

from bot.playground.api import Access, Api
from bot.playground.delivery import RETRY_AFTER_SECONDS, Delivery
from bot.playground.events import ALL_EVENTS
from bot.playground.faults import Faults
from bot.playground.gate import LocalGate
from bot.playground.grants import Clock
from bot.playground.hosting import listening_on, serving, url_of
from bot.playground.line import ANSWER_SECONDS, Line
from bot.playground.message import Change, Message
from bot.playground.methods import ALL_SCOPES
from bot.playground.page_feed import Feed
from bot.playground.page_routes import Page
from bot.playground.person import Person
from bot.playground.request_url import RequestUrl
from bot.playground.roster import Roster, furnish
from bot.playground.snapshot import Offer
from bot.playground.socket_mode import SocketMode, taking_links
from bot.playground.traffic import Traffic
from bot.playground.workspace import Workspace


@dataclass(frozen=True)
class BotCredentials:
    """What a bot must know to work in the local workspace, as Slack would give it to an installed app."""

    bot_token: str
    signing_secret: str
    api_url: str  # for slack_sdk: AsyncWebClient(token=…, base_url=api_url)
    app_id: str
    bot_user_id: str
    app_token: str  # for Socket Mode


BotFactory = Callable[[BotCredentials], ASGIApp]


@dataclass(frozen=True)
class Setup:
    """Everything about a playground that can be chosen; port 0 takes any free one."""

    roster: Roster
    offer: Offer = field(default_factory=Offer)
    port: int = 0
    request_path: str = "/slack/events"
    events: frozenset[str] = ALL_EVENTS
    scopes: frozenset[str] = ALL_SCOPES
    clock: Clock = time.time
    retry_after: tuple[float, ...] = RETRY_AFTER_SECONDS
    answer_seconds: float = ANSWER_SECONDS


@dataclass(frozen=True)
class Playground:
    """A workspace that is running, with a bot in it; `socket_mode` where the bot comes by itself."""

    url: str
    bot_url: str
    credentials: BotCredentials
    workspace: Workspace
    delivery: Delivery
    people: tuple[Person, ...]
    faults: Faults
    socket_mode: SocketMode | None = None

    @property
    def you(self) -> Person:
        return self.people[0]

    async def until(self, wanted: Callable[[Message], bool], seconds: float = 5.0) -> Message:
        """The first message, there or yet to come, that is `wanted`. Raises `TimeoutError`."""
        arrived: asyncio.Queue[Message] = asyncio.Queue()
        for message in self.workspace.messages.values():
            arrived.put_nowait(message)
        async with asyncio.timeout(seconds):
            with self._listening(arrived):
                while not wanted(message := await arrived.get()):
                    pass
        return message

    @contextlib.contextmanager
    def _listening(self, arrived: "asyncio.Queue[Message]") -> Iterator[None]:
        def put(change: Change) -> None:
            arrived.put_nowait(change.message)

        stop = self.workspace.subscribe(put)
        try:
            yield
        finally:
            stop()


@contextlib.asynccontextmanager
async def running(bot: BotFactory | None, setup: Setup) -> AsyncIterator[Playground]:
    """Runs the workspace and the bot that the factory makes, until the block is left.

    Without a factory the app is in Socket Mode: whoever starts the bot lets it connect with the credentials.
    Raises `OSError` if the port is taken, and `RuntimeError` if one of the two does not start.
    """
    async with contextlib.AsyncExitStack() as stack:
        page_socket = stack.enter_context(contextlib.closing(listening_on(setup.port)))
        bot_socket = stack.enter_context(contextlib.closing(listening_on(0)))
        workspace = furnish(setup.roster, setup.clock)
        workspace.address = url_of(page_socket)
        credentials = _credentials(workspace)
        line = await stack.enter_async_context(_line(bot, setup, credentials, bot_socket))
        playground = _assembled(workspace, credentials, line, setup)
        page = _page(playground, setup.offer)
        apps: dict[socket.socket, ASGIApp] = {page_socket: _app(playground, page, setup)}
        if bot:
            apps[bot_socket] = bot(credentials)
        await stack.enter_async_context(serving(apps))
        stack.push_async_callback(playground.delivery.close)
        stack.callback(page.feed.close)
        stack.callback(playground.faults.clear)
        yield playground


async def serve_playground(bot: BotFactory, setup: Setup, on_ready: Callable[[Playground], None]) -> None:
    """Runs a playground until the program is told to stop; `on_ready` hears when the page can be opened.

    Raises as `running`, and `UndeliveredError` if the bot does not answer at its request URL.
    """
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):  # Windows; there the interrupt ends asyncio.run
            loop.add_signal_handler(number, stop.set)
    async with running(bot, setup) as playground:
        await playground.delivery.verify()
        on_ready(playground)
        await stop.wait()


@contextlib.asynccontextmanager
async def _line(
    bot: BotFactory | None, setup: Setup, credentials: BotCredentials, listener: socket.socket
) -> AsyncIterator[Line]:
    """The way to the bot: to its request URL, or through the sockets that it opens."""
    if bot is None:
        address = url_of(listener).replace("http", "ws", 1)
        async with taking_links(SocketMode(credentials.app_id, address, setup.answer_seconds), listener) as mode:
            yield mode
    else:
        async with aiohttp.ClientSession() as session:
            url = url_of(listener) + setup.request_path
            yield RequestUrl(url, credentials.signing_secret, session, setup.answer_seconds)


def _assembled(workspace: Workspace, credentials: BotCredentials, line: Line, setup: Setup) -> Playground:
    delivery = Delivery(workspace, line, Traffic(setup.clock), setup.events, setup.retry_after)
    workspace.subscribe(delivery.on_change)
    return Playground(
        url=workspace.address,
        bot_url=line.url if isinstance(line, RequestUrl) else "",
        credentials=credentials,
        workspace=workspace,
        delivery=delivery,
        people=_people(workspace, delivery, setup.offer),
        faults=Faults(),
        socket_mode=line if isinstance(line, SocketMode) else None,
    )


def _app(playground: Playground, page: Page, setup: Setup) -> ASGIApp:
    """The workspace's own server: Web API, response URLs, uploads and the page."""
    credentials, mode = playground.credentials, playground.socket_mode
    access = Access(credentials.bot_token, setup.scopes, credentials.app_token)
    connections = mode.open if mode else None
    api = Api(playground.workspace, access, playground.delivery.traffic, playground.faults, connections)
    return Starlette(routes=[*api.routes(), *page.routes()], middleware=[Middleware(LocalGate)])


def _page(playground: Playground, offer: Offer) -> Page:
    workspace, faults = playground.workspace, playground.faults
    feed = Feed(workspace, offer, playground.delivery.traffic, faults)
    return Page(workspace, {person.user.id: person for person in playground.people}, feed, faults)


def _credentials(workspace: Workspace) -> BotCredentials:
    return BotCredentials(
        bot_token=f"xoxb-playground-{secrets.token_hex(12)}",
        signing_secret=secrets.token_hex(16),
        api_url=f"{workspace.address}/api/",
        app_id=workspace.app.id,
        bot_user_id=workspace.bot.id,
        app_token=f"xapp-playground-{secrets.token_hex(12)}",
    )


def _people(workspace: Workspace, delivery: Delivery, offer: Offer) -> tuple[Person, ...]:
    commands = frozenset(hint.command.split(maxsplit=1)[0] for hint in offer.commands)
    shortcuts = frozenset(hint.callback_id for hint in offer.shortcuts)
    everywhere = frozenset(hint.callback_id for hint in offer.everywhere)
    responses = f"{workspace.address}/response/"
    known = (commands, shortcuts, everywhere)
    return tuple(Person(user, workspace, delivery, responses, *known) for user in workspace.people)

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
import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.types import ASGIApp

from bot.playground.api import Access, api_routes
from bot.playground.delivery import RETRY_AFTER_SECONDS, Delivery, Target
from bot.playground.events import ALL_EVENTS
from bot.playground.gate import LocalGate
from bot.playground.grants import Clock
from bot.playground.message import Change, Message
from bot.playground.methods import ALL_SCOPES
from bot.playground.page_routes import Page
from bot.playground.person import Person
from bot.playground.roster import Roster, furnish
from bot.playground.snapshot import Offer
from bot.playground.workspace import Workspace

HOST = "127.0.0.1"
# How long an open connection may hold up the end of the server.
CLOSING_SECONDS = 2


@dataclass(frozen=True)
class BotCredentials:
    """What a bot must know to work in the local workspace, as Slack would give it to an installed app."""

    bot_token: str
    signing_secret: str
    api_url: str  # for slack_sdk: AsyncWebClient(token=…, base_url=api_url)
    app_id: str
    bot_user_id: str


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
    answer_seconds: float = 3.0


@dataclass(frozen=True)
class Playground:
    """A workspace that is running, with a bot in it."""

    url: str
    bot_url: str
    credentials: BotCredentials
    workspace: Workspace
    delivery: Delivery
    people: tuple[Person, ...]

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
async def running(bot: BotFactory, setup: Setup) -> AsyncIterator[Playground]:
    """Runs the workspace and the bot that the factory makes, until the block is left.

    Raises `OSError` if the port is taken, and `RuntimeError` if one of the two does not start.
    """
    async with contextlib.AsyncExitStack() as stack:
        page_socket = stack.enter_context(contextlib.closing(_listening_on(setup.port)))
        bot_socket = stack.enter_context(contextlib.closing(_listening_on(0)))
        session = await stack.enter_async_context(aiohttp.ClientSession())
        workspace = furnish(setup.roster, setup.clock)
        workspace.address = _url(page_socket)
        credentials = _credentials(workspace)
        target = _target(setup, _url(bot_socket), credentials.signing_secret)
        delivery = Delivery(workspace, target, session)
        people = _people(workspace, delivery, setup.offer)
        page = Page(workspace, {person.user.id: person for person in people}, setup.offer)
        workspace.subscribe(delivery.on_change)
        workspace.subscribe(page.on_change)
        app = workspace_app(workspace, page, Access(credentials.bot_token, setup.scopes))
        await stack.enter_async_context(_served({bot_socket: bot(credentials), page_socket: app}))
        stack.push_async_callback(delivery.close)
        stack.callback(page.close)
        yield Playground(_url(page_socket), target.request_url, credentials, workspace, delivery, people)


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


def workspace_app(workspace: Workspace, page: Page, access: Access) -> ASGIApp:
    """The workspace's own server: Web API, response URLs and the page."""
    routes = [*api_routes(workspace, access), *page.routes()]
    return Starlette(routes=routes, middleware=[Middleware(LocalGate)])


def _credentials(workspace: Workspace) -> BotCredentials:
    return BotCredentials(
        bot_token=f"xoxb-playground-{secrets.token_hex(12)}",
        signing_secret=secrets.token_hex(16),
        api_url=f"{workspace.address}/api/",
        app_id=workspace.app.id,
        bot_user_id=workspace.bot.id,
    )


def _target(setup: Setup, bot_url: str, secret: str) -> Target:
    return Target(bot_url + setup.request_path, secret, setup.events, setup.retry_after, setup.answer_seconds)


def _people(workspace: Workspace, delivery: Delivery, offer: Offer) -> tuple[Person, ...]:
    commands = frozenset(hint.command.split(maxsplit=1)[0] for hint in offer.commands)
    shortcuts = frozenset(hint.callback_id for hint in offer.shortcuts)
    everywhere = frozenset(hint.callback_id for hint in offer.everywhere)
    responses = f"{workspace.address}/response/"
    known = (commands, shortcuts, everywhere)
    return tuple(Person(user, workspace, delivery, responses, *known) for user in workspace.people)


class _Server(uvicorn.Server):
    """Leaves signals to whoever runs several servers in one program, and says when it is ready."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = asyncio.Event()
        self.stopped = asyncio.Event()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        try:
            await super().startup(sockets)
        except SystemExit:  # so uvicorn ends a program of its own; here there is more to clear away
            self.should_exit = True
        finally:
            self.ready.set()

    async def main_loop(self) -> None:
        """Ends at once when stopped, not at the next of uvicorn's looks at the clock."""
        ticking = asyncio.create_task(super().main_loop())
        await self.stopped.wait()
        ticking.cancel()


@contextlib.asynccontextmanager
async def _served(apps: dict[socket.socket, ASGIApp]) -> AsyncIterator[None]:
    servers = [_Server(_config(app)) for app in apps.values()]
    tasks = [asyncio.create_task(server.serve([listener])) for server, listener in zip(servers, apps, strict=True)]
    try:
        for server in servers:
            await server.ready.wait()
        if not all(server.started for server in servers):
            raise RuntimeError("the workspace or the bot did not start; the log says why")
        yield
    finally:
        for server in servers:
            server.should_exit = True
            server.stopped.set()
        await asyncio.gather(*tasks)


def _config(app: ASGIApp) -> uvicorn.Config:
    return uvicorn.Config(app, log_config=None, access_log=False, timeout_graceful_shutdown=CLOSING_SECONDS, ws="none")


def _listening_on(port: int) -> socket.socket:
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # asyncio sets it on its own sockets only: 40 ms
    try:
        listener.bind((HOST, port))
    except OSError:
        listener.close()
        raise
    return listener


def _url(listener: socket.socket) -> str:
    return f"http://{HOST}:{listener.getsockname()[1]}"

"""Do `serve` and `playground` start, say what is wrong in a line, and stop when told to?"""

from __future__ import annotations

import asyncio
import os
import re
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest

from bot.cli import main
from bot.cli.serve import PLAYGROUND_PORT, playground_setup, things_to_try
from bot.command import COMMANDS, respond, tidy
from bot.desk import Desk
from bot.slack import Options, manifest, needed_scopes
from tests.desks import desk_of
from tests.sample.records import Records
from tests.slack.office import Office, opened

ROOT = Path(__file__).parents[2]
SECONDS = 30.0


@pytest.fixture
def records(tmp_path: Path) -> Records:
    return Records(tmp_path)


@pytest.fixture
def desk(records: Records) -> Desk:
    return desk_of(records)


@pytest.fixture
async def office(desk: Desk) -> AsyncIterator[Office]:
    """A workspace to be served in; the bot that is in it already keeps still."""
    async with opened(desk) as office:
        yield office


@asynccontextmanager
async def started(records: Records, *arguments: str, **environment: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """The program as a person starts it, with no more of Slack in its environment than is given."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("SLACK_", "DEALCHECK_"))}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", *arguments),
        *("--facts", str(records.facts), "--seeds", str(records.seeds)),
        env=inherited | {"DEALCHECK_STATE": str(records.folder / "journal.db")} | environment,
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        async with asyncio.timeout(SECONDS):
            yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def ended(records: Records, *arguments: str, **environment: str) -> tuple[int | None, str]:
    """The exit code, and what people are told, of a program that ends by itself."""
    async with started(records, *arguments, **environment) as process:
        out, err = await process.communicate()
        assert out == b""
        return process.returncode, err.decode()


async def line_with(stream: asyncio.StreamReader | None, pattern: str) -> re.Match[str]:
    """The first line of a stream in which the pattern is found."""
    assert stream is not None
    async for line in stream:
        if found := re.search(pattern, line.decode()):
            return found
    raise AssertionError(f"ended without a line like {pattern}")


@pytest.mark.parametrize(
    ("option", "missing"),
    [([], ["SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET"]), (["--socket"], ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"])],
)
async def test_what_is_missing_is_named(records: Records, option: list[str], missing: list[str]) -> None:
    """Without its settings the program is used wrongly: a line for each that is missing, and where to get it."""
    code, told = await ended(records, "serve", *option)
    assert code == 2
    assert [line.split()[:2] for line in told.splitlines()] == [["dealcheck:", name] for name in missing]


async def test_a_stub_token_is_one_line(records: Records) -> None:
    """A token copied from instructions ends in one line, not in a traceback."""
    code, told = await ended(
        records, "serve", SLACK_BOT_TOKEN="xoxb-your-token", SLACK_SIGNING_SECRET="0" * 32, DEALCHECK_PORT="0"
    )
    assert code == 2
    assert told.startswith("dealcheck: SLACK_BOT_TOKEN is not one that Slack gives out")
    assert told.count("\n") == 1


@pytest.mark.parametrize("option", [[], ["--socket"]])
async def test_a_token_that_slack_refuses_is_one_line(records: Records, office: Office, option: list[str]) -> None:
    """Slack is asked once at the start; its refusal ends the program."""
    environment = {"SLACK_BOT_TOKEN": "xoxb-wrong", "SLACK_SIGNING_SECRET": "s", "SLACK_APP_TOKEN": "xapp-1"}
    api_url = office.playground.credentials.api_url
    code, told = await ended(records, "serve", *option, SLACK_API_URL=api_url, DEALCHECK_PORT="0", **environment)
    assert (code, told) == (1, f"dealcheck: {api_url} does not accept SLACK_BOT_TOKEN: invalid_auth\n")


async def test_a_port_in_use_is_one_line(records: Records, office: Office) -> None:
    """The line names address, port and the variables to change."""
    credentials = office.playground.credentials
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        code, told = await ended(
            records,
            "serve",
            SLACK_BOT_TOKEN=credentials.bot_token,
            SLACK_SIGNING_SECRET="s",
            SLACK_API_URL=credentials.api_url,
            DEALCHECK_PORT=str(port),
        )
    assert code == 1
    assert told.startswith(f"dealcheck: cannot listen on 127.0.0.1:{port} ")
    assert told.count("\n") == 1


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_serving_until_told_to_stop(records: Records, office: Office, number: signal.Signals) -> None:
    """The server is up once Slack has taken the token, says where it listens, and ends well on either signal."""
    credentials = office.playground.credentials
    settings = {
        "SLACK_BOT_TOKEN": credentials.bot_token,
        "SLACK_SIGNING_SECRET": credentials.signing_secret,
        "SLACK_API_URL": credentials.api_url,
        "DEALCHECK_PORT": "0",
    }
    async with started(records, "serve", **settings) as process:
        where = await line_with(process.stderr, r"listening on (\S+:\d+)")
        async with office.session.get(f"http://{where[1]}/healthz") as answer:
            assert answer.status == 200
        process.send_signal(number)
        assert await process.wait() == 0


async def test_the_playground_answers_and_stops(records: Records) -> None:
    """It prints its address and three things to try, answers the first of them, and ends on Ctrl-C."""
    async with started(records, "playground", "--port", "0") as process:
        address = await line_with(process.stdout, r"http://127\.0\.0\.1:\d+")
        tries = [(await line_with(process.stdout, r"^  (.+?)  \("))[1] for _ in range(3)]
        assert [text.split()[0] for text in tries] == ["/deal", "/who", "@Dealcheck"]
        async with aiohttp.ClientSession() as session:
            channel = (await state(session, address[0]))["channels"][0]["id"]
            typed = {"channel": channel, "text": tries[0]}
            async with session.post(f"{address[0]}/do/type", json=typed) as answer:
                assert (await answer.json())["ok"]
            (message,) = (await state(session, address[0]))["messages"]
        assert message["text"].startswith("Harbour Mills' stake in Kestrel Robotics")
        process.send_signal(signal.SIGINT)
        assert await process.wait() == 0


async def state(session: aiohttp.ClientSession, address: str) -> dict[str, list[dict[str, str]]]:
    async with session.get(f"{address}/state") as answer:
        found: dict[str, list[dict[str, str]]] = await answer.json()
        return found


async def test_a_port_of_the_playground_in_use_is_one_line(records: Records) -> None:
    """The line names the port and how to choose another."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        code, told = await ended(records, "playground", "--port", str(port))
    assert code == 1
    assert told == f"dealcheck: port {port} is in use; choose another with --port, or --port 0 for any\n"


@pytest.mark.parametrize("port", ["70000", "-1", "http"])
def test_what_is_no_port_is_wrong_usage(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A number that no port can have is refused before anything is started."""
    assert main(["playground", "--port", port]) == 2
    assert "--port" in capsys.readouterr().err


def test_the_playground_offers_what_the_registry_holds(desk: Desk) -> None:
    """The composer offers each command of the registry, and the name that only the playground has."""
    offered = [hint.command for hint in playground_setup(desk, PLAYGROUND_PORT).offer.commands]
    assert offered == [*(f"/deal {command.name}" for command in COMMANDS), "/who"]


def test_the_playground_gives_the_app_what_its_manifest_asks_for(desk: Desk) -> None:
    """Its shortcuts, its events, its scopes and its Home tab, so that what is missing there is found out here."""
    setup, asked_for = playground_setup(desk, PLAYGROUND_PORT), manifest(Options())
    shortcuts = [hint.callback_id for hint in (*setup.offer.shortcuts, *setup.offer.everywhere)]
    assert sorted(shortcuts) == sorted(found["callback_id"] for found in asked_for["features"]["shortcuts"])
    assert setup.events == set(asked_for["settings"]["event_subscriptions"]["bot_events"])
    assert setup.scopes == set(needed_scopes(Options()))
    assert setup.roster.has_home == asked_for["features"]["app_home"]["home_tab_enabled"]


def test_everything_to_try_is_answered(desk: Desk) -> None:
    """Each example gives an answer."""
    for text, _ in things_to_try(desk):
        assert respond(desk, tidy(text.removeprefix("@Dealcheck"))).answered, text

"""Does `dealcheck doctor` check all that the bot needs, say what to do, and never print a token?"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.slack import Options, needed_scopes
from tests.checkup.reception import APP_TOKEN, BOT_TOKEN, Reception, opened
from tests.sample.records import Records

ROOT = Path(__file__).parents[2]
SECRET = "never-to-be-told"


async def examined(records: Records, *words: str, **environment: str) -> tuple[int | None, list[str]]:
    """The exit code and the lines of the program, as a person starts it; nothing is printed beside them."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("SLACK_", "DEALCHECK_"))}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "doctor", *words),
        *("--facts", str(records.facts), "--seeds", str(records.seeds)),
        env=inherited | {"DEALCHECK_STATE": str(records.folder / "journal.db")} | environment,
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    out, err = await process.communicate()
    assert err == b""
    assert not any(secret in out.decode() for secret in (BOT_TOKEN, APP_TOKEN, SECRET))
    return process.returncode, out.decode().splitlines()


def over_http(reception: Reception) -> dict[str, str]:
    """The variables of a bot that Slack calls."""
    return {
        "SLACK_API_URL": reception.api_url,
        "SLACK_BOT_TOKEN": BOT_TOKEN,
        "SLACK_SIGNING_SECRET": SECRET,
        "DEALCHECK_PORT": "0",
    }


@pytest.fixture
async def reception() -> AsyncIterator[Reception]:
    """A Slack that admits the bot."""
    async with opened() as reception:
        yield reception


async def test_a_bot_that_is_ready(records: Records, reception: Reception) -> None:
    """Every check has one line, each of them is fine, and the exit code is 0."""
    reception.scopes = ",".join(needed_scopes(Options()))
    code, lines = await examined(records, **over_http(reception))
    assert code == 0
    assert [line.split(":")[0] for line in lines] == [
        f"ok       {check}"
        for check in (
            *("SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "Web API", "bot token", "scopes"),
            *("records", "state file", "port"),
        )
    ]


async def test_a_bot_that_goes_through_the_socket(records: Records, reception: Reception) -> None:
    """In Socket Mode the app-level token is tried, and no port is needed."""
    variables = {"SLACK_API_URL": reception.api_url, "SLACK_BOT_TOKEN": BOT_TOKEN, "SLACK_APP_TOKEN": APP_TOKEN}
    code, lines = await examined(records, "--socket", **variables)
    assert code == 0
    assert "ok       Socket Mode: a connection can be opened" in lines
    assert not any("port" in line for line in lines)


async def test_a_problem_says_what_to_do(records: Records, reception: Reception) -> None:
    """A refused token and a missing scope of the chosen options are problems, with exit code 1."""
    reception.scopes = ",".join(needed_scopes(Options()))
    code, lines = await examined(records, **over_http(reception), DEALCHECK_FOLLOW_THREADS="1")
    (told,) = [line for line in lines if line.startswith("problem")]
    assert code == 1
    assert told.startswith("problem  scopes: not granted: channels:history, groups:history, mpim:history. To do: ")


async def test_nothing_is_set_up_yet(records: Records) -> None:
    """Without any variable each that is needed is named, and what waits for them is skipped."""
    code, lines = await examined(records, SLACK_API_URL="http://127.0.0.1:9/api/")
    assert code == 1
    assert [line.split()[1].rstrip(":") for line in lines if line.startswith("problem")] == [
        *("SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "Web"),
    ]


async def test_for_programs_each_check_is_an_object(records: Records, reception: Reception) -> None:
    """With `--json`, one object a line with the check, its state, what was found and what to do."""
    reception.refusals["auth.test"] = "token_revoked"
    code, lines = await examined(records, "--json", **over_http(reception))
    rows = {row["check"]: row for row in map(json.loads, lines)}
    assert code == 1
    assert rows["bot token"] == {
        "check": "bot token",
        "state": "problem",
        "told": "Slack refuses it: token_revoked",
        "advice": "install the app to the workspace again and copy its new token",
    }

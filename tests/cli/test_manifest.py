"""Does `dealcheck manifest` print what can be pasted, and refuse what Slack would refuse?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.cli import main
from bot.slack import Options, manifest

ROOT = Path(__file__).parents[2]
URL = "https://bot.example/slack/events"


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    """The manifest that the command prints."""
    assert main(["manifest", *words]) == 0
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], manifest(Options())),
        (["--socket"], manifest(Options())),
        (["--url", "https://bot.example"], manifest(Options(), URL)),
        (["--url", "https://bot.example/"], manifest(Options(), URL)),
        (["--url", "https://bot.example/elsewhere"], manifest(Options(), "https://bot.example/elsewhere")),
        (["--who-command", "/who", "--follow-threads"], manifest(Options("/who", follow_threads=True))),
    ],
)
def test_the_manifest_is_the_one_that_was_asked_for(
    words: list[str], expected: object, capsys: pytest.CaptureFixture[str]
) -> None:
    """One JSON object on stdout; Socket Mode unless an address is given, to which the bot's own path is added."""
    assert printed(capsys, *words) == expected


@pytest.mark.parametrize(
    "words",
    [["--url", "http://bot.example"], ["--url", "bot.example"], ["--who-command", "who"], ["--socket", "--url", URL]],
)
def test_what_slack_would_refuse_is_wrong_usage(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """An address that is not HTTPS, a command without its slash, and both ways at once are refused."""
    assert main(["manifest", *words]) == 2
    assert capsys.readouterr().out == ""


def test_slacks_own_tool_gets_the_manifest(capsys: pytest.CaptureFixture[str]) -> None:
    """The hook of Slack's command-line tool is this command, for Socket Mode, which the tool's own run needs."""
    hooks = json.loads((ROOT / ".slack" / "hooks.json").read_text("utf-8"))["hooks"]
    program, command, *words = hooks["get-manifest"].split()
    assert (program, command) == (".venv/bin/dealcheck", "manifest")
    assert printed(capsys, *words)["settings"]["socket_mode_enabled"]
    assert main(["serve", *hooks["start"].split()[2:], "--help"]) == 0

"""Does `dealcheck` itself lead to its commands, load no more than the one that is typed, and end as promised?"""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.metadata import version

import pytest

from bot.answer import Pointer
from bot.cli import COMMANDS, main
from tests.cli.shell import ROOT, process
from tests.desks import real_desk, spans_of

Capture = pytest.CaptureFixture[str]


def test_help_lists_every_command_in_a_line(capsys: Capture) -> None:
    """`dealcheck --help` shows each command with what it is for, and is done."""
    assert main(["--help"]) == 0
    told = capsys.readouterr().out
    rows = {name: rf"^  {name} +{re.escape(command.summary)}$" for name, command in COMMANDS.items()}
    assert [name for name, row in rows.items() if not re.search(row, told, re.MULTILINE)] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_of_its_own(name: str, capsys: Capture) -> None:
    """Each command's module registers it under the name of the list, with a usage and a description."""
    assert main([name, "--help"]) == 0
    told = capsys.readouterr().out
    assert told.startswith(f"usage: dealcheck {name} ")


def test_no_command_is_wrong_usage_and_shows_the_help(capsys: Capture) -> None:
    """`dealcheck` alone tells what there is, on stderr."""
    assert main([]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "commands:" in err


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("sumary", "summary"), ("disagreement", "disagreements"), ("Ask", "ask"), ("timelin", "timeline")],
)
def test_a_misspelt_command_gets_the_nearest_one(typed: str, meant: str, capsys: Capture) -> None:
    """A slip is not guessed away: the nearest command is named."""
    assert main([typed]) == 2
    assert f"no command is called {typed!r}; did you mean {meant!r}?" in capsys.readouterr().err


def test_a_command_unlike_any_gets_the_list(capsys: Capture) -> None:
    """Where nothing is near, all commands are named."""
    assert main(["frobnicate"]) == 2
    assert "there are: ask, check, compare, summary, timeline" in capsys.readouterr().err


def test_the_version_is_the_installed_one(capsys: Capture) -> None:
    """`--version` prints name and version."""
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"dealcheck {version('dealcheck')}\n"


def test_the_module_runs_like_the_command() -> None:
    """`python -m bot` passes the exit code on."""
    assert process("sources", "--json").returncode == 0
    assert process("sources", "--nonsense").returncode == 2


def test_the_help_loads_no_command() -> None:
    """The list of commands is there at once, and cannot fail for what a command needs."""
    told = "import sys; from bot.cli import main; main(['--help']); print(*sorted(sys.modules), file=sys.stderr)"
    run = subprocess.run([sys.executable, "-c", told], cwd=ROOT, capture_output=True, text=True, check=True)
    assert [name for name in run.stderr.split() if name.startswith("bot")] == ["bot", "bot.cli", "bot.problem"]


def test_every_command_that_an_answer_points_to_exists() -> None:
    """An answer's pointers name commands of this program too, not of Slack alone."""
    desk = real_desk()
    answers = (desk.summary, desk.who(""), desk.ask(""), desk.ask("hello"), desk.ask("what is the weather in Paris"))
    pointers = [span.typed("dealcheck") for answer in answers for span in spans_of(answer) if isinstance(span, Pointer)]
    assert pointers
    assert {pointer.split()[1] for pointer in pointers} <= set(COMMANDS)

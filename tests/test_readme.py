"""Is what the README says true: do its commands run and print what it shows, do its tables and paths fit the code?

In an output that the README shows, `…` stands for what is left out: alone on its line for any lines, else for words.
"""

from __future__ import annotations

import ast
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tomllib
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from starlette.routing import Route

from bot.blocks import Frame, render, request_for
from bot.cli import COMMANDS as PROGRAM_COMMANDS
from bot.cli import main
from bot.cli.serve import PLAYGROUND_PORT
from bot.command import COMMANDS, SLASH, converse
from bot.comparison import Judgement, Verdict
from bot.settings import HttpSettings, SocketSettings
from bot.slack import BOT_NAME, Connection, Identity, Options, create_app, http_app, open_connection
from bot.slack.registry import Pick, listeners
from bot.slack.scopes import scopes
from bot.value import Interval, QuantityReader
from tests.desks import real_desk
from tests.sample.records import SAMPLE, language

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
BILLION = Decimal(10**9)
SERVED = {"https://YOUR.HOST/slack/events", "/healthz"}

VARIABLE = re.compile(r"\b(?:SLACK|DEALCHECK)_[A-Z_]+\b")
RANGE = re.compile(r"(?:(?P<low>[\d.]+) ≤ )?x(?: (?P<sign>[<>≤≥]) (?P<end>[\d.]+))?|(?P<point>[\d.]+)")


@dataclass(frozen=True)
class Step:
    """A command of the README and the lines that it shows of its output; None where it shows none."""

    command: str
    shown: tuple[str, ...] | None

    @property
    def words(self) -> list[str]:
        return shlex.split(self.command, comments=True)

    @property
    def runs_here(self) -> bool:
        """False for what never ends by itself, needs a workspace, or would run these tests."""
        return self.words[0] not in {"make", ".ci/run"} and self.words[:2] != ["dealcheck", "serve"]


def blocks(kind: str) -> list[str]:
    """The fenced blocks of one language."""
    return re.findall(rf"^```{kind}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def steps() -> Iterator[Step]:
    for block in blocks("console"):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, *shown = part.splitlines()
            yield Step(command, tuple(shown))
    for block in blocks("sh"):
        yield from (Step(line, None) for line in block.splitlines())


def spans() -> list[str]:
    """What stands between backticks in the running text and the tables."""
    prose = re.sub(r"^```.*?^```$", "", README, flags=re.MULTILINE | re.DOTALL)
    return re.findall(r"`([^`]+)`", prose)


def table(head: str) -> list[list[str]]:
    """The rows of the table whose first column has this head, as the texts of their cells."""
    (rows,) = re.findall(rf"^\| {head} \|.*\n\| ---.*\n((?:\|.*\n)+)", README, re.MULTILINE)
    return [[cell.strip() for cell in row.strip("|").split(" | ")] for row in rows.splitlines()]


def commands_to_run() -> list[Any]:
    needed = [(step, [pytest.mark.articles] if "--articles" in step.words else []) for step in steps()]
    return [pytest.param(step, marks=marks, id=step.command) for step, marks in needed if step.runs_here]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with the records, which commands may change, a new article, and beside it the articles."""
    folder = tmp_path / "dealcheck"
    for part in ("facts", "seeds"):
        shutil.copytree(ROOT / part, folder / part)
    shutil.copy(min((SAMPLE / "articles").iterdir()), folder / "004_new_article.txt")
    if articles := os.environ.get("DEALCHECK_ARTICLES"):
        shutil.copytree(articles, tmp_path / "articles")
    return folder


@pytest.mark.parametrize("step", commands_to_run())
def test_a_command_runs_and_prints_what_is_shown(step: Step, checkout: Path) -> None:
    """Each command of the README ends well in a checkout, and its output is the one shown."""
    run = subprocess.run(
        ["sh", "-c", step.command], cwd=checkout, env=environment(checkout), capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    assert step.shown is None or fits(step.shown, run.stdout), f"it prints now:\n{run.stdout}"


@pytest.mark.parametrize("step", [step for step in steps() if not step.runs_here], ids=lambda step: step.command)
def test_a_command_that_does_not_run_here_exists(step: Step, capsys: pytest.CaptureFixture[str]) -> None:
    """Each command that needs a workspace, or does not end by itself, is there with the options that are given."""
    assert exists(step.words, capsys)


@pytest.mark.parametrize(
    "span", sorted({span for span in spans() if re.match(r"make |(?:\.venv/bin/)?dealcheck [a-z]", span)})
)
def test_a_command_named_in_passing_exists(span: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each command in the running text is there with the options that are given."""
    assert exists(shlex.split(span), capsys)


def test_make_run_announces_what_is_shown(checkout: Path) -> None:
    """The playground's first lines are those of the README, where its port is free."""
    (shown,) = [step.shown for step in steps() if step.command == "make run"]
    assert shown
    playing = [str(Path(sys.executable).with_name("dealcheck")), "playground", "--port", "0"]
    with subprocess.Popen(playing, env=environment(checkout), stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout
        printed = [running.stdout.readline() for _ in shown]
        running.send_signal(signal.SIGINT)
    port = re.compile(r"(?<=127\.0\.0\.1:)\d+")
    assert [port.sub(str(PLAYGROUND_PORT), line.rstrip("\n")) for line in printed] == list(shown)


def test_make_run_starts_the_playground() -> None:
    """`make run` is `dealcheck playground`."""
    dry = subprocess.run(["make", "-n", "run"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert dry.stdout.rstrip().endswith("dealcheck playground")


def test_the_conversation_is_what_the_bot_says() -> None:
    """The answer that the README begins with is the bot's answer to that question, word for word."""
    (quoted,) = re.findall(r"^> \*\*You\*\*.*\n(?:>.*\n)+", README, re.MULTILINE)
    question, shown = re.findall(rf"You\*\*: @{BOT_NAME} (.*?)\n.*\*\*{BOT_NAME}\*\*:\n(.*)", quoted, re.DOTALL)[0]
    said = render(converse(real_desk(), question), Frame(request_for(question))).text
    assert words(shown) == words(said)


def test_the_table_of_slash_commands_is_the_registry() -> None:
    """The README lists exactly the commands that can be typed, each with what the bot's own help says."""
    listed = [(typed.strip("`"), about) for typed, about in table("type")]
    assert listed == [(command.usage, command.description) for command in COMMANDS]


def test_slash_commands_named_in_passing_exist() -> None:
    """What the README types behind the slash command is a command of the registry."""
    named = {span.split()[1] for span in spans() if span.startswith(f"{SLASH} ")}
    assert named <= {command.name for command in COMMANDS}


def test_every_command_of_the_program_is_mentioned() -> None:
    """The README names each command of the command line, in a span or an example."""
    named = {word for text in (*spans(), *(step.command for step in steps())) for word in text.split()}
    assert set(PROGRAM_COMMANDS) - named - {"playground"} == set()  # `make run`


def test_the_table_of_settings_is_what_the_code_reads() -> None:
    """The README lists exactly the environment variables that the code and the tests name."""
    files = [*(ROOT / "bot").rglob("*.py"), ROOT / "tests" / "conftest.py"]
    assert {row[0].strip("`") for row in table("variable")} == {name for file in files for name in variables(file)}


def test_the_settings_of_the_workspace_have_the_defaults_of_the_code() -> None:
    """Each setting for Slack has the default that the README gives, or is required as it says."""
    stated = {name.strip("`"): default for name, default, _ in table("variable")}
    for field in (HttpSettings.model_fields | SocketSettings.model_fields).values():
        default = stated[str(field.alias)]
        assert default.startswith("required") if field.is_required() else default == f"`{shown(field.default)}`"


def test_no_other_variable_is_mentioned() -> None:
    """Each environment variable in the README stands in its table."""
    assert set(VARIABLE.findall(README)) == {row[0].strip("`") for row in table("variable")}


@pytest.fixture
async def connection() -> AsyncIterator[Connection]:
    """A connection over which nothing is sent."""
    opened = open_connection("xoxb-1", "http://127.0.0.1:9/", Identity("U1"))
    yield opened
    await opened.close()


async def test_the_paths_that_slack_and_a_load_balancer_call_are_served(connection: Connection) -> None:
    """The request URL and the health check that the README names are the server's only paths."""
    routes = http_app(create_app(real_desk(), connection), connection).routes
    served = {route.path for route in routes if isinstance(route, Route)}
    assert served == {span.removeprefix("https://YOUR.HOST") for span in spans() if span in SERVED}


def test_the_table_of_scopes_is_what_the_manifest_asks_for() -> None:
    """The README says of each scope that the app asks for what it is needed for, and of the wider ones when."""
    listed = [scope.strip("`") for scope, _ in table("scope")]
    assert listed == scopes(listeners(Options()))
    assert set(scopes(listeners(Options(follow_threads=True)))) - set(spans()) == set()


def test_the_shortcuts_have_the_names_that_the_text_gives() -> None:
    """Each shortcut of the app is mentioned by the name that Slack shows."""
    picks = [listener.heard.shortcut for listener in listeners(Options()) if isinstance(listener.heard, Pick)]
    assert [shortcut.name for shortcut in picks if f"*{shortcut.name}*" not in README] == []


def test_the_example_of_a_fact_stands_so_in_the_records() -> None:
    """The fact that the README shows is that of the records, with some of its wordings."""
    ((name, shown),) = yaml.load(blocks("yaml")[0], yaml.CBaseLoader).items()  # noqa: S506  # makes nothing but text
    recorded = fact(name)
    assert set(shown.pop("asked_as")) <= set(recorded.pop("asked_as"))
    assert shown == recorded


@pytest.mark.parametrize(("written", "stated"), table("written"), ids=lambda cell: cell)
def test_a_written_figure_leaves_open_what_the_table_says(written: str, stated: str) -> None:
    """The reader of figures gives the range that the README states, here in billions."""
    (found,) = QuantityReader(language().words.numbers).read(written)
    assert found.quantity.interval == interval(stated)


def test_the_table_of_verdicts_is_that_of_the_comparison() -> None:
    """The README explains each verdict, and its example has it."""
    rows = {verdict.strip("`"): example.strip("`") for verdict, _, example in table("verdict")}
    assert list(rows) == [verdict.value for verdict in Verdict]
    assert list(rows) == [real_desk().deal.facts[example].verdict for example in rows.values()]


def test_the_table_of_judgements_is_that_of_the_check() -> None:
    """The README explains each judgement on a statement, from the lightest, and its example gets it."""
    rows = {judgement.strip("`"): example for judgement, _, example in table("judgement")}
    assert list(rows) == [judgement.value for judgement in Judgement]
    assert list(rows) == [real_desk().checker.check(example).judgement for example in rows.values()]


def test_the_tree_names_what_is_there() -> None:
    """Every path of the tree exists, and every module of the package has its line."""
    tree = list(places())
    assert [place for place in tree if not (ROOT / place).exists()] == []
    assert parts_of_the_package() - set(tree) == set()


def test_the_tree_stands_in_the_order_of_imports() -> None:
    """In the tree, a module stands below everything that it may import."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    depth = {name: level for level, layer in enumerate(reversed(layers)) for name in re.findall(r"\w+", layer)}
    order = [depth[Path(place).stem] for place in places() if place.startswith("bot/") and Path(place).stem in depth]
    assert order == sorted(order)
    assert len(order) == len(depth) - 1  # __main__ has no line


def test_links_lead_somewhere() -> None:
    """Each link to a file of the project leads to one."""
    linked = [target for target in re.findall(r"\]\(([^)]+)\)", README) if "://" not in target]
    assert linked
    assert [target for target in linked if not (ROOT / target).exists()] == []


def test_paths_in_passing_exist() -> None:
    """A path that the running text names below a part of the project exists; a new article's are yet to come."""
    named = {span for span in spans() if re.match(r"(?:bot|facts|seeds|tests)/", span)}
    assert named
    assert [path for path in named - {"seeds/004.yaml"} if not (ROOT / path).exists()] == []


def environment(checkout: Path) -> dict[str, str]:
    """The variables of a person who has the bot installed and works in this checkout."""
    inherited = {name: value for name, value in os.environ.items() if not VARIABLE.fullmatch(name)}
    programs = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    named = {"FACTS": "facts", "SEEDS": "seeds", "STATE": "journal.db"}
    return inherited | {"PATH": programs} | {f"DEALCHECK_{part}": str(checkout / name) for part, name in named.items()}


def fits(shown: tuple[str, ...], printed: str) -> bool:
    """Whether an output is the one shown, of which lines and words may be left out."""
    lines = (r"(?:.*\n)*" if line == "…" else re.escape(line).replace("…", ".*") + r"\n" for line in shown)
    return re.fullmatch("".join(lines), printed) is not None


def exists(words: list[str], capsys: pytest.CaptureFixture[str]) -> bool:
    match words:
        case ["make", *targets]:
            return subprocess.run(["make", "-n", *targets], cwd=ROOT, capture_output=True, check=False).returncode == 0
        case ["dealcheck" | ".venv/bin/dealcheck", *arguments]:
            options = {word for word in arguments if word.startswith("--")}
            code = main([*(word for word in arguments if word not in options), "--help"])
            return code == 0 and options <= set(re.findall(r"--[\w-]+", capsys.readouterr().out))
        case [script]:
            return os.access(ROOT / script, os.X_OK)
    return False


def words(marked_up: str) -> list[str]:
    """The words of a text in Markdown or in Slack's markup."""
    plain = re.sub(r"^(?:\s*[>•-]\s)+|^>$|\*", "", marked_up, flags=re.MULTILINE)
    return plain.split()


def variables(file: Path) -> Iterator[str]:
    """The environment variables that the strings of a module name."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from VARIABLE.findall(node.value)


def fact(name: str) -> Any:
    """A fact as its file has it."""
    files = [path.read_text("utf-8") for path in (ROOT / "facts").glob("*/*.yaml") if path.name != "receipts.yaml"]
    (file,) = [text for text in files if f"\n{name}:\n" in text]
    return yaml.load(file, yaml.CBaseLoader)[name]  # noqa: S506  # makes nothing but text


def interval(stated: str) -> Interval:
    """The interval that a cell of the table states, in billions."""
    found = RANGE.fullmatch(stated)
    assert found, stated
    if found["point"]:
        return Interval.point(Decimal(found["point"]) * BILLION)
    low = Decimal(found["low"]) * BILLION if found["low"] else None
    end = Decimal(found["end"]) * BILLION
    if found["sign"] in "<≤":
        return Interval(low, end, high_open=found["sign"] == "<")
    return Interval(end, None, low_open=found["sign"] == ">")


def shown(default: object) -> object:
    """A default as one types it: switches are 0 or 1."""
    return int(default) if isinstance(default, bool) else default


def places() -> Iterator[str]:
    """The paths of the tree, in its order."""
    (tree,) = blocks("text")
    for line in filter(None, tree.splitlines()):
        name = line.split()[0].rstrip("/")
        yield f"bot/{name}" if line.startswith(" ") else name


def parts_of_the_package() -> set[str]:
    """What the package consists of, less what Python itself asks for."""
    parts = [path for path in (ROOT / "bot").iterdir() if not path.name.startswith("__")]
    ours = [path for path in parts if path.suffix in {".py", ".yaml"} or (path / "__init__.py").exists()]
    return {path.relative_to(ROOT).as_posix() for path in ours}

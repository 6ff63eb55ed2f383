"""Which tests need something that a machine may lack, and what happens to them there?

A test that uses a need's fixture, or carries its marker, is skipped with one line where the need is missing.
With DEALCHECK_REQUIRE_ALL set, a skip of any kind is a failure: a full check cannot pass with tests left out.
"""

from __future__ import annotations

import json
import os
import shutil
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

# How long an example takes depends on the machine; a full check tries the same examples each time.
settings.register_profile(
    "dealcheck",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=bool(os.environ.get("DEALCHECK_REQUIRE_ALL")),
)
settings.load_profile("dealcheck")

_JUDGED = pytest.StashKey[Counter[str]]()
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


@dataclass(frozen=True)
class Need:
    """What a test may need; `find` gives its path, or None where the machine lacks it."""

    what: str
    find: Callable[[], str | None]


def _folder(variable: str) -> Callable[[], str | None]:
    def find() -> str | None:
        named = os.environ.get(variable)
        return named if named and Path(named).is_dir() else None

    return find


def _program(*names: str) -> Callable[[], str | None]:
    return lambda: next(filter(None, map(shutil.which, names)), None)


def _slack_types() -> str | None:
    """The folder of the installed types, if it holds the versions that are asked for, and Node can run."""
    root = Path(__file__).parent.parent
    modules = root / ".cache" / "slack-types" / "node_modules"
    wanted = _package(root / ".ci" / "slack-types").get("dependencies", {})
    there = wanted and all(_package(modules / name).get("version") == version for name, version in wanted.items())
    return str(modules) if there and NEEDS["node"].find() else None


def _package(folder: Path) -> dict[str, Any]:
    """What a package of Node's says of itself; nothing where there is none."""
    file = folder / "package.json"
    said: dict[str, Any] = json.loads(file.read_text("utf-8")) if file.exists() else {}
    return said


NEEDS = {
    "articles": Need("the articles (DEALCHECK_ARTICLES names their folder)", _folder("DEALCHECK_ARTICLES")),
    "evaluation": Need("the evaluation sets (DEALCHECK_EVAL names their folder)", _folder("DEALCHECK_EVAL")),
    "chromium": Need("Chromium or Chrome on PATH", _program(*_BROWSERS)),
    "node": Need("Node.js on PATH", _program("node", "nodejs")),
    "slack_types": Need("Node.js and Slack's types, which .ci/run installs", _slack_types),
}


@pytest.fixture(scope="session", autouse=True)
def files_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No program that a test starts writes into the journal or the cache of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DEALCHECK_CACHE", str(tmp_path_factory.mktemp("cache")))
        patch.setenv("DEALCHECK_STATE", str(tmp_path_factory.mktemp("state") / "journal.db"))
        yield


@pytest.fixture(scope="session")
def articles() -> Path:
    """The folder with the articles' texts."""
    return Path(_found("articles"))


@pytest.fixture(scope="session")
def evaluation() -> Path:
    """The folder with the question and statement sets."""
    return Path(_found("evaluation"))


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser's executable."""
    return _found("chromium")


@pytest.fixture(scope="session")
def node() -> str:
    """Node's executable."""
    return _found("node")


@pytest.fixture(scope="session")
def slack_types() -> Path:
    """The folder of Slack's types and of what makes a schema of them."""
    return Path(_found("slack_types"))


@pytest.fixture(scope="session")
def judged(request: pytest.FixtureRequest) -> Counter[str]:
    """How many payloads were judged, by whom; told at the end of the run."""
    return request.config.stash[_JUDGED]


def _found(name: str) -> str:
    path = NEEDS[name].find()
    assert path is not None, f"collected without {NEEDS[name].what}"
    return path


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_JUDGED] = Counter()
    for name, need in NEEDS.items():
        config.addinivalue_line("markers", f"{name}: needs {need.what}")


# First, so that `-m "not articles"` sees the markers that fixtures bring along.
@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for name, need in NEEDS.items():
        missing = need.find() is None
        for item in [item for item in items if _needs(item, name)]:
            item.add_marker(name)
            if missing:
                item.add_marker(pytest.mark.skip(reason=f"needs {need.what}"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    for judge, count in sorted(config.stash[_JUDGED].items()):
        terminalreporter.line(f"{count} payloads were judged {judge}")


def _needs(item: pytest.Item, name: str) -> bool:
    return name in getattr(item, "fixturenames", ()) or item.get_closest_marker(name) is not None


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if not hasattr(report, "wasxfail"):
        _refuse_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    _refuse_skip(report)
    return report


def _refuse_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    if report.skipped and os.environ.get("DEALCHECK_REQUIRE_ALL"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        report.outcome = "failed"
        report.longrepr = f"DEALCHECK_REQUIRE_ALL is set, so a skip is a failure. {reason}"

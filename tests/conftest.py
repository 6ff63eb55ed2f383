"""Which tests need something that a machine may lack, and what happens to them there?

A test that uses a need's fixture, or carries its marker, is skipped with one line where the need is missing.
With DEALCHECK_REQUIRE_ALL set, a skip of any kind is a failure: a full check cannot pass with tests left out.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

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


NEEDS = {
    "articles": Need("the articles (DEALCHECK_ARTICLES names their folder)", _folder("DEALCHECK_ARTICLES")),
    "evaluation": Need("the evaluation sets (DEALCHECK_EVAL names their folder)", _folder("DEALCHECK_EVAL")),
    "chromium": Need("Chromium or Chrome on PATH", _program(*_BROWSERS)),
    "node": Need("Node.js on PATH", _program("node", "nodejs")),
}


@pytest.fixture(scope="session", autouse=True)
def journal_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No program that a test starts writes into the journal of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
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


def _found(name: str) -> str:
    path = NEEDS[name].find()
    assert path is not None, f"collected without {NEEDS[name].what}"
    return path


def pytest_configure(config: pytest.Config) -> None:
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

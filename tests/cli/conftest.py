"""What do all tests of the command line rest on?"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.shell import Shell
from tests.sample.records import Records


@pytest.fixture(autouse=True)
def nothing_named_by_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """The records that a developer's own environment names must not reach into these tests."""
    for name in ("DEALCHECK_FACTS", "DEALCHECK_SEEDS", "DEALCHECK_DEAL"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def records(tmp_path: Path) -> Records:
    return Records(tmp_path)


@pytest.fixture
def shell(records: Records, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(records, capsys)

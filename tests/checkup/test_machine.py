"""Is each thing that can be wrong on the machine told in a line, with what to do about it?"""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from bot.checkup import State, port, records, state_file, variables
from bot.settings import HttpSettings, SocketSettings
from tests.sample.records import Records

SECRETS = {"SLACK_BOT_TOKEN": "xoxb-secret-1", "SLACK_SIGNING_SECRET": "hush-2", "SLACK_APP_TOKEN": "xapp-secret-3"}


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Only what each test says, with a server that stands in for Slack, whose tokens have any shape."""
    for name in (*SECRETS, "DEALCHECK_HOST", "DEALCHECK_PORT", "DEALCHECK_FOLLOW_THREADS", "DEALCHECK_WHO_COMMAND"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SLACK_API_URL", "http://127.0.0.1:9/api/")
    return monkeypatch


@pytest.fixture
def records_of_a_deal(tmp_path: Path) -> Records:
    return Records(tmp_path)


def test_variables_that_are_set(environment: pytest.MonkeyPatch) -> None:
    """Each that this way of running needs is said to be set, never what it is set to."""
    for name, value in SECRETS.items():
        environment.setenv(name, value)
    over_http, through_socket = [*variables(HttpSettings)], [*variables(SocketSettings)]
    assert [finding.check for finding in over_http] == ["SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET"]
    assert [finding.check for finding in through_socket] == ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"]
    assert {finding.state for finding in (*over_http, *through_socket)} == {State.OK}
    assert not any(value in str((over_http, through_socket)) for value in SECRETS.values())


def test_variables_that_are_missing_or_wrong(environment: pytest.MonkeyPatch) -> None:
    """Each has its line, also one that could have been left out, and says what to set it to."""
    environment.setenv("SLACK_BOT_TOKEN", "xoxp-1")
    environment.setenv("DEALCHECK_PORT", "http")
    found = {finding.check: finding for finding in variables(HttpSettings)}
    assert {name: finding.told for name, finding in found.items()} == {
        "SLACK_BOT_TOKEN": "does not begin with xoxb-",
        "SLACK_SIGNING_SECRET": "is not set",
        "DEALCHECK_PORT": "cannot be used",
    }
    assert all(finding.state is State.PROBLEM and finding.advice.startswith("set it to ") for finding in found.values())


def test_records_in_order(records_of_a_deal: Records) -> None:
    """Records in which the linter finds nothing are fine."""
    assert records(records_of_a_deal.facts, records_of_a_deal.seeds).state is State.OK


def test_records_with_a_slip(records_of_a_deal: Records, tmp_path: Path) -> None:
    """What the linter finds is counted; where there are no records at all, that is found too."""
    terms = records_of_a_deal.path("terms.yaml")
    terms.write_text(terms.read_text("utf-8") + "\nunheard-of: {}\n", "utf-8")
    slip = records(records_of_a_deal.facts, records_of_a_deal.seeds)
    assert slip.state is State.PROBLEM
    assert "dealcheck lint" in slip.advice
    assert records(tmp_path / "nowhere", records_of_a_deal.seeds).state is State.PROBLEM


def test_a_state_file_that_can_be_written(tmp_path: Path) -> None:
    """The file is made as the bot makes it."""
    assert state_file(tmp_path / "new" / "journal.db").state is State.OK
    assert state_file(tmp_path / "new" / "journal.db").state is State.OK


def test_a_state_file_that_cannot_be_written(tmp_path: Path) -> None:
    """A folder in its place, or another program's file, is told with the variable to change."""
    other = tmp_path / "notes.txt"
    other.write_text("These are notes and no journal, long enough to be read as one.", "utf-8")
    for path in (tmp_path, other, other / "journal.db"):
        refused = state_file(path)
        assert refused.state is State.PROBLEM
        assert str(path) in refused.told
        assert "DEALCHECK_STATE" in refused.advice


def test_a_port_is_free_or_taken() -> None:
    """A taken port is told with what to change; it may be the bot itself that has it."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        number = taken.getsockname()[1]
        refused = port("127.0.0.1", number)
    assert refused.state is State.PROBLEM
    assert "DEALCHECK_PORT" in refused.advice
    assert "unless it is the bot itself" in refused.advice
    assert port("127.0.0.1", 0).state is State.OK

"""Does the environment's every slip end in a line that says what is wrong and where to get it?"""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import SLACK_API, HttpSettings, Settings, SettingsError, SocketSettings, read_settings, state_file

STAND_IN = "http://127.0.0.1:4010/api"
GOOD = {
    "SLACK_BOT_TOKEN": "xoxb-123456789012-1234567890123-AbCdEfGhIjKlMnOpQrStUvWx",
    "SLACK_SIGNING_SECRET": "0123456789abcdef0123456789abcdef",
    "SLACK_APP_TOKEN": "xapp-1-A0123456789-1234567890123-abcdef0123456789",
}


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Only what each test says, nothing of the machine."""
    for name in (
        *GOOD,
        "SLACK_API_URL",
        "DEALCHECK_HOST",
        "DEALCHECK_PORT",
        "DEALCHECK_FOLLOW_THREADS",
        "DEALCHECK_WHO_COMMAND",
    ):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


def set_all(environment: pytest.MonkeyPatch, **other: str) -> None:
    for name, value in (GOOD | other).items():
        environment.setenv(name, value)


def problem(kind: type[Settings]) -> str:
    with pytest.raises(SettingsError) as error:
        read_settings(kind)
    return str(error.value)


def test_what_slack_gives_out_is_enough(environment: pytest.MonkeyPatch) -> None:
    """With token and secret all else has a default that fits Slack itself and this machine."""
    set_all(environment)
    settings = read_settings(HttpSettings)
    assert (settings.api_url, settings.host, settings.port) == (SLACK_API, "127.0.0.1", 3000)
    assert settings.who_command == "/dealwho"
    assert settings.bot_token.get_secret_value() == GOOD["SLACK_BOT_TOKEN"]
    assert read_settings(SocketSettings).app_token.get_secret_value() == GOOD["SLACK_APP_TOKEN"]


def test_secrets_are_masked_where_settings_are_printed(environment: pytest.MonkeyPatch) -> None:
    """Neither token nor secret can end up in a log."""
    set_all(environment)
    printed = f"{read_settings(HttpSettings)!r} {read_settings(SocketSettings)!r}"
    assert not any(value in printed for value in GOOD.values())


def test_everything_that_is_missing_is_named_with_where_to_get_it() -> None:
    """Each missing variable has a line of its own that says where Slack shows it."""
    bot, secret = problem(HttpSettings).splitlines()
    assert bot == (
        "SLACK_BOT_TOKEN is not set; it is the bot's token (xoxb-…), at api.slack.com/apps under OAuth & Permissions"
    )
    assert secret.startswith("SLACK_SIGNING_SECRET is not set; ")
    assert [line.split()[0] for line in problem(SocketSettings).splitlines()] == ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"]


@pytest.mark.parametrize(
    "token",
    ["xoxb-your-token", "xoxb-", "xoxb-1234", "xoxb-your-bot-token-goes-here-1", "xoxb-xxxxxxxxxxxx-xxxxxxxxxxx1"],
)
def test_a_stub_of_a_token_is_one_line(environment: pytest.MonkeyPatch, token: str) -> None:
    """What was copied from instructions is refused before anything is asked of Slack, and is not repeated."""
    set_all(environment, SLACK_BOT_TOKEN=token)
    assert problem(HttpSettings).startswith("SLACK_BOT_TOKEN is not one that Slack gives out; ")
    assert "\n" not in problem(HttpSettings)


@pytest.mark.parametrize(
    ("name", "value", "wrong"),
    [
        ("SLACK_BOT_TOKEN", "xoxp-1-2-3", "does not begin with xoxb-"),
        ("SLACK_BOT_TOKEN", "", "is not set"),
        ("SLACK_SIGNING_SECRET", "secret", "is not one that Slack gives out"),
        ("SLACK_API_URL", "slack.com/api", "is not an address that begins with https:// or http://"),
        ("DEALCHECK_PORT", "http", "cannot be used"),
        ("DEALCHECK_PORT", "70000", "cannot be used"),
        ("DEALCHECK_WHO_COMMAND", "who", "cannot be used"),
    ],
)
def test_what_is_malformed_is_one_line(environment: pytest.MonkeyPatch, name: str, value: str, wrong: str) -> None:
    """A value of the wrong form is named with what is wrong and what it should be."""
    set_all(environment, **{name: value})
    assert problem(HttpSettings).startswith(f"{name} {wrong}; it is ")
    assert "\n" not in problem(HttpSettings)


@pytest.mark.parametrize("token", ["xapp-your-token", "xoxb-1"])
def test_a_stub_of_an_app_token_is_one_line(environment: pytest.MonkeyPatch, token: str) -> None:
    """As for the bot's token."""
    set_all(environment, SLACK_APP_TOKEN=token)
    assert problem(SocketSettings).startswith("SLACK_APP_TOKEN ")


def test_a_stand_in_for_slack_has_tokens_of_its_own(environment: pytest.MonkeyPatch) -> None:
    """Only Slack's own tokens and secrets have Slack's shapes; an address without its last slash is completed."""
    set_all(environment, SLACK_API_URL=STAND_IN, SLACK_BOT_TOKEN="xoxb-test", SLACK_SIGNING_SECRET="secret")
    assert read_settings(HttpSettings).api_url == f"{STAND_IN}/"


def test_what_is_remembered_lies_where_the_environment_says(environment: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """DEALCHECK_STATE names the file; without it, or empty, it lies in the user's own data folder."""
    environment.setenv("HOME", str(tmp_path))
    assert state_file({"DEALCHECK_STATE": "~/desk.db"}) == tmp_path / "desk.db"
    assert state_file({}) == state_file({"DEALCHECK_STATE": " "})
    assert state_file({}).parts[-2:] == ("dealcheck", "journal.db")


@pytest.mark.parametrize(("value", "follows"), [("1", True), ("true", True), ("0", False), ("", False)])
def test_following_threads_is_a_switch(environment: pytest.MonkeyPatch, value: str, follows: bool) -> None:
    """Threads are followed only where somebody switched it on."""
    set_all(environment, DEALCHECK_FOLLOW_THREADS=value)
    assert read_settings(HttpSettings).follow_threads is follows

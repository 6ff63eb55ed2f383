"""Is each thing that can be wrong between the bot and Slack told in a line, with what to do about it?"""

from __future__ import annotations

import socket

import pytest

from bot.checkup import Finding, State, Tokens, workspace
from bot.slack import Options, needed_scopes
from tests.checkup.reception import APP_TOKEN, BOT_TOKEN, Reception
from tests.slack.office import Office

TOKENS = Tokens(BOT_TOKEN, APP_TOKEN)
NEEDED = ["chat:write", "commands"]


async def findings(reception: Reception, tokens: Tokens = TOKENS, *, socket: bool = True) -> dict[str, Finding]:
    """By check, what is found."""
    made = [finding async for finding in workspace(reception.api_url, tokens, NEEDED, socket=socket)]
    assert not any(token in str(made) for token in (BOT_TOKEN, APP_TOKEN))
    return {finding.check: finding for finding in made}


async def test_a_workspace_that_is_ready(reception: Reception) -> None:
    """Everything is fine: the address answers, both tokens are taken, and the scopes are granted."""
    reception.scopes = "commands,chat:write"
    made = await findings(reception)
    assert list(made) == ["Web API", "bot token", "scopes", "Socket Mode"]
    assert {finding.state for finding in made.values()} == {State.OK}
    assert made["bot token"].told == "acts as beacon in Harbour"
    assert made["scopes"].told == "all 2 are granted"


async def test_over_http_no_socket_is_asked_for(reception: Reception) -> None:
    """Without Socket Mode the app-level token is of no interest."""
    await findings(reception, Tokens(BOT_TOKEN), socket=False)
    assert reception.asked == ["api.test", "auth.test"]


async def test_scopes_that_are_missing_are_named(reception: Reception) -> None:
    """The app was installed with an older manifest: the missing scopes are named, and what grants them."""
    reception.scopes = "chat:write, users:read"
    missing = (await findings(reception))["scopes"]
    assert (missing.state, missing.told) == (State.PROBLEM, "not granted: commands")
    assert "dealcheck manifest" in missing.advice


async def test_scopes_that_are_not_needed_are_named(reception: Reception) -> None:
    """More than the manifest asks for is no problem, but whoever cares can take it away."""
    reception.scopes = "commands,chat:write,users:read"
    more = (await findings(reception))["scopes"]
    assert (more.state, more.told) == (State.OK, "all 2 are granted; not needed: users:read")


async def test_a_server_that_does_not_tell_scopes(reception: Reception) -> None:
    """What stands in for Slack may not say what a token may do; then nothing is claimed."""
    assert (await findings(reception))["scopes"].state is State.SKIPPED


@pytest.mark.parametrize("code", ["invalid_auth", "token_revoked", "account_inactive", "some_other_code"])
async def test_a_token_that_slack_refuses(reception: Reception, code: str) -> None:
    """Slack's own code is told, with what to do; the scopes cannot be known then."""
    reception.refusals["auth.test"] = code
    made = await findings(reception)
    assert (made["bot token"].state, made["bot token"].told) == (State.PROBLEM, f"Slack refuses it: {code}")
    assert made["bot token"].advice
    assert made["scopes"].state is State.SKIPPED


async def test_an_app_level_token_that_slack_refuses(reception: Reception) -> None:
    """A bot's token in place of the app-level one is a usual slip."""
    refused = (await findings(reception, Tokens(BOT_TOKEN, "xapp-77-other")))["Socket Mode"]
    assert (refused.state, refused.told) == (State.PROBLEM, "Slack refuses it: invalid_auth")
    assert "connections:write" in refused.advice


async def test_tokens_that_are_missing_are_not_asked_about(reception: Reception) -> None:
    """Without tokens only the address is tried; the rest says what it waits for."""
    made = await findings(reception, Tokens(None))
    assert [finding.state for finding in made.values()] == [State.OK, *[State.SKIPPED] * 3]
    assert reception.asked == ["api.test"]


async def test_an_address_where_nobody_answers() -> None:
    """One problem is told once: what needs Slack is skipped."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    url = f"http://127.0.0.1:{port}/api/"
    made = [finding async for finding in workspace(url, TOKENS, NEEDED, socket=True)]
    assert [finding.state for finding in made] == [State.PROBLEM, *[State.SKIPPED] * 3]
    assert made[0].told.startswith(f"{url} cannot be reached: ")
    assert "SLACK_API_URL" in made[0].advice


async def test_an_address_where_something_else_answers(reception: Reception) -> None:
    """A page in place of the Web API is told as such."""
    url = reception.api_url.removesuffix("api/") + "elsewhere/"
    (made, *_) = [finding async for finding in workspace(url, TOKENS, NEEDED, socket=False)]
    assert (made.state, made.told) == (State.PROBLEM, f"{url} does not answer like Slack's Web API")


async def test_the_local_workspace_admits_the_bot(office: Office) -> None:
    """The playground takes its token and grants what the manifest asks for; its app is not in Socket Mode."""
    credentials = office.playground.credentials
    tokens = Tokens(credentials.bot_token, credentials.app_token)
    made = [found async for found in workspace(credentials.api_url, tokens, needed_scopes(Options()), socket=True)]
    *admitted, refused = made
    assert [finding.state for finding in admitted] == [State.OK] * 3, made
    assert (refused.state, refused.told) == (State.PROBLEM, "Slack refuses it: socket_mode_not_enabled")
    assert refused.advice.endswith("switch Socket Mode on")

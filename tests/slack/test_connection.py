"""Does the bot find out who it is, and end in one line where Slack does not take it or cannot be reached?"""

from __future__ import annotations

import socket

import pytest

from bot.slack import Identity, RefusedBySlackError, connect, open_connection
from bot.slack.connection import is_loopback
from tests.slack.office import Office


async def test_the_bot_learns_who_it_is(office: Office) -> None:
    """Slack is asked once, when the connection is made."""
    credentials = office.playground.credentials
    connection = await connect(credentials.bot_token, credentials.api_url)
    await connection.close()
    assert connection.identity == Identity(credentials.bot_user_id, office.playground.workspace.app.bot_id)


async def test_a_token_that_is_not_taken_is_one_line(office: Office) -> None:
    """The line names the variable and Slack's own reason, not the token."""
    with pytest.raises(RefusedBySlackError) as refusal:
        await connect("xoxb-wrong", office.playground.credentials.api_url)
    assert (
        str(refusal.value) == f"{office.playground.credentials.api_url} does not accept SLACK_BOT_TOKEN: invalid_auth"
    )


async def test_an_address_where_nobody_answers_is_one_line() -> None:
    """The line names the address."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(RefusedBySlackError) as refusal:
        await connect("xoxb-1", f"http://127.0.0.1:{port}/api/")
    assert str(refusal.value).startswith(f"http://127.0.0.1:{port}/api/ cannot be reached: ")
    assert "\n" not in str(refusal.value)


async def test_an_address_that_is_not_slacks_is_one_line(office: Office) -> None:
    """A server that answers with something else than Slack's JSON is told apart from one that refuses a token."""
    with pytest.raises(RefusedBySlackError) as refusal:
        await connect("xoxb-1", f"{office.playground.url}/nowhere/")
    assert str(refusal.value) == f"{office.playground.url}/nowhere/ does not answer like Slack's Web API"


async def test_no_proxy_stands_before_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy of the environment is used for Slack itself and left out for a stand-in on this machine."""
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example:3128")
    found = {}
    for url in ("http://127.0.0.1:9/api/", "https://slack.com/api/"):
        connection = open_connection("xoxb-1", url, Identity("U1"))
        found[url] = connection.client.proxy
        await connection.close()
    assert list(found.values()) == [None, "http://proxy.example:3128"]


@pytest.mark.parametrize(
    ("url", "here"),
    [
        ("http://127.0.0.1:1/", True),
        ("http://[::1]/", True),
        ("http://localhost/", True),
        ("https://slack.com/", False),
    ],
)
def test_this_machine_is_recognised(url: str, here: bool) -> None:
    """Numbers and the name of this machine are told from other hosts."""
    assert is_loopback(url) is here


async def test_closing_ends_the_session(office: Office) -> None:
    """Nothing is left open."""
    credentials = office.playground.credentials
    connection = await connect(credentials.bot_token, credentials.api_url)
    await connection.close()
    assert connection.session.closed

"""Does the bot find out who it is, and end in one line where Slack does not take it or cannot be reached?"""

from __future__ import annotations

import socket

import pytest

from bot.blocks import Frame, Message, render, request_for
from bot.desk import Desk
from bot.slack import Identity, RefusedBySlackError, connect, open_connection
from bot.slack.connection import is_loopback
from bot.slack.errors import Errors
from bot.slack.places import Thread
from bot.slack.refusals import ResponseRefusedError
from tests.slack.office import Office
from tests.slack.stage import PERSON, Reply, Stage, staged


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


@pytest.fixture
def answer(desk: Desk) -> Message:
    """An answer with a header, sections, sources and buttons."""
    return render(desk.ask("How much does Harbour Mills pay?"), Frame(request_for("amount"), share=True))


THREAD = Thread("C1", "1.0", PERSON)
RICH = ["invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "msg_too_long"]


@pytest.mark.parametrize("error", RICH)
async def test_refused_blocks_become_sections_then_text(stage: Stage, answer: Message, error: str) -> None:
    """A message whose blocks Slack does not take comes ever plainer, its sources on each rung."""
    stage.refuse("chat.postMessage", error, error)
    await stage.connection.post(THREAD, answer)
    sent = stage.called("chat.postMessage")
    kinds = [{block["type"] for block in message["blocks"]} for message in sent]
    assert {"header", "actions"} <= kinds[0]
    assert kinds[1:] == [{"section"}, set()]
    assert all("Sources: " in message["text"] for message in sent)
    assert "Sources: " in sent[1]["blocks"][-1]["text"]["text"]


@pytest.mark.parametrize("error", RICH)
async def test_a_response_becomes_plainer_too(stage: Stage, answer: Message, error: str) -> None:
    """A response URL refuses with a status and the code as its text."""
    stage.reply("", Reply(error, 400), Reply(error, 400))
    await stage.connection.respond(stage.place, answer, response_type="ephemeral")
    sent = stage.called("")
    assert [{block["type"] for block in message.get("blocks", [])} for message in sent[1:]] == [{"section"}, set()]
    assert all("Sources: " in message["text"] for message in sent)


async def test_asked_too_often_slack_is_asked_again(stage: Stage, answer: Message) -> None:
    """After as long as Retry-After says, by either way."""
    limited = Reply({"ok": False, "error": "ratelimited"}, 429, {"Retry-After": "0"})
    stage.reply("chat.postMessage", limited, limited)
    stage.reply("", limited)
    await stage.connection.post(THREAD, answer)
    await stage.connection.respond(stage.place, answer, response_type="ephemeral")
    assert stage.methods() == ["chat.postMessage"] * 3 + [""] * 2


async def test_a_server_in_trouble_is_asked_again(stage: Stage, answer: Message) -> None:
    """Once by its Web API; where a response URL is in trouble, the Web API is the other way."""
    stage.reply("chat.postMessage", Reply("busy", 503))
    await stage.connection.post(THREAD, answer)
    stage.reply("", Reply("busy", 500))
    await stage.connection.respond(stage.place, answer, response_type="ephemeral")
    assert stage.methods() == ["chat.postMessage", "chat.postMessage", "", "chat.postEphemeral"]


@pytest.mark.parametrize("error", ["is_archived", "not_in_channel", "channel_not_found", "restricted_action"])
async def test_where_no_message_can_stand_the_person_gets_it(stage: Stage, answer: Message, error: str) -> None:
    """An archived channel, or one that the bot is not in, sends the answer to whoever asked, and says why."""
    stage.refuse("chat.postMessage", error)
    await stage.connection.post(THREAD, answer)
    _, note, whole = stage.called("chat.postMessage")
    assert (note["channel"], whole["channel"]) == (PERSON, PERSON)
    assert note["text"].startswith("I cannot answer in <#C1>, because ")
    assert whole["text"] == answer.text


@pytest.mark.parametrize("over", [Reply("expired_url", 404), Reply("used_url", 404), Reply("no_team", 410)])
async def test_a_response_url_that_is_over(stage: Stage, answer: Message, over: Reply) -> None:
    """What is for one person goes to where they are as an ephemeral message, else into their direct messages."""
    stage.reply("", over, over)
    stage.refuse("chat.postEphemeral", "not_in_channel")
    await stage.connection.say(stage.place, answer)
    await stage.connection.say(stage.place, answer)
    assert stage.methods() == ["", "chat.postEphemeral", "chat.postMessage", "", "chat.postEphemeral"]
    assert stage.called("chat.postMessage")[0]["channel"] == PERSON
    assert all(sent["text"] == answer.text for sent in stage.called("chat.postEphemeral", "chat.postMessage"))


async def test_what_everybody_should_read_is_not_whispered(stage: Stage, answer: Message) -> None:
    """An answer that cannot be shared any more is an error, which the sharer is told."""
    stage.reply("", Reply("expired_url", 404))
    with pytest.raises(ResponseRefusedError):
        await stage.connection.respond(stage.place, answer, response_type="in_channel")


@pytest.mark.parametrize("error", ["missing_scope", "invalid_auth"])
async def test_a_missing_permission_is_logged(
    stage: Stage, answer: Message, error: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Whoever runs the bot reads which scope is needed; asking another way would need it too."""
    stage.refuse("chat.postMessage", error, error, needed="chat:write")
    errors = Errors(stage.connection)
    errors.watch(stage.connection.post(THREAD, answer), THREAD)
    await stage.connection.background.settle()
    assert error in caplog.text
    assert len(stage.calls) == 2  # the answer, and the sentence that it went wrong


async def test_a_call_that_takes_too_long_is_told(answer: Message) -> None:
    """Where Slack does not answer in time, whoever waits gets one sentence with a reference."""
    async with staged(seconds=0.2) as stage:
        stage.hang("chat.postMessage")
        errors = Errors(stage.connection)
        errors.watch(stage.connection.post(THREAD, answer), THREAD)
        await stage.connection.background.settle()
    assert stage.called("chat.postMessage")[-1]["text"].startswith("That went wrong on our side.")


async def test_no_status_is_no_error(stage: Stage) -> None:
    """Where the app has no agent view, or Slack is slow, the answer does not wait for the status."""
    stage.refuse("assistant.threads.setStatus", "missing_scope")
    await stage.connection.working(THREAD)
    assert len(stage.calls) == 1

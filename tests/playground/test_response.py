"""How does the workspace show what an app answers to a command or a click?"""

import pytest

from bot.playground.grants import ResponseUrl
from bot.playground.message import Draft, Message
from bot.playground.refusal import RefusedError
from bot.playground.response import Response, drafted, read_ack, read_response, respond
from bot.playground.workspace import Workspace

MARA = "U0PLAY0001"


def granted(workspace: Workspace, origin: Message | None = None) -> ResponseUrl:
    return workspace.grants.response_url(workspace.channel("harbour").id, MARA, origin.ts if origin else None)


def clicked(workspace: Workspace) -> Message:
    return workspace.post(workspace.channel("harbour"), workspace.bot.id, Draft(text="old"), visible_to=MARA)


def test_a_response_is_private_unless_it_says_otherwise(workspace: Workspace) -> None:
    """Without response_type only the person who asked sees it; in_channel shows it to all."""
    private = respond(workspace, granted(workspace), Response(text="for you"))
    public = respond(workspace, granted(workspace), Response(text="for all", response_type="in_channel"))
    assert private is not None
    assert public is not None
    assert (private.visible_to, public.visible_to) == (MARA, None)
    assert private.user == public.user == workspace.bot.id


def test_a_clicked_message_is_replaced(workspace: Workspace) -> None:
    """replace_original puts the response in the place of the message that was clicked."""
    old = clicked(workspace)
    new = respond(workspace, granted(workspace, old), Response(text="new", replace_original=True))
    assert new is not None
    assert (new.ts, new.draft.text) == (old.ts, "new")


def test_a_clicked_message_is_deleted(workspace: Workspace) -> None:
    """delete_original takes the message away and posts nothing."""
    old = clicked(workspace)
    assert respond(workspace, granted(workspace, old), Response(delete_original=True)) is None
    assert workspace.readable(MARA) == []


def test_a_url_outlives_the_message_that_was_clicked(workspace: Workspace) -> None:
    """What is new can still be said there; what would replace or delete the message again is refused."""
    url = granted(workspace, clicked(workspace))
    respond(workspace, url, Response(delete_original=True))
    assert respond(workspace, url, Response(text="gone")) is not None
    for again in (Response(delete_original=True), Response(text="x", replace_original=True)):
        with pytest.raises(RefusedError, match="message_not_found"):
            respond(workspace, url, again)


def test_a_response_may_stand_in_a_thread(workspace: Workspace) -> None:
    """With thread_ts; one that is not there is refused."""
    asked = workspace.post(workspace.channel("harbour"), MARA, Draft(text="why?"))
    answer = respond(workspace, granted(workspace), Response(text="so", thread_ts=asked.ts, response_type="in_channel"))
    assert answer is not None
    assert answer.is_reply
    with pytest.raises(RefusedError, match="thread_not_found"):
        respond(workspace, granted(workspace), Response(text="so", thread_ts="1.0"))


def test_the_answer_to_a_command_cannot_be_replaced(workspace: Workspace) -> None:
    """The response_url of a command has no original: replace_original posts a further message."""
    url = granted(workspace)
    respond(workspace, url, Response(text="thinking"))
    respond(workspace, url, Response(text="thought", replace_original=True))
    assert [message.draft.text for message in workspace.readable(MARA)] == ["thinking", "thought"]


def test_a_response_needs_words(workspace: Workspace) -> None:
    """Neither text nor blocks nor attachments is no_text; more than 40,000 characters are too many."""
    with pytest.raises(RefusedError, match="no_text"):
        respond(workspace, granted(workspace), Response())
    with pytest.raises(RefusedError, match="msg_too_long"):
        drafted("x" * 40_001, None)


@pytest.mark.parametrize(
    ("body", "kind", "text"),
    [
        ('{"text": "hi"}', "application/json", "hi"),
        ('{"text": "hi"}', "text/plain", "hi"),
        ("just words", "text/plain", "just words"),
        ("17", "text/plain", "17"),
    ],
)
def test_an_ack_is_json_or_words(body: str, kind: str, text: str) -> None:
    """What comes with the 200 is shown, whichever of the two it is."""
    response = read_ack(body, kind)
    assert response is not None
    assert (response.text, response.response_type) == (text, "ephemeral")


def test_an_empty_ack_shows_nothing() -> None:
    """An app that answers later acknowledges with an empty body."""
    assert read_ack(" \n", "text/plain") is None


@pytest.mark.parametrize("body", ["{", "[]", '{"blocks": "none"}'])
def test_a_body_that_is_no_response_is_refused(body: str) -> None:
    """Broken JSON and wrong types are invalid_payload."""
    with pytest.raises(RefusedError, match="invalid_payload"):
        read_response(body)

"""How does the app bring a file and share it?"""

from typing import Any

import httpx
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.message import Message
from bot.playground.server import Playground
from tests.playground.methods.conftest import error_of

TABLE = b"source,value\n101,$4 billion\n"


@pytest.fixture
def line(playground: Playground) -> str:
    """The channel of direct messages with the bot."""
    workspace = playground.workspace
    return workspace.direct_messages(playground.you.user.id, workspace.bot.id).id


async def test_slacks_client_uploads_in_one_call(client: AsyncWebClient, playground: Playground, line: str) -> None:
    """The three steps end in one message with the file, its title, its alternative text and the comment."""
    answer = await client.files_upload_v2(
        content=TABLE, filename="deal.csv", title="The deal", alt_txt="A table", channel=line, initial_comment="Here"
    )
    (message,) = (await client.conversations_history(channel=line))["messages"]
    (file,) = message["files"]
    assert (message["text"], file["id"], file["title"]) == ("Here", answer["file"]["id"], "The deal")
    assert (file["mimetype"], file["filetype"], file["size"], file["alt_txt"]) == (
        "text/csv", "csv", len(TABLE), "A table",
    )  # fmt: skip
    assert playground.workspace.shelf.brought(file["id"]).content == TABLE


async def test_a_file_is_shared_in_a_thread(client: AsyncWebClient, said: Message) -> None:
    """The message with it is a reply."""
    await client.files_upload_v2(
        file_uploads=[{"content": "a", "filename": "a.txt"}, {"content": "b", "filename": "b.txt"}],
        channel=said.channel, thread_ts=said.ts,
    )  # fmt: skip
    thread = await client.conversations_replies(channel=said.channel, ts=said.ts)
    assert [file["name"] for file in thread["messages"][1]["files"]] == ["a.txt", "b.txt"]


async def test_a_file_without_a_channel_stays_with_the_app(client: AsyncWebClient, playground: Playground) -> None:
    """Nobody sees it."""
    await client.files_upload_v2(content="a", filename="a.txt")
    assert playground.workspace.messages == {}


async def test_content_comes_bare_or_in_a_form(client: AsyncWebClient) -> None:
    """An address takes what was announced, once; another length is refused."""
    async with httpx.AsyncClient() as http:
        for sent in ({"content": TABLE}, {"files": {"filename": ("deal.csv", TABLE)}}):
            address = (await client.files_getUploadURLExternal(filename="deal.csv", length=len(TABLE)))["upload_url"]
            assert (await http.post(address, **sent)).status_code == 200
            assert (await http.post(address, content=TABLE)).status_code == 404
        address = (await client.files_getUploadURLExternal(filename="deal.csv", length=1))["upload_url"]
        assert (await http.post(address, content=TABLE)).status_code == 400


async def test_what_slack_refuses_is_refused(client: AsyncWebClient, said: Message) -> None:
    """Files that are not there, places by name, and threads in more than one channel."""
    empty = client.files_getUploadURLExternal(filename="a.txt", length=0)
    assert await error_of(empty) == "invalid_arguments"
    assert await error_of(client.files_completeUploadExternal(files=[{"id": "F404"}])) == "file_not_found"
    announced = (await client.files_getUploadURLExternal(filename="a.txt", length=1))["file_id"]
    assert await error_of(client.files_completeUploadExternal(files=[{"id": announced}])) == "file_not_found"
    assert await error_of(client.files_upload_v2(content="a", channel="#harbour")) == "channel_not_found"
    two: dict[str, Any] = {"content": "a", "channels": [said.channel, "C2"], "thread_ts": said.ts}
    assert await error_of(client.files_upload_v2(**two)) == "invalid_arguments"
    assert await error_of(client.api_call("files.completeUploadExternal", data={"files": "[]"})) == "invalid_arguments"

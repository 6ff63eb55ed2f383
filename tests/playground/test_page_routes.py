"""Does the server give the page what it asks for?"""

import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.message import Draft
from bot.playground.page_routes import PAGE
from bot.playground.server import Playground

Json = dict[str, Any]


@pytest.fixture
async def http(playground: Playground) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=playground.url) as client:
        yield client


async def events(stream: httpx.Response, *wanted: str) -> AsyncIterator[tuple[str, Json]]:
    name = ""
    async for line in stream.aiter_lines():
        if line.startswith("event: "):
            name = line.removeprefix("event: ")
        elif line.startswith("data: ") and name in wanted:
            yield name, json.loads(line.removeprefix("data: "))


async def test_every_file_of_the_page_is_served(http: httpx.AsyncClient) -> None:
    """The page is made of files beside the code, each with a type that a browser accepts."""
    wanted = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
    served = {path.name: (await http.get(f"/{path.name}")).headers["content-type"] for path in PAGE.iterdir()}
    assert {name: kind.split(";")[0] for name, kind in served.items()} == {
        path.name: wanted[path.suffix] for path in PAGE.iterdir()
    }


async def test_the_page_names_nothing_outside_of_itself() -> None:
    """No file of the page loads anything by another address."""
    for path in PAGE.iterdir():
        words = path.read_text().replace("http://www.w3.org/2000/svg", "")
        assert "http://" not in words.replace("https?:", "")
        assert "innerHTML" not in words


async def test_the_stream_begins_with_the_state_and_goes_on_with_changes(
    http: httpx.AsyncClient, playground: Playground
) -> None:
    """Nothing that happens after the state is missed."""
    workspace = playground.workspace
    async with http.stream("GET", "/events") as stream:
        told = events(stream, "state", "change")
        name, state = await anext(told)
        assert (name, state["you"]) == ("state", playground.you.user.id)
        said = workspace.post(workspace.channel("tea"), playground.you.user.id, Draft(text="tea?"))
        workspace.delete(said)
        assert [(await anext(told))[1]["kind"] for _ in range(2)] == ["posted", "deleted"]


async def test_a_new_conversation_comes_as_a_new_state(http: httpx.AsyncClient, playground: Playground) -> None:
    """When a channel is added, the page gets everything anew."""
    workspace, (mara, otto) = playground.workspace, playground.people
    async with http.stream("GET", "/events", params={"as": otto.user.id}) as stream:
        told = events(stream, "state", "change")
        await anext(told)
        line = workspace.direct_messages(mara.user.id, otto.user.id)
        workspace.post(line, mara.user.id, Draft(text="hi"))
        name, state = await anext(told)
    assert (name, state["you"], state["messages"][0]["text"]) == ("state", otto.user.id, "hi")


async def test_what_is_typed_and_used_goes_to_the_bot(http: httpx.AsyncClient, playground: Playground) -> None:
    """The page types a command, reads the answer in the state, and uses a button of it."""
    harbour = playground.workspace.channel("harbour").id
    assert (await http.post("/do/type", json={"channel": harbour, "text": "/deal summary"})).json()["ok"]
    (answer,) = (await http.get("/state")).json()["messages"]
    block = answer["blocks"][-1]
    used = {"channel": harbour, "ts": answer["ts"], "block_id": block["block_id"], "action_id": "more"}
    failed = (await http.post("/do/use", json=used | {"action_id": "break"})).json()
    assert failed == {"ok": False, "error": "dispatch_failed", "why": "Beacon answered with HTTP status 500"}
    assert (await http.post("/do/use", json=used)).json() == {"ok": True}


async def test_a_shortcut_goes_to_the_bot(http: httpx.AsyncClient, playground: Playground) -> None:
    """The page takes a shortcut on a message and reads the answer in the state."""
    said = playground.you.say("harbour", "three little words")
    taken = {"channel": said.channel, "ts": said.ts, "callback_id": "count"}
    assert (await http.post("/do/take", json=taken)).json() == {"ok": True}
    state = (await http.get("/state")).json()
    assert [shortcut["callback_id"] for shortcut in state["shortcuts"]] == ["count", "fail"]
    assert state["messages"][-1]["text"] == "3 words"


async def test_what_cannot_be_done_is_named(http: httpx.AsyncClient) -> None:
    """A refusal and a broken request are told apart."""
    refused = await http.post("/do/type", json={"channel": "C404", "text": "x"})
    broken = await http.post("/do/type", content="{")
    assert refused.json() == {"ok": False, "error": "channel_not_found"}
    assert (broken.status_code, broken.json()["error"]) == (400, "invalid_arguments")


async def test_modals_and_tabs_go_to_the_bot(http: httpx.AsyncClient, playground: Playground) -> None:
    """The page starts a shortcut, reads the modal in the state, uses, sends and closes it."""
    assert (await http.post("/do/start", json={"callback_id": "report"})).json() == {"ok": True}
    (modal,) = (await http.get("/state")).json()["screen"]["modals"]
    assert (modal["title"], modal["submit"], modal["close"]) == ("Report an error", "Send", "Cancel")
    sent = (await http.post("/do/submit", json={"view_id": modal["id"], "filled": {"what": {"text": "hm"}}})).json()
    assert sent["errors"]["what"] == "Please enter at least 5 characters."
    (kept,) = (await http.get("/state")).json()["screen"]["modals"]
    assert kept["state"]["what"]["text"]["value"] == "hm"
    used = {"view_id": modal["id"], "block_id": "buttons", "action_id": "evidence"}
    assert (await http.post("/do/use_view", json=used)).json() == {"ok": True}
    assert (await http.post("/do/close", json={"whole": True})).json() == {"ok": True}
    assert (await http.post("/do/open", json={"tab": "home"})).json() == {"ok": True}
    assert (await http.post("/do/look", json={"channel": playground.workspace.channel("tea").id})).json()["ok"]
    await playground.delivery.settled()
    screen = (await http.get("/state")).json()["screen"]
    assert (screen["modals"], screen["home"]["blocks"][0]["type"]) == ([], "header")


async def test_faults_are_planned_and_cleared(http: httpx.AsyncClient, playground: Playground) -> None:
    """The state names what can fail, and how."""
    offered = (await http.get("/state")).json()["can_fail"]
    assert {"views.open", "response_url", "upload"} <= set(offered["methods"])
    plan = {"method": "views.open", "fault": offered["faults"][0], "times": 2}
    assert (await http.post("/do/fail", json=plan)).json() == {"ok": True}
    assert len(playground.faults.planned()["views.open"]) == 2
    assert (await http.post("/do/mend", json={})).json() == {"ok": True}
    assert playground.faults.planned() == {}


async def test_only_files_that_were_shared_are_there(http: httpx.AsyncClient, playground: Playground) -> None:
    """Pictures are shown; all else comes as bytes that no browser runs."""
    credentials = playground.credentials
    client = AsyncWebClient(token=credentials.bot_token, base_url=credentials.api_url)
    kinds = {}
    for name in ("dot.png", "page.html"):
        kept = await client.files_upload_v2(content="x", filename=name)
        channel = playground.workspace.channel("harbour").id
        announced = (await client.files_getUploadURLExternal(filename=name, length=1))["file_id"]
        for hidden in (announced, kept["file"]["id"]):
            assert (await http.get(f"/files/{hidden}")).status_code == 404
        shared = await client.files_upload_v2(content="x", filename=name, channel=channel)
        kinds[name] = (await http.get(f"/files/{shared['file']['id']}")).headers["content-type"]
    assert kinds == {"dot.png": "image/png", "page.html": "application/octet-stream"}

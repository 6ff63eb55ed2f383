"""Does each open page hear of what concerns it, and of nothing else?"""

import json
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.playground.agent import Prompts
from bot.playground.blockcheck import accept_view
from bot.playground.faults import FAULTS, Faults
from bot.playground.message import Draft
from bot.playground.page_feed import Feed
from bot.playground.traffic import Traffic
from bot.playground.workspace import Workspace
from tests.playground.conftest import OFFER, Watch
from tests.playground.sample_blocks import home

Told = tuple[str, Any]


@pytest.fixture
def feed(workspace: Workspace, watch: Watch) -> Feed:
    return Feed(workspace, OFFER, Traffic(watch), Faults())


async def rest(stream: AsyncIterator[str], feed: Feed) -> list[Told]:
    """What the stream still tells when it is closed now."""
    feed.close()
    return [read(event) async for event in stream]


def read(event: str) -> Told:
    name, data = event.strip().split("\n")
    return name.removeprefix("event: "), json.loads(data.removeprefix("data: "))


async def begun(feed: Feed, workspace: Workspace, number: int = 0) -> AsyncIterator[str]:
    """A person's stream after its beginning: the state, what was kept, and the plan."""
    stream = feed.stream(workspace.people[number])
    names = [read(await anext(stream))[0]]
    while names[-1] != "faults":
        names.append(read(await anext(stream))[0])
    assert names == ["state", *["exchange"] * len(feed.traffic.kept), "faults"]
    return stream


async def test_a_page_begins_with_everything_that_is_there(feed: Feed, workspace: Workspace) -> None:
    """The state, what went back and forth, and the faults that are planned."""
    feed.traffic.to_slack("auth.test", {}, {"ok": True}, 200)
    assert await rest(await begun(feed, workspace), feed) == []


async def test_a_screen_is_told_to_whom_it_belongs(feed: Feed, workspace: Workspace) -> None:
    """Modals and the Home tab are one person's own, and so is the conversation with the app."""
    mara, otto = [await begun(feed, workspace, number) for number in (0, 1)]
    you = workspace.people[0].id
    workspace.screens.publish(you, accept_view(home(), "home"))
    workspace.agent.suggest(workspace.direct_messages(you, workspace.bot.id).id, Prompts("Ask", (("Who?", "Who?"),)))
    told = await rest(mara, feed)
    assert [name for name, _ in told] == ["screen", "screen"]
    assert list(told[-1][1]["prompts"].values()) == [
        {"title": "Ask", "prompts": [{"title": "Who?", "message": "Who?"}]}
    ]
    assert await rest(otto, feed) == []


async def test_a_status_in_a_channel_is_told_to_all(feed: Feed, workspace: Workspace) -> None:
    """Everybody there sees what the app is doing."""
    streams = [await begun(feed, workspace, number) for number in (0, 1)]
    said = workspace.post(workspace.channel("tea"), workspace.people[0].id, Draft("why?"))
    workspace.agent.set_status(said, "is reading…")
    for stream in streams:
        told = await rest(stream, feed)
        assert [name for name, _ in told] == ["change", "screen"]
        assert told[1][1]["statuses"] == {said.channel: {said.ts: {"text": "is reading…", "loading": []}}}


async def test_what_only_others_see_is_not_told(feed: Feed, workspace: Workspace) -> None:
    """A private line of somebody else makes no event at all."""
    stream = await begun(feed, workspace)
    workspace.notice(workspace.channel("tea"), workspace.people[1].id, "for Otto")
    assert await rest(stream, feed) == []


async def test_plans_and_exchanges_are_told(feed: Feed, workspace: Workspace) -> None:
    """As they happen."""
    stream = await begun(feed, workspace)
    feed.faults.plan("views.open", FAULTS["server_error"])
    feed.traffic.to_bot("/deal", {"text": "x"}, "", None)
    plan, exchange = await rest(stream, feed)
    assert plan == ("faults", {"views.open": ["server_error"]})
    assert (exchange[0], exchange[1]["sent"]) == ("exchange", {"text": "x"})

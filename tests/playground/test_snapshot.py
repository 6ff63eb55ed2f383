"""What does the page get to know?"""

from bot.playground.message import Change, Draft
from bot.playground.snapshot import change_for, snapshot
from bot.playground.workspace import Workspace
from tests.playground.conftest import OFFER


def test_a_page_gets_what_its_reader_may_see(workspace: Workspace) -> None:
    """Channels and messages of others are not in the snapshot; what the composer offers is."""
    mara, otto = workspace.people
    workspace.notice(workspace.channel("harbour"), otto.id, "for Otto")
    state = snapshot(workspace, mara, OFFER)
    assert state["messages"] == []
    assert [channel["name"] for channel in state["channels"]] == ["harbour", "tea", "directmessage"]
    assert [command["command"] for command in state["commands"]] == ["/deal summary", "/deal plain", "/deal ask"]
    assert state["examples"][0]["text"] == "/deal summary"
    assert state["shortcuts"][0]["name"] == "Count the words"
    assert (state["you"], state["bot"]) == (mara.id, workspace.bot.id)


def test_a_change_is_told_to_its_readers(workspace: Workspace) -> None:
    """An ephemeral message reaches one page, a public one all."""
    mara, otto = workspace.people
    secret = Change("posted", workspace.notice(workspace.channel("harbour"), otto.id, "for Otto"))
    public = Change("posted", workspace.post(workspace.channel("tea"), mara.id, Draft(text="tea?")))
    assert change_for(workspace, mara, secret) is None
    told = change_for(workspace, otto, secret)
    assert told is not None
    assert (told["kind"], told["message"]["ephemeral"]) == ("posted", True)
    assert change_for(workspace, otto, public) is not None


def test_replacing_a_private_answer_is_no_edit(workspace: Workspace) -> None:
    """Only public messages are marked as edited, as in Slack."""
    mara = workspace.people[0]
    harbour = workspace.channel("harbour")
    private = workspace.edit(workspace.notice(harbour, mara.id, "1"), Draft(text="2"))
    public = workspace.edit(workspace.post(harbour, mara.id, Draft(text="1")), Draft(text="2"))
    marks = {m["ts"]: m["edited"] for m in snapshot(workspace, mara, OFFER)["messages"]}
    assert marks == {private.ts: False, public.ts: True}

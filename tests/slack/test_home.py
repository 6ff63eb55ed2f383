"""Does Home show the deal, are settings obeyed everywhere, and is it suggested what to ask?"""

from __future__ import annotations

import json

from bot.journal import Journal
from bot.playground.screens import View
from bot.slack.conversation import Conversation
from bot.slack.errors import Errors
from bot.slack.home import Homes
from tests.slack.office import Office
from tests.slack.stage import Stage

ASKED = "How much does Harbour Mills pay?"


async def home(office: Office) -> View:
    """Home as the person sees it who has just opened it."""
    office.playground.you.open_app("home")
    await office.settled()
    return office.playground.workspace.screens.homes[office.playground.you.user.id]


def words(view: View) -> str:
    return json.dumps(view.blocks, ensure_ascii=False).replace("\N{NO-BREAK SPACE}", " ")


async def choose(office: Office, name: str, value: str) -> None:
    """Chooses a setting on Home."""
    view = await home(office)
    block = next(block for block in view.blocks if block.get("accessory", {}).get("action_id") == f"setting_{name}")
    await office.playground.you.screen.use(view.id, (block["block_id"], f"setting_{name}"), value)
    await office.settled()


async def test_home_shows_the_deal(office: Office) -> None:
    """Whoever opens the tab sees the headlines and where the sources disagree."""
    shown = words(await home(office))
    assert "Harbour Mills invests" in shown
    assert "Sources disagree (minor)" in shown


async def test_a_fact_on_home_leads_to_its_evidence(office: Office) -> None:
    """The button beside a headline opens a dialog above Home; a prompt opens its answer, which leads on."""
    screens, you = office.playground.workspace.screens, office.playground.you
    await you.screen.press(await home(office), "Evidence")
    await office.settled()
    (sheet,) = screens.stack(you.user.id)
    assert "is paying $2 billion for" in words(sheet)
    await you.screen.close(whole=True)
    await you.screen.press(await home(office), ASKED)
    await office.settled()
    (answer,) = screens.stack(you.user.id)
    await you.screen.press(answer, "Evidence")
    await office.settled()
    assert len(screens.stack(you.user.id)) == 2


async def test_names_instead_of_numbers(office: Office) -> None:
    """Who wants sources by name gets them so in commands, direct messages and on Home, and nobody else does."""
    await choose(office, "citations", "names")
    assert "[Signed Deal ¶2]" in words(await home(office))
    for answer in (await office.command(f"/deal {ASKED}"), await office.reply(ASKED, office.direct)):
        said = answer.draft.text.replace("\N{NO-BREAK SPACE}", " ")
        assert "[Signed Deal ¶2]" in said
        assert "[011 ¶2]" not in said.partition("Why:")[0]
    other = await office.playground.people[1].command("harbour", "/deal summary")
    assert other
    assert "Signed Deal ¶" not in other.draft.text.replace("\N{NO-BREAK SPACE}", " ")


async def test_short_answers_lead_to_the_quotes(office: Office) -> None:
    """Who wants the gist gets the positions and why they part; the quotes are one click away."""
    full = await office.command(f"/deal {ASKED}")
    await choose(office, "answers", "short")
    short = await office.command(f"/deal {ASKED}")
    assert "> “" in full.draft.text
    assert "> “" not in short.draft.text
    assert "*Why:*" in short.draft.text
    await office.press(short, "Show quotes")
    assert "is paying $2 billion for" in office.ours()[-1].draft.text


async def test_a_setting_of_another_version_changes_nothing(office: Office, stage: Stage) -> None:
    """A value that we do not know is left alone, and Home is shown as it is."""
    journal = Journal()
    homes = Homes(Conversation(office.desk, journal), stage.connection, Errors(stage.connection))
    pressed = {"user": {"id": "U1"}, "actions": [{"action_id": "setting_citations", "selected_option": {"value": "?"}}]}

    async def ack() -> None:
        """Nobody waits."""

    await homes.set(ack, pressed)  # type: ignore[arg-type]  # a plain function is enough of an ack
    await stage.connection.background.settle()
    assert journal.preferences("U1").citations == "short"
    assert stage.methods() == ["views.publish"]


async def test_what_to_ask_is_suggested(office: Office) -> None:
    """Who opens the messages sees the deal's prompts; for all of them, as an agent's are, not for one thread."""
    office.playground.you.open_app("messages")
    await office.settled()
    suggested = office.playground.workspace.agent.prompts[office.direct]
    assert [message for _, message in suggested.prompts] == list(office.desk.store.deal.prompts)


async def test_where_there_is_no_agent_view_nobody_is_bothered(office: Office, stage: Stage) -> None:
    """Slack refuses prompts to an app without agent view; people are told nothing of it."""
    stage.refuse("assistant.threads.setSuggestedPrompts", "missing_scope")
    homes = Homes(Conversation(office.desk, Journal()), stage.connection, Errors(stage.connection))
    await homes.opened({"event": {"user": "U1", "channel": "D1", "tab": "messages"}})
    await stage.connection.background.settle()
    (sent,) = stage.called("assistant.threads.setSuggestedPrompts")
    assert "thread_ts" not in sent
    assert len(stage.calls) == 1


async def test_looking_elsewhere_changes_nothing(office: Office) -> None:
    """That somebody looks at another channel beside the bot is taken note of by nobody."""
    office.playground.you.open_app("messages")
    office.playground.you.look_at("harbour")
    await office.settled()
    assert office.ours() == []

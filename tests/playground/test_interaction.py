"""Are clicks, shortcuts and what people do with modals written down as Slack does?"""

import pytest

from bot.playground import interaction, payload
from bot.playground.blockcheck import accept, accept_view
from bot.playground.message import Draft, Json, Message
from bot.playground.workspace import Channel, User, Workspace
from tests.playground.sample_blocks import report_form, summary


@pytest.fixture
def harbour(workspace: Workspace) -> Channel:
    return workspace.channel("harbour")


@pytest.fixture
def mara(workspace: Workspace) -> User:
    return workspace.people[0]


def answer(workspace: Workspace, harbour: Channel, visible_to: str | None = None) -> Message:
    return workspace.post(harbour, workspace.bot.id, Draft("x", accept(summary())), visible_to)


def test_a_click_carries_the_message_and_where_it_stands(workspace: Workspace, harbour: Channel, mara: User) -> None:
    """The container names the place, and the action names the element, its block and its value."""
    message = answer(workspace, harbour)
    block = message.draft.blocks[-1]
    granted = workspace.grants.response_url(harbour.id, mara.id, message.ts)
    body = interaction.block_actions(
        workspace, mara, interaction.Click(message, block, block["elements"][1]), (granted, "http://here/")
    )
    assert body["response_url"] == f"http://here/{granted.id}"
    assert body["container"] == {
        "type": "message", "message_ts": message.ts, "channel_id": harbour.id, "is_ephemeral": False,
    }  # fmt: skip
    assert body["message"]["ts"] == message.ts
    (action,) = body["actions"]
    assert (action["action_id"], action["block_id"], action["value"]) == ("more", block["block_id"], "2")


def test_a_shortcut_carries_the_message(workspace: Workspace, harbour: Channel, mara: User) -> None:
    """The documented fields are there, the message among them as its history has it, and no container."""
    said = workspace.post(harbour, mara.id, Draft("It costs 5 billion"))
    granted = workspace.grants.response_url(harbour.id, mara.id)
    body = interaction.message_action(workspace, mara, said, "count", (granted, "http://here/"))
    assert set(body) == {
        "type", "callback_id", "trigger_id", "message_ts", "response_url", "message", "user", "channel", "team",
        "token", "action_ts", "is_enterprise_install", "enterprise",
    }  # fmt: skip
    assert (body["type"], body["callback_id"], body["message_ts"]) == ("message_action", "count", said.ts)
    assert body["message"] == payload.message(workspace, said)
    assert body["response_url"] == f"http://here/{granted.id}"


def test_an_ephemeral_message_does_not_travel_with_its_click(
    workspace: Workspace, harbour: Channel, mara: User
) -> None:
    """As from Slack, the app gets the container and the action only."""
    message = answer(workspace, harbour, visible_to=mara.id)
    block = message.draft.blocks[-1]
    granted = workspace.grants.response_url(harbour.id, mara.id, message.ts)
    body = interaction.block_actions(
        workspace, mara, interaction.Click(message, block, block["elements"][0]), (granted, "")
    )
    assert "message" not in body
    assert body["container"]["is_ephemeral"] is True


def test_a_choice_is_sent_as_the_option(workspace: Workspace, harbour: Channel, mara: User) -> None:
    """An overflow menu sends the option that was chosen."""
    message = answer(workspace, harbour)
    block = message.draft.blocks[4]
    granted = workspace.grants.response_url(harbour.id, mara.id, message.ts)
    click = interaction.Click(message, block, block["accessory"], "report")
    (action,) = interaction.block_actions(workspace, mara, click, (granted, ""))["actions"]
    assert action["selected_option"]["value"] == "report"


def test_what_was_chosen_travels_with_every_click(workspace: Workspace, harbour: Channel, mara: User) -> None:
    """The state holds what stands in each element that keeps it, for the person who clicks."""
    options = [{"text": {"type": "plain_text", "text": word}, "value": word} for word in ("short", "full")]
    radio = {"type": "radio_buttons", "action_id": "length", "options": options, "initial_option": options[0]}
    (block,) = accept([{"type": "actions", "block_id": "b", "elements": [radio]}])
    message = workspace.post(harbour, workspace.bot.id, Draft("x", (block,)))
    place = interaction.state_key(mara, message)
    workspace.screens.touch(place, [block], ("b", "length"), "full")
    for who, held in ((mara, "full"), (workspace.people[1], "short")):
        granted = workspace.grants.response_url(harbour.id, who.id, message.ts)
        click = interaction.Click(message, block, block["elements"][0], "full")
        values = interaction.block_actions(workspace, who, click, (granted, ""))["state"]["values"]
        assert values["b"]["length"]["selected_option"]["value"] == held


def test_a_shortcut_from_anywhere_knows_no_channel(workspace: Workspace, mara: User) -> None:
    """There is a trigger, and nowhere to respond."""
    body = interaction.shortcut(workspace, mara, "report")
    assert set(body) == {
        "type", "callback_id", "trigger_id", "user", "team", "token", "action_ts", "is_enterprise_install",
        "enterprise",
    }  # fmt: skip
    assert (body["type"], body["callback_id"]) == ("shortcut", "report")


def test_a_modal_that_is_sent_carries_what_was_filled_in(workspace: Workspace, mara: User) -> None:
    """The view stands there as Slack returns it, with its state, and the trigger is one of that view."""
    view = workspace.screens.open(mara.id, accept_view(report_form(), "modal"))
    workspace.screens.touch(view.id, view.blocks, ("what", "text"), "the price")
    body = interaction.view_submission(workspace, view)
    assert set(body) == {
        "type", "team", "user", "api_app_id", "token", "trigger_id", "view", "response_urls", "is_enterprise_install",
        "enterprise",
    }  # fmt: skip
    assert filled(body)["what"]["text"] == {"type": "plain_text_input", "value": "the price"}
    assert workspace.grants.use_trigger(body["trigger_id"]).view == view.id


def test_a_click_in_a_view_names_the_view(workspace: Workspace, mara: User) -> None:
    """The container is the view; there is no channel and no response_url."""
    view = workspace.screens.open(mara.id, accept_view(report_form(), "modal"))
    block = view.blocks[-1]
    body = interaction.view_actions(workspace, view, (block, block["elements"][0]), None)
    assert body["container"] == {"type": "view", "view_id": view.id}
    assert {"channel", "response_url", "message"} & set(body) == set()
    assert body["actions"][0]["action_id"] == block["elements"][0]["action_id"]


def test_a_modal_that_was_closed_says_how(workspace: Workspace, mara: User) -> None:
    """is_cleared tells whether the whole stack went."""
    view = workspace.screens.open(mara.id, accept_view(report_form(), "modal"))
    closed = [interaction.view_closed(workspace, view, whole=whole) for whole in (True, False)]
    assert [(body["type"], body["is_cleared"]) for body in closed] == [("view_closed", True), ("view_closed", False)]


def filled(body: Json) -> Json:
    values: Json = body["view"]["state"]["values"]
    return values

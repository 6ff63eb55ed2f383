"""How does the app show modals and the Home tab, and what is refused?"""

import json
from dataclasses import replace
from typing import Any

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.server import Playground, Setup, running
from tests.playground.conftest import ROSTER
from tests.playground.methods.conftest import error_of
from tests.playground.request_log import RequestLog
from tests.playground.sample_blocks import evidence, field, home, plain, section, typed

Json = dict[str, Any]

# A view, and what Slack finds wrong with it.
BAD: dict[str, tuple[Json, str]] = {
    "no title": ({"type": "modal", "blocks": []}, "/view/title]"),
    "a title of 25": (evidence() | {"title": plain("x" * 25)}, "/view/title]"),
    "101 blocks": (evidence() | {"blocks": [section("x")] * 101}, "/view/blocks]"),
    "inputs and no way to send": (evidence() | {"blocks": [field("a", "A", typed("a"))]}, "/view]"),
    "a block for messages": (evidence() | {"blocks": [{"type": "markdown", "text": "x"}]}, "/view/blocks/0]"),
    "metadata of 3001": (evidence() | {"private_metadata": "x" * 3001}, "/view/private_metadata]"),
    "one block id twice": (evidence() | {"blocks": [section("x") | {"block_id": "a"}] * 2}, "/view/blocks/1/block_id]"),
    "two focuses": (
        evidence()
        | {
            "submit": plain("Go"),
            "blocks": [field(name, name, typed(name, focus_on_load=True)) for name in ("a", "b")],
        },
        "/view/blocks]",
    ),
    "a Home tab": (home(), "/view"),
}


async def test_a_modal_opens_once_for_a_trigger(client: AsyncWebClient, playground: Playground) -> None:
    """The answer is the view with its id and hash; the trigger is used up then, and not by a bad view."""
    trigger = playground.workspace.grants.trigger(playground.you.user.id)
    assert await error_of(client.views_open(trigger_id=trigger, view={})) == "invalid_arguments"
    opened = await client.views_open(trigger_id=trigger, view=evidence())
    assert opened["view"]["root_view_id"] == opened["view"]["id"]
    assert opened["view"]["hash"]
    assert await error_of(client.views_open(trigger_id=trigger, view=evidence())) == "exchanged_trigger_id"
    assert await error_of(client.views_open(trigger_id="1.2.3", view=evidence())) == "invalid_trigger_id"


async def test_a_push_needs_a_trigger_from_the_modal(client: AsyncWebClient, playground: Playground) -> None:
    """One from a command has nothing to stack on."""
    grants, you = playground.workspace.grants, playground.you.user.id
    opened = await client.views_open(trigger_id=grants.trigger(you), view=evidence())
    pushed = await client.views_push(trigger_id=grants.trigger(you, opened["view"]["id"]), view=evidence(2))
    assert pushed["view"]["previous_view_id"] == opened["view"]["id"]
    assert await error_of(client.views_push(trigger_id=grants.trigger(you), view=evidence(2))) == "not_found"


async def test_a_view_is_updated_by_either_id(client: AsyncWebClient, playground: Playground) -> None:
    """With an old hash it is not, and without an id neither."""
    trigger = playground.workspace.grants.trigger(playground.you.user.id)
    first = (await client.views_open(trigger_id=trigger, view=evidence() | {"external_id": "mine"}))["view"]
    view = evidence(2) | {"external_id": "mine"}
    second = (await client.views_update(view_id=first["id"], hash=first["hash"], view=view))["view"]
    third = (await client.views_update(external_id="mine", view=view))["view"]
    assert first["id"] == second["id"] == third["id"]
    late = client.views_update(view_id=first["id"], hash=first["hash"], view=view)
    assert await error_of(late) == "hash_conflict"
    assert await error_of(client.views_update(view_id="V404", view=view)) == "not_found"
    assert await error_of(client.api_call("views.update", json={"view": view})) == "invalid_arguments"


async def test_a_home_tab_is_published_for_one_person(client: AsyncWebClient, playground: Playground) -> None:
    """A modal is no Home tab, and somebody unknown has none."""
    you = playground.you.user.id
    shown = await client.views_publish(user_id=you, view=home())
    assert (shown["view"]["type"], list(playground.workspace.screens.homes)) == ("home", [you])
    assert await error_of(client.views_publish(user_id=you, view=evidence())) == "invalid_arguments"
    assert await error_of(client.views_publish(user_id="U404", view=home())) == "user_not_found"


async def test_an_app_without_a_home_tab_publishes_none() -> None:
    """As long as its manifest does not enable it."""
    async with running(RequestLog(), Setup(replace(ROSTER, has_home=False))) as playground:
        client = AsyncWebClient(token=playground.credentials.bot_token, base_url=playground.credentials.api_url)
        assert await error_of(client.views_publish(user_id=playground.you.user.id, view=home())) == "not_enabled"


async def test_a_view_may_come_as_text(client: AsyncWebClient, playground: Playground) -> None:
    """Slack takes a view that is written out as JSON; text that is none is refused."""
    sent = {"user_id": playground.you.user.id}
    assert (await client.api_call("views.publish", data=sent | {"view": json.dumps(home())}))["ok"]
    assert await error_of(client.api_call("views.publish", data=sent | {"view": "{"})) == "invalid_json"


async def test_what_is_wrong_with_a_view_is_told_with_its_place(client: AsyncWebClient, playground: Playground) -> None:
    """Each slip is one message with a pointer into the view."""
    trigger = playground.workspace.grants.trigger(playground.you.user.id)
    for name, (view, place) in BAD.items():
        with pytest.raises(SlackApiError) as refusal:
            await client.views_open(trigger_id=trigger, view=view)
        told = refusal.value.response["response_metadata"]["messages"]
        assert [message for message in told if place in message], name


async def test_a_view_may_be_too_large(client: AsyncWebClient, playground: Playground) -> None:
    """A hundred blocks within their own limits may be more than 250 kilobytes."""
    view = home() | {"blocks": [section("x" * 3000) for _ in range(100)]}
    assert await error_of(client.views_publish(user_id=playground.you.user.id, view=view)) == "view_too_large"

"""What can a person do with modals and the Home tab, with a real Bolt app at the other end?"""

from typing import Any

import pytest

from bot.playground.line import UndeliveredError
from bot.playground.refusal import RefusedError
from bot.playground.screen import Filled
from bot.playground.screens import View
from bot.playground.server import Playground, Setup, running
from tests.playground.conftest import OFFER, ROSTER
from tests.playground.request_log import RequestLog, saying
from tests.playground.sample_blocks import evidence, plain

Json = dict[str, Any]


def report(what: str) -> Filled:
    """A form that is filled in, but for what may be left out."""
    return {"fact": {"fact": "price"}, "what": {"text": what}, "kind": {"kind": "a figure"}}


def top(playground: Playground) -> View | None:
    return playground.workspace.screens.top(playground.you.user.id)


async def opened(playground: Playground) -> View:
    await playground.you.command("harbour", "/deal report")
    view = top(playground)
    assert view is not None
    return view


def title(playground: Playground) -> str | None:
    view = top(playground)
    return view.definition["title"]["text"] if view else None


async def told(playground: Playground, text: str) -> None:
    await playground.until(lambda message: message.draft.text == text)


async def test_a_command_opens_a_modal(playground: Playground) -> None:
    """With the trigger of the command, for the person who typed it alone."""
    view = await opened(playground)
    assert (view.user, view.definition["private_metadata"]) == (playground.you.user.id, "fact:price")
    assert playground.workspace.screens.stack(playground.people[1].user.id) == ()


async def test_a_shortcut_from_anywhere_opens_a_modal(playground: Playground) -> None:
    """With the trigger of the shortcut; one that the app does not have is refused."""
    await playground.you.start("report")
    assert title(playground) == "Report an error"
    with pytest.raises(RefusedError, match="no_such_shortcut"):
        await playground.you.start("count")


async def test_a_modal_that_is_accepted_closes(playground: Playground) -> None:
    """An empty ack takes the modal away."""
    view = await opened(playground)
    assert await playground.you.screen.submit(view.id, report("the name is wrong")) == {}
    assert top(playground) is None
    await told(playground, "Reported: the name is wrong")


async def test_slack_itself_asks_for_what_is_missing(playground: Playground) -> None:
    """Required fields and lengths are checked before the app hears of it, and the modal stays."""
    view = await opened(playground)
    faults = await playground.you.screen.submit(view.id, {"what": {"text": "hm"}})
    assert faults == {
        "fact": "Please complete this required field.",
        "what": "Please enter at least 5 characters.",
        "kind": "Please complete this required field.",
    }
    assert top(playground) == view


async def test_the_app_may_find_errors(playground: Playground) -> None:
    """They stand below the inputs, and what was filled in is still there."""
    view = await opened(playground)
    faults = await playground.you.screen.submit(view.id, report("nothing really"))
    assert faults == {"what": "Then there is nothing to report."}
    assert playground.workspace.screens.state(view.id, view.blocks)["what"]["text"]["value"] == "nothing really"


async def test_the_app_may_ask_on_and_then_clear_all(playground: Playground) -> None:
    """A push puts a modal on top, and a clear takes the whole stack away."""
    view = await opened(playground)
    await playground.you.screen.submit(view.id, report("the price"))
    sure = top(playground)
    assert sure is not None
    assert (title(playground), sure.previous) == ("Sure?", view.id)
    with pytest.raises(RefusedError, match="not_found"):
        await playground.you.screen.submit(view.id)
    await playground.you.screen.submit(sure.id)
    assert top(playground) is None


async def test_a_modal_that_the_app_fails_on_stays(playground: Playground) -> None:
    """The person is told, and may try again."""
    view = await opened(playground)
    with pytest.raises(UndeliveredError) as failure:
        await playground.you.screen.submit(view.id, report("crash it"))
    assert failure.value.status == 500
    assert top(playground) == view


async def test_the_app_hears_of_a_modal_that_is_left(playground: Playground) -> None:
    """Where it asked for it: once for each modal that goes, with whether the whole stack went."""
    await opened(playground)
    await playground.you.screen.close()
    await told(playground, "Not reported (cleared: False)")
    view = await opened(playground)
    await playground.you.screen.press(view, "Evidence")
    await playground.you.screen.close(whole=True)
    await told(playground, "Not reported (cleared: True)")
    assert top(playground) is None


async def test_buttons_in_modals_stack_three_and_no_more(playground: Playground) -> None:
    """Each push uses the trigger of a click in the modal on top; the fourth fails in the app."""
    await playground.you.start("report")
    for label in ("Evidence", "The source"):
        view = top(playground)
        assert view is not None
        await playground.you.screen.press(view, label)
    view = top(playground)
    assert view is not None
    assert (title(playground), len(playground.workspace.screens.stack(view.user))) == ("Evidence 3", 3)
    with pytest.raises(UndeliveredError):
        await playground.you.screen.press(view, "The source")


async def test_a_button_may_change_the_modal_it_is_in(playground: Playground) -> None:
    """views.update with the hash of the click keeps the place in the stack."""
    await playground.you.start("report")
    view = top(playground)
    assert view is not None
    await playground.you.screen.press(view, "Evidence")
    second = top(playground)
    assert second is not None
    await playground.you.screen.press(second, "Once more")
    assert (title(playground), len(playground.workspace.screens.stack(view.user))) == ("Once more", 2)


async def test_the_home_tab_is_published_when_it_is_opened(playground: Playground) -> None:
    """The event names the tab; a choice there goes to the app, which publishes anew with the hash it saw."""
    playground.you.open_app("home")
    await playground.delivery.settled()
    shown = playground.workspace.screens.homes[playground.you.user.id]
    await playground.you.screen.use(shown.id, ("settings", "length"), "full")
    fresh = playground.workspace.screens.homes[playground.you.user.id]
    assert fresh.blocks[3]["text"]["text"] == "Your answers are *full*."
    await playground.you.screen.press(fresh, "Evidence")
    assert title(playground) == "Evidence 1"


async def test_the_messages_tab_offers_prompts(playground: Playground) -> None:
    """They belong to the person's own line to the app, and follow where that person looks."""
    workspace, mara = playground.workspace, playground.you
    line = workspace.direct_messages(mara.user.id, workspace.bot.id)
    mara.open_app("messages")
    await playground.delivery.settled()
    assert workspace.agent.prompts[line.id].prompts[0] == ("Who buys?", "Who buys Lighthouse?")
    mara.look_at("tea")
    await playground.delivery.settled()
    assert workspace.agent.prompts[line.id].prompts[0][0] == f"About {workspace.channel('tea').id}"


async def test_nobody_uses_anothers_modal(playground: Playground) -> None:
    """It is not there for anybody else."""
    view = await opened(playground)
    with pytest.raises(RefusedError, match="not_found"):
        await playground.people[1].screen.submit(view.id)
    with pytest.raises(RefusedError, match="no_such_element"):
        await playground.you.screen.press(view, "Shave")


ANSWERS: dict[str, tuple[Json, str]] = {
    "no such action": ({"response_action": "applaud"}, "invalid_view_response"),
    "errors for no input": ({"response_action": "errors", "errors": {"buttons": "no"}}, "invalid_view_response"),
    "no errors": ({"response_action": "errors", "errors": {}}, "invalid_view_response"),
    "a view beyond the limits": ({"response_action": "update", "view": {"type": "modal"}}, "invalid_arguments"),
}


@pytest.mark.parametrize("name", ANSWERS)
async def test_an_answer_to_a_modal_that_slack_does_not_take_is_an_error(name: str) -> None:
    """The modal stays, and the error is named."""
    answer, error = ANSWERS[name]
    async with running(RequestLog([saying(**answer)]), Setup(ROSTER, OFFER)) as playground:
        view = playground.workspace.screens.open(playground.you.user.id, evidence() | {"submit": plain("Go")})
        with pytest.raises(RefusedError, match=error):
            await playground.you.screen.submit(view.id)
        assert top(playground) == view


async def test_an_answer_may_change_the_modal() -> None:
    """An update keeps the id and changes the rest."""
    answer = {"response_action": "update", "view": evidence(2)}
    async with running(RequestLog([saying(**answer)]), Setup(ROSTER, OFFER)) as stage:
        view = stage.workspace.screens.open(stage.you.user.id, evidence() | {"submit": plain("Go")})
        assert await stage.you.screen.submit(view.id) == {}
        fresh = stage.workspace.screens.find(view.id)
    assert fresh.definition["title"]["text"] == "Evidence 2"

"""How do modals stack, change and go, and what becomes of what was filled in?"""

import pytest

from bot.playground.blockcheck import accept_view
from bot.playground.message import Json
from bot.playground.refusal import RefusedError
from bot.playground.screens import Screens
from bot.playground.workspace import Workspace
from tests.playground.sample_blocks import evidence, home, plain, report_form

MARA = "U0PLAY0001"


@pytest.fixture
def screens(workspace: Workspace) -> Screens:
    return workspace.screens


def modal(**more: object) -> Json:
    return accept_view(evidence() | more, "modal")


def test_modals_stack_up_to_three(screens: Screens) -> None:
    """Each knows the one below it and the first; a fourth is refused."""
    first = screens.open(MARA, modal())
    second = screens.push(MARA, first.id, modal())
    third = screens.push(MARA, second.id, modal())
    assert (third.root, third.previous, screens.top(MARA)) == (first.id, second.id, third)
    with pytest.raises(RefusedError, match="push_limit_reached"):
        screens.push(MARA, third.id, modal())


def test_nothing_is_pushed_onto_nothing(screens: Screens) -> None:
    """A click that was not in an open modal has nothing to stack on."""
    with pytest.raises(RefusedError, match="not_found"):
        screens.push(MARA, None, modal())


def test_closing_goes_back_one_or_leaves_all(screens: Screens) -> None:
    """What is gone is told, the top first."""
    first = screens.open(MARA, modal())
    second = screens.push(MARA, first.id, modal())
    assert screens.close(MARA) == (second,)
    third = screens.push(MARA, first.id, modal())
    assert screens.close(MARA, whole=True) == (third, first)
    assert screens.top(MARA) is None


def test_a_view_is_found_by_its_id_and_by_the_apps(screens: Screens) -> None:
    """An external_id is good while no other view has it; what is closed is not found any more."""
    view = screens.open(MARA, modal(external_id="mine"))
    assert screens.find(view.id) == screens.find(None, "mine") == view
    with pytest.raises(RefusedError, match="duplicate_external_id"):
        screens.push(MARA, view.id, modal(external_id="mine"))
    screens.close(MARA)
    with pytest.raises(RefusedError, match="not_found"):
        screens.find(view.id)


def test_an_update_with_an_old_hash_is_refused(screens: Screens) -> None:
    """So that an answer that comes late does not undo a newer one; without a hash the last one wins."""
    view = screens.open(MARA, modal())
    fresh = screens.update(view, modal(title=plain("Anew")), view.hash)
    assert (fresh.id, screens.top(MARA)) == (view.id, fresh)
    with pytest.raises(RefusedError, match="hash_conflict"):
        screens.update(fresh, modal(), view.hash)
    assert screens.update(fresh, modal()).hash > fresh.hash


def test_each_person_has_a_home_tab(screens: Screens) -> None:
    """Publishing again changes the same view, and heeds the hash."""
    first = screens.publish(MARA, accept_view(home(), "home"))
    second = screens.publish(MARA, accept_view(home("full"), "home"), first.hash)
    assert (second.id, list(screens.homes)) == (first.id, [MARA])
    with pytest.raises(RefusedError, match="hash_conflict"):
        screens.publish(MARA, accept_view(home(), "home"), first.hash)


def test_what_was_filled_in_outlives_an_update(screens: Screens) -> None:
    """It stays where block and action ids are the same, and is forgotten with them."""
    view = screens.open(MARA, accept_view(report_form(), "modal"))
    screens.touch(view.id, view.blocks, ("what", "text"), "the price")
    kept = screens.update(view, accept_view(report_form(), "modal"))
    assert screens.state(kept.id, kept.blocks)["what"]["text"]["value"] == "the price"
    changed = screens.update(kept, modal())
    assert screens.state(changed.id, changed.blocks) == {}


def test_a_field_begins_with_what_the_app_put_there(screens: Screens) -> None:
    """Nobody has touched it yet: the state holds the initial option."""
    view = screens.publish(MARA, accept_view(home("full"), "home"))
    assert screens.state(view.id, view.blocks)["settings"]["length"]["selected_option"]["value"] == "full"


def test_whoever_listens_hears_whose_screen_changes(screens: Screens) -> None:
    """Until they do not want to any more."""
    heard: list[str] = []
    stop = screens.subscribe(heard.append)
    screens.publish(MARA, accept_view(home(), "home"))
    stop()
    screens.open(MARA, modal())
    assert heard == [MARA]

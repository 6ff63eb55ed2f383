"""Do modals and the Home tab do in a real browser what a person expects of them?"""

import pytest
from playwright.async_api import Page, expect

from bot.playground.server import Playground
from tests.playground.page.hands import NARROW, composer, enter, fits, modal

pytestmark = [pytest.mark.chromium, pytest.mark.asyncio(loop_scope="module")]

REPORT = "Report an error"


async def fill(page: Page, what: str) -> None:
    dialog = modal(page, REPORT)
    await dialog.get_by_label("Which fact?").select_option("Price")
    await dialog.get_by_label("What is wrong?").fill(what)
    await dialog.get_by_label("A name").check()


async def test_a_shortcut_opens_a_form_and_sends_it(page: Page) -> None:
    """From the menu of the box to the report that the app confirms."""
    await page.get_by_role("button", name="Shortcuts").click()
    await page.get_by_role("menuitem", name=REPORT).click()
    await expect(modal(page, REPORT)).to_be_visible()
    await fill(page, "the name is wrong")
    await modal(page, REPORT).get_by_label("Tell me").check()
    await modal(page, REPORT).get_by_role("button", name="Send").click()
    await expect(modal(page, REPORT)).to_be_hidden()
    await page.get_by_role("button", name="Beacon 1 new").click()
    await expect(page.locator(".message")).to_contain_text("Reported: the name is wrong")


async def test_a_form_is_filled_in_and_sent_by_keyboard(page: Page) -> None:
    """The focus begins in the first field and stays inside; Enter in a line of text sends."""
    await enter(page, "/deal report")
    dialog = modal(page, REPORT)
    await expect(dialog.get_by_label("Which fact?")).to_be_focused()
    for _ in range(12):
        await page.keyboard.press("Tab")
        assert await page.evaluate(
            "document.activeElement === document.body || !!document.activeElement.closest('dialog')"
        )
    await dialog.get_by_label("Which fact?").focus()
    await page.keyboard.press("P")
    await page.keyboard.press("Tab")
    await page.keyboard.type("wrong name")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Space")
    await dialog.get_by_label("Where is it said?").press("Enter")
    await expect(dialog).to_be_hidden()


async def test_what_is_missing_is_told_at_the_field(page: Page) -> None:
    """The first faulty field gets the focus, and what the app finds wrong stands there too."""
    await enter(page, "/deal report")
    dialog = modal(page, REPORT)
    await dialog.get_by_role("button", name="Send").click()
    await expect(dialog.get_by_role("alert").filter(has_text="Please complete")).to_have_count(3)
    await expect(dialog.get_by_label("Which fact?")).to_be_focused()
    await fill(page, "nothing at all")
    await dialog.get_by_role("button", name="Send").click()
    await expect(dialog.get_by_role("alert").filter(has_text="Then there is nothing to report.")).to_be_visible()
    await expect(dialog.get_by_label("What is wrong?")).to_have_value("nothing at all")
    await expect(dialog.get_by_label("What is wrong?")).to_have_attribute("aria-invalid", "true")


async def test_a_form_that_the_app_fails_on_says_so(page: Page) -> None:
    """It stays open with what was typed."""
    await enter(page, "/deal report")
    await fill(page, "crash please")
    dialog = modal(page, REPORT)
    await dialog.get_by_role("button", name="Send").click()
    await expect(dialog.get_by_role("alert").filter(has_text="We had some trouble connecting")).to_be_visible()
    await expect(dialog.get_by_label("What is wrong?")).to_have_value("crash please")


async def test_modals_stack_and_go_back(page: Page, stage: Playground) -> None:
    """Each knows how deep it is, Back and Escape lead one down with what was typed, and closing all leaves."""
    await enter(page, "/deal report")
    await fill(page, "some words")
    await modal(page, REPORT).get_by_role("button", name="Evidence").click()
    await modal(page, "Evidence 2").get_by_role("button", name="The source").click()
    await expect(modal(page, "Evidence 3")).to_contain_text("3 of 3")
    await modal(page, "Evidence 3").get_by_role("button", name="Back").click()
    await expect(modal(page, "Evidence 2")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(modal(page, REPORT).get_by_label("What is wrong?")).to_have_value("some words")
    await modal(page, REPORT).get_by_role("button", name="Evidence").click()
    await modal(page, "Evidence 2").get_by_role("button", name="Close all").click()
    await expect(page.get_by_role("dialog")).to_be_hidden()
    assert stage.workspace.screens.stack(stage.you.user.id) == ()


async def test_a_modal_changes_where_it_stands(page: Page) -> None:
    """An update keeps the focus at the button that asked for it."""
    await page.get_by_role("button", name="Beacon", exact=True).click()
    await page.get_by_role("link", name="Home").click()
    await page.get_by_role("button", name="Evidence").click()
    again = modal(page, "Evidence 1").get_by_role("button", name="Once more")
    await again.focus()
    await page.keyboard.press("Enter")
    await expect(modal(page, "Once more").get_by_role("button", name="Once more")).to_be_focused()


async def test_escape_closes_a_modal_and_gives_the_focus_back(page: Page) -> None:
    """The box has it again."""
    await enter(page, "/deal report")
    await expect(modal(page, REPORT)).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(modal(page, REPORT)).to_be_hidden()
    await expect(composer(page)).to_be_focused()


async def test_a_modal_survives_a_reload(page: Page) -> None:
    """It is the workspace that knows what is open."""
    await enter(page, "/deal report")
    await expect(modal(page, REPORT)).to_be_visible()
    await page.reload()
    await expect(modal(page, REPORT)).to_be_visible()


async def test_the_home_tab_is_shown_and_set(page: Page) -> None:
    """A choice there goes to the app, which publishes anew, and the keyboard can go on from where it was."""
    await page.get_by_role("button", name="Beacon", exact=True).click()
    await page.get_by_role("link", name="Home").click()
    home = page.get_by_role("region", name="Home")
    await expect(home).to_contain_text("Your answers are short.")
    await home.get_by_label("short").focus()
    await page.keyboard.press("ArrowDown")
    await expect(home).to_contain_text("Your answers are full.")
    await expect(home.get_by_label("full")).to_be_checked()
    await expect(home.get_by_label("full")).to_be_focused()
    await page.get_by_role("link", name="Messages").click()
    await expect(home).to_be_hidden()


async def test_a_narrow_window_shows_modals_and_the_home_tab_whole(page: Page) -> None:
    """Nothing runs over the edge, and the buttons of the form are in view."""
    await page.set_viewport_size(NARROW)
    await enter(page, "/deal report")
    await expect(modal(page, REPORT).get_by_role("button", name="Send")).to_be_in_viewport()
    assert await fits(page)
    await modal(page, REPORT).get_by_role("button", name="Cancel").click()
    await page.get_by_role("button", name="Channels").click()
    await page.get_by_role("navigation", name="Workspace").get_by_role("button", name="Beacon").click()
    await page.get_by_role("link", name="Home").click()
    await expect(page.get_by_role("region", name="Home")).to_contain_text("The deal at a glance")
    assert await fits(page)

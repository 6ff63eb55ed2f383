"""Does the panel of payloads show in a real browser what went back and forth, and make it fail?"""

import pytest
from playwright.async_api import Locator, Page, expect

from bot.playground.server import Playground
from tests.playground.page.hands import NARROW, enter, fits, private

pytestmark = [pytest.mark.chromium, pytest.mark.asyncio(loop_scope="module")]


def panel(page: Page) -> Locator:
    return page.get_by_role("region", name="Payloads")


def rows(page: Page) -> Locator:
    return panel(page).get_by_role("list", name="Requests").get_by_role("button")


async def test_payloads_are_shown_word_for_word(page: Page) -> None:
    """What was sent and what came back, newest first, behind a switch."""
    await enter(page, "/deal plain")
    await page.get_by_role("switch", name="Show raw payloads").check()
    row = rows(page).filter(has_text="/deal")
    await expect(row).to_contain_text("Slack → app")
    await row.click()
    await expect(panel(page)).to_contain_text('"command": "/deal"')
    await expect(panel(page)).to_contain_text("Only words")
    await page.get_by_role("button", name="Close payloads").click()
    await expect(panel(page)).to_be_hidden()


async def test_a_fault_is_planned_and_happens(page: Page) -> None:
    """The next call of the method fails, the app has to cope, and the panel says so."""
    await page.get_by_role("switch", name="Show raw payloads").check()
    await panel(page).get_by_label("Method").select_option("chat.postMessage")
    await panel(page).get_by_label("Fault").select_option("is_archived")
    await panel(page).get_by_role("button", name="Plan").click()
    await expect(panel(page).get_by_role("status")).to_contain_text("chat.postMessage: is_archived")
    await enter(page, "@Beacon who buys?")
    await expect(rows(page).filter(has_text="is_archived").first).to_contain_text("chat.postMessage")
    await expect(panel(page).get_by_role("status")).to_have_count(0)


async def test_a_plan_is_cleared(page: Page, stage: Playground) -> None:
    """Then everything works as before."""
    await page.get_by_role("switch", name="Show raw payloads").check()
    await panel(page).get_by_label("How many calls").fill("3")
    await panel(page).get_by_role("button", name="Plan").click()
    await panel(page).get_by_role("button", name="Clear").click()
    await expect(panel(page).get_by_role("status")).to_have_count(0)
    assert stage.faults.planned() == {}


async def test_payloads_fit_a_narrow_window(page: Page) -> None:
    """The channel stays in view above them."""
    await page.set_viewport_size(NARROW)
    await page.get_by_role("button", name="Channels").click()
    await page.get_by_role("switch", name="Show raw payloads").check()
    await enter(page, "/deal plain")
    await expect(private(page)).to_be_in_viewport()
    assert await fits(page)

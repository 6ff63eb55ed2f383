"""Does the conversation beside a channel do in a real browser what a person expects of it?"""

import pytest
from playwright.async_api import Locator, Page, expect

from bot.playground.server import Playground
from tests.playground.page.hands import NARROW, enter, fits

pytestmark = [pytest.mark.chromium, pytest.mark.asyncio(loop_scope="module")]


def pane(page: Page) -> Locator:
    return page.get_by_role("complementary", name="Conversation with Beacon")


def thread(page: Page) -> Locator:
    return page.get_by_role("complementary", name="Thread")


async def test_a_prompt_is_asked_and_answered_beside_the_channel(page: Page) -> None:
    """The question begins a thread, the answer stands there, and one can go on or back."""
    await page.get_by_role("button", name="Ask Beacon").click()
    await pane(page).get_by_role("button", name="Who buys?").click()
    await expect(thread(page).locator(".message").last).to_contain_text("You wrote: Who buys Lighthouse?")
    await thread(page).get_by_role("combobox").fill("and who sells?")
    await thread(page).get_by_role("combobox").press("Enter")
    await expect(thread(page).locator(".message").last).to_contain_text("You wrote: and who sells?")
    await thread(page).get_by_role("button", name="Back to the conversation").click()
    await expect(pane(page).get_by_role("button", name="3 replies")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(pane(page)).to_be_hidden()


async def test_the_app_hears_where_one_looks(page: Page, stage: Playground) -> None:
    """While its conversation is open, its prompts follow to another channel."""
    await page.get_by_role("button", name="Ask Beacon").click()
    await expect(pane(page).get_by_role("button", name="Price")).to_be_visible()
    tea = stage.workspace.channel("tea").id
    await page.evaluate("address => { location.hash = address; }", f"{tea}/app")
    await expect(pane(page).get_by_role("button", name=f"About {tea}")).to_be_visible()


async def test_the_conversation_fits_a_narrow_window(page: Page) -> None:
    """It stands in the place of the channel, and closing it leads back."""
    await page.set_viewport_size(NARROW)
    await page.get_by_role("button", name="Ask Beacon").click()
    await expect(pane(page).get_by_role("button", name="Who buys?")).to_be_in_viewport()
    await expect(page.get_by_role("main")).to_be_hidden()
    assert await fits(page)
    await pane(page).get_by_role("button", name="Close Beacon").click()
    await expect(page.get_by_role("main")).to_be_visible()


async def test_an_answer_that_is_being_written_shows_it(page: Page, stage: Playground) -> None:
    """The words so far have a cursor, which goes when the app stops."""
    await enter(page, "/deal stream")
    await page.get_by_role("button", name="1 reply").click()
    growing = thread(page).locator(".message").last
    await expect(growing.locator(".cursor")).to_be_visible()
    await expect(growing).to_contain_text("49 %")
    said = next(message for message in stage.workspace.messages.values() if message.is_reply)
    stage.workspace.streams.end(said)
    stage.workspace.edit(said, said.draft)
    await expect(growing.locator(".cursor")).to_have_count(0)


async def test_a_status_stands_under_its_thread(page: Page, stage: Playground) -> None:
    """In the channel and in the thread, until there is an answer."""
    said = stage.you.say("harbour", "why?")
    stage.workspace.agent.set_status(said, "is reading the sources…")
    status = page.get_by_role("status").filter(has_text="Beacon is reading the sources…")
    await expect(status).to_have_count(1)
    await page.locator(".message", has_text="why?").hover()
    await page.get_by_role("button", name="Reply in thread").click()
    await expect(status).to_have_count(2)
    stage.workspace.agent.set_status(said, "")
    await expect(status).to_have_count(0)


async def test_files_are_shown_and_kept(page: Page, stage: Playground) -> None:
    """A picture with its words, and anything else to download."""
    await enter(page, "/deal file")
    picture = page.get_by_role("img", name="One red dot")
    await expect(picture).to_be_visible()
    assert await picture.evaluate("image => image.decode().then(() => image.naturalWidth)") == 1
    async with page.expect_download() as download:
        await page.get_by_role("link", name="The table").click()
    assert (await (await download.value).path()).read_bytes() == b"a,b"
    assert len(stage.workspace.messages) == 1


async def test_feedback_is_given_and_an_answer_is_taken_back(page: Page) -> None:
    """Thumbs and the bin are buttons with names."""
    await enter(page, "/deal feedback")
    await page.get_by_role("button", name="Good").click()
    await expect(page.locator(".message").last).to_contain_text("You said +")
    await page.get_by_role("button", name="Remove").click()
    await expect(page.get_by_role("button", name="Good")).to_have_count(0)

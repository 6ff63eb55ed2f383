"""Does the bot itself work in the page, from the first command to the Home tab, in a real browser?"""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, expect
from starlette.types import ASGIApp

from bot.cli.serve import playground_setup
from bot.playground.server import BotCredentials, Playground, running
from bot.slack import Identity, create_app, http_app, open_connection
from tests.desks import desk_of
from tests.playground.page.hands import NARROW, WIDE, composer, enter, fits, modal, private
from tests.sample.records import Records

pytestmark = [pytest.mark.chromium, pytest.mark.asyncio(loop_scope="module")]

ASKED = "How much does Harbour Mills pay?"


@pytest_asyncio.fixture(loop_scope="module")
async def stage(tmp_path: Path) -> AsyncIterator[Playground]:
    """The local workspace as people get it, but with the sample deal."""
    desk = desk_of(Records(tmp_path))

    def bot(credentials: BotCredentials) -> ASGIApp:
        connection = open_connection(credentials.bot_token, credentials.api_url, Identity(credentials.bot_user_id))
        return http_app(create_app(desk, connection, credentials.signing_secret), connection)

    async with running(bot, playground_setup(desk, 0)) as playground:
        yield playground


@pytest_asyncio.fixture(loop_scope="module")
async def page(browser: Browser, stage: Playground) -> AsyncIterator[Page]:
    """The page in a wide window; a script error of any kind fails the test."""
    opened = await browser.new_page(viewport=WIDE)
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    await opened.goto(stage.url)
    await expect(composer(opened)).to_be_visible()
    yield opened
    await opened.close()
    assert faults == []


def labelled(place: Page | Locator, words: str) -> Locator:
    """The last button with these words on it; its name for screen readers may say more."""
    return place.get_by_role("button").filter(has_text=words).last


async def test_a_private_answer_leads_to_its_evidence_and_its_sources(page: Page) -> None:
    """Dialogs stack from the answer to the article and back, and Escape leaves them."""
    await enter(page, f"/deal ask {ASKED}")
    await expect(private(page)).to_contain_text("Only visible to you")
    await labelled(private(page), "Evidence").click()
    await expect(modal(page, "Evidence")).to_be_visible()
    await labelled(modal(page, "Evidence"), "About 0").click()
    await expect(modal(page, "Source")).to_contain_text("2 of 3")
    await page.keyboard.press("Escape")
    await expect(modal(page, "Evidence")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("dialog")).to_be_hidden()


async def test_an_answer_is_shared_with_the_channel(page: Page, stage: Playground) -> None:
    """The other person reads it, with who shared it."""
    await enter(page, f"/deal ask {ASKED}")
    await labelled(private(page), "Share to channel").click()
    await page.get_by_label("You are").select_option(stage.people[1].user.real_name)
    shared = page.locator(".message:not(.private)")
    await expect(shared).to_contain_text(f"@{stage.you.user.real_name}")


async def test_a_mention_is_answered_in_a_thread_that_goes_on(page: Page) -> None:
    """The follow-up needs a mention again, and knows what the thread is about."""
    await enter(page, f"@Dealcheck {ASKED}")
    await page.get_by_role("button", name="1 reply").click()
    thread = page.get_by_role("complementary", name="Thread")
    await thread.get_by_role("combobox").fill("@Dealcheck sources?")
    await thread.get_by_role("combobox").press("Enter")
    await expect(thread.locator(".message")).to_have_count(4)


async def test_a_message_is_checked_from_its_menu(page: Page, stage: Playground) -> None:
    """The verdict is for the person who asked."""
    stage.people[1].say("deal-desk", "Harbour Mills pays $9 billion.")
    message = page.locator(".message", has_text="$9 billion")
    await message.hover()
    await message.get_by_role("button", name="More actions").click()
    await page.get_by_role("menuitem", name="Check against sources").click()
    await expect(private(page)).to_contain_text("Checked against the sources")


async def test_the_home_tab_and_the_conversation_beside_a_channel_know_the_deal(page: Page) -> None:
    """The first leads to evidence, the second suggests what to ask and answers it."""
    await page.get_by_role("button", name="Dealcheck", exact=True).click()
    await page.get_by_role("link", name="Home").click()
    home = page.get_by_role("region", name="Home")
    await labelled(home, "Evidence").click()
    await expect(modal(page, "Evidence")).to_be_visible()
    await page.keyboard.press("Escape")
    await page.get_by_role("button", name="deal-desk", exact=True).click()
    await page.get_by_role("button", name="Ask Dealcheck").click()
    await page.get_by_role("complementary").locator(".prompt").first.click()
    await expect(page.get_by_role("complementary", name="Thread").locator(".message")).to_have_count(2)


async def test_everything_is_done_by_keyboard(page: Page) -> None:
    """From the command over its buttons into a dialog and out again, without a mouse."""
    await composer(page).press_sequentially("/deal dis")
    await page.keyboard.press("Enter")
    await page.keyboard.press("Enter")
    evidence = labelled(private(page), "Evidence")
    await evidence.focus()
    await page.keyboard.press("Enter")
    await expect(modal(page, "Evidence").locator(":focus")).to_have_count(1)
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("dialog")).to_be_hidden()
    await expect(evidence).to_be_focused()


@pytest.mark.parametrize("command", ["summary", "timeline", "disagreements", "sources", "help"])
async def test_long_answers_fit_a_narrow_window(command: str, page: Page) -> None:
    """Nothing runs over the edge."""
    await page.set_viewport_size(NARROW)
    await enter(page, f"/deal {command}")
    await expect(private(page).first).to_be_visible()
    assert await fits(page)
    assert await page.locator("#log").evaluate("log => log.scrollWidth <= log.clientWidth")

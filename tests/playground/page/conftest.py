"""Which browser and which workspace do the tests of the page run in?"""

from collections.abc import AsyncIterator

import pytest_asyncio
from playwright.async_api import Browser, Page, async_playwright, expect

from bot.playground.server import Playground, Setup, running
from tests.playground.conftest import OFFER, ROSTER
from tests.playground.page.hands import WIDE
from tests.playground.sample_bot import sample_bot

ARGUMENTS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def browser(chromium: str) -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        started = await playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield started
        await started.close()


@pytest_asyncio.fixture(loop_scope="module")
async def stage() -> AsyncIterator[Playground]:
    async with running(sample_bot, Setup(ROSTER, OFFER)) as playground:
        yield playground


@pytest_asyncio.fixture(loop_scope="module")
async def page(browser: Browser, stage: Playground) -> AsyncIterator[Page]:
    """The page in a wide window; a script error of any kind fails the test."""
    opened = await browser.new_page(viewport=WIDE)
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda line: faults.append(line.text) if line.type == "error" else None)
    await opened.goto(stage.url)
    await expect(opened.get_by_role("heading", name="Welcome to #harbour")).to_be_visible()
    yield opened
    await opened.close()
    assert faults == []

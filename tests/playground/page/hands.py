"""What do the tests in the browser do with the page, as a person would?"""

from typing import Any

from playwright.async_api import Locator, Page, ViewportSize

from bot.playground.blockcheck import accept
from bot.playground.message import Draft, Message
from bot.playground.server import Playground

WIDE, NARROW = ViewportSize(width=1280, height=800), ViewportSize(width=390, height=800)


def composer(page: Page) -> Locator:
    return page.get_by_role("combobox", name="Message")


def offers(page: Page, selected: bool | None = None) -> Locator:
    return page.get_by_role("listbox", name="Suggestions").get_by_role("option", selected=selected)


def private(page: Page) -> Locator:
    return page.locator(".message.private")


def modal(page: Page, title: str) -> Locator:
    return page.get_by_role("dialog", name=title)


async def enter(page: Page, text: str) -> None:
    await composer(page).fill(text)
    await composer(page).press("Enter")


def say(stage: Playground, text: str = "", blocks: list[dict[str, Any]] | None = None) -> Message:
    workspace = stage.workspace
    return workspace.post(workspace.channel("harbour"), workspace.bot.id, Draft(text, accept(blocks or [])))


async def fits(page: Page) -> bool:
    """Whether nothing runs over the edge of the window."""
    return bool(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"))

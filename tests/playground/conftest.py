"""Which workspace do the playground's tests run in?"""

from collections.abc import AsyncIterator

import pytest

from bot.playground.roster import Roster, furnish
from bot.playground.server import Playground, Setup, running
from bot.playground.snapshot import CommandHint, Example, Offer, ShortcutHint
from bot.playground.workspace import Workspace
from tests.playground.sample_bot import sample_bot

ROSTER = Roster(
    bot_name="Beacon",
    people=("Mara Quay", "Otto Pier"),
    channels=(("harbour", "All about the harbour deal"), ("tea", "")),
)
OFFER = Offer(
    welcome="Ask Beacon about the harbour deal.",
    commands=(
        CommandHint("/deal summary", "", "The deal in short"),
        CommandHint("/deal plain", "", "Only words"),
        CommandHint("/deal ask", "QUESTION", "An answer to a question"),
    ),
    examples=(
        Example("/deal summary", "The deal in short"),
        Example("@Beacon who buys?", "Ask in your own words"),
    ),
    shortcuts=(
        ShortcutHint("count", "Count the words", "How many words the message has"),
        ShortcutHint("fail", "Fail", "What happens when a shortcut fails"),
    ),
    everywhere=(ShortcutHint("report", "Report an error", "What is wrong in the records"),),
)


class Watch:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = 1_750_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def workspace(watch: Watch) -> Workspace:
    return furnish(ROSTER, watch)


@pytest.fixture
async def playground() -> AsyncIterator[Playground]:
    async with running(sample_bot, Setup(ROSTER, OFFER, retry_after=(0.0, 0.0, 0.0))) as started:
        yield started

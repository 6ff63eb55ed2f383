"""Are judgements and reports kept, once for each person and answer, and confirmed to whoever gave them?"""

from __future__ import annotations

import contextlib
import json
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.blocks.forms import SAID_IN, WHY, WRONG
from bot.desk import Desk
from bot.journal import Journal, read_opinions, read_reports
from bot.playground.screen import Filled
from bot.playground.screens import View
from tests.slack.office import Office, labels, opened

ASKED = "How much does Harbour Mills pay?"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.db"


@pytest.fixture
def journal(path: Path) -> Iterator[Journal]:
    with contextlib.closing(Journal(path).open()) as journal:
        yield journal


@pytest.fixture
async def kept(desk: Desk, journal: Journal) -> AsyncIterator[Office]:
    async with opened(desk, journal) as office:
        yield office


def dialog(office: Office) -> View:
    """The dialog that the person sees."""
    view = office.playground.workspace.screens.top(office.playground.you.user.id)
    assert view is not None
    return view


def words(view: View) -> str:
    return json.dumps(list(view.blocks), ensure_ascii=False)


def judged(journal: Journal, path: Path) -> list[tuple[str, bool, str]]:
    """What was kept: the fact, whether the answer was helpful, and why not."""
    journal.close()
    return [(item.about.partition(" ")[0], item.helpful, item.reason) for item in read_opinions(path)]


async def test_thumbs_stand_under_answers_that_last(kept: Office, journal: Journal, path: Path) -> None:
    """In a direct message and in a thread a press is noted and thanked for; a private answer has it in its menu."""
    for answer in (await kept.reply(ASKED, kept.direct), await kept.reply(f"@Beacon {ASKED}")):
        await kept.choose(answer, "Helpful")
        assert kept.ours()[-1].draft.text == "Thank you, noted: helpful."
        assert kept.ours()[-1].is_ephemeral
    private = await kept.command(f"/deal {ASKED}")
    assert "context_actions" not in [block["type"] for block in private.draft.blocks]
    await kept.choose(private, "Helpful")
    assert judged(journal, path) == [("amount", True, "")]


async def test_the_last_opinion_counts_with_its_reason(kept: Office, journal: Journal, path: Path) -> None:
    """Who changes their mind is believed, and is asked why."""
    answer = await kept.reply(ASKED, kept.direct)
    await kept.choose(answer, "Helpful")
    await kept.choose(answer, "Not helpful")
    await kept.playground.you.screen.submit(dialog(kept).id, {WHY: {WHY: "hard-to-read"}})
    assert "Your reason is noted." in words(dialog(kept))
    assert judged(journal, path) == [("amount", False, "hard-to-read")]


async def test_a_report_is_kept_and_has_a_reference(kept: Office, journal: Journal, path: Path) -> None:
    """The form knows the fact; what was sent is confirmed with the reference under which curators find it."""
    await kept.choose(await kept.command(f"/deal {ASKED}"), "Report an error")
    form = dialog(kept).id
    faults = await kept.playground.you.screen.submit(
        form, {WRONG: {WRONG: "It is $3 billion."}, SAID_IN: {SAID_IN: "somewhere"}}
    )
    assert faults == {SAID_IN: "Name a source by its number or name, or give the address where it is said."}
    assert await kept.playground.you.screen.submit(form, {SAID_IN: {SAID_IN: "011, second paragraph"}}) == {}
    confirmed = words(dialog(kept))
    journal.close()
    (report,) = read_reports(path)
    assert report.reference in confirmed
    assert (report.fact, report.wrong, report.said_in) == ("amount", "It is $3 billion.", "011, second paragraph")


async def test_nobody_is_told_that_a_report_is_kept_where_nothing_can_be(desk: Desk, tmp_path: Path) -> None:
    """Where the file cannot be written, who reports an error is asked to tell it in another way."""
    (tmp_path / "state").write_text("in the way")
    with contextlib.closing(Journal(tmp_path / "state" / "journal.db").open()) as journal:
        async with opened(desk, journal) as office:
            await office.choose(await office.command(f"/deal {ASKED}"), "Report an error")
            filled: Filled = {WRONG: {WRONG: "It is $3 billion."}, SAID_IN: {SAID_IN: "011"}}
            assert await office.playground.you.screen.submit(dialog(office).id, filled) == {}
            assert "may be lost" in words(dialog(office))


async def test_what_has_no_fact_is_not_judged(kept: Office) -> None:
    """Guidance has neither thumbs nor menu."""
    start = await kept.reply("@Beacon")
    assert {block["type"] for block in start.draft.blocks} <= {"header", "section", "context", "actions"}
    assert labels(start) == [ASKED]

"""Which offices and stages do the tests of the Slack edge open?"""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.desk import Desk
from tests.desks import desk_of
from tests.sample.records import Records, language
from tests.slack.office import BrokenDesk, Office, opened
from tests.slack.stage import Stage, staged


@pytest.fixture
def records(tmp_path: Path) -> Records:
    return Records(tmp_path)


@pytest.fixture
def desk(records: Records) -> Desk:
    return desk_of(records)


@pytest.fixture
async def office(desk: Desk) -> AsyncIterator[Office]:
    async with opened(desk) as office:
        yield office


@pytest.fixture
async def broken(records: Records) -> AsyncIterator[Office]:
    """An office whose bot has a mistake of ours in it."""
    async with opened(BrokenDesk(records.store(), language())) as office:
        yield office


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async with staged() as stage:
        yield stage

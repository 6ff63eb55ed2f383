"""Which Slack do the tests of the checkup ask? One on a free port that says what a test lets it say."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.checkup.reception import Reception, opened
from tests.desks import desk_of
from tests.sample.records import Records
from tests.slack import office as offices


@pytest.fixture
async def reception() -> AsyncIterator[Reception]:
    async with opened() as reception:
        yield reception


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[offices.Office]:
    """The local workspace, with a bot in it."""
    async with offices.opened(desk_of(Records(tmp_path))) as office:
        yield office

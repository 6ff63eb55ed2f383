"""Which records do the tests of blocks ask?"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sample.records import Records


@pytest.fixture
def records(tmp_path: Path) -> Records:
    return Records(tmp_path)

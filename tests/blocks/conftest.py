"""Which records do the tests of blocks ask?"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.blocks.slack_schema import SlackSchema, made_schema
from tests.sample.records import Records


@pytest.fixture
def records(tmp_path: Path) -> Records:
    return Records(tmp_path)


@pytest.fixture(scope="session")
def slack_schema(node: str, slack_types: Path) -> SlackSchema:
    """The JSON Schema of Slack's own types."""
    return made_schema(node, slack_types)

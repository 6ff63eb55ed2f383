"""Which readers do the tests of values use, and how are values drawn?

The readers are made of the package's own words, read once. What is drawn is the same in every run, so that a failure
is everybody's; `--hypothesis-profile` names another way, to search further. A slow machine is no failure.
"""

from __future__ import annotations

import pytest
from hypothesis import settings

from bot.store import Language, read_language
from bot.value import DateReader, QuantityReader


def pytest_configure(config: pytest.Config) -> None:
    settings.register_profile("repeatable", deadline=None, derandomize=True)
    settings.register_profile("thorough", deadline=None, max_examples=3000)
    settings.load_profile(config.getoption("--hypothesis-profile", None) or "repeatable")


@pytest.fixture(scope="session")
def language() -> Language:
    return read_language()


@pytest.fixture(scope="session")
def quantities(language: Language) -> QuantityReader:
    return language.quantities


@pytest.fixture(scope="session")
def dates(language: Language) -> DateReader:
    return language.dates

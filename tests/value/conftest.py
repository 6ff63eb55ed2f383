"""Which readers do the tests of values use? Those made of the package's own words, read once."""

from __future__ import annotations

import pytest

from bot.store import Language, read_language
from bot.value import DateReader, QuantityReader


@pytest.fixture(scope="session")
def language() -> Language:
    return read_language()


@pytest.fixture(scope="session")
def quantities(language: Language) -> QuantityReader:
    return language.quantities


@pytest.fixture(scope="session")
def dates(language: Language) -> DateReader:
    return language.dates

"""Which readers do the tests of pairing use? Those of the package's own words."""

from __future__ import annotations

import pytest

from bot.pairing import Pairer
from bot.pairing.vocabulary import Vocabulary
from bot.store import Language, read_language


@pytest.fixture(scope="session")
def language() -> Language:
    return read_language()


@pytest.fixture(scope="session")
def vocabulary(language: Language) -> Vocabulary:
    return Vocabulary(language.words.pairs)


@pytest.fixture(scope="session")
def pairer(language: Language) -> Pairer:
    return Pairer(language)

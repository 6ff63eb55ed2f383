"""Which words does the package itself bring? Reads `words.yaml` and builds the readers that need it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pydantic import ValidationError

from bot.problem import StoreError
from bot.record import Words
from bot.store.marked import read_marked
from bot.store.schema import schema_problems
from bot.value import DateReader, Months, QuantityReader

_WORDS = Path(__file__).parents[1] / "words.yaml"


@dataclass(frozen=True)
class Language:
    """The deal-independent words and the readers made of them."""

    words: Words

    @cached_property
    def quantities(self) -> QuantityReader:
        """The reader of figures."""
        return QuantityReader(self.words.numbers, Months(self.words.dates))

    @cached_property
    def dates(self) -> DateReader:
        """The reader of dates."""
        return DateReader(self.words.dates)


def read_language(path: Path = _WORDS) -> Language:
    """Read `words.yaml`. Raises StoreError with every problem."""
    marked = read_marked(path)
    if marked.problems:
        raise StoreError(marked.problems)
    try:
        return Language(Words.model_validate(marked.data))
    except ValidationError as error:
        raise StoreError(schema_problems(error, marked, ())) from None

"""Is something told as done, or as certain, that the sources only expect, or only hold possible?"""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.fact import Fact
from bot.record import Modality, Words

_OPEN = (Modality.FORECAST, Modality.SPECULATION)


class Forecasts:
    """Tells what has happened from what is expected, by the words of a text."""

    def __init__(self, words: Words) -> None:
        self._done = _any_of(words.statements.done)
        self._open = _any_of(
            (*words.statements.ahead, *(said for kind in _OPEN for said in words.language.modal[kind]))
        )

    def told_as_done(self, text: str, fact: Fact) -> bool:
        """True where all sources only expect what a text tells as past, and the text has no word for that.

        What they only hold possible may not be told as it is, either.
        """
        kinds = {claim.modality for claim in fact.all_claims}
        if not kinds or not kinds <= set(_OPEN) or self._open.search(text):
            return False
        return kinds == {Modality.SPECULATION} or self._done.search(text) is not None


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    either = "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))
    return re.compile(rf"\b(?:{either})\b", re.IGNORECASE)

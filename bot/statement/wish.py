"""Does a clause only say that somebody wants what a fact is about?"""

from __future__ import annotations

import re
from functools import cache

from bot.fact import Fact
from bot.record import Modality, Words

_MERELY = (Modality.SPECULATION, Modality.QUESTION)


class Wishes:
    """Tells wishes from what happens: who hopes to become the head of a company is not said to be it."""

    def __init__(self, words: Words) -> None:
        either = "|".join(re.escape(phrase) for phrase in sorted(words.statements.wishes, key=len, reverse=True))
        self._wish = re.compile(rf"\b(?:{either})\b", re.IGNORECASE)
        self._told = cache(self._is_of_wishes)

    def only_wished(self, text: str, fact: Fact) -> bool:
        """True where a text holds a wish, and neither the fact nor what the sources say of it is one."""
        return self._wish.search(text) is not None and not self._told(fact.says, _quotes(fact)) and not _is_open(fact)

    def _is_of_wishes(self, says: str, quotes: tuple[str, ...]) -> bool:
        return any(self._wish.search(text) for text in (says, *quotes))


def _quotes(fact: Fact) -> tuple[str, ...]:
    return tuple(claim.citation.quote for claim in fact.all_claims)


def _is_open(fact: Fact) -> bool:
    """Terms are wished for before they are settled, and what may be may be wanted."""
    return fact.term or any(claim.modality in _MERELY for claim in fact.all_claims)

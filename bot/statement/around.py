"""Do the words right beside a figure tell what it is a figure of?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.fact import Fact
from bot.terms import stem

VALUE = "{value}"
_WORD = re.compile(r"[^\W_]+")
_END = re.compile(r"[,;:()]")  # what stands beyond belongs to something else
_ARTICLES = frozenset({"a", "an", "the"})

Sides = tuple[tuple[str, ...], tuple[str, ...]]


class Surroundings:
    """The words around the values of facts, such as "for" before a price."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._sides = {fact.id: tuple(_sides(*phrase.split(VALUE)) for phrase in fact.around) for fact in facts}

    def tell(self, fact: str, before: str, behind: str) -> bool:
        """True where what stands before and behind a figure is what a fact's values have there."""
        left, right = _sides(_END.split(before)[-1], _END.split(behind)[0])
        return any(_ends(left, own) and right[: len(other)] == other for own, other in self._sides[fact])


def _ends(words: Sequence[str], with_these: Sequence[str]) -> bool:
    return tuple(words[len(words) - len(with_these) :]) == tuple(with_these)


def _sides(before: str, behind: str) -> Sides:
    return _words(before), _words(behind)


def _words(text: str) -> tuple[str, ...]:
    return tuple(stem(word) for word in _WORD.findall(text.casefold()) if word not in _ARTICLES)

"""Where does a word or phrase stand in a text, as whole words?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from bot.article import normalise

_NOT_INSIDE_WORD = r"(?<!\w)(?<!\w-)"
_NOT_BEFORE_WORD = r"(?!\w)(?!-\w)"
_NOT_INSIDE_FIGURE = r"(?<!\w)(?<!\d[.,])"
_NOT_BEFORE_FIGURE = r"(?!\w)(?![.,]\d)"


@dataclass(frozen=True, order=True)
class Span:
    """A part of a text: from character `start` up to `end`, which is excluded."""

    start: int
    end: int

    def within(self, other: Span) -> bool:
        return other.start <= self.start and self.end <= other.end

    def meets(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


def find(phrase: str, text: str) -> list[Span]:
    """Every place where `phrase` stands in the normalised `text`; a hyphenated word is one word."""
    if _plain(phrase) not in text:
        return []  # most phrases stand nowhere, and this is ten times as fast as the pattern
    return [Span(*match.span()) for match in _whole_words(phrase).finditer(text)]


def find_any(phrases: Iterable[str], text: str) -> list[tuple[str, Span]]:
    """Every place of any of `phrases`, in order."""
    found = [(phrase, span) for phrase in phrases for span in find(phrase, text)]
    return sorted(found, key=lambda hit: hit[1])


def find_quote(quote: str, text: str) -> list[Span]:
    """Every place of a normalised quote that cuts neither a word nor a figure; it may end at a hyphen."""
    pattern = _edges(re.escape(quote), quote, _NOT_INSIDE_FIGURE, _NOT_BEFORE_FIGURE)
    overlapping = re.finditer(f"(?=({pattern}))", text)
    return [Span(*match.span(1)) for match in overlapping]


def words(text: str) -> list[str]:
    """The words of a text; a hyphenated word is one, an amount with its sign too."""
    return [word for word in normalise(text).split(" ") if any(character.isalnum() for character in word)]


@cache
def _plain(phrase: str) -> str:
    return normalise(phrase)


@cache
def _whole_words(phrase: str) -> re.Pattern[str]:
    plain = _plain(phrase)
    return re.compile(_edges(re.escape(plain), plain, _NOT_INSIDE_WORD, _NOT_BEFORE_WORD))


def _edges(pattern: str, plain: str, before: str, behind: str) -> str:
    """Guard the ends that are letters or digits; a phrase that ends in a sign needs no guard there."""
    head = before if plain[:1].isalnum() else ""
    tail = behind if plain[-1:].isalnum() else ""
    return f"{head}{pattern}{tail}"

"""Of which words, figures and signs does a text consist, and where do known phrases stand in it?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

# A narrow or no-break space may part thousands; a plain one may as well part two figures.
_TOKEN = re.compile(
    r"\d+(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?:\.\d+)?"
    r"|\d+(?:\.\d+)?|\.\d+|[^\W\d_]+(?:['’][^\W\d_]+)?|\S"
)
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_HYPHENS = frozenset("-‐‑")
_T = TypeVar("_T")


@dataclass(frozen=True)
class Token:
    """A word, figure or sign in lower case, and where it stands."""

    text: str
    start: int
    end: int

    @property
    def is_figure(self) -> bool:
        """True for digits, with or without separators."""
        return self.text[-1].isdecimal()

    @property
    def is_word(self) -> bool:
        """True for letters."""
        return self.text[0].isalpha()


_NOTHING = Token(" ", 0, 0)


class Tokens:
    """A text in tokens; a place beyond its ends holds nothing, so that a grammar may look ahead freely."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = tuple(Token(hit[0], hit.start(), hit.end()) for hit in _TOKEN.finditer(folded(text)))

    def __len__(self) -> int:
        return len(self._tokens)

    def __getitem__(self, place: int) -> Token:
        return self._tokens[place] if 0 <= place < len(self._tokens) else _NOTHING

    def word(self, place: int) -> str:
        """The word at `place`, or nothing where something else stands there."""
        return self[place].text if self[place].is_word else ""

    def is_dash(self, place: int) -> bool:
        """True where a hyphen or dash of any kind stands."""
        return self[place].text == "-"

    def is_hyphen(self, place: int) -> bool:
        """True for the dash that joins words; the longer ones part them."""
        return self.is_dash(place) and self._text[self[place].start] in _HYPHENS

    def touching(self, place: int) -> bool:
        """True where nothing stands between this token and the one before it."""
        return 0 < place < len(self) and self[place].start == self[place - 1].end

    def between(self, first: int, last: int) -> str:
        """The text from token `first` to token `last`, as written."""
        return self._text[self[first].start : self[last].end]


class Phrases(Generic[_T]):
    """A table of phrases, looked up where they begin or end in a text; of several, the longest is found."""

    def __init__(self, table: Mapping[str, _T]) -> None:
        phrases = sorted(((_words(phrase), meaning) for phrase, meaning in table.items()), key=_longest_first)
        self._by_first: dict[str, list[tuple[tuple[str, ...], _T]]] = {}
        self._by_last: dict[str, list[tuple[tuple[str, ...], _T]]] = {}
        for phrase, meaning in phrases:
            self._by_first.setdefault(phrase[0], []).append((phrase, meaning))
            self._by_last.setdefault(phrase[-1], []).append((phrase, meaning))

    def at(self, tokens: Tokens, place: int) -> tuple[_T, int] | None:
        """The meaning and the length of the phrase that begins at `place`."""
        for phrase, meaning in self._by_first.get(tokens[place].text, ()):
            if _stands(phrase, tokens, place):
                return meaning, len(phrase)
        return None

    def before(self, tokens: Tokens, place: int) -> tuple[_T, int] | None:
        """The meaning and the length of the phrase that ends just before `place`."""
        for phrase, meaning in self._by_last.get(tokens[place - 1].text, ()):
            if _stands(phrase, tokens, place - len(phrase)):
                return meaning, len(phrase)
        return None


def folded(text: str) -> str:
    """The text in lower case with one kind of dash, character by character, so that places stay what they were."""
    lowered = (low if len(low := letter.lower()) == 1 else letter for letter in text)
    return "".join(lowered).translate(_DASHES)


def _words(phrase: str) -> tuple[str, ...]:
    return tuple(hit[0] for hit in _TOKEN.finditer(folded(phrase)))


def _longest_first(entry: tuple[tuple[str, ...], object]) -> int:
    return -len(entry[0])


def _stands(phrase: tuple[str, ...], tokens: Tokens, place: int) -> bool:
    return all(tokens[place + offset].text == word for offset, word in enumerate(phrase))

"""Where in a text stand its words, its figures and its dates?"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from bot.value import Found, FoundDate
from bot.value.tokens import Phrases, Tokens


@dataclass(frozen=True)
class Span:
    """Tokens from `first` up to and without `end`."""

    first: int
    end: int

    @property
    def places(self) -> range:
        """The places of its tokens."""
        return range(self.first, self.end)


@dataclass(frozen=True)
class Page:
    """A text with what was read from it."""

    tokens: Tokens
    figures: tuple[Found, ...]
    dates: tuple[FoundDate, ...]

    def span(self, found: Found | FoundDate) -> Span:
        """The tokens of a figure or a date."""
        return Span(bisect_left(self._starts, found.start), bisect_left(self._starts, found.end))

    def words(self, span: Span) -> list[str]:
        """The words of a span as written, without those of figures and dates."""
        return [self.tokens.between(place, place) for place in span.places if self.is_free(place)]

    def is_free(self, place: int) -> bool:
        """True for a word that belongs to no figure and no date."""
        return bool(self.tokens.word(place)) and place not in self._taken

    def is_dated(self, place: int) -> bool:
        """True for a token of a date."""
        return place in self._dated

    def opens(self, place: int) -> bool:
        """True for the first token of a sentence."""
        return any(place == sentence.first for sentence in self.sentences)

    def behind_joint(self, place: int) -> int:
        """The place of the next word of a noun: over hyphens and what they join ("Covid-19 cases")."""
        while self.tokens.is_dash(place) or (self.tokens[place].is_figure and self.tokens.is_dash(place - 1)):
            place += 1
        return place

    def behind(self, place: int, passed: Callable[[str], bool]) -> int:
        """The next place whose word is not `passed` over."""
        while self.tokens.word(place) and passed(self.tokens.word(place)):
            place += 1
        return place

    def holds(self, phrases: Phrases[bool], span: Span) -> bool:
        """True where one of `phrases` begins in a span, outside its figures and dates."""
        return any(self.is_free(place) and phrases.at(self.tokens, place) for place in span.places)

    def dates_in(self, span: Span) -> list[FoundDate]:
        """The dates that begin in a span."""
        return [date for date in self.dates if span.first <= self.span(date).first < span.end]

    def nearest(self, dates: Sequence[FoundDate], found: Found) -> Sequence[FoundDate]:
        """The one of `dates` that stands nearest to a figure."""
        return sorted(dates, key=lambda date: max(date.start - found.end, found.start - date.end))[:1]

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences in order."""
        ends = [place + 1 for place in range(len(self.tokens)) if self._ends(place)]
        borders = [0, *ends, len(self.tokens)]
        return tuple(Span(first, end) for first, end in pairwise(borders) if first < end)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(self.tokens[place].start for place in range(len(self.tokens)))

    @cached_property
    def _taken(self) -> frozenset[int]:
        return frozenset(place for found in self.figures for place in self.span(found).places) | self._dated

    @cached_property
    def _dated(self) -> frozenset[int]:
        return frozenset(place for date in self.dates for place in self.span(date).places)

    def _ends(self, place: int) -> bool:
        """True for a stop before a capital letter; the points of initials ("U.S. Steel") end nothing."""
        if self.tokens[place].text not in _STOPS:
            return False
        behind = place + 1
        while self.tokens[behind].text in _QUOTES:
            behind += 1
        before = self.tokens[place - 1]
        initial = self.tokens.touching(place) and before.is_word and len(before.text) == 1
        return not initial and self.tokens.between(behind, behind)[:1].isupper()


_STOPS = frozenset(".!?;")
_QUOTES = frozenset("\"'`“‘(")

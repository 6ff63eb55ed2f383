"""Where does a figure hold, and in which member of a series? "On Metacritic", "in the second season"."""

from __future__ import annotations

from collections.abc import Iterator

from bot.pairing.page import Page, Span
from bot.pairing.vocabulary import Vocabulary
from bot.record import PairWords

Member = tuple[str, int]  # a noun and the number of one of its kind: ("season", 2)
_ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})


class SettingReader:
    """Reads names behind prepositions, and members of a series."""

    def __init__(self, words: PairWords, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._prepositions = frozenset(words.where)
        self._everywhere = vocabulary.keys(words.everywhere)
        self._joints = frozenset(words.name_joints)
        self._ordinals = {word: number for number, word in enumerate(words.series, 1)}

    def where(self, page: Page, span: Span) -> frozenset[str]:
        """The keys of the names that a span says something is in, on or at; "worldwide" is a place too."""
        named = (word for place in span.places for word in self._name_behind(page, place, span.end))
        return self._vocabulary.keys(named) | self._vocabulary.keys(page.words(span)) & self._everywhere

    def members(self, page: Page, span: Span) -> frozenset[Member]:
        """The members of series that a span speaks of: "the first season", "Season 1", "the 1st season"."""
        return frozenset(member for place in span.places for member in self._member_at(page, place))

    def _name_behind(self, page: Page, place: int, end: int) -> Iterator[str]:
        """The capitalised words behind a preposition, over "the", and over "of" and "and" inside a name."""
        if page.tokens.word(place) not in self._prepositions:
            return
        place += 1
        while place < end and page.is_free(place):
            word = page.tokens.between(place, place)
            if word[0].isupper():
                yield word
            elif word not in self._joints:
                return
            place += 1

    def _member_at(self, page: Page, place: int) -> Iterator[Member]:
        word, text = page.tokens.word(place), page.tokens[place].text
        if word in self._ordinals:
            yield from self._numbered(page, place + 1, self._ordinals[word])
        elif text.isdecimal() and page.tokens.touching(place + 1) and page.tokens[place + 1].text in _ORDINAL_ENDINGS:
            yield from self._numbered(page, place + 2, int(text))
        elif text.isdecimal() and page.tokens.between(place - 1, place - 1)[:1].isupper():
            yield from self._numbered(page, place - 1, int(text))

    def _numbered(self, page: Page, place: int, number: int) -> Iterator[Member]:
        for key in self._vocabulary.keys([page.tokens.word(place)]) - {""}:
            yield key, number


def apart(own: frozenset[Member], other: frozenset[Member]) -> bool:
    """True where both speak of a member of one series, and of different ones."""
    series = {noun for noun, _ in own} & {noun for noun, _ in other}
    return any(not _numbers(own, noun) & _numbers(other, noun) for noun in series)


def _numbers(members: frozenset[Member], noun: str) -> set[int]:
    return {number for name, number in members if name == noun}

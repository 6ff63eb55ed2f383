"""Where, when and how does a figure hold? "On Metacritic", "in the second season", "new", "by March", "might reach"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from bot.pairing.clause import Clause
from bot.pairing.page import Page, Span
from bot.pairing.vocabulary import Vocabulary
from bot.pairing.when import WhenReader, meet
from bot.record import Modality, PairWords, Words
from bot.value import Interval
from bot.value.tokens import Phrases

Named = tuple[
    str, str
]  # the sort of preposition and the key of a name behind it: ("in", "germani"), ("in", everywhere)
Member = tuple[str, int]  # a noun and the number of one of its kind: ("season", 2)
T = TypeVar("T", str, int)
_EVERYWHERE = ""
_ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})
_UNSURE = (Modality.FORECAST, Modality.SPECULATION)


@dataclass(frozen=True)
class Setting:
    """Of whom, where, when and how a figure holds.

    `subjects` are names that it speaks about, `where` names behind prepositions, `members` of which series, `bases`
    how it is counted (new, weekly, abroad); `unsure` is what is only expected or possible.
    """

    subjects: frozenset[str]
    where: frozenset[Named]
    members: frozenset[Member]
    bases: frozenset[str]
    when: tuple[Interval, ...]
    unsure: bool
    denied: bool

    def meets(self, other: Setting) -> bool:
        """True where nothing says that two figures hold elsewhere, at another time, or in another way."""
        how = (self.bases, self.unsure, self.denied) == (other.bases, other.unsure, other.denied)
        apart = _apart(self.where, other.where) or _apart(self.members, other.members)
        return how and not apart and meet(self.when, other.when)

    def is_beyond(self, keys: frozenset[str]) -> bool:
        """True where a figure holds in a place that is not among `keys`."""
        return any(key != _EVERYWHERE and key not in keys for _, key in self.where)


class SettingReader:
    """Reads the settings of figures."""

    def __init__(self, words: Words, vocabulary: Vocabulary) -> None:
        pairs = words.pairs
        self._vocabulary = vocabulary
        self._names = NameReader(pairs, vocabulary)
        self._when = WhenReader(pairs)
        self._everywhere = Phrases(
            {word: (sort, _EVERYWHERE) for sort, group in pairs.everywhere.items() for word in group}
        )
        self._ordinals = {word: number for number, word in enumerate(pairs.series, 1)}
        self._denials = Phrases(dict.fromkeys(words.language.negation, True))
        self._unsure = Phrases({word: True for modality in _UNSURE for word in words.language.modal[modality]})

    def read(self, page: Page, clause: Clause) -> Setting:
        """The setting of a figure: what its clause says, else what its sentence says before the first figure."""
        dates = page.nearest(page.dates_in(clause.whole), clause.found) or page.dates_in(clause.head) or page.dates
        leading = Span(clause.whole.first, clause.figure.first)
        return Setting(
            subjects=self._vocabulary.keys(self._names.subjects(page, clause.head)),
            where=self._where(page, clause.whole) or self._where(page, clause.head),
            members=self._members(page, clause.whole) or self._members(page, clause.head),
            bases=self._vocabulary.bases(page.words(clause.whole)),
            when=self._when.read(page, dates),
            unsure=page.holds(self._unsure, leading),
            denied=page.holds(self._denials, leading),
        )

    def _where(self, page: Page, span: Span) -> frozenset[Named]:
        named = self._names.behind_prepositions(page, span)
        places = {(sort, key) for sort, name in named for key in self._vocabulary.keys([name])}
        everywhere = {found[0] for place in span.places if (found := self._everywhere.at(page.tokens, place))}
        return frozenset(places | everywhere)

    def _members(self, page: Page, span: Span) -> frozenset[Member]:
        """The members of series that a span speaks of: "the first season", "the 1st season", "Season 1"."""
        numbered = (found for place in span.places if (found := self._numbered(page, place)))
        return frozenset((key, number) for number, noun in numbered for key in self._vocabulary.keys([noun]))

    def _numbered(self, page: Page, place: int) -> tuple[int, str] | None:
        """The number at a place and the noun that it numbers."""
        word, text = page.tokens.word(place), page.tokens[place].text
        if word in self._ordinals:
            return self._ordinals[word], page.tokens.word(place + 1)
        if not text.isdecimal() or page.is_dated(place):
            return None
        if page.tokens.touching(place + 1) and page.tokens[place + 1].text in _ORDINAL_ENDINGS:
            return int(text), page.tokens.word(place + 2)
        is_label = page.tokens.between(place - 1, place - 1)[:1].isupper()
        return (int(text), page.tokens.word(place - 1)) if is_label else None


class NameReader:
    """Reads names: capitalised words."""

    def __init__(self, words: PairWords, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._sorts = {word: sort for sort, group in words.where.items() for word in group}
        self._joints = frozenset(words.name_joints)
        self._verbs = frozenset(words.name_verbs)

    def behind_prepositions(self, page: Page, span: Span) -> Iterator[tuple[str, str]]:
        """Each word of a name that a span says something is in, on, for or against, with the sort of preposition."""
        for start in span.places:
            for place in self._places_behind(page, start, span.end):
                yield self._sorts[page.tokens.word(start)], page.tokens.between(place, place)

    def subjects(self, page: Page, span: Span) -> Iterator[str]:
        """The words of the names in a span that stand behind no preposition: what it speaks about, by name."""
        behind = {place for start in span.places for place in self._places_behind(page, start, span.end)}
        for place in span.places:
            if place not in behind and self._is_name(page, place):
                yield page.tokens.between(place, place)

    def _places_behind(self, page: Page, place: int, end: int) -> Iterator[int]:
        """Where the words of a name stand behind a preposition, over "the", and over "of" and "and" inside the name."""
        if page.tokens.word(place) not in self._sorts or self._is_name(page, place - 1):
            return
        place += 1
        while place < end and page.is_free(place):
            word = page.tokens.between(place, place)
            if word[0].isupper():
                yield place
            elif word not in self._joints:
                return
            place += 1

    def _is_name(self, page: Page, place: int) -> bool:
        """True for a capitalised word; at the head of a sentence only where the next word makes it a name."""
        word = page.tokens.between(place, place)
        if not page.is_free(place) or not word[0].isupper() or self._vocabulary.is_light(word):
            return False
        behind = page.tokens.between(place + 1, place + 1)
        return not page.opens(place) or behind[:1].isupper() or behind in self._verbs


def _apart(own: frozenset[tuple[str, T]], other: frozenset[tuple[str, T]]) -> bool:
    """True where both say something of one sort, and nothing that is the same: two seasons, two places."""
    sorts = {sort for sort, _ in own} & {sort for sort, _ in other}
    return any(not _of(own, sort) & _of(other, sort) for sort in sorts)


def _of(said: frozenset[tuple[str, T]], sort: str) -> set[T]:
    return {value for own, value in said if own == sort}

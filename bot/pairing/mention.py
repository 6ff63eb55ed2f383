"""Of what does a text give figures? Each quantity with the words that tell what it measures, where, when and how."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.pairing.clause import Clause, ClauseCutter
from bot.pairing.page import Page, Span
from bot.pairing.setting import Member, SettingReader
from bot.pairing.vocabulary import Vocabulary
from bot.pairing.when import WhenReader
from bot.record import Modality
from bot.store import Language
from bot.value import Bound, Interval, Quantity, QuantityKind
from bot.value.tokens import Phrases, Tokens

_NOUN = 4  # words behind a figure that may name what it counts: "confirmed coronavirus cases of" ends at "of"
_MEASURE = 3  # words before a figure that may name what it measures: "a population of", "the budget was"
_UNSURE = (Modality.FORECAST, Modality.SPECULATION)


@dataclass(frozen=True)
class Mention:
    """A quantity with the keys of its words.

    `counted` names what is counted or measured, `around` are the other words of its clause, `shared` those that its
    sentence says before its first figure. `bases` say how it is counted (new, weekly, abroad), `when` at what time;
    `unsure` is what is only expected or possible, `part` a part of what was counted before.
    """

    quantity: Quantity
    counted: frozenset[str]
    heads: frozenset[str]
    names: frozenset[str]
    around: frozenset[str]
    shared: frozenset[str]
    bases: frozenset[str]
    members: frozenset[Member]
    where: frozenset[str]
    when: tuple[Interval, ...]
    unsure: bool
    denied: bool
    part: bool

    @property
    def own(self) -> frozenset[str]:
        """The keys of its own clause."""
        return self.counted | self.around

    def weight(self, key: str) -> int:
        """How closely a word belongs to the figure: 3 for what is counted, 0 for a word that is not there."""
        return 3 if key in self.counted else 2 if key in self.around else 1 if key in self.shared else 0


class MentionReader:
    """Reads the mentions of a text."""

    def __init__(self, language: Language) -> None:
        words = language.words
        self._language = language
        self._vocabulary = Vocabulary(words.pairs)
        self._cutter = ClauseCutter(words.pairs.cuts)
        self._when = WhenReader(words.pairs)
        self._setting = SettingReader(words.pairs, self._vocabulary)
        self._denials = Phrases(dict.fromkeys(words.language.negation, True))
        self._parts = Phrases(dict.fromkeys(words.pairs.parts, True))
        self._of = frozenset(words.pairs.of)
        self._unsure = Phrases({word: True for modality in _UNSURE for word in words.language.modal[modality]})

    def read(self, text: str, year: int) -> tuple[Mention, ...]:
        """Every figure of a text in order; a day without a year is one of `year`."""
        page = self._page(text, year)
        mentions: list[Mention] = []
        for clause in self._cutter.cut(page):
            if not self._is_name(page, clause):
                before = mentions[-1] if mentions and clause.follows else None
                mentions.append(self._mention(page, clause, before))
        return tuple(mentions)

    def _page(self, text: str, year: int) -> Page:
        figures = (hit for hit in self._language.quantities.read(text) if hit.quantity.interval is not None)
        return Page(text, Tokens(text), tuple(figures), self._language.dates.read_within(text, year))

    def _mention(self, page: Page, clause: Clause, before: Mention | None) -> Mention:
        words, head = page.words(clause.whole), page.words(clause.head)
        noun = self._counted(page, clause)
        counted, heads = self._vocabulary.keys(noun), self._vocabulary.keys(filter(_is_plural, noun))
        if not counted and before and before.quantity.kind is clause.found.quantity.kind:
            counted, heads = before.counted, before.heads
        leading = Span(clause.whole.first, clause.figure.first)
        dates = page.dates_in(clause.whole) or page.dates_in(clause.head) or page.dates
        return Mention(
            quantity=clause.found.quantity,
            counted=counted,
            heads=heads or counted,
            names=self._vocabulary.keys(word for word in (*words, *head) if word[0].isupper()),
            around=self._vocabulary.keys(words) - counted,
            shared=self._vocabulary.keys(head),
            bases=self._vocabulary.bases(words),
            members=self._setting.members(page, clause.whole) or self._setting.members(page, clause.head),
            where=self._setting.where(page, clause.whole) or self._setting.where(page, clause.head),
            when=self._when.read(page.text, dates),
            unsure=page.holds(self._unsure, leading),
            denied=page.holds(self._denials, leading),
            part=page.holds(self._parts, leading) or bool(before and before.part),
        )

    def _counted(self, page: Page, clause: Clause) -> list[str]:
        """The noun behind a number; of money, shares and scores, and where no noun follows, the words before it too."""
        noun = [*self._noun(page, clause.figure.end, clause.whole.end)]
        if noun and clause.found.quantity.kind is QuantityKind.NUMBER:
            return noun
        return [*noun, *self._measured(page, clause)]

    def _noun(self, page: Page, place: int, end: int) -> Iterator[str]:
        """The words behind a figure up to the first that names nothing; "67 of the counties" counts counties."""
        if page.tokens.word(place) in self._of:
            place = page.behind(place, self._vocabulary.is_light)
        for _ in range(_NOUN):
            place = page.behind_joint(place)
            word = page.tokens.between(place, place)
            if place >= end or not page.is_free(place) or self._vocabulary.is_light(word):
                return
            yield word
            place += 1

    def _measured(self, page: Page, clause: Clause) -> list[str]:
        words: list[str] = []
        place = clause.figure.first - 1
        while place >= clause.whole.first and page.is_free(place) and len(words) < _MEASURE:
            word = page.tokens.between(place, place)
            words += [] if self._vocabulary.is_light(word) else [word]
            place -= 1
        return words

    def _is_name(self, page: Page, clause: Clause) -> bool:
        """True for a bare figure behind a capitalised word ("Chapter 3", "Hot 100"), unless a plural noun follows."""
        quantity, before = clause.found.quantity, clause.figure.first - 1
        if quantity.kind is not QuantityKind.NUMBER or not quantity.is_plain or quantity.bound is not Bound.EXACT:
            return False
        word = page.tokens.between(before, before)
        capital = page.is_free(before) and word[:1].isupper() and not self._vocabulary.is_light(word)
        opens = any(before == sentence.first for sentence in page.sentences)
        return capital and not opens and not _is_plural(next(self._noun(page, clause.figure.end, clause.whole.end), ""))


def _is_plural(word: str) -> bool:
    return (word.endswith("s") and not word.endswith("ss")) or word in _PLURALS


_PLURALS = frozenset({"people", "men", "women", "children"})  # nouns that stand for many without an s

"""Which words tell what a figure counts or measures, and of whom? Words are compared by their keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.pairing.clause import Clause
from bot.pairing.page import Page
from bot.pairing.vocabulary import IDEA, Vocabulary
from bot.record import PairWords
from bot.value import QuantityKind

_NOUN = 4  # words behind a figure that may name what it counts: "confirmed coronavirus cases of" ends at "of"
_MEASURE = 3  # words before a figure that may name what it measures: "a population of", "the budget was"
_PLURALS = frozenset({"people", "men", "women", "children"})  # nouns that stand for many without an s


@dataclass(frozen=True)
class Wording:
    """The keys of the words around a figure.

    `counted` names what is counted or measured, `heads` are the nouns of it; `around` are the other words of the
    clause, `shared` those that the sentence says before its first figure, `names` the capitalised ones of all.
    """

    counted: frozenset[str]
    heads: frozenset[str]
    around: frozenset[str]
    shared: frozenset[str]
    names: frozenset[str]

    @property
    def own(self) -> frozenset[str]:
        """The keys of its own clause."""
        return self.counted | self.around

    @property
    def all(self) -> frozenset[str]:
        """The keys of its clause and of what the sentence says before."""
        return self.own | self.shared

    @property
    def telling(self) -> frozenset[str]:
        """All keys but those of names."""
        return self.all - self.names

    @property
    def ideas(self) -> frozenset[str]:
        """The ideas among what is counted or measured: a budget, a rating."""
        return frozenset(key for key in self.counted if key.startswith(IDEA))

    def weight(self, key: str) -> int:
        """How closely a word belongs to the figure: 3 for what is counted, 0 for a word that is not there."""
        return 3 if key in self.counted else 2 if key in self.around else 1 if key in self.shared else 0


class WordingReader:
    """Reads the words around figures."""

    def __init__(self, words: PairWords, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._of = frozenset(words.of)

    def read(self, page: Page, clause: Clause, before: Wording | None) -> Wording:
        """The words of a clause; one without a noun goes on counting what the figure `before` counts."""
        own, head = page.words(clause.whole), page.words(clause.head)
        noun, measured = [*self._noun(page, clause)], self._measured(page, clause)
        if noun and clause.found.quantity.kind is QuantityKind.NUMBER:
            measured = []
        counted = self._vocabulary.keys([*noun, *measured])
        heads = self._vocabulary.keys(_heads(noun, measured))
        if not counted and before:
            counted, heads = before.counted, before.heads
        around = self._vocabulary.keys(own) - counted
        return Wording(counted, heads, around, self._vocabulary.keys(head), self._names([*own, *head]))

    def is_name(self, page: Page, clause: Clause) -> bool:
        """True for a bare figure behind a capitalised word ("Chapter 3", "Hot 100"), unless a plural noun follows."""
        quantity, before = clause.found.quantity, clause.figure.first - 1
        if quantity.kind is not QuantityKind.NUMBER or not quantity.is_plain:
            return False
        word = page.tokens.between(before, before)
        capital = page.is_free(before) and word[0].isupper() and not self._vocabulary.is_light(word)
        return capital and not page.opens(before) and not _is_plural(next(self._noun(page, clause), ""))

    def _names(self, words: Iterable[str]) -> frozenset[str]:
        return self._vocabulary.keys(word for word in words if word[0].isupper())

    def _noun(self, page: Page, clause: Clause) -> Iterator[str]:
        """The words behind a figure up to the first that names nothing; "67 of the counties" counts counties."""
        place = clause.figure.end
        if page.tokens.word(place) in self._of:
            place = page.behind(place, self._vocabulary.is_light)
        for _ in range(_NOUN):
            place = page.behind_joint(place)
            word = page.tokens.between(place, place)
            if place >= clause.whole.end or not page.is_free(place) or self._vocabulary.is_light(word):
                return
            yield word
            place += 1

    def _measured(self, page: Page, clause: Clause) -> list[str]:
        """The nearest words before a figure that name something."""
        words: list[str] = []
        place = clause.figure.first - 1
        while place >= clause.whole.first and page.is_free(place) and len(words) < _MEASURE:
            word = page.tokens.between(place, place)
            words += [] if self._vocabulary.is_light(word) else [word]
            place -= 1
        return words


def _heads(noun: list[str], measured: list[str]) -> list[str]:
    """The nouns of a phrase: its plurals, else the last word behind a figure, else any of those before it."""
    plurals = [word for word in (*noun, *measured) if _is_plural(word)]
    return plurals or noun[-1:] or measured


def _is_plural(word: str) -> bool:
    return (word.endswith("s") and not word.endswith("ss")) or word in _PLURALS

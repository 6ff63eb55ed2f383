"""How near does a question come to the wordings that curators gave each fact?

Each fact is known by its own question and by the paraphrases in its record. A question is compared word by word with
all that is said in them, rare words counting most and slips of the pen forgiven; a name counts as the entity it means.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process
from snowballstemmer import stemmer

from bot.article import normalise
from bot.fact import Store
from bot.lookup import Lookup

_WORD = re.compile(r"[^\W_]+(?:'[a-z]+)?")
# Found on 2,500 wordings of the records, each held out in turn: from here on answers are right twice as often as wrong,
# and three of four questions whose own fact is taken away stay unanswered.
_ENOUGH = 0.48
_BESIDE = 0.97  # a second fact this near to the best is given too
_SLIP = 84  # of 100: one wrong letter in a word of six
_FEW = 3
_SHORTEST = 4  # shorter words are near too many others
_SAME = 0.9  # nearer than this, a question is one of the curated wordings, slips and order aside
_COMMON = math.log(1 + 6)  # the weight of a word that every sixth fact's wordings have: who, is, does, about
_FEW_OF_MANY = 3  # a word counts half where a third of the root of all wordings have it; held out as the threshold
_ALMOST = 3  # the power that makes the likeness to one wording count only where it is nearly the same


@dataclass(frozen=True)
class Asked:
    """The facts a question asks for, best first; the nearest ones where none is near enough.

    `entity` where a question asks for nothing but whom or what a name means.
    """

    facts: tuple[str, ...]
    nearest: tuple[str, ...]
    entity: str | None = None


@dataclass(frozen=True)
class _Known:
    """One fact's wordings as sets of words, and in how many of them each word stands."""

    fact: str
    wordings: tuple[frozenset[str], ...]
    counts: Counter[str]


class Matcher:
    """Matches questions with the facts of one store."""

    def __init__(self, store: Store, lookup: Lookup) -> None:
        self._lookup = lookup
        self._stem = lru_cache(maxsize=None)(stemmer("english").stemWord)
        self._known = [
            _known(fact.id, map(self._words, (fact.question, *fact.asked_as))) for fact in store.facts.values()
        ]
        self._weights = _inverse_frequencies([known.counts.keys() for known in self._known])
        self._unseen = max(self._weights.values(), default=1.0)
        self._vocabulary = list(self._weights)

    def match(self, question: str) -> Asked:
        """The facts that the question asks for."""
        words = frozenset(map(self._nearest_known, self._words(question)))
        scores = {known.fact: self._score(words, known) for known in self._known}
        ranked = sorted(scores, key=lambda fact: -scores[fact])
        best = scores[ranked[0]] if ranked else 0.0
        if best < _SAME and (entity := self._bare_name(words)):
            return Asked((), (), entity)
        if best < _ENOUGH:
            return Asked((), tuple(fact for fact in ranked[:_FEW] if scores[fact] > 0))
        return Asked(tuple(fact for fact in ranked[:2] if scores[fact] >= best * _BESIDE), tuple(ranked[1 : _FEW + 1]))

    def _bare_name(self, words: frozenset[str]) -> str | None:
        """The one entity that is named, where everything beside it goes without saying."""
        names = [word for word in words if word.startswith("@")]
        said = [word for word in words if not word.startswith("@")]
        return names[0][1:] if len(names) == 1 and all(self._weight(word) <= _COMMON for word in said) else None

    def _words(self, text: str) -> frozenset[str]:
        """The stems of a text, each entity as one word, so that "Zuck's company" and "Meta" are the same."""
        words = _WORD.findall(normalise(text))
        for mention in reversed(self._lookup.mentions(text)):
            words = _replaced(words, mention.words, mention.entity)
        return frozenset(word if word.startswith("@") else self._stem(word) for word in words)

    def _nearest_known(self, word: str) -> str:
        if word in self._weights or len(word) < _SHORTEST:
            return word
        hit = process.extractOne(word, self._vocabulary, scorer=fuzz.ratio, score_cutoff=_SLIP)
        return hit[0] if hit else word

    def _score(self, words: frozenset[str], known: _Known) -> float:
        """The better of two likenesses from 0 to 1: to all that is said of the fact, and to one wording of it."""
        half = math.sqrt(len(known.wordings)) / _FEW_OF_MANY
        said = sum(self._weight(word) * _share(known.counts[word], half) for word in words)
        asked = self._total(words)
        return max(said / asked if asked else 0.0, *(self._likeness(words, one) for one in known.wordings))

    def _likeness(self, words: frozenset[str], wording: frozenset[str]) -> float:
        total = self._total(words) + self._total(wording)
        return (2 * self._total(words & wording) / total) ** _ALMOST if total else 0.0

    def _total(self, words: frozenset[str]) -> float:
        return sum(map(self._weight, words))

    def _weight(self, word: str) -> float:
        return self._weights.get(word, self._unseen)


def _known(fact: str, wordings: Iterable[frozenset[str]]) -> _Known:
    listed = tuple(wordings)
    return _Known(fact, listed, Counter(word for wording in listed for word in wording))


def _share(count: int, half: float) -> float:
    """How much a word is a fact's own: half for `half` wordings that have it, ever nearer to one for more."""
    return count / (count + half)


def _inverse_frequencies(bags: Iterable[Iterable[str]]) -> dict[str, float]:
    listed = list(bags)
    counts = Counter(word for bag in listed for word in bag)
    return {word: math.log(1 + len(listed) / count) for word, count in counts.items()}


def _replaced(words: list[str], phrase: str, entity: str) -> list[str]:
    parts = _WORD.findall(phrase)
    for place in range(len(words) - len(parts) + 1):
        if [word.removesuffix("'s") for word in words[place : place + len(parts)]] == parts:
            return [*words[:place], f"@{entity}", *words[place + len(parts) :]]
    return words

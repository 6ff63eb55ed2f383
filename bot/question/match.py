"""How near does a question come to the wordings that curators gave each fact?

Each fact is known by its own question and by the paraphrases in its record. A question is compared with all of them
word by word, with slips of the pen forgiven; the entities it names must be those of the fact.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass

from rapidfuzz import fuzz, process
from snowballstemmer import stemmer

from bot.article import normalise
from bot.fact import Store
from bot.lookup import Lookup

_WORD = re.compile(r"[^\W_]+(?:'[a-z]+)?")
_ENOUGH = 0.62  # share of the question's weight that a wording must account for; found on paraphrases held out
_BESIDE = 0.97  # a second fact this near to the best is given too
_SLIP = 84  # of 100: one wrong letter in a word of six
_FEW = 3
_SHORTEST = 4  # shorter words are near too many others


@dataclass(frozen=True)
class Asked:
    """The facts a question asks for, best first, and the nearest ones where none is near enough."""

    facts: tuple[str, ...]
    nearest: tuple[str, ...]


@dataclass(frozen=True)
class _Wording:
    fact: str
    words: Counter[str]
    weight: float


class Matcher:
    """Matches questions with the facts of one store."""

    def __init__(self, store: Store, lookup: Lookup) -> None:
        self._lookup = lookup
        self._stem = stemmer("english").stemWord
        texts = [(fact, text) for fact in store.facts.values() for text in (fact.question, *fact.asked_as)]
        bags = [(fact, self._bag(text)) for fact, text in texts]
        self._weights = _inverse_frequencies([bag for _, bag in bags])
        self._unseen = max(self._weights.values(), default=1.0)
        self._wordings = [_Wording(fact.id, bag, self._weight(bag)) for fact, bag in bags]
        self._known = list(self._weights)

    def match(self, question: str) -> Asked:
        """The facts that the question asks for."""
        bag = self._corrected(self._bag(question))
        scores: dict[str, float] = {}
        for wording in self._wordings:
            score = self._score(bag, wording)
            scores[wording.fact] = max(score, scores.get(wording.fact, 0.0))
        ranked = sorted(scores, key=lambda fact: -scores[fact])
        best = scores[ranked[0]] if ranked else 0.0
        if best < _ENOUGH:
            return Asked((), tuple(fact for fact in ranked[:_FEW] if scores[fact] > 0))
        return Asked(tuple(fact for fact in ranked[:2] if scores[fact] >= best * _BESIDE), tuple(ranked[1 : _FEW + 1]))

    def _bag(self, text: str) -> Counter[str]:
        """The stems of a text, each entity as one word, so that "Zuck's company" and "Meta" are the same."""
        words = _WORD.findall(normalise(text))
        for mention in reversed(self._lookup.mentions(text)):
            words = _replaced(words, mention.words, mention.entity)
        return Counter(word if word.startswith("@") else self._stem(word) for word in words)

    def _corrected(self, bag: Counter[str]) -> Counter[str]:
        fixed: Counter[str] = Counter()
        for word, count in bag.items():
            fixed[self._known_as(word)] += count
        return fixed

    def _known_as(self, word: str) -> str:
        if word in self._weights or len(word) < _SHORTEST:
            return word
        hit = process.extractOne(word, self._known, scorer=fuzz.ratio, score_cutoff=_SLIP)
        return hit[0] if hit else word

    def _score(self, bag: Counter[str], wording: _Wording) -> float:
        shared = self._weight(bag & wording.words)
        total = self._weight(bag) + wording.weight
        return 2 * shared / total if total else 0.0

    def _weight(self, bag: Counter[str]) -> float:
        return sum(self._weights.get(word, self._unseen) * count for word, count in bag.items())


def _inverse_frequencies(bags: list[Counter[str]]) -> dict[str, float]:
    counts = Counter(word for bag in bags for word in bag)
    return {word: math.log(1 + len(bags) / count) for word, count in counts.items()}


def _replaced(words: list[str], phrase: str, entity: str) -> list[str]:
    parts = _WORD.findall(phrase)
    for place in range(len(words) - len(parts) + 1):
        if [word.removesuffix("'s") for word in words[place : place + len(parts)]] == parts:
            return [*words[:place], f"@{entity}", *words[place + len(parts) :]]
    return words

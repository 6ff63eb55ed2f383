"""Which known word was meant by one that is misspelt?

A slip of the pen swaps neighbouring letters, doubles one or drops one of two, takes a vowel for another or leaves it
out far more often than it changes any other letter (Damerau 1964; Pollock and Zamora 1984), and rarely spoils the first
one. Each slip has a price, and the cheapest known word is meant, if it is cheap enough for the length of the word.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import accumulate

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.commonness import zipf

_VOWELS = frozenset("aeiouy")
_SWAPPED, _DOUBLED, _VOWEL_TAKEN, _VOWEL_LOST, _OTHER = 0.5, 0.5, 0.5, 0.6, 1.0
_FIRST = 0.6  # what a wrong first letter costs besides
_MOST = {3: 0.6, 4: 1.0, 5: 1.2, 6: 1.2, 7: 1.5, 8: 1.5, 9: 1.5}  # by the letters of the word; longer ones as below
_MOST_IN_LONG = 2.1
_SHORTEST = 3  # shorter words are near too many others
_SHORT = 4
_EVERYDAY = {True: 3.8, False: 3.0}  # Zipf scale, by whether a word is short: from here on it is a word, not a slip
_LOOKED_AT = 12  # known words that are compared letter by letter
_FURTHEST = 3  # letters
_REMEMBERED = 64  # words: a question is gone through more than once
_CHEAPEST = min(_SWAPPED, _DOUBLED, _VOWEL_TAKEN, _VOWEL_LOST, _OTHER)


class Speller:
    """Knows words, by how often they stand in the texts it has learnt."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._near_in_length: dict[tuple[int, int], list[str]] = {}
        self._lately: dict[str, str] = {}

    def learn(self, counts: Mapping[str, int]) -> None:
        """Know these words, too, with how often they stand there."""
        self._counts.update(counts)
        self._near_in_length.clear()
        self._lately.clear()

    def knows(self, word: str) -> bool:
        """Whether a word is spelled right."""
        return word in self._counts

    def mended(self, word: str) -> str:
        """The known word that was meant; the word itself where it is known, common in English, or like none."""
        if word in self._counts or len(word) < _SHORTEST or not word.isalpha():
            return word
        if zipf(word) >= _EVERYDAY[len(word) <= _SHORT]:
            return word
        if word not in self._lately:
            if len(self._lately) == _REMEMBERED:
                self._lately.clear()
            self._lately[word] = self._nearest(word)
        return self._lately[word]

    def _nearest(self, word: str) -> str:
        """The cheapest known word; one that cannot be as cheap as the cheapest so far is not gone through."""
        most = _MOST.get(len(word), _MOST_IN_LONG)
        furthest = min(_FURTHEST, int(most / _CHEAPEST))
        known_words = self._about_as_long(len(word), furthest)
        near = process.extract(word, known_words, scorer=OSA.distance, score_cutoff=furthest, limit=_LOOKED_AT)
        prices = []
        for known, changes, _ in near:
            if changes * _CHEAPEST <= most and (cost := price(word, known)) <= most:
                most = cost
                prices.append((cost, -self._counts[known], known))
        return min(prices, default=(0.0, 0, word))[2]

    def _about_as_long(self, length: int, furthest: int) -> list[str]:
        """The words that so few letters can lead to."""
        if (length, furthest) not in self._near_in_length:
            long = range(max(_SHORTEST, length - furthest), length + furthest + 1)
            words = sorted(word for word in self._counts if len(word) in long and word.isalpha())
            self._near_in_length[length, furthest] = words
        return self._near_in_length[length, furthest]


def price(typed: str, meant: str) -> float:
    """What the slips cost that lead from the word that was meant to the one that was typed; 0 for the same word."""
    dropped = [_of_letter(meant, j) for j in range(len(meant))]
    above, row = [0.0], [0.0, *accumulate(dropped)]
    for i, letter in enumerate(typed):
        added = _of_letter(typed, i)
        above, before, row = row, above, [row[0] + added]
        for j, other in enumerate(meant):
            cost = min(above[j + 1] + added, row[j] + dropped[j], above[j] + _of_taking(letter, other))
            if i and j and letter == meant[j - 1] and other == typed[i - 1]:
                cost = min(cost, before[j - 1] + _SWAPPED)
            row.append(cost)
    return row[-1] + (_FIRST if typed[:1] != meant[:1] and sorted(typed[:2]) != sorted(meant[:2]) else 0.0)


def _of_letter(word: str, place: int) -> float:
    """A letter too many or too few."""
    if word[place] in (word[place - 1 : place], word[place + 1 : place + 2]):
        return _DOUBLED
    return _VOWEL_LOST if word[place] in _VOWELS else _OTHER


def _of_taking(one: str, other: str) -> float:
    """A letter for another."""
    if one == other:
        return 0.0
    return _VOWEL_TAKEN if one in _VOWELS and other in _VOWELS else _OTHER

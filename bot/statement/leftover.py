"""What of a text do the facts that it speaks of not account for, so that nothing unknown passes as borne out?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from bot.commonness import zipf
from bot.fact import Store
from bot.question import Asker, Part
from bot.question.profile import Profile
from bot.question.rank import Ranker, subject_words
from bot.question.target import TargetKind
from bot.record import Words
from bot.terms import stem

_WORD = re.compile(r"[^\W\d_]+")
_SPECIFIC = 3.9  # weight from which a word that no fact accounts for leaves a clause uncovered
_SPECIFIC_NAME = 3.5  # the same for names: what people ask for everywhere is still not in the sources
_COMMON = 5.2  # Zipf scale: words that every other text holds
_NAMELIKE = 4.5  # Zipf scale: below, a word at the head of a sentence may be a name
_ENOUGH = 0.42  # share of a text's words, by weight, for which its facts must account, however common the rest is


class Leftovers:
    """Finds what is left of texts beside the facts of one store; `places` are those of the facts in the index."""

    def __init__(self, store: Store, asker: Asker, ranker: Ranker, words: Words, places: Mapping[str, int]) -> None:
        self._reader = asker.reader
        self._index = asker.index
        self._ranker = ranker
        self._terms = asker.terms
        self._places = places
        self._gaps = {profile.target.id: place for place, profile in enumerate(asker.index.profiles)}
        self._strangers = _strangers(asker.index.profiles, store)
        self._seats = frozenset(words.statements.seats)
        groups = (*words.language.modal.values(), words.statements.attributions, words.statements.empty)
        self._empty = frozenset(word for group in groups for word in group)

    def of(self, text: str, facts: Iterable[str]) -> tuple[str, ...]:
        """Specific words for which none of the facts accounts; where most words are left, all that are.

        What is common in English is not specific. For a name it is not enough that people ask for it: the sources
        must have it.
        """
        places = [self._places[fact] for fact in facts]
        part, names = self._reader.whole(text), _names(text)
        terms = part.terms
        subjects = {word for word in subject_words(terms) if not word.startswith("@")}
        words = [word for word in dict.fromkeys(terms.words) if stem(word) in subjects and word not in self._empty]
        specific = [word for word in words if self._is_specific(word, names, places)]
        strangers = [word for word in dict.fromkeys(terms.words) if self._is_stranger(word, text)]
        gaps = self._of_a_gap(part, words, places)
        seats = [word for word in words if word in self._seats and not self._is_said(word, places)]
        return tuple(dict.fromkeys((*strangers, *specific, *seats, *gaps))) or self._most(words, places)

    def unknown_name(self, text: str) -> bool:
        """True where a text begins with, or holds, a name of which the records know nothing."""
        first = _WORD.match(text.strip())
        words = {*_names(text), *([first[0].casefold()] if first and first[0][0].isupper() else [])}
        return any(self._is_stranger(word, text) or self._is_unheard(word) for word in words)

    def _is_unheard(self, word: str) -> bool:
        return zipf(word) < _NAMELIKE and not self._index.knows(stem(word)) and not self._terms.knows(word)

    def _of_a_gap(self, part: Part, words: list[str], places: list[int]) -> tuple[str, ...]:
        """The words for which no fact accounts but a known gap does that fits the text better than the facts."""
        best = max((fit.score for fit in self._ranker.rank(part, places)), default=0.0)
        fits = (fit.target for fit in self._ranker.rank(replace(part, sought=None)) if fit.score > best)
        gaps = [self._gaps[target.id] for target in fits if target.kind is TargetKind.GAP]
        rare = (word for word in words if zipf(word) < _COMMON and not self._accounted(word, places))
        return tuple(word for word in rare if self._accounted(word, gaps))

    def _most(self, words: list[str], places: list[int]) -> tuple[str, ...]:
        """The words for which no fact accounts, where they are the greater part."""
        shares = {word: self._accounted(word, places) for word in words}
        weights = {word: self._index.weight(stem(word)) for word in words}
        known = sum(weights[word] * share for word, share in shares.items())
        enough = known >= _ENOUGH * sum(weights.values())
        return () if enough else tuple(word for word, share in shares.items() if not share)

    def _accounted(self, word: str, places: list[int]) -> float:
        return max((self._index.accounted(stem(word), place) for place in places), default=0.0)

    def _is_stranger(self, word: str, text: str) -> bool:
        """True for a name that people ask for and no source has; in a text with capitals it must have one."""
        return word in self._strangers and (word.capitalize() in text or word.upper() in text or text.islower())

    def _is_specific(self, word: str, names: frozenset[str], places: list[int]) -> bool:
        """True for a specific word that no fact at these places accounts for."""
        own = stem(word)
        least = _SPECIFIC_NAME if word in names else _SPECIFIC
        if zipf(word) >= _COMMON or self._index.weight(own) < least:
            return False
        if word in names:
            return not self._is_said(word, places)
        return not self._accounted(word, places)

    def _is_said(self, word: str, places: list[int]) -> bool:
        """True where a word stands in what the sources say, not only in what people ask."""
        return any(stem(word) in self._index.profiles[place].beside for place in places)


def _names(text: str) -> frozenset[str]:
    """The words with a capital that does not come from their place, lower case; none of a headline in capitals."""
    words = _inner(text)
    capital = [word for word in words if word[0].isupper()]
    return frozenset(map(str.casefold, capital)) if 2 * len(capital) <= len(words) else frozenset()


def _strangers(profiles: Iterable[Profile], store: Store) -> frozenset[str]:
    """Names that stand in questions alone: always with a capital there, in no claim, and nobody's we know."""
    asked = [word for profile in profiles for wording in profile.target.wordings for word in _inner(wording)]
    small = {word for word in asked if not word[0].isupper()}
    capital = {word.casefold() for word in asked if word[0].isupper() and len(word) > 1}
    said = frozenset().union(*(profile.beside for profile in profiles))
    texts = (text for entity in store.entities.values() for text in (*entity.names, *entity.described_as))
    known = {word.casefold() for text in texts for word in _WORD.findall(text)}
    return frozenset(word for word in capital - small - known if stem(word) not in said)


def _inner(text: str) -> list[str]:
    """The words of a text but the first, whose capital says nothing."""
    return _WORD.findall(text)[1:]

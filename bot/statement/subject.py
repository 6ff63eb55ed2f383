"""What does a clause speak of: by what words is it ranked, of whom does it go on to speak, and how does a fact fit?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.commonness import zipf
from bot.fact import Store
from bot.question import Asker, Part
from bot.question.profile import Profile
from bot.question.rank import Fit, subject_words
from bot.record import Words
from bot.statement.clauses import Clause
from bot.statement.frame import Frames
from bot.terms import Terms, stem

_WORD = re.compile(r"[^\W\d_]+")
_SPECIFIC = 3.9  # weight from which a word that no fact accounts for leaves a clause uncovered
_SPECIFIC_NAME = 3.5  # the same for names: what people ask for everywhere is still not in the sources
_COMMON = 5.2  # Zipf scale: words that every other text holds
_HEARD = 0.3  # what it counts for a fact that a source which the clause credits speaks on it


@dataclass(frozen=True)
class Before:
    """What the clause before named and spoke of; a pronoun, or a figure without a subject, may mean it.

    `terms` are its words where it stands in the same sentence, which they help to understand.
    """

    entities: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    terms: tuple[Terms, ...] = ()

    @property
    def elsewhere(self) -> Before:
        """The same as it reaches into another sentence."""
        return replace(self, terms=())


@dataclass(frozen=True)
class Subject:
    """A clause as it is ranked: `part` its words and whom they mean, `plain` the same without descriptions linked."""

    clause: Clause
    before: Before
    part: Part
    plain: Terms
    fits: list[Fit]

    @property
    def text(self) -> str:
        """What is checked of the clause."""
        return self.clause.text


class SubjectReader:
    """Reads the subjects of clauses for one store; `places` are those of the facts in the index."""

    def __init__(self, store: Store, asker: Asker, words: Words) -> None:
        self.frames = Frames(store, asker.terms)
        self._store = store
        self._terms = asker.terms
        self._reader = asker.reader
        self._ranker = asker.ranker
        self._index = asker.index
        self.places = {profile.target.id: place for place, profile in enumerate(asker.index.profiles)}
        self._negations = frozenset(words.questions.negations)
        self._auxiliaries = frozenset(words.questions.yes_no)
        self._strangers = _strangers(asker.index.profiles, store)
        groups = (*words.language.modal.values(), words.statements.attributions)
        self._empty = frozenset(word for group in groups for word in group)

    def read(self, clause: Clause, before: Before) -> Subject:
        """The subject of a clause."""
        part = self.part(clause.text, before)
        plain = self._terms.read(clause.text, described=False)
        return Subject(clause, before, part, plain, self._ranker.rank(part))

    def part(self, text: str, before: Before) -> Part:
        """A text to rank; a person of the clause before goes on where it names none of its own.

        Negations assert something; they are no subject.
        """
        part = self._reader.whole(text)
        own = part.terms.entities
        meant = before.entities if not own else () if self._people(own) else self._people(before.entities)[:1]
        own_words = (word for word in part.terms.words if word not in self._negations)
        words = (*own_words, *(f"@{entity}" for entity in meant))
        return replace(part, terms=self._terms.of(words), sought=None)

    def bonus(self, fact: str, subject: Subject, part: Part) -> float:
        """What counts for a fact beside the words of a part: its own sentence, and that a credited source speaks."""
        heard = any(self._store.facts[fact].claims.get(source) for source in subject.clause.sources)
        return self.frames.bonus(fact, part.terms, subject.plain, *subject.before.terms) + _HEARD * heard

    def has_verb(self, part: Part) -> bool:
        """True where an auxiliary tells a clause from a mere adverbial, as far as that can be told."""
        return any(word in self._auxiliaries for word in part.terms.words)

    def unaccounted(self, text: str, facts: Iterable[str]) -> tuple[str, ...]:
        """Specific words of a text that none of the facts accounts for; what is common in English is none.

        For a name it is not enough that people ask for it: the sources must have it.
        """
        places = [self.places[fact] for fact in facts]
        terms, names = self._reader.whole(text).terms, _names(text)
        subjects = set(subject_words(terms))
        return tuple(
            word
            for word in dict.fromkeys(terms.words)
            if self._is_stranger(word, text)
            or (stem(word) in subjects and not word.startswith("@") and self._is_left(word, names, places))
        )

    def _is_stranger(self, word: str, text: str) -> bool:
        """True for a name that people ask for and no source has; in a text with capitals it must have one."""
        return word in self._strangers and (word.capitalize() in text or word.upper() in text or text.islower())

    def _is_left(self, word: str, names: frozenset[str], places: list[int]) -> bool:
        """True for a specific word that no fact at these places accounts for."""
        if word in names:
            known = any(stem(word) in self._index.profiles[place].beside for place in places)
            return not known and self._is_specific(word, _SPECIFIC_NAME)
        known = any(self._index.accounted(stem(word), place) for place in places)
        return not known and self._is_specific(word, _SPECIFIC)

    def _is_specific(self, word: str, least: float) -> bool:
        return word not in self._empty and zipf(word) < _COMMON and self._index.weight(stem(word)) >= least

    def _people(self, entities: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(entity for entity in entities if self._terms.kind(entity) == "person")


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

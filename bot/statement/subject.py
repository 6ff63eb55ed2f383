"""What does a clause speak of: by what words is it ranked, of whom does it go on to speak, and how does a fact fit?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.fact import Store
from bot.question import Asker, Part
from bot.question.rank import Fit, Ranker, Weights
from bot.record import Words
from bot.statement.clauses import Clause
from bot.statement.frame import Frames
from bot.statement.leftover import Leftovers
from bot.terms import Terms, stem

_HEARD = 0.3  # what it counts for a fact that a source which the clause credits speaks on it


# A statement is not put as a question is; the odds of wordings, word order included, say little of it.
WEIGHTS = Weights(cover=0.8, likeness=1.6, odds=0.0, strangers=0.1, mismatch=0.0, topic=0.15)


@dataclass(frozen=True)
class Before:
    """What the clause before named and spoke of; a pronoun, or a figure without a subject, may mean it.

    `terms` are its words where it stands in the same sentence, which they help to understand.
    """

    entities: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    terms: tuple[Terms, ...] = ()

    @property
    def last(self) -> Before:
        """The same with only whom the sentence named last, of whom "which" goes on to tell."""
        named = self.terms[0].entities if self.terms else self.entities
        return replace(self, entities=named[-1:])

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
        self.ranker = Ranker(asker.index, WEIGHTS)
        self._index = asker.index
        self.places = {profile.target.id: place for place, profile in enumerate(asker.index.profiles)}
        self.leftovers = Leftovers(store, asker, self.ranker, words, self.places)
        self._negations = frozenset(words.questions.negations)
        relatives = "|".join(map(re.escape, words.statements.relatives))
        self._relative = re.compile(rf"[\s,]*(?:{relatives})\b", re.IGNORECASE)
        self._auxiliaries = frozenset(words.questions.yes_no)

    def read(self, clause: Clause, before: Before) -> Subject:
        """The subject of a clause."""
        before = before.last if self._relative.match(clause.text) else before
        part = self.part(clause.text, before)
        plain = self._terms.read(clause.text, described=False)
        return Subject(clause, before, part, plain, self.ranker.rank(part))

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

    def is_of_others(self, fact: str, subject: Subject, *terms: Terms) -> bool:
        """True where a text names others than the fact is about, be it somebody of whom the records know nothing."""
        first = self.frames.first(fact)
        missing = first is not None and all(first not in own.entities for own in terms)
        return (missing and self.leftovers.unknown_name(subject.text)) or self.frames.are_others(fact, *terms)

    def has_verb(self, terms: Terms) -> bool:
        """True where an auxiliary tells a clause from a mere adverbial, as far as that can be told."""
        return any(word in self._auxiliaries for word in terms.words)

    def without(self, subject: Subject, facts: Iterable[str]) -> Subject:
        """What is left of a subject beside some facts: the people, and the words for which these do not account."""
        places = [self.places[fact] for fact in facts]
        words = tuple(word for word in subject.part.terms.words if self._is_beside(word, places))
        part = replace(subject.part, terms=self._terms.of(words))
        return replace(subject, part=part, plain=part.terms, fits=self.ranker.rank(part))

    def _is_beside(self, word: str, places: list[int]) -> bool:
        if word.startswith("@"):
            return self._terms.kind(word[1:]) == "person"
        return not any(self._index.accounted(stem(word), place) for place in places)

    def _people(self, entities: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(entity for entity in entities if self._terms.kind(entity) == "person")

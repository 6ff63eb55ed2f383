"""Of which facts do the names and telling phrases of a clause speak?

A fact is spoken of where a phrase of one of its readings, or a name that it may have for a value, stands in the clause,
and its own sentence fits the clause well enough beside others. What tells of one fact does not tell of a lesser one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.assertion import Asserted, AssertionReader
from bot.comparison import Assertion
from bot.fact import Claim, Fact, Store, Value
from bot.question import Asker, Part
from bot.question.rank import Fit
from bot.question.target import TargetKind
from bot.record import Kind, Modality, Words
from bot.statement.figures import Figures
from bot.statement.subject import Subject, SubjectReader
from bot.statement.wish import Wishes
from bot.terms import stem
from bot.value import Names, Reading

_TELLING = 0.8  # how well a fact must fit for its phrase to be taken to speak of it
_NEARLY = 0.7  # share of the best fit that another fact must reach to be spoken of as well
_FAR_AHEAD = 0.5  # how much better a known gap must fit to be spoken of instead
_MOST_WORDS = 0.7  # share of a clause's words that a fact about names must account for
_ALIKE = 0.42  # likeness to one of its wordings, or share of its own sentence, that such a fact needs besides
_OWN_WORDS = 0.7  # the same where the name is one that no source gives there
_OWN_SENTENCE = 0.66  # share of a fact's sentence from which its words tell of that fact alone: two words of three
_SAID_AGAIN = 1.75  # score from which a clause without a telling phrase says what the fact says
_ALMOST_ALL = 0.85  # share of its words that the fact must then account for
_ITSELF = frozenset({"person", "product"})  # what is never meant without being named: there are several of them
_NAMING = frozenset({Kind.ENTITY, Kind.ENTITIES})


@dataclass(frozen=True)
class _Candidate:
    """A fact that a clause may speak of, what the clause then asserts, and by which words."""

    fact: Fact
    asserted: tuple[Asserted, ...]
    words: frozenset[str]
    fitting: float


class PhraseLinker:
    """Links the names and telling phrases of clauses with the facts of one store."""

    def __init__(
        self, store: Store, asker: Asker, assertions: AssertionReader, subjects: SubjectReader, words: Words
    ) -> None:
        self._facts = store.facts
        self._naming = [fact.id for fact in store.facts.values() if fact.kind in _NAMING]
        self._terms = asker.terms
        self._index = asker.index
        self._ranker = subjects.ranker
        self._assertions = assertions
        self._subjects = subjects
        self._frames = subjects.frames
        self._wishes = Wishes(words)

    def link(self, subject: Subject, figures: Figures) -> Iterator[Assertion]:
        """What names and telling phrases of a clause assert, beside what its `figures` do.

        A phrase that only tells what an unknown figure counts asserts nothing.
        """
        known = (candidate for candidate in self._candidates(subject) if not candidate.words <= figures.counted)
        candidates = sorted(known, key=lambda candidate: -candidate.fitting)
        least = max(_TELLING, _NEARLY * candidates[0].fitting) if candidates else 0.0
        told = {word for item in figures.linked for word in self._own_words(item.fact, subject)}
        accounted = {word for item in figures.linked for word in self._accounted(item.fact, subject)}
        for candidate in candidates:
            names = candidate.fact.kind in _NAMING
            taken = told | accounted if names else told
            if candidate.fitting < least or (taken and candidate.words <= taken):
                continue
            told |= self._own_words(candidate.fact.id, subject) if names else candidate.words
            accounted |= candidate.words
            yield from (Assertion(candidate.fact.id, item.value, item.denied) for item in candidate.asserted)

    def said_again(self, subject: Subject) -> Assertion | None:
        """A clause that uses a fact's words without a telling phrase says, or denies, what the sources say.

        What is not so cannot be said without a word for that.
        """
        best = subject.fits[0] if subject.fits else None
        if best is None or best.target.kind is not TargetKind.FACT:
            return None
        if best.score < _SAID_AGAIN or best.cover < _ALMOST_ALL:
            return None
        fact = self._facts[best.target.id]
        value = self._only(fact)
        if value is None or self._assertions.is_negative(value.key, fact):
            return None
        return Assertion(fact.id, value, self._assertions.denies(subject.text))

    def _only(self, fact: Fact) -> Reading | None:
        """The one reading that all claims hold, where none merely asks."""
        values: list[Value] = list(dict.fromkeys(claim.value for claim in fact.all_claims))
        only = values[0] if len(values) == 1 else None
        return only if isinstance(only, Reading) and not any(map(_merely_asked, fact.all_claims)) else None

    def _candidates(self, subject: Subject) -> Iterator[_Candidate]:
        """The facts on which a clause asserts something, unless a known gap fits much better."""
        gap = next((fit.score for fit in subject.fits if fit.target.kind is TargetKind.GAP), 0.0)
        for fact, fit in self._possible(subject):
            asserted = self._assertions.read_all(subject.text, fact)
            rest = self._without(asserted, subject.part, fact)
            best = max((fit, *rest), key=lambda fit: fit.score)
            words = self._words(fact, asserted, subject)
            names = fact.kind in _NAMING
            wished = not names and self._wishes.only_wished(subject.text, fact)
            meant = self._names_well(fact, best, asserted, subject) if names else self._tells(fact, words, subject)
            if asserted and words and meant and not wished and best.score >= gap - _FAR_AHEAD:
                fitting = best.score + self._subjects.bonus(fact.id, subject, subject.part)
                yield _Candidate(fact, asserted, words, fitting)

    def _names_well(self, fact: Fact, best: Fit, asserted: tuple[Asserted, ...], subject: Subject) -> bool:
        """True where more of a clause than a name belongs to the fact, and it is put much as people put the fact.

        Whom no source names there is only meant where the clause is nearly the fact's own sentence.
        """
        share = self._frames.share(fact.id, subject.part.terms, subject.plain)
        alike = max(best.likeness, share)
        if fact.kind is Kind.ENTITIES and not share:
            return False
        if fact.kind is Kind.ENTITY and (best.strange or not self._held(fact, asserted)):
            said = self._frames.stems(fact.id) & {*subject.part.terms.content, *subject.plain.content}
            return bool(said) and not best.strange and alike >= _OWN_WORDS
        return max(best.cover, share) >= _MOST_WORDS and alike >= _ALIKE

    def _held(self, fact: Fact, asserted: tuple[Asserted, ...]) -> bool:
        """True where some source names one of those that are asserted."""
        named = {name for item in asserted if isinstance(item.value, Names) for name in item.value.ids}
        held = {name for claim in fact.all_claims if isinstance(claim.value, Names) for name in claim.value.ids}
        return bool(named & held)

    def _tells(self, fact: Fact, words: frozenset[str], subject: Subject) -> bool:
        """True where a phrase asserts something: it is no part of a description, and there is somebody to say it of.

        A phrase with nothing around it tells only where a verb shows that it is no mere adverbial.
        """
        share = self._frames.share(fact.id, subject.part.terms, subject.plain)
        bare = not share and not {word for word in subject.part.terms.content if word not in words}
        return not self._is_described(fact, words, subject) and (
            not bare or self._subjects.has_verb(subject.part.terms)
        )

    def _possible(self, subject: Subject) -> Iterator[tuple[Fact, Fit]]:
        """The facts that names or phrases may tell of, those that fit too badly to be among the first as well."""
        telling = self._assertions.speak_of(subject.text, self._facts.values())
        among = [self._subjects.places[fact] for fact in (*telling, *self._naming)]
        for fit in {fit.target.id: fit for fit in (*self._ranker.rank(subject.part, among), *subject.fits)}.values():
            fact = self._facts.get(fit.target.id) if fit.target.kind is TargetKind.FACT else None
            if fact and (fact.kind in _NAMING or fact.kind is Kind.READING):
                yield from () if self._is_of_others(fact, subject) else ((fact, fit),)

    def _is_of_others(self, fact: Fact, subject: Subject) -> bool:
        """True where a clause is about others than the fact; a person or product that it tells of must be named."""
        named = subject.part.terms.entities
        first = self._frames.first(fact.id) if fact.kind is Kind.READING else None
        missing = first not in named and self._terms.kind(first or "") in _ITSELF
        return missing or self._subjects.is_of_others(fact.id, subject, subject.part.terms, subject.plain)

    def _without(self, asserted: tuple[Asserted, ...], part: Part, fact: Fact) -> list[Fit]:
        """How a fact fits the text without the value: what is left is what the value is said of."""
        told = {word for item in asserted for word in item.words}
        names = {f"@{name}" for item in asserted if isinstance(item.value, Names) for name in item.value.ids}
        words = tuple(word for word in part.terms.words if stem(word) not in told and word not in names)
        return self._ranker.rank(replace(part, terms=self._terms.of(words)), [self._subjects.places[fact.id]])

    def _words(self, fact: Fact, asserted: tuple[Asserted, ...], subject: Subject) -> frozenset[str]:
        """The words that tell of a fact: those of its phrases; where a name does, all that it accounts for."""
        if fact.kind is Kind.READING:
            return frozenset().union(*(item.words for item in asserted))
        return self._accounted(fact.id, subject)

    def _own_words(self, fact: str, subject: Subject) -> frozenset[str]:
        """The words of a fact's own sentence, where the clause is nearly that."""
        share = self._frames.share(fact, subject.part.terms, subject.plain)
        return self._frames.stems(fact) if share >= _OWN_SENTENCE else frozenset()

    def _accounted(self, fact: str, subject: Subject) -> frozenset[str]:
        place = self._subjects.places[fact]
        words = {*subject.part.terms.content, *subject.plain.content}
        return frozenset(word for word in words if word[0] != "@" and self._index.accounted(word, place))

    def _is_described(self, fact: Fact, words: frozenset[str], subject: Subject) -> bool:
        """True where a clause opens with a description of whom the fact is about, and the phrase is part of it."""
        first = next((word for word in subject.part.terms.words if word not in ("the", "a", "an")), "")
        meant = first[1:] in self._frames.subjects(fact.id) and first[1:] not in subject.plain.entities
        return meant and not words & set(subject.part.terms.stems)


def _merely_asked(claim: Claim) -> bool:
    return claim.modality is Modality.QUESTION

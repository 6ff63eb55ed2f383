"""Which facts does a clause speak of, and what does it assert on each?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.assertion import AssertionReader
from bot.comparison import Assertion
from bot.fact import Fact, Store, Value
from bot.question import Asker
from bot.question.rank import Fit, subject_words
from bot.question.target import TargetKind
from bot.record import Kind
from bot.statement.clauses import Clause
from bot.store import Language
from bot.value import Names, QuantityKind, Reading

_LINKED = 0.45  # score from which a fact may be what a figure speaks of
_TELLING = 0.8  # score from which a phrase of a fact is taken to speak of it
_SAID_AGAIN = 1.75  # score from which a clause without a telling phrase says what the fact says
_ALMOST_ALL = 0.85  # share of its words that the fact must then account for
_SPECIFIC = 3.9  # weight from which a word that no fact accounts for leaves a clause uncovered
_AHEAD = 0.25  # how much better a known gap must fit than any fact to be what is spoken of
_KINDS = {QuantityKind.MONEY: Kind.MONEY, QuantityKind.PERCENT: Kind.PERCENT, QuantityKind.NUMBER: Kind.NUMBER}


@dataclass(frozen=True)
class Linked:
    """What a clause asserts, on which facts; `strange` are specific words that none of these facts accounts for."""

    assertions: tuple[Assertion, ...]
    strange: tuple[str, ...]
    nearest: tuple[str, ...]
    entities: tuple[str, ...]


@dataclass(frozen=True)
class _Window:
    """A figure or date with the words around it that no other figure claims."""

    text: str
    kind: Kind


class Linker:
    """Links clauses with the facts of one store."""

    def __init__(self, store: Store, language: Language, asker: Asker, assertions: AssertionReader) -> None:
        self._store = store
        self._language = language
        self._terms = asker.terms
        self._reader = asker.reader
        self._index = asker.index
        self._ranker = asker.ranker
        self._assertions = assertions
        self._places = {profile.target.id: place for place, profile in enumerate(asker.index.profiles)}

    def link(self, clause: Clause, before: tuple[str, ...]) -> Linked:
        """What a clause asserts; `before` are the entities of the clause before, which a pronoun may mean."""
        fits = self._fits(clause.text, before)
        found = list(self._figures(clause, before))
        taken = {assertion.fact for assertion in found}
        found += [item for item in self._phrases(clause, fits) if item.fact not in taken]
        if not found:
            found += self._said_again(clause, fits)
        strange = self._strange(clause, {item.fact for item in found}) if found else ()
        nearest = tuple(fact for fit in fits[:3] for fact in fit.target.facts)[:3]
        entities = self._terms.read(clause.text).entities or before
        return Linked(tuple(found), strange, nearest, entities)

    def _fits(self, text: str, before: tuple[str, ...]) -> list[Fit]:
        part = self._reader.whole(text)
        if not part.terms.entities and before:
            words = (*part.terms.words, *(f"@{entity}" for entity in before))
            part = replace(part, terms=self._terms.of(words))
        return self._ranker.rank(replace(part, sought=None))

    def _figures(self, clause: Clause, before: tuple[str, ...]) -> Iterator[Assertion]:
        """Each figure and date, on the fact of its kind that the words around it fit best."""
        for window in self._windows(clause.text):
            fits = self._fits(window.text, before)
            fact = self._fact_of_kind(window.kind, fits)
            assertion = self._assertions.read(window.text, fact, clause.source) if fact else None
            if assertion:
                yield assertion

    def _windows(self, text: str) -> Iterator[_Window]:
        quantities = [
            (hit.start, hit.end, _KINDS[hit.quantity.kind])
            for hit in self._language.quantities.read(text)
            if hit.quantity.kind in _KINDS
        ]
        dates = [(hit.start, hit.end, Kind.DATE) for hit in self._language.dates.read(text)]
        spots = sorted(quantities + dates)
        for place, (_, _, kind) in enumerate(spots):
            same = [spot for spot in spots if spot[2] is not Kind.DATE or kind is Kind.DATE]
            start = max((end for _, end, _ in same if end <= spots[place][0]), default=0)
            stop = min((begin for begin, _, _ in same if begin >= spots[place][1]), default=len(text))
            yield _Window(text[start:stop], kind)

    def _fact_of_kind(self, kind: Kind, fits: list[Fit]) -> Fact | None:
        """The best fact of a kind; None where a known gap or an unaccounted year says that it is another matter."""
        own = [fit for fit in fits if fit.target.kind is TargetKind.FACT and self._kind(fit) is kind]
        if not own or own[0].score < _LINKED or self._other_year(own[0]):
            return None
        gap = next((fit for fit in fits if fit.target.kind is TargetKind.GAP), None)
        if gap and gap.score > own[0].score + _AHEAD:
            return None
        return self._store.facts[own[0].target.id]

    def _kind(self, fit: Fit) -> Kind:
        return self._store.facts[fit.target.id].kind

    def _other_year(self, fit: Fit) -> bool:
        return any(word.isdigit() for word in fit.strange)

    def _phrases(self, clause: Clause, fits: list[Fit]) -> Iterator[Assertion]:
        """Names and telling phrases, on the facts that fit the clause, the best first."""
        best = next((fit.score for fit in fits if fit.target.kind is TargetKind.FACT), 0.0)
        for fit in fits:
            if fit.target.kind is not TargetKind.FACT or fit.score < max(_TELLING, 0.6 * best):
                continue
            fact = self._store.facts[fit.target.id]
            if fact.kind not in (Kind.READING, Kind.ENTITY, Kind.ENTITIES):
                continue
            assertion = self._assertions.read(clause.text, fact, clause.source)
            if assertion:
                yield assertion

    def _said_again(self, clause: Clause, fits: list[Fit]) -> Iterator[Assertion]:
        """A clause that uses a fact's words without a telling phrase says, or denies, what the sources say."""
        best = fits[0] if fits else None
        if best is None or best.target.kind is not TargetKind.FACT:
            return
        if best.score < _SAID_AGAIN or best.cover < _ALMOST_ALL:
            return
        fact = self._store.facts[best.target.id]
        values: list[Value] = list(dict.fromkeys(claim.value for claim in fact.all_claims))
        if len(values) == 1 and isinstance(values[0], Reading | Names):
            yield Assertion(fact.id, values[0], self._assertions.denies(clause.text), clause.source)

    def _strange(self, clause: Clause, facts: set[str]) -> tuple[str, ...]:
        """Specific words of the clause that none of the facts accounts for."""
        places = [self._places[fact] for fact in facts]
        words = subject_words(self._reader.whole(clause.text).terms)
        return tuple(
            word
            for word in words
            if not word.startswith("@")
            and self._index.weight(word) >= _SPECIFIC
            and not any(self._index.accounted(word, place) for place in places)
        )

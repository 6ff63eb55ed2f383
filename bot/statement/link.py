"""Which facts does a clause speak of, and what does it assert on each?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.assertion import AssertionReader
from bot.commonness import zipf
from bot.comparison import Assertion
from bot.fact import Fact, Store, Value
from bot.question import Asker, Part
from bot.question.rank import Fit, subject_words
from bot.question.target import TargetKind
from bot.record import Kind
from bot.statement.clauses import Clause
from bot.store import Language
from bot.terms import Terms, stem
from bot.value import Names, QuantityKind, Reading

_LINKED = 0.45  # score from which a fact may be what a figure speaks of
_TELLING = 0.8  # score from which a phrase of a fact is taken to speak of it
_SAID_AGAIN = 1.75  # score from which a clause without a telling phrase says what the fact says
_ALMOST_ALL = 0.85  # share of its words that the fact must then account for
_SPECIFIC = 3.9  # weight from which a word that no fact accounts for leaves a clause uncovered
_COMMON = 5.2  # Zipf scale: words that every other text holds
_AHEAD = 0.0  # how much better a known gap must fit than any fact to be what is spoken of
_FAR_AHEAD = 0.5  # the same, where a telling phrase of the fact stands in the clause
_ALL = 0.95  # share of its words from which a fact leaves nothing of a text to a known gap
_AROUND = 0.5  # what the whole clause counts for beside the words next to a figure
_NEARLY = 0.7  # share of the best fit that another fact must reach to be spoken of as well
_MOST_WORDS = 0.7  # share of a clause's words that a fact about names must account for
_MEASURED = frozenset({Kind.MONEY, Kind.PERCENT, Kind.NUMBER, Kind.DATE, Kind.TEXT})
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
    """A figure or date with the words around it that no other figure claims.

    `counts` is False for a mere "one", which introduces more often than it counts.
    """

    text: str
    kind: Kind
    counts: bool


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
        self._negations = frozenset(language.words.questions.negations)
        modal = language.words.language.modal.values()
        self._empty = frozenset(word for group in (*modal, language.words.statements.attributions) for word in group)
        self._places = {profile.target.id: place for place, profile in enumerate(asker.index.profiles)}

    def link(self, clause: Clause, before: tuple[str, ...], opening: Linked | None = None) -> Linked:
        """What a clause asserts; `before` are the entities of the clause before, which a pronoun may mean.

        `opening` is what its first part was found to assert alone, which the longer text must not hide.
        """
        part = self._part(clause.text, before)
        fits = self._ranker.rank(part)
        figures, unlinked = self._figures(clause, fits, before)
        taken = {assertion.fact for assertion in figures}
        found = [*figures, *(item for item in self._phrases(clause, part, fits) if item.fact not in taken)]
        known = {assertion.fact for assertion in found}
        found += [item for item in (opening.assertions if opening else ()) if item.fact not in known]
        if not found and not unlinked:
            found += self._said_again(clause, fits)
        strange = self._strange(clause, {item.fact for item in found}) if found else ()
        nearest = tuple(dict.fromkeys(fact for fit in fits[:3] for fact in fit.target.facts))[:3]
        entities = self._terms.read(clause.text).entities
        credited = clause.sources or (None,)
        found = [replace(assertion, source=source) for assertion in found for source in credited]
        return Linked(tuple(found), (*unlinked, *strange), nearest, tuple(dict.fromkeys((*entities, *before))))

    def _part(self, text: str, before: tuple[str, ...]) -> Part:
        """A text to rank; a person of the clause before goes on where it names none of its own."""
        part = self._reader.whole(text)
        own = part.terms.entities
        meant = before if not own else () if self._people(own) else self._people(before)[:1]
        own_words = (word for word in part.terms.words if word not in self._negations)
        words = (*own_words, *(f"@{entity}" for entity in meant))
        return replace(part, terms=self._terms.of(words), sought=None)

    def _people(self, entities: tuple[str, ...]) -> tuple[str, ...]:
        known = self._store.entities
        return tuple(entity for entity in entities if entity in known and known[entity].kind == "person")

    def _figures(
        self, clause: Clause, around: list[Fit], before: tuple[str, ...]
    ) -> tuple[list[Assertion], tuple[str, ...]]:
        """Each figure and date on the fact of its kind that the words around it fit best, and those that fit none."""
        found: list[Assertion] = []
        unlinked: list[str] = []
        for window in (window for window in self._windows(clause.text) if window.counts):
            taken = {item.fact for item in found}
            part = self._part(window.text, before)
            part = replace(part, terms=self._without_years(part.terms)) if window.kind is Kind.DATE else part
            fact = self._fact_of_kind(window.kind, part, around, taken)
            assertion = self._assertions.read(window.text, fact) if fact else None
            if assertion:
                found.append(assertion)
            elif window.kind is not Kind.DATE:
                unlinked.append(window.text.strip())
        return found, tuple(unlinked)

    def _windows(self, text: str) -> Iterator[_Window]:
        quantities = [
            (hit.start, hit.end, _KINDS[hit.quantity.kind])
            for hit in self._language.quantities.read(text)
            if hit.quantity.kind in _KINDS and not self._in_a_name(text, hit.start, hit.end)
        ]
        dates = [(hit.start, hit.end, Kind.DATE) for hit in self._language.dates.read(text)]
        spots = sorted(quantities + dates)
        for place, (_, _, kind) in enumerate(spots):
            same = [spot for spot in spots if spot[2] is not Kind.DATE or kind is Kind.DATE]
            start = max((end for _, end, _ in same if end <= spots[place][0]), default=0)
            stop = min((begin for begin, _, _ in same if begin >= spots[place][1]), default=len(text))
            yield _Window(text[start:stop], kind, text[spots[place][0] : spots[place][1]].casefold() != "one")

    def _without_years(self, terms: Terms) -> Terms:
        """Where a date is the value, its year is no part of the subject."""
        return self._terms.of(tuple(word for word in terms.words if not word.isdigit()))

    def _in_a_name(self, text: str, start: int, end: int) -> bool:
        """True where a figure belongs to a name, as in the name of a model."""
        before = text[:start].split()[-1:]
        return bool(before) and len(self._terms.read(f"{before[0]} {text[start:end]}", mend=False).words) == 1

    def _fact_of_kind(self, kind: Kind, part: Part, around: list[Fit], taken: set[str]) -> Fact | None:
        """The best fact of a kind; None where a known gap or an unaccounted year says that it is another matter."""
        among = [self._places[fact.id] for fact in self._store.facts.values() if fact.kind is kind]
        whole = {fit.target.id: fit.score for fit in around}
        own = [fit for fit in self._ranker.rank(part, among) if fit.target.id not in taken]
        best = max(own, key=lambda fit: fit.score + _AROUND * whole.get(fit.target.id, 0.0), default=None)
        if best is None or best.score < _LINKED or (kind is not Kind.DATE and self._other_year(best, taken)):
            return None
        gap = next((fit for fit in self._ranker.rank(part)[:1] if fit.target.kind is TargetKind.GAP), None)
        other = gap and gap.score > best.score + _AHEAD and best.cover < _ALL
        return None if other else self._store.facts[best.target.id]

    def _other_year(self, fit: Fit, taken: set[str]) -> bool:
        """True where a year stands by that neither the fact knows nor one that the clause has spoken of already."""
        places = [self._places[fact] for fact in taken]
        years = [word for word in fit.strange if word.isdigit()]
        return any(not any(self._index.accounted(year, place) for place in places) for year in years)

    def _phrases(self, clause: Clause, part: Part, fits: list[Fit]) -> Iterator[Assertion]:
        """Names and telling phrases, on the facts that fit the clause, the best first."""
        telling = [self._places[fact] for fact in self._assertions.speak_of(clause.text, self._store.facts.values())]
        best_of_all = [fit for fit in fits if fit.target.kind is TargetKind.FACT]
        known = {fit.target.id for fit in best_of_all}
        facts = [*best_of_all, *(fit for fit in self._ranker.rank(part, telling) if fit.target.id not in known)]
        gap = next((fit.score for fit in fits if fit.target.kind is TargetKind.GAP), 0.0)
        best = facts[0].score if facts else 0.0
        listed = False
        for fit in facts:
            fact = self._store.facts[fit.target.id]
            if fit.score < max(_TELLING, _NEARLY * best, gap - _FAR_AHEAD) or fact.kind in _MEASURED:
                continue
            if fact.kind is not Kind.READING and (listed or fit.cover < _MOST_WORDS):
                continue
            assertions = self._assertions.read_all(clause.text, fact)
            listed = listed or (bool(assertions) and fact.kind is not Kind.READING)
            yield from assertions

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
            yield Assertion(fact.id, values[0], self._assertions.denies(clause.text), None)

    def _strange(self, clause: Clause, facts: set[str]) -> tuple[str, ...]:
        """Specific words of the clause that none of the facts accounts for; what is common in English is none."""
        places = [self._places[fact] for fact in facts]
        terms = self._reader.whole(self._assertions.without_figures(clause.text)).terms
        subjects = set(subject_words(terms))
        return tuple(
            word
            for word in dict.fromkeys(terms.words)
            if (own := stem(word)) in subjects
            and not word.startswith("@")
            and word not in self._empty
            and zipf(word) < _COMMON
            and self._index.weight(own) >= _SPECIFIC
            and not any(self._index.accounted(own, place) for place in places)
        )

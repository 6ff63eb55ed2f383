"""Of which fact does each figure and date of a clause speak?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.assertion import AssertionReader
from bot.comparison import Assertion
from bot.fact import Fact, Store
from bot.question import Asker, Part
from bot.question.rank import Fit
from bot.question.target import TargetKind
from bot.record import Kind
from bot.statement.subject import Subject, SubjectReader
from bot.store import Language
from bot.value import Quantity, QuantityKind

_LINKED = 0.45  # score from which a fact may be what a figure speaks of
_ALL = 0.95  # share of its words from which a fact leaves nothing of a text to a known gap
_AROUND = 0.5  # what the whole clause counts for beside the words next to a figure
_KINDS = {QuantityKind.MONEY: Kind.MONEY, QuantityKind.PERCENT: Kind.PERCENT, QuantityKind.NUMBER: Kind.NUMBER}


@dataclass(frozen=True)
class _Spot:
    """Where a figure or date stands.

    `counted` is the word behind a mere number, for what it counts; `definite` is False for what may as well say
    nothing: vague words, and dates.
    """

    start: int
    end: int
    kind: Kind
    counted: str = ""
    definite: bool = False


class FigureLinker:
    """Links the figures and dates of clauses with the facts of one store."""

    def __init__(
        self, store: Store, language: Language, asker: Asker, assertions: AssertionReader, subjects: SubjectReader
    ) -> None:
        self._store = store
        self._language = language
        self._terms = asker.terms
        self._index = asker.index
        self._ranker = asker.ranker
        self._assertions = assertions
        self._subjects = subjects

    def link(self, subject: Subject) -> tuple[tuple[Assertion, ...], tuple[str, ...]]:
        """Each figure and date on the fact of its kind that fits best, and the figures that fit none."""
        found: list[Assertion] = []
        unlinked: list[str] = []
        for spot, window in self._windows(subject.text):
            fact = self._fact(spot, window, subject, {item.fact for item in found})
            assertion = self._assertions.read(window, fact) if fact else None
            if assertion:
                found.append(assertion)
            elif spot.definite:
                unlinked.append(window.strip())
        return tuple(found), tuple(unlinked)

    def _windows(self, text: str) -> Iterator[tuple[_Spot, str]]:
        """Each figure or date with the text around it, up to its neighbours; a date does not part figures."""
        spots = sorted((*self._quantities(text), *self._dates(text)), key=lambda spot: (spot.start, spot.end))
        for spot in spots:
            others = [other for other in spots if other.kind is not Kind.DATE or spot.kind is Kind.DATE]
            start = max((other.end for other in others if other.end <= spot.start), default=0)
            stop = min((other.start for other in others if other.start >= spot.end), default=len(text))
            yield spot, text[start:stop]

    def _quantities(self, text: str) -> Iterator[_Spot]:
        for hit in self._language.quantities.read(text):
            kind = _KINDS.get(hit.quantity.kind)
            if kind and not _introduces(hit.quantity) and not self._in_a_name(text, hit.start, hit.end):
                counted = hit.quantity.unit if kind is Kind.NUMBER else ""
                yield _Spot(hit.start, hit.end, kind, counted, definite=hit.quantity.interval is not None)

    def _dates(self, text: str) -> Iterator[_Spot]:
        return (_Spot(hit.start, hit.end, Kind.DATE) for hit in self._language.dates.read(text))

    def _in_a_name(self, text: str, start: int, end: int) -> bool:
        """True where a figure belongs to a name, as in the name of a model."""
        before = text[:start].split()[-1:]
        return bool(before) and len(self._terms.read(f"{before[0]} {text[start:end]}", mend=False).words) == 1

    def _fact(self, spot: _Spot, window: str, subject: Subject, taken: set[str]) -> Fact | None:
        """The fact that a figure speaks of; one without a subject of its own goes on with what was spoken of before."""
        others = self._assertions.without_dates if spot.kind is Kind.DATE else self._assertions.without_quantities
        part = self._subjects.part(others(window), subject.before)
        among = [fact for fact in self._among(spot) if fact not in taken]
        best = self._best(part, subject, among)
        if (
            best
            and (spot.kind is Kind.DATE or not self._other_year(best, taken))
            and not self._is_known_gap(best, part)
        ):
            return self._store.facts[best.target.id]
        goes_on = [fact for fact in among if fact in subject.before.facts and not best]
        bare = not self._subjects.unaccounted(others(window), goes_on)
        return self._store.facts[goes_on[0]] if goes_on and bare else None

    def _best(self, part: Part, subject: Subject, among: list[str]) -> Fit | None:
        """What fits the words around a figure that no other claims, and beside them those of the whole clause."""
        whole = {fit.target.id: fit.score for fit in subject.fits}
        fits = self._ranker.rank(part, [self._subjects.places[fact] for fact in among])
        own = [fit for fit in fits if not self._subjects.frames.are_others(fit.target.id, part.terms)]
        bonus = {fit.target.id: self._subjects.bonus(fit.target.id, subject, part) for fit in own}
        best = max(
            own,
            key=lambda fit: fit.score + bonus[fit.target.id] + _AROUND * whole.get(fit.target.id, 0.0),
            default=None,
        )
        return best if best and best.score >= _LINKED else None

    def _is_known_gap(self, best: Fit, part: Part) -> bool:
        """True where a known gap fits better than the best fact, which does not have all the words."""
        gap = next((fit for fit in self._ranker.rank(part)[:1] if fit.target.kind is TargetKind.GAP), None)
        return gap is not None and gap.score > best.score and best.cover < _ALL

    def _among(self, spot: _Spot) -> list[str]:
        """The facts of a kind that give figures, not vague words alone; of numbers those that know what is counted."""
        word = "".join(self._terms.read(spot.counted).content)
        facts = (fact for fact in self._store.facts.values() if fact.kind is spot.kind)
        giving = (fact.id for fact in facts if not spot.definite or _gives_figures(fact))
        return [fact for fact in giving if not word or self._index.accounted(word, self._subjects.places[fact])]

    def _other_year(self, fit: Fit, taken: set[str]) -> bool:
        """True where a year stands by that neither the fact knows nor one that the clause has spoken of already."""
        places = [self._subjects.places[fact] for fact in taken]
        years = [word for word in fit.strange if word.isdigit()]
        return any(not any(self._index.accounted(year, place) for place in places) for year in years)


def _introduces(quantity: Quantity) -> bool:
    """True for a mere "one", which introduces more often than it counts."""
    return quantity.as_written.casefold() == "one"


def _gives_figures(fact: Fact) -> bool:
    return any(isinstance(claim.value, Quantity) and claim.value.interval for claim in fact.all_claims)

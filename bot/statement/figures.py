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
from bot.statement.around import Surroundings
from bot.statement.subject import Subject, SubjectReader
from bot.store import Language
from bot.value import Quantity, QuantityKind

_CERTAIN = 0.9  # share of its words from which, told beside too, a fact is meant even if nobody it is about is named
_LINKED = 0.2  # score from which a fact may be what a figure speaks of
_ALL = 0.95  # share of its words from which a fact leaves nothing of a text to a known gap
_NONE = ""  # dealt to a place that no fact is for
_NO_STOPGAP = 0.5  # share of the best fit that another fact must reach where the best speaks of another figure
_BESIDE = 0.6  # what it counts for that the words right beside a figure are those of the fact
_LEAST = 0.45  # share of the words around it for which a fact must account, or else their place must tell
_DATED = 0.4  # share of a fact's own sentence that must stand around a date
_SURELY = 0.85  # how well a fact must account for the word that a number counts
_COUNTED = 5  # words behind a figure that may tell what it counts
_AROUND = 0.5  # what the whole clause counts for beside the words next to a figure
_KINDS = {QuantityKind.MONEY: Kind.MONEY, QuantityKind.PERCENT: Kind.PERCENT, QuantityKind.NUMBER: Kind.NUMBER}


@dataclass(frozen=True)
class Figures:
    """What the figures and dates of a clause assert, those that fit no fact, and the stems of what these count."""

    linked: tuple[Assertion, ...] = ()
    unlinked: tuple[str, ...] = ()
    counted: frozenset[str] = frozenset()


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


@dataclass(frozen=True)
class _Place:
    """A figure or date with the text around it, that text without figures, and by what words it is ranked."""

    spot: _Spot
    window: str
    others: str
    part: Part


@dataclass(frozen=True)
class _Chance:
    """How well a fact fits a place: `total` also counts its own sentence and the whole clause."""

    fit: Fit
    total: float


class FigureLinker:
    """Links the figures and dates of clauses with the facts of one store."""

    def __init__(
        self, store: Store, language: Language, asker: Asker, assertions: AssertionReader, subjects: SubjectReader
    ) -> None:
        self._store = store
        self._language = language
        self._terms = asker.terms
        self._index = asker.index
        self._ranker = subjects.ranker
        self._assertions = assertions
        self._subjects = subjects
        self._surroundings = Surroundings(store.facts.values())

    def link(self, subject: Subject) -> Figures:
        """Each figure and date on the fact of its kind that fits best, and the figures that fit none."""
        linked = self._dealt_out(list(self._places(subject)), subject)
        read = [(place, self._assertions.read(place.window, fact) if fact else None) for place, fact in linked]
        missed = [place for place, assertion in read if not assertion and place.spot.definite]
        return Figures(
            tuple(assertion for _, assertion in read if assertion),
            tuple(place.window.strip() for place in missed),
            frozenset(word for place in missed for word in self._counted(subject.text[place.spot.end :])),
        )

    def _counted(self, behind: str) -> tuple[str, ...]:
        """The stems of the few words behind a figure, which tell what it counts."""
        return self._terms.read(behind, described=False).stems[:_COUNTED]

    def _dealt_out(self, places: list[_Place], subject: Subject) -> list[tuple[_Place, Fact | None]]:
        """Each place with its fact: no fact twice, and where two ask for one the better fit has it."""
        chances = [(chance, place) for place in places for chance in self._chances(place, subject)]
        chances.sort(key=lambda known: -known[0].total)
        best: dict[_Place, float] = {}
        dealt: dict[_Place, str] = {}
        for chance, place in chances:
            first = best.setdefault(place, chance.total)
            free = place not in dealt and chance.fit.target.id not in dealt.values()
            if free and chance.total >= _NO_STOPGAP * first:
                dealt[place] = (
                    chance.fit.target.id if self._may(chance.fit, place, set(dealt.values()) - {_NONE}) else _NONE
                )
        return [(place, self._fact(place, dealt.get(place), subject)) for place in places]

    def _fact(self, place: _Place, dealt: str | None, subject: Subject) -> Fact | None:
        """The fact dealt to a place; a figure without a subject of its own goes on with what was spoken of before."""
        if dealt is not None:
            return self._store.facts.get(dealt)
        goes_on = [fact for fact in self._among(place.spot) if fact in subject.before.facts]
        bare = not self._subjects.leftovers.of(place.others, goes_on)
        return self._store.facts[goes_on[0]] if goes_on and bare else None

    def _places(self, subject: Subject) -> Iterator[_Place]:
        for spot, window in self._windows(subject.text):
            dated = spot.kind is Kind.DATE
            others = (self._assertions.without_dates if dated else self._assertions.without_quantities)(window)
            yield _Place(spot, window, others, self._subjects.part(others, subject.before))

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
            kind = Kind.MONEY if self._assertions.is_bare_sum(hit.quantity) else _KINDS.get(hit.quantity.kind)
            if kind and not _introduces(hit.quantity) and not self._in_a_name(text, hit.start, hit.end):
                counted = hit.quantity.unit if kind is Kind.NUMBER else ""
                yield _Spot(hit.start, hit.end, kind, counted, definite=hit.quantity.interval is not None)

    def _dates(self, text: str) -> Iterator[_Spot]:
        return (_Spot(hit.start, hit.end, Kind.DATE) for hit in self._language.dates.read(text))

    def _in_a_name(self, text: str, start: int, end: int) -> bool:
        """True where a figure belongs to a name, as in the name of a model."""
        before = text[:start].split()[-1:]
        return bool(before) and len(self._terms.read(f"{before[0]} {text[start:end]}", mend=False).words) == 1

    def _chances(self, place: _Place, subject: Subject) -> Iterator[_Chance]:
        """How the facts fit the words around a figure that no other claims, and beside them those of the whole clause.

        Whom they are about must be named, unless the words leave no doubt.
        """
        among = [self._subjects.places[fact] for fact in self._among(place.spot)]
        whole = {fit.target.id: fit.score for fit in self._ranker.rank(subject.part, among)}
        for fit in self._ranker.rank(place.part, among):
            beside = self._told_beside(fit.target.id, place.spot, subject.text)
            certain = beside and fit.cover >= _CERTAIN and not fit.strange
            others = not certain and self._subjects.is_of_others(fit.target.id, subject, place.part.terms)
            enough = beside or self._is_enough(fit, place, subject)
            if enough and not others and fit.score + _BESIDE * beside >= _LINKED:
                extra = _BESIDE * beside + self._subjects.bonus(fit.target.id, subject, place.part)
                yield _Chance(fit, fit.score + extra + _AROUND * whole.get(fit.target.id, 0.0))

    def _is_enough(self, fit: Fit, place: _Place, subject: Subject) -> bool:
        """True where the words say enough of a fact; a date may stand by anything, and needs the fact's own words."""
        share = self._subjects.frames.share(fit.target.id, place.part.terms, subject.plain, *subject.before.terms)
        return fit.cover >= _LEAST and (place.spot.kind is not Kind.DATE or share >= _DATED)

    def _told_beside(self, fact: str, spot: _Spot, text: str) -> bool:
        return self._surroundings.tell(fact, text[: spot.start], text[spot.end :])

    def _may(self, fit: Fit, place: _Place, taken: set[str]) -> bool:
        """True unless a figure belongs to another year, or answers what no source does."""
        other_year = place.spot.kind is not Kind.DATE and self._other_year(fit, taken)
        return not other_year and not self._is_known_gap(fit, place.part)

    def _is_known_gap(self, best: Fit, part: Part) -> bool:
        """True where a known gap fits better than the best fact, which does not have all the words."""
        gap = next((fit for fit in self._ranker.rank(part)[:1] if fit.target.kind is TargetKind.GAP), None)
        return gap is not None and gap.score > best.score and best.cover < _ALL

    def _among(self, spot: _Spot) -> list[str]:
        """The facts of a kind that give figures, not vague words alone; of numbers those that know what is counted."""
        word = "".join(self._terms.read(spot.counted).content)
        facts = (fact for fact in self._store.facts.values() if fact.kind is spot.kind)
        giving = (fact.id for fact in facts if not spot.definite or _gives_figures(fact))
        return [
            fact for fact in giving if not word or self._index.accounted(word, self._subjects.places[fact]) >= _SURELY
        ]

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

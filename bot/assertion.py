"""What does a text assert on a fact? Reads figures, dates, names and readings into the values that claims have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from bot.comparison import Assertion
from bot.fact import Fact, Value
from bot.record import Entity, Kind
from bot.store import Language
from bot.terms import TermReader, Terms, stem
from bot.value import Names, QuantityKind, Reading

_MEASURED = {
    Kind.MONEY: QuantityKind.MONEY,
    Kind.PERCENT: QuantityKind.PERCENT,
    Kind.NUMBER: QuantityKind.NUMBER,
}
_SLACK = 3  # words that may stand between those of a cue: "stays, as far as is known, on the board" is too far
_REACH = 4  # words before a cue in which a negation turns it round
_LIGHT = frozenset(
    {"a", "an", "the", "of", "to", "is", "are", "was", "were", "be", "been", "it", "his", "her", "their"}
)


@dataclass(frozen=True)
class Asserted:
    """A value read from a text; `weight` tells how much of the text stands behind it, for choosing between readings."""

    value: Value
    denied: bool
    weight: float


@dataclass(frozen=True)
class _Cue:
    reading: str
    stems: tuple[str, ...]


class AssertionReader:
    """Reads what texts assert, for the facts of one store."""

    def __init__(self, language: Language, terms: TermReader, entities: Mapping[str, Entity]) -> None:
        self._language = language
        self._kinds = {entity.id: entity.kind for entity in entities.values()}
        self._terms = terms
        self._negations = frozenset(stem(word) for word in language.words.questions.negations)
        self._cues: dict[str, tuple[_Cue, ...]] = {}

    def read(self, text: str, fact: Fact, source: str | None = None) -> Assertion | None:
        """What `text` asserts on `fact`, or None where it gives no value of the fact's kind."""
        found = self._read(text, fact)
        return Assertion(fact.id, found.value, found.denied, source) if found else None

    def speak_of(self, text: str, facts: Iterable[Fact]) -> tuple[str, ...]:
        """The facts of which a telling phrase stands in a text."""
        terms = self._terms.read(text, described=False)
        return tuple(fact.id for fact in facts if fact.kind is Kind.READING and self._reading(terms, fact))

    def denies(self, text: str) -> bool:
        """True where a text holds a negation."""
        return self._denies(self._terms.read(text), 0)

    def _read(self, text: str, fact: Fact) -> Asserted | None:
        terms = self._terms.read(text, described=fact.kind is not Kind.READING)
        match fact.kind:
            case Kind.MONEY | Kind.PERCENT | Kind.NUMBER:
                return self._figure(text, fact, terms)
            case Kind.DATE:
                dates = self._language.dates.read(text)
                return Asserted(dates[0].date, self._denies(terms, 0), 1.0) if dates else None
            case Kind.ENTITY | Kind.ENTITIES:
                return self._names(terms, fact)
            case Kind.READING:
                return self._reading(terms, fact)
            case _:
                return None

    def _figure(self, text: str, fact: Fact, terms: Terms) -> Asserted | None:
        kind = _MEASURED[fact.kind]
        found = [hit.quantity for hit in self._language.quantities.read(text) if hit.quantity.kind is kind]
        figures = sorted(found, key=lambda quantity: quantity.interval is None)
        if not figures:
            return None
        figure = replace(figures[0], unit=fact.unit) if fact.kind is Kind.NUMBER and fact.unit else figures[0]
        return Asserted(figure, self._denies(terms, len(terms.words)), 1.0)

    def _names(self, terms: Terms, fact: Fact) -> Asserted | None:
        """The entities of the kind that the fact names; what it is about is its subject, not its value."""
        held = {name for claim in fact.all_claims if isinstance(claim.value, Names) for name in claim.value.ids}
        kinds = {self._kinds.get(entity) for entity in held}
        fitting = [entity for entity in terms.entities if self._kinds.get(entity) in kinds]
        named = [entity for entity in fitting if entity in held or entity not in fact.about]
        if fact.kind is Kind.ENTITY and held & set(named):
            named = [entity for entity in named if entity in held]
        return Asserted(Names.of(*named), self._denies(terms, len(terms.words)), 1.0) if named else None

    def _reading(self, terms: Terms, fact: Fact) -> Asserted | None:
        """The reading with the longest cue in the text; a negation shortly before it turns it round."""
        stems = tuple(word for word in terms.stems if word not in _LIGHT)
        hits = [(cue, place) for cue in self._cues_of(fact) if (place := _find(cue.stems, stems)) is not None]
        if not hits:
            return None
        cue, (start, end) = max(hits, key=lambda hit: (len(hit[0].stems), sum(map(len, hit[0].stems))))
        around = stems[max(0, start - _REACH) : end]
        turned = any(word in self._negations for word in around) and not self._negations & set(cue.stems)
        denied = turned and not self._negative(cue.reading, fact)
        return Asserted(Reading(cue.reading), denied, float(len(cue.stems)))

    def _negative(self, reading: str, fact: Fact) -> bool:
        """True where the sources themselves put a reading with a negation, which then turns nothing round."""
        quotes = (claim.citation.quote for claim in fact.all_claims if claim.value == Reading(reading))
        return any(self._negations & set(self._terms.read(quote, mend=False).stems) for quote in quotes)

    def _cues_of(self, fact: Fact) -> tuple[_Cue, ...]:
        if fact.id not in self._cues:
            self._cues[fact.id] = tuple(self._made(fact))
        return self._cues[fact.id]

    def _made(self, fact: Fact) -> Iterator[_Cue]:
        for key, reading in fact.readings.items():
            for phrase in (reading.label, *reading.cues):
                words = self._terms.read(phrase, mend=False, described=False).stems
                stems = tuple(word for word in words if word not in _LIGHT)
                if any(not word.startswith("@") for word in stems):
                    yield _Cue(key, stems)

    def _denies(self, terms: Terms, place: int) -> bool:
        return any(word in self._negations for word in terms.stems[: place or None])


def _find(cue: tuple[str, ...], stems: tuple[str, ...]) -> tuple[int, int] | None:
    """Where the words of a cue begin and end in a text, in order and close together; None where they do not stand."""
    for start, word in enumerate(stems):
        length = _length(cue, stems[start : start + len(cue) + _SLACK]) if word == cue[0] else None
        if length:
            return start, start + length
    return None


def _length(cue: tuple[str, ...], stems: tuple[str, ...]) -> int | None:
    """How many words it takes to find all words of a cue in order; None where they are not all there."""
    place = 0
    for wanted in cue:
        rest = stems[place:]
        if wanted not in rest:
            return None
        place += rest.index(wanted) + 1
    return place

"""What does a text assert on a fact? Reads figures, dates, names and readings into the values that claims have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from bot.comparison import Assertion
from bot.cue import CueReader, Hit
from bot.fact import Fact, Value
from bot.record import Entity, Kind
from bot.store import Language
from bot.terms import TermReader, Terms, stem
from bot.value import Names, Quantity, QuantityKind, Reading

_MEASURED = {
    Kind.MONEY: QuantityKind.MONEY,
    Kind.PERCENT: QuantityKind.PERCENT,
    Kind.NUMBER: QuantityKind.NUMBER,
}
_MEASURES = {QuantityKind.MONEY: "dollars", QuantityKind.PERCENT: "percent"}
_MILLION = 1_000_000
_NEAR = 5  # words before a figure in which a negation denies it
_ENDS = re.compile(r"[,;:–—()]")  # what stands before these denies no figure behind them


@dataclass(frozen=True)
class Asserted:
    """A value read from a text; `words` are the stems that tell a reading."""

    value: Value
    denied: bool
    words: frozenset[str] = frozenset()


class AssertionReader:
    """Reads what texts assert, for the facts of one store."""

    def __init__(self, language: Language, terms: TermReader, entities: Mapping[str, Entity]) -> None:
        self._language = language
        self._kinds = {entity.id: entity.kind for entity in entities.values()}
        self._terms = terms
        self._fillers = frozenset(language.words.questions.fillers)
        self._negations = frozenset(stem(word) for word in language.words.questions.negations)
        bounds = (phrase for phrases in language.words.numbers.before.values() for phrase in phrases)
        self._bounds = re.compile(rf"\b(?:{'|'.join(map(re.escape, bounds))})\s*$", re.IGNORECASE)
        self._cues = CueReader(terms, language.words)

    def read(self, text: str, fact: Fact, source: str | None = None) -> Assertion | None:
        """What `text` asserts on `fact`, or None where it gives no value of the fact's kind."""
        found = self._read(text, fact)
        return Assertion(fact.id, found.value, found.denied, source) if found else None

    def read_all(self, text: str, fact: Fact) -> tuple[Asserted, ...]:
        """All that a statement asserts on `fact`: where readings are told by separate words, each of them."""
        if fact.kind is Kind.READING:
            return tuple(self._all_readings(self._terms.read(text, described=False), fact))
        found = self._read(text, fact)
        return (found,) if found else ()

    def speak_of(self, text: str, facts: Iterable[Fact]) -> tuple[str, ...]:
        """The facts of which a telling phrase stands in a text."""
        terms = self._terms.read(text, described=False)
        return tuple(fact.id for fact in facts if fact.kind is Kind.READING and self._reading(terms, fact))

    def denies(self, text: str) -> bool:
        """True where a text holds a negation; that of a figure ("no more than") limits it and denies nothing."""
        return self._denies(self._terms.read(self.without_figures(text)))

    def is_negative(self, reading: str, fact: Fact) -> bool:
        """True for a reading that says that something is not so."""
        return self._cues.is_negative(reading, fact)

    def is_bare_sum(self, quantity: Quantity) -> bool:
        """True for a number of millions that counts nothing: people leave out the currency, as in "15bn for a half"."""
        end = (quantity.interval.low or quantity.interval.high) if quantity.interval else None
        counts = quantity.unit and quantity.unit not in self._fillers
        return quantity.kind is QuantityKind.NUMBER and not counts and end is not None and end >= _MILLION

    def without_figures(self, text: str) -> str:
        """A text without its figures and dates, hedges included."""
        return self.without_dates(self.without_quantities(text))

    def without_quantities(self, text: str) -> str:
        """A text with no more of its figures than what they measure: percent, dollars."""
        found = self._language.quantities.read(text)
        return _replaced(((hit.start, hit.end, _MEASURES.get(hit.quantity.kind, "")) for hit in found), text)

    def without_dates(self, text: str) -> str:
        """A text without its dates."""
        return _replaced(((hit.start, hit.end, "") for hit in self._language.dates.read(text)), text)

    def _read(self, text: str, fact: Fact) -> Asserted | None:
        match fact.kind:
            case Kind.MONEY | Kind.PERCENT | Kind.NUMBER:
                return self._figure(text, fact)
            case Kind.DATE:
                return self._date(text)
            case Kind.ENTITY | Kind.ENTITIES:
                by_name = self._names(self._terms.read(text, described=False), fact)
                return by_name or self._names(self._terms.read(text), fact)
            case Kind.READING:
                return self._reading(self._terms.read(text, described=False), fact)
            case _:
                return None

    def _figure(self, text: str, fact: Fact) -> Asserted | None:
        kind = _MEASURED[fact.kind]
        bare = fact.kind is Kind.MONEY
        every = self._language.quantities.read(text)
        found = [hit for hit in every if hit.quantity.kind is kind or (bare and self.is_bare_sum(hit.quantity))]
        if not found:
            return None
        first = min(found, key=lambda hit: hit.quantity.interval is None)
        return Asserted(self._measured(first.quantity, fact), self._denied_at(text, first.start))

    def _measured(self, quantity: Quantity, fact: Fact) -> Quantity:
        """A figure in the unit in which the fact is told, where it has none of its own."""
        if fact.kind is Kind.NUMBER and fact.unit:
            return replace(quantity, unit=fact.unit)
        held = next((claim.value for claim in fact.all_claims if isinstance(claim.value, Quantity)), None)
        return replace(quantity, kind=held.kind, unit=held.unit) if held and self.is_bare_sum(quantity) else quantity

    def _date(self, text: str) -> Asserted | None:
        found = self._language.dates.read(text)
        return Asserted(found[0].date, self._denied_at(text, found[0].start)) if found else None

    def _denied_at(self, text: str, place: int) -> bool:
        """True where a negation stands before a place and near it; one of a bound ("no more than") is none."""
        near = _ENDS.split(self._bounds.sub(" ", text[:place]))[-1]
        return bool(self._negations & set(self._terms.read(near).stems[-_NEAR:]))

    def _names(self, terms: Terms, fact: Fact) -> Asserted | None:
        """The entities of the kind that the fact names; what it is about is its subject, not its value."""
        held = {name for claim in fact.all_claims if isinstance(claim.value, Names) for name in claim.value.ids}
        kinds = {self._kinds.get(entity) for entity in held}
        fitting = [entity for entity in terms.entities if self._kinds.get(entity) in kinds]
        named = [entity for entity in fitting if entity in held or entity not in fact.about]
        if fact.kind is Kind.ENTITY and held & set(named):
            named = [entity for entity in named if entity in held]
        return Asserted(Names.of(*named), self._denies(terms)) if named else None

    def _reading(self, terms: Terms, fact: Fact) -> Asserted | None:
        """The reading with the longest cue in the text."""
        stems = self._cues.telling(terms)
        hits = self._cues.hits(stems, fact)
        return self._asserted(max(hits, key=_weight), stems, fact) if hits else None

    def _all_readings(self, terms: Terms, fact: Fact) -> list[Asserted]:
        """Every reading with a cue of its own, the longest first; beside that one, a cue may not be torn apart.

        What comes behind "whether" is asked, and stands for nothing but what the sources themselves merely ask.
        """
        stems = self._cues.telling(terms)
        hits = [hit for hit in self._cues.hits(stems, fact) if not self._cues.is_asked(hit, stems, fact)]
        hits = [hit for hit in hits if not hit.cue.common] or hits
        hits.sort(key=_weight)
        first = hits[-1:]
        close = [hit for hit in hits if hit.is_close and not any(other.hides(hit) for other in hits)]
        chosen = {hit.cue.reading: hit for hit in (*close, *first)}
        return [self._asserted(hit, stems, fact) for hit in sorted(chosen.values(), key=_weight, reverse=True)]

    def _asserted(self, hit: Hit, stems: tuple[str, ...], fact: Fact) -> Asserted:
        denied = self._cues.is_turned(hit, stems, fact)
        return Asserted(Reading(hit.cue.reading), denied, frozenset(hit.cue.stems))

    def _denies(self, terms: Terms) -> bool:
        return bool(self._negations & set(terms.stems))


def _weight(hit: Hit) -> tuple[int, int]:
    return hit.weight


def _replaced(spans: Iterable[tuple[int, int, str]], text: str) -> str:
    for start, end, word in sorted(spans, reverse=True):
        text = f"{text[:start]} {word} {text[end:]}"
    return text

"""What does a text assert on a fact? Reads figures, dates, names and readings into the values that claims have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from bot.comparison import Assertion
from bot.fact import Claim, Fact, Value
from bot.record import Entity, Kind, Modality
from bot.store import Language
from bot.terms import TermReader, Terms, stem
from bot.value import Names, QuantityKind, Reading

_MEASURED = {
    Kind.MONEY: QuantityKind.MONEY,
    Kind.PERCENT: QuantityKind.PERCENT,
    Kind.NUMBER: QuantityKind.NUMBER,
}
_MEASURES = {QuantityKind.MONEY: "dollars", QuantityKind.PERCENT: "percent"}
_PLACEHOLDER = re.compile(r"\{[a-z0-9-]+\}")
_SLACK = 3  # words that may stand between those of a cue: "stays, as far as is known, on the board" is too far
_REACH = 4  # words before a cue in which a negation turns it round
_LIGHT = frozenset(
    {"a", "an", "the", "of", "to", "is", "are", "was", "were", "be", "been", "it", "his", "her", "their"}
)


@dataclass(frozen=True)
class Asserted:
    """A value read from a text; `words` are the stems that tell a reading."""

    value: Value
    denied: bool
    words: frozenset[str] = frozenset()


@dataclass(frozen=True)
class _Cue:
    """A phrase of a reading; `common` where the fact's own sentence has all its words, whatever the reading."""

    reading: str
    stems: tuple[str, ...]
    common: bool


@dataclass(frozen=True)
class _Hit:
    """A cue that stands in a text, and at which of its words."""

    cue: _Cue
    places: tuple[int, ...]

    @property
    def is_close(self) -> bool:
        """True where no other word stands between its words."""
        return self.places[-1] - self.places[0] < len(self.places)

    def hides(self, other: _Hit) -> bool:
        """True where all words of another reading's cue belong to this longer one."""
        return self.cue.reading != other.cue.reading and set(other.places) < set(self.places)


class AssertionReader:
    """Reads what texts assert, for the facts of one store."""

    def __init__(self, language: Language, terms: TermReader, entities: Mapping[str, Entity]) -> None:
        self._language = language
        self._kinds = {entity.id: entity.kind for entity in entities.values()}
        self._terms = terms
        self._negations = frozenset(stem(word) for word in language.words.questions.negations)
        self._asking = frozenset(stem(word) for word in language.words.language.modal[Modality.QUESTION])
        self._cues: dict[str, tuple[_Cue, ...]] = {}

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
                dates = self._language.dates.read(text)
                return Asserted(dates[0].date, self.denies(text)) if dates else None
            case Kind.ENTITY | Kind.ENTITIES:
                by_name = self._names(self._terms.read(text, described=False), fact)
                return by_name or self._names(self._terms.read(text), fact)
            case Kind.READING:
                return self._reading(self._terms.read(text, described=False), fact)
            case _:
                return None

    def _figure(self, text: str, fact: Fact) -> Asserted | None:
        kind = _MEASURED[fact.kind]
        found = [hit.quantity for hit in self._language.quantities.read(text) if hit.quantity.kind is kind]
        figures = sorted(found, key=lambda quantity: quantity.interval is None)
        if not figures:
            return None
        figure = replace(figures[0], unit=fact.unit) if fact.kind is Kind.NUMBER and fact.unit else figures[0]
        return Asserted(figure, self.denies(text))

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
        stems = _telling(terms)
        hits = self._hits(stems, fact)
        return self._asserted(max(hits, key=_weight), stems, fact) if hits else None

    def _all_readings(self, terms: Terms, fact: Fact) -> list[Asserted]:
        """Every reading with a cue of its own, the longest first; beside that one, a cue may not be torn apart.

        What comes behind "whether" is asked, and stands for nothing but what the sources themselves merely ask.
        """
        stems = _telling(terms)
        hits = [hit for hit in self._hits(stems, fact) if not self._is_asked(hit, stems, fact)]
        hits = [hit for hit in hits if not hit.cue.common] or hits
        hits.sort(key=_weight)
        first = hits[-1:]
        close = [hit for hit in hits if hit.is_close and not any(other.hides(hit) for other in hits)]
        chosen = {hit.cue.reading: hit for hit in (*close, *first)}
        return [self._asserted(hit, stems, fact) for hit in sorted(chosen.values(), key=_weight, reverse=True)]

    def _hits(self, stems: tuple[str, ...], fact: Fact) -> list[_Hit]:
        found = ((cue, _find(cue.stems, stems)) for cue in self._cues_of(fact))
        return [_Hit(cue, places) for cue, places in found if places]

    def _is_asked(self, hit: _Hit, stems: tuple[str, ...], fact: Fact) -> bool:
        if not self._asking & set(stems[: hit.places[0]]):
            return False
        return not any(claim.value == Reading(hit.cue.reading) for claim in fact.all_claims if _asks(claim))

    def _asserted(self, hit: _Hit, stems: tuple[str, ...], fact: Fact) -> Asserted:
        """The reading of a cue; a negation shortly before it turns it round."""
        around = stems[max(0, hit.places[0] - _REACH) : hit.places[-1] + 1]
        turned = self._negations & set(around) and not self._negations & set(hit.cue.stems)
        denied = bool(turned) and not self._negative(hit.cue.reading, fact)
        return Asserted(Reading(hit.cue.reading), denied, frozenset(hit.cue.stems))

    def _negative(self, reading: str, fact: Fact) -> bool:
        """True where the sources themselves put a reading with a negation, which then turns nothing round."""
        quotes = (claim.citation.quote for claim in fact.all_claims if claim.value == Reading(reading))
        return any(self._negations & set(self._terms.read(quote, mend=False).stems) for quote in quotes)

    def _cues_of(self, fact: Fact) -> tuple[_Cue, ...]:
        if fact.id not in self._cues:
            self._cues[fact.id] = tuple(self._made(fact))
        return self._cues[fact.id]

    def _made(self, fact: Fact) -> Iterator[_Cue]:
        frame = set(self._terms.read(_PLACEHOLDER.sub(" ", fact.says), mend=False).stems)
        for key, reading in fact.readings.items():
            for phrase in (reading.label, *reading.cues):
                stems = _telling(self._terms.read(phrase, mend=False, described=False))
                if any(not word.startswith("@") for word in stems):
                    yield _Cue(key, stems, common=frame.issuperset(stems))

    def _denies(self, terms: Terms) -> bool:
        return bool(self._negations & set(terms.stems))


def _weight(hit: _Hit) -> tuple[int, int]:
    """How much of a text a cue accounts for."""
    return len(hit.cue.stems), sum(map(len, hit.cue.stems))


def _telling(terms: Terms) -> tuple[str, ...]:
    """The stems of a text without the lightest words, which cues are compared with."""
    return tuple(word for word in terms.stems if word not in _LIGHT)


def _replaced(spans: Iterable[tuple[int, int, str]], text: str) -> str:
    for start, end, word in sorted(spans, reverse=True):
        text = f"{text[:start]} {word} {text[end:]}"
    return text


def _asks(claim: Claim) -> bool:
    return claim.modality is Modality.QUESTION


def _find(cue: tuple[str, ...], stems: tuple[str, ...]) -> tuple[int, ...]:
    """Where the words of a cue stand in a text, in order and close together; empty where they do not."""
    for start, word in enumerate(stems):
        places = _places(cue, start, stems[: start + len(cue) + _SLACK]) if word == cue[0] else ()
        if places:
            return places
    return ()


def _places(cue: tuple[str, ...], start: int, stems: tuple[str, ...]) -> tuple[int, ...]:
    """The places of all words of a cue in order from `start`; empty where they are not all there."""
    places: list[int] = []
    for wanted in cue:
        if wanted not in stems[start:]:
            return ()
        places.append(stems.index(wanted, start))
        start = places[-1] + 1
    return tuple(places)

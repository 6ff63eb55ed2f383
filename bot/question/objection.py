"""Does somebody hold another value against what was just said: "no, it was 20 billion", "I read it is 30", "51%?"

The value is read on the fact that was told, whatever unit goes unsaid, so that the sources can judge it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from bot.article import normalise
from bot.assertion import AssertionReader
from bot.comparison import Assertion
from bot.fact import Fact, Store
from bot.question.ask import Asker
from bot.question.completion import is_same_matter
from bot.question.focus import Focus
from bot.question.rank import subject_words
from bot.record import FollowUpWords, Kind
from bot.store import Language
from bot.terms import stem
from bot.value import Quantity, QuantityKind
from bot.value.written import write_figure

_CLAUSES = re.compile(r"[,;:!?]+(?!\d)|\.(?!\d)|\s-\s|\bbut\b")
_WORD = re.compile(r"[^\W\d_][\w']*")
_FIGURES = frozenset({Kind.MONEY, Kind.PERCENT, Kind.NUMBER})
_THOUSAND = 1_000


@dataclass(frozen=True)
class Objection:
    """That somebody doubts a fact; `assertion` is what they say instead, None where that is nothing we can read."""

    fact: str
    assertion: Assertion | None


class ObjectionReader:
    """Reads objections for one store."""

    def __init__(self, store: Store, language: Language, asker: Asker, assertions: AssertionReader) -> None:
        words: FollowUpWords = language.words.follow_ups
        self._store = store
        self._language = language
        self._asker = asker
        self._assertions = assertions
        short = language.words.questions.short_forms
        self._opener = _starting([_spelled_out(phrase, short) for phrase in words.openers])
        self._objection = _starting([_spelled_out(phrase, short) for phrase in words.objections])
        self._places = {profile.target.id: place for place, profile in enumerate(asker.index.profiles)}

    def read(self, message: str, focus: Focus) -> Objection | None:
        """What is held against the last facts, or against what is named instead; None where that is nothing."""
        text, objects = self._without_opening(self._spelled_out(message))
        for fact in self._near(focus) if objects else self._told(focus):
            assertion = self._asserted(text, fact)
            if assertion and (objects or _is_exact(assertion)) and self._concerns(text, fact, objects=objects):
                return Objection(fact.id, assertion)
        return self._of_its_own(text, focus) if objects else None

    def _told(self, focus: Focus) -> list[Fact]:
        return [self._store.facts[fact] for fact in focus.facts]

    def _near(self, focus: Focus) -> list[Fact]:
        """What was told, then what else is told of the same: "no, 49%" after a sum is about the share."""
        told = self._told(focus)
        return [
            *told,
            *(fact for fact in self._store.facts.values() if fact not in told and is_same_matter(fact, told[0])),
        ]

    def _of_its_own(self, text: str, focus: Focus) -> Objection | None:
        """An objection that names its subject: "no, the valuation was 30 billion"; idle doubt is of the last fact."""
        part = self._asker.reader.whole(self._without_dates(self._without_figures(text)))
        found = self._asker.found(part, self._asker.ranker.rank(part))
        if not found.facts or not any(word[0] != "@" for word in part.terms.content):
            return Objection(focus.facts[0], None)
        asserted = ((fact, self._asserted(text, self._store.facts[fact])) for fact in found.facts)
        return next((Objection(fact, assertion) for fact, assertion in asserted if assertion), None)

    def _spelled_out(self, message: str) -> str:
        """The message with short forms written out: "that's" as "that is", "isn't" as "is not"."""
        return _spelled_out(message, self._language.words.questions.short_forms)

    def _without_opening(self, text: str) -> tuple[str, bool]:
        """The text without how it begins, and whether that was an objection."""
        objects = False
        while found := self._opener.match(text) or self._objection.match(text):
            objects = objects or bool(self._objection.match(text))
            text = text[found.end() :]
        return text, objects

    def _asserted(self, text: str, fact: Fact) -> Assertion | None:
        """What the last clause that gives a value asserts; one that is not denied comes first: "not 49 but 51%"."""
        clauses = [clause for clause in _CLAUSES.split(text) if clause and clause.strip()]
        found = [assertion for clause in reversed(clauses) if (assertion := self._read(clause, fact))]
        return min(found, key=lambda assertion: assertion.denied, default=None)

    def _read(self, clause: str, fact: Fact) -> Assertion | None:
        return self._assertions.read(clause, fact) or self._assertions.read(self._in_units(clause, fact), fact)

    def _in_units(self, clause: str, fact: Fact) -> str:
        """The clause with a bare number in the fact's unit and scale: "30" where billions are told is $30 billion."""
        held = next((claim.value for claim in fact.all_claims if isinstance(claim.value, Quantity)), None)
        bare = [hit for hit in self._language.quantities.read(clause) if hit.quantity.kind is QuantityKind.NUMBER]
        number = bare[0].quantity.interval.low if bare and bare[0].quantity.interval else None
        if fact.kind not in _FIGURES or held is None or number is None:
            return clause
        scale = _scale(held) if number < _THOUSAND else Decimal(1)
        figure = write_figure(number * scale, held.unit)
        return f"{clause[: bare[0].start]}{figure}{clause[bare[0].end :]}"

    def _concerns(self, text: str, fact: Fact, *, objects: bool) -> bool:
        """Whether all else that is said has a part in the fact; without an objection there must be nothing else."""
        rest = self._asker.terms.read(self._without_values(text, fact))
        words = [stem(word) for word in subject_words(rest)]
        if fact.kind in _FIGURES or fact.kind is Kind.DATE:
            place = self._places[fact.id]
            return all(objects and self._asker.index.accounted(word, place) for word in words)
        return objects

    def _without_values(self, text: str, fact: Fact) -> str:
        """The text without what the fact could be told by: figures, or dates."""
        return self._without_dates(text) if fact.kind is Kind.DATE else self._without_figures(text)

    def _without_figures(self, text: str) -> str:
        return _cut(text, [(hit.start, hit.end) for hit in self._language.quantities.read(text)])

    def _without_dates(self, text: str) -> str:
        return _cut(text, [(hit.start, hit.end) for hit in self._language.dates.read(text)])


def _cut(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in reversed(spans):
        text = f"{text[:start]} {text[end:]}"
    return text


def _spelled_out(text: str, short: Mapping[str, str]) -> str:
    return _WORD.sub(lambda found: short.get(found[0], found[0].replace("n't", " not")), normalise(text))


def _starting(phrases: Iterable[str]) -> re.Pattern[str]:
    """A text that begins with one of the phrases, the longest first, and what sets it off."""
    ordered = sorted(phrases, key=len, reverse=True)
    return re.compile(rf"\s*(?:{'|'.join(map(re.escape, ordered))})(?!\w)[\s,;:.!-]*")


def _is_exact(assertion: Assertion) -> bool:
    """Whether a value is one that only an objection would bring; "a billion-dollar deal" is everyday talk."""
    return not isinstance(assertion.value, Quantity) or assertion.value.interval is not None


def _scale(held: Quantity) -> Decimal:
    """The thousand, million or billion that a figure is written in."""
    end = held.interval and (held.interval.low or held.interval.high)
    scale = Decimal(1)
    while end and end >= scale * _THOUSAND:
        scale *= _THOUSAND
    return scale

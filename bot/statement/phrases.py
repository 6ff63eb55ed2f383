"""Of which facts do the names and telling phrases of a clause speak?

A fact is spoken of where a phrase of one of its readings, or a name that it may have for a value, stands in the clause,
and its own sentence fits the clause well enough beside others. What tells of one fact does not tell of a lesser one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.assertion import Asserted, AssertionReader
from bot.comparison import Assertion
from bot.fact import Fact, Store, Value
from bot.question import Asker, Part
from bot.question.rank import Fit
from bot.question.target import TargetKind
from bot.record import Kind
from bot.statement.subject import SubjectReader
from bot.terms import stem
from bot.value import Names, Reading

_TELLING = 0.8  # how well a fact must fit for its phrase to be taken to speak of it
_NEARLY = 0.7  # share of the best fit that another fact must reach to be spoken of as well
_FAR_AHEAD = 0.5  # how much better a known gap must fit to be spoken of instead
_MOST_WORDS = 0.7  # share of a clause's words that a fact about names must account for
_SAID_AGAIN = 1.75  # score from which a clause without a telling phrase says what the fact says
_ALMOST_ALL = 0.85  # share of its words that the fact must then account for
_TOLD = frozenset({Kind.READING, Kind.ENTITY, Kind.ENTITIES})


@dataclass(frozen=True)
class _Candidate:
    """A fact that a text may speak of, what it then asserts, and by which words."""

    fact: str
    fitting: float
    asserted: tuple[Asserted, ...]
    words: frozenset[str]


class PhraseLinker:
    """Links the names and telling phrases of clauses with the facts of one store."""

    def __init__(self, store: Store, asker: Asker, assertions: AssertionReader, subjects: SubjectReader) -> None:
        self._facts = store.facts
        self._terms = asker.terms
        self._index = asker.index
        self._ranker = asker.ranker
        self._assertions = assertions
        self._frames = subjects.frames
        self._places = {profile.target.id: place for place, profile in enumerate(asker.index.profiles)}

    def link(self, text: str, part: Part, fits: list[Fit]) -> Iterator[Assertion]:
        """What names and telling phrases of a text assert; `part` is its subject, `fits` what that fits best."""
        candidates = sorted(self._candidates(text, part, fits), key=lambda candidate: -candidate.fitting)
        least = max(_TELLING, _NEARLY * candidates[0].fitting) if candidates else 0.0
        told: set[str] = set()
        for candidate in candidates:
            if candidate.fitting < least or (told and candidate.words <= told):
                continue
            told |= candidate.words
            yield from (Assertion(candidate.fact, item.value, item.denied) for item in candidate.asserted)

    def said_again(self, text: str, fits: list[Fit]) -> Assertion | None:
        """A text that uses a fact's words without a telling phrase says, or denies, what the sources say."""
        best = fits[0] if fits else None
        if best is None or best.target.kind is not TargetKind.FACT:
            return None
        if best.score < _SAID_AGAIN or best.cover < _ALMOST_ALL:
            return None
        values: list[Value] = list(dict.fromkeys(claim.value for claim in self._facts[best.target.id].all_claims))
        if len(values) != 1 or not isinstance(values[0], Reading | Names):
            return None
        return Assertion(best.target.id, values[0], self._assertions.denies(text))

    def _candidates(self, text: str, part: Part, fits: list[Fit]) -> Iterator[_Candidate]:
        """The facts on which a text asserts something, unless a known gap fits much better."""
        gap = next((fit.score for fit in fits if fit.target.kind is TargetKind.GAP), 0.0)
        plain = self._terms.read(text, described=False)
        for fact, fit in self._possible(text, part, fits):
            asserted = self._assertions.read_all(text, fact)
            best = max((fit, *self._without(asserted, part, fact)), key=lambda fit: fit.score)
            cover = max(best.cover, self._frames.share(fact.id, part.terms, plain))
            named_by_chance = fact.kind is not Kind.READING and cover < _MOST_WORDS
            if asserted and best.score >= gap - _FAR_AHEAD and not named_by_chance:
                fitting = best.score + self._frames.bonus(fact.id, part.terms, plain)
                yield _Candidate(fact.id, fitting, asserted, self._words(fact, asserted, part))

    def _possible(self, text: str, part: Part, fits: list[Fit]) -> Iterator[tuple[Fact, Fit]]:
        """The facts that names or phrases may tell of, those that fit too badly to be among the first as well."""
        telling = [self._places[fact] for fact in self._assertions.speak_of(text, self._facts.values())]
        for fit in {fit.target.id: fit for fit in (*self._ranker.rank(part, telling), *fits)}.values():
            fact = self._facts.get(fit.target.id) if fit.target.kind is TargetKind.FACT else None
            if fact and fact.kind in _TOLD:
                yield from () if self._frames.are_others(fact.id, part.terms) else ((fact, fit),)

    def _without(self, asserted: tuple[Asserted, ...], part: Part, fact: Fact) -> list[Fit]:
        """How a fact fits the text without the value: what is left is what the value is said of."""
        told = {word for item in asserted for word in item.words}
        names = {f"@{name}" for item in asserted if isinstance(item.value, Names) for name in item.value.ids}
        words = tuple(word for word in part.terms.words if stem(word) not in told and word not in names)
        return self._ranker.rank(replace(part, terms=self._terms.of(words)), [self._places[fact.id]])

    def _words(self, fact: Fact, asserted: tuple[Asserted, ...], part: Part) -> frozenset[str]:
        """The words that tell of a fact: those of its phrases; where a name does, all that it accounts for."""
        if fact.kind is Kind.READING:
            return frozenset().union(*(item.words for item in asserted))
        place = self._places[fact.id]
        return frozenset(word for word in part.terms.content if word[0] != "@" and self._index.accounted(word, place))

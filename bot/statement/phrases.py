"""Of which facts do the names and telling phrases of a clause speak?

A fact is spoken of where a phrase of one of its readings, or a name that it may have for a value, stands in the clause,
and its own sentence fits the clause well enough beside others. What tells of one fact does not tell of a lesser one.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.assertion import Asserted, AssertionReader
from bot.comparison import Assertion
from bot.fact import Fact, Store, Value
from bot.question import Asker, Part
from bot.question.rank import Fit
from bot.question.target import TargetKind
from bot.record import Kind
from bot.statement.frame import Frame
from bot.value import Names, Reading

_TELLING = 0.8  # how well a fact must fit for its phrase to be taken to speak of it
_NEARLY = 0.7  # share of the best fit that another fact must reach to be spoken of as well
_FRAME = 0.5  # what it counts for that the fact's own sentence stands in the clause
_ABSENT = 0.3  # what it counts against a fact that somebody it is about is not named
_FAR_AHEAD = 0.5  # how much better a known gap must fit to be spoken of instead
_MOST_WORDS = 0.7  # share of a clause's words that a fact about names must account for
_SAID_AGAIN = 1.75  # score from which a clause without a telling phrase says what the fact says
_ALMOST_ALL = 0.85  # share of its words that the fact must then account for
_TOLD = frozenset({Kind.READING, Kind.ENTITY, Kind.ENTITIES})


class PhraseLinker:
    """Links the names and telling phrases of clauses with the facts of one store."""

    def __init__(self, store: Store, asker: Asker, assertions: AssertionReader) -> None:
        self._facts = store.facts
        self._index = asker.index
        self._ranker = asker.ranker
        self._assertions = assertions
        self._frames = {fact.id: Frame.of(fact, asker.terms) for fact in store.facts.values()}
        self._places = {profile.target.id: place for place, profile in enumerate(asker.index.profiles)}

    def link(self, text: str, part: Part, fits: list[Fit]) -> Iterator[Assertion]:
        """What names and telling phrases of a text assert; `part` is its subject, `fits` what that fits best."""
        least = 0.0
        told: set[str] = set()
        for fact, fitting, asserted in self._candidates(text, part, fits):
            least = least or max(_TELLING, _NEARLY * fitting)
            words = self._words(fact, asserted, part)
            if fitting >= least and not words <= told:
                told |= words
                yield from (Assertion(fact.id, item.value, item.denied) for item in asserted)

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

    def _candidates(self, text: str, part: Part, fits: list[Fit]) -> Iterator[tuple[Fact, float, tuple[Asserted, ...]]]:
        """The facts on which the text asserts something, with how well each fits, the best first."""
        gap = next((fit.score for fit in fits if fit.target.kind is TargetKind.GAP), 0.0)
        fitting = {fit.target.id: self._fitting(fit, part) for fit in self._possible(text, part, fits, gap)}
        for name in sorted(fitting, key=fitting.__getitem__, reverse=True):
            asserted = self._assertions.read_all(text, self._facts[name])
            if asserted:
                yield self._facts[name], fitting[name], asserted

    def _possible(self, text: str, part: Part, fits: list[Fit], gap: float) -> Iterator[Fit]:
        """The fits of facts that names or phrases may tell of, also those too low to be among the first."""
        telling = [self._places[fact] for fact in self._assertions.speak_of(text, self._facts.values())]
        for fit in {fit.target.id: fit for fit in (*self._ranker.rank(part, telling), *fits)}.values():
            if fit.target.kind is not TargetKind.FACT or fit.score < gap - _FAR_AHEAD:
                continue
            kind = self._facts[fit.target.id].kind
            if kind is Kind.READING or (kind in _TOLD and fit.cover >= _MOST_WORDS):
                yield fit

    def _fitting(self, fit: Fit, part: Part) -> float:
        """How well a fact fits, its own sentence considered."""
        frame = self._frames[fit.target.id]
        return fit.score + _FRAME * frame.share(part.terms) - _ABSENT * frame.absent(part.terms.entities)

    def _words(self, fact: Fact, asserted: tuple[Asserted, ...], part: Part) -> set[str]:
        """The words that tell of a fact: those of its phrases; where a name does, all that it accounts for."""
        if fact.kind is Kind.READING:
            return {word for item in asserted for word in item.words}
        place = self._places[fact.id]
        return {word for word in part.terms.content if word[0] != "@" and self._index.accounted(word, place)}

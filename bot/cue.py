"""Which telling phrases of a fact's readings stand in a text, and does the text turn them round?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.fact import Claim, Fact
from bot.record import Modality, Words
from bot.terms import TermReader, Terms, stem
from bot.value import Reading

_PLACEHOLDER = re.compile(r"\{[a-z0-9-]+\}")
_SLACK = 3  # words that may stand between those of a cue: "stays, as far as is known, on the board" is too far
_REACH = 4  # words before a cue in which a negation turns it round
_NOT = "not"  # what every plain negation is read as: "no control" and "does not control" are one phrase
_ADVERB = "ly"  # "completely" tells nothing of what is completed


@dataclass(frozen=True)
class Cue:
    """A phrase of a reading; `common` where the fact's own sentence has all its words, whatever the reading."""

    reading: str
    stems: tuple[str, ...]
    common: bool


@dataclass(frozen=True)
class Hit:
    """A cue that stands in a text, and at which of its words."""

    cue: Cue
    places: tuple[int, ...]

    @property
    def is_close(self) -> bool:
        """True where no other word stands between its words."""
        return self.places[-1] - self.places[0] < len(self.places)

    @property
    def weight(self) -> tuple[int, int]:
        """How much of a text it accounts for."""
        return len(self.cue.stems), sum(map(len, self.cue.stems))

    def hides(self, other: Hit) -> bool:
        """True where all words of another reading's cue belong to this longer one."""
        return self.cue.reading != other.cue.reading and set(other.places) < set(self.places)


class CueReader:
    """Finds the cues of facts in texts that are cut into the words that tell."""

    def __init__(self, terms: TermReader, words: Words) -> None:
        self._terms = terms
        self._light = frozenset(words.statements.light)
        self._nots = frozenset(words.statements.nots)
        self._negations = frozenset(stem(word) for word in words.questions.negations)
        self._turning = frozenset(
            tuple(_form(word) for word in phrase.split() if word not in self._light)
            for phrase in words.statements.turning
        )
        self._asking = frozenset(stem(word) for word in words.language.modal[Modality.QUESTION])
        self._cues: dict[str, tuple[Cue, ...]] = {}

    def telling(self, terms: Terms) -> tuple[str, ...]:
        """The stems of a text as cues are compared with them: without the lightest words, negations as one."""
        return tuple(_NOT if word in self._nots else _form(word) for word in terms.words if word not in self._light)

    def hits(self, stems: tuple[str, ...], fact: Fact) -> list[Hit]:
        """The cues of a fact that stand in a text."""
        found = ((cue, _find(cue.stems, stems)) for cue in self._cues_of(fact))
        return [Hit(cue, places) for cue, places in found if places]

    def is_asked(self, hit: Hit, stems: tuple[str, ...], fact: Fact) -> bool:
        """True for what stands behind "whether", unless a source itself merely asks it."""
        if not self._asking & set(stems[: hit.places[0]]):
            return False
        return not any(claim.value == Reading(hit.cue.reading) for claim in fact.all_claims if _asks(claim))

    def is_turned(self, hit: Hit, stems: tuple[str, ...], fact: Fact) -> bool:
        """True where a negation, or a verb like "gives up", stands shortly before a cue or in its midst.

        Both together leave it as it is. What has such a word of its own, or is put so by the sources, is not turned.
        """
        around = stems[max(0, hit.places[0] - _REACH) : hit.places[-1] + 1]
        if self._negates(hit.cue.stems) or self._is_put_negatively(hit.cue.reading, fact):
            return False
        turns = self._turns(around) and not self._turns(hit.cue.stems)
        return self._negates(around) is not turns

    def is_negative(self, reading: str, fact: Fact) -> bool:
        """True for a reading that says that something is not so, by its label or as the sources put it."""
        return self._is_denial(fact.readings[reading].label) or self._is_put_negatively(reading, fact)

    def _is_put_negatively(self, reading: str, fact: Fact) -> bool:
        quotes = (claim.citation.quote for claim in fact.all_claims if claim.value == Reading(reading))
        return any(map(self._is_denial, quotes))

    def _is_denial(self, text: str) -> bool:
        stems = self.telling(self._terms.read(text, mend=False))
        return self._negates(stems) or self._turns(stems)

    def _negates(self, stems: Iterable[str]) -> bool:
        return bool(self._negations & set(stems))

    def _turns(self, stems: tuple[str, ...]) -> bool:
        sizes = {len(phrase) for phrase in self._turning}
        runs = {stems[start : start + size] for size in sizes for start in range(len(stems))}
        return not self._turning.isdisjoint(runs)

    def _cues_of(self, fact: Fact) -> tuple[Cue, ...]:
        if fact.id not in self._cues:
            self._cues[fact.id] = tuple(self._made(fact))
        return self._cues[fact.id]

    def _made(self, fact: Fact) -> Iterator[Cue]:
        frame = set(self.telling(self._terms.read(_PLACEHOLDER.sub(" ", fact.says), mend=False)))
        for key, reading in fact.readings.items():
            for phrase in (reading.label, *reading.cues):
                stems = self.telling(self._terms.read(phrase, mend=False, described=False))
                if any(not word.startswith("@") for word in stems):
                    yield Cue(key, stems, common=frame.issuperset(stems))


def _form(word: str) -> str:
    """The stem of a word; an adverb is kept apart from its adjective and its verb."""
    return f"{stem(word)}{_ADVERB}" if word.endswith(_ADVERB) else stem(word)


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

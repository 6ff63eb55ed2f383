"""How far does a text say a fact's own sentence: of the right entities, and in its words?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.fact import Fact, Store
from bot.terms import TermReader, Terms
from bot.value import Names

_PLACEHOLDER = re.compile(r"\{([a-z0-9-]+)\}")
_FRAME = 0.5  # what it counts for that all of the fact's own sentence stands in a text, in units of a fit's score
_ABSENT = 0.3  # what it counts against a fact that somebody it is about is not named
_STRANGER = 0.3  # what it counts against a fact that somebody is named with whom it has nothing to do


@dataclass(frozen=True)
class Frame:
    """A fact's sentence without its value: whom it tells of `first`, whom else, and the stems of its other words.

    `about` also holds whoever else the fact is about, and all that its values name; `kinds` are those of such names.
    """

    first: str | None
    subjects: frozenset[str]
    stems: frozenset[str]
    about: frozenset[str]
    kinds: frozenset[str | None]

    @classmethod
    def of(cls, fact: Fact, terms: TermReader) -> Frame:
        """The frame of a fact."""
        placed = [name for name in _PLACEHOLDER.findall(fact.says) if name != "value"]
        subjects = frozenset(placed)
        values = (claim.value for claim in fact.all_claims)
        named = frozenset(name for value in values if isinstance(value, Names) for name in value.ids)
        stems = frozenset(terms.read(_PLACEHOLDER.sub(" ", fact.says), mend=False).content)
        return cls(
            next(iter(placed), None),
            subjects,
            stems,
            subjects.union(fact.about, named),
            frozenset(map(terms.kind, named)),
        )

    def share(self, *terms: Terms) -> float:
        """What share of the frame stands in a text, read in one way or another; all of it where there is none."""
        wanted = {*self.stems, *(f"@{subject}" for subject in self.subjects)}
        there = {word for own in terms for word in (*own.words, *own.content)}
        return len(wanted & there) / len(wanted) if wanted else 1.0


class Frames:
    """The frames of all facts of a store."""

    def __init__(self, store: Store, terms: TermReader) -> None:
        self._terms = terms
        self._frames = {fact.id: Frame.of(fact, terms) for fact in store.facts.values()}

    def first(self, fact: str) -> str | None:
        """Whom a fact's sentence tells of; None where it names nobody."""
        return self._frames[fact].first

    def subjects(self, fact: str) -> frozenset[str]:
        """Whom a fact's sentence is about."""
        return self._frames[fact].subjects

    def stems(self, fact: str) -> frozenset[str]:
        """The words of a fact's sentence."""
        return self._frames[fact].stems

    def share(self, fact: str, *terms: Terms) -> float:
        """What share of a fact's frame stands in a text."""
        return self._frames[fact].share(*terms)

    def bonus(self, fact: str, *terms: Terms) -> float:
        """What the frame of a fact adds to how well the fact fits a text, read in one way or another."""
        frame, named = self._frames[fact], set(terms[0].entities)
        strangers = {entity for entity in named - frame.about if self._terms.kind(entity) not in frame.kinds}
        return _FRAME * frame.share(*terms) - _ABSENT * len(frame.subjects - named) - _STRANGER * len(strangers)

    def are_others(self, fact: str, *terms: Terms) -> bool:
        """True where a text names others than the fact is about: none of them, or somebody else of one's kind."""
        frame = self._frames[fact]
        entities = {entity for own in terms for entity in own.entities}
        named = {entity for entity in entities if self._terms.kind(entity) not in (*frame.kinds, "group")}
        if named and frame.about and not named & frame.about:
            return True
        found = {self._terms.kind(subject) for subject in frame.subjects & named}
        missed = {self._terms.kind(subject) for subject in frame.subjects} - found
        return any(self._terms.kind(entity) in missed for entity in named - frame.about)

"""How far does a text say a fact's own sentence: of the right entities, and in its words?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.fact import Fact
from bot.terms import TermReader, Terms
from bot.value import Names

_PLACEHOLDER = re.compile(r"\{([a-z0-9-]+)\}")


@dataclass(frozen=True)
class Frame:
    """A fact's sentence without its value: whom it is about, and the stems of its other words.

    `about` also holds whoever else the fact is about, and all that its values name.
    """

    subjects: frozenset[str]
    stems: frozenset[str]
    about: frozenset[str]

    @classmethod
    def of(cls, fact: Fact, terms: TermReader) -> Frame:
        """The frame of a fact."""
        subjects = frozenset(_PLACEHOLDER.findall(fact.says)) - {"value"}
        named = (claim.value.ids for claim in fact.all_claims if isinstance(claim.value, Names))
        stems = frozenset(terms.read(_PLACEHOLDER.sub(" ", fact.says), mend=False).content)
        return cls(subjects, stems, subjects.union(fact.about, *named))

    def share(self, *terms: Terms) -> float:
        """What share of the frame stands in a text, read in one way or another; all of it where there is none."""
        wanted = {*self.stems, *(f"@{subject}" for subject in self.subjects)}
        there = {word for own in terms for word in (*own.words, *own.content)}
        return len(wanted & there) / len(wanted) if wanted else 1.0

    def absent(self, entities: Iterable[str]) -> int:
        """How many of those it is about a text leaves out."""
        return len(self.subjects - set(entities))

    def is_of_others(self, entities: Iterable[str], kinds: Callable[[str], str | None]) -> bool:
        """True where a text names somebody else of the kind of those the fact is about, and none of them."""
        named = set(entities)
        missed = {kinds(subject) for subject in self.subjects} - {kinds(subject) for subject in self.subjects & named}
        return any(kinds(entity) in missed for entity in named - self.about)

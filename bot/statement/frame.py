"""How far does a text say a fact's own sentence: of the right entities, and in its words?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.fact import Fact
from bot.terms import TermReader, Terms

_PLACEHOLDER = re.compile(r"\{([a-z0-9-]+)\}")


@dataclass(frozen=True)
class Frame:
    """A fact's sentence without its value: whom it is about, and the stems of its other words."""

    subjects: frozenset[str]
    stems: frozenset[str]

    @classmethod
    def of(cls, fact: Fact, terms: TermReader) -> Frame:
        """The frame of a fact."""
        subjects = frozenset(_PLACEHOLDER.findall(fact.says)) - {"value"}
        return cls(subjects, frozenset(terms.read(_PLACEHOLDER.sub(" ", fact.says), mend=False).content))

    def share(self, terms: Terms) -> float:
        """What share of the frame stands in a text; all of it where the frame is the value alone."""
        wanted = {*self.stems, *(f"@{subject}" for subject in self.subjects)}
        return len(wanted & {*terms.words, *terms.content}) / len(wanted) if wanted else 1.0

    def absent(self, entities: Iterable[str]) -> int:
        """How many of those it is about a text leaves out."""
        return len(self.subjects - set(entities))

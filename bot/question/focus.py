"""What was a thread last about, so that "why?" and "and the valuation?" can be understood? Ids only, nobody's words."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

MOST_FACTS = 12  # more are an overview, of which "sources?" would ask for nothing in particular
MOST_ENTITIES = 8
MOST_TOLD = 24  # facts of a thread that "more" does not tell again


@dataclass(frozen=True)
class Focus:
    """What a thread was last about.

    `facts` are the facts of the last answer, the one asked for first; where no source answered they are only what
    comes nearest, and `answered` is False. `entities` are whom and what it spoke of, the latest first. `told` are the
    facts that the thread has heard.
    """

    facts: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    answered: bool = True

    def within(self, facts: Container[str], entities: Container[str]) -> Focus:
        """What of it the records still hold."""
        return Focus(
            tuple(fact for fact in self.facts if fact in facts)[:MOST_FACTS],
            tuple(entity for entity in self.entities if entity in entities)[:MOST_ENTITIES],
            tuple(fact for fact in self.told if fact in facts)[:MOST_TOLD],
            self.answered,
        )

    def __bool__(self) -> bool:
        """Whether there is anything to follow up."""
        return bool(self.facts or self.entities)

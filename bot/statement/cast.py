"""Has everybody whom a clause names a part in what it is taken to assert, or was somebody put in another's place?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from bot.comparison import Assertion
from bot.fact import Fact, Store
from bot.terms import TermReader
from bot.value import Names

_PLACE = re.compile(r"\b(in|into|of|from|to|over) \{([a-z0-9-]+)\}")  # what a fact's sentence has before somebody
_ACTORS = frozenset({"person", "company"})  # who can stand in another's place


@dataclass(frozen=True)
class Played:
    """What a clause asserts of those who have a part in it, and the names of those who have none."""

    assertions: tuple[Assertion, ...]
    outsiders: tuple[str, ...]


class Cast:
    """Knows who has a part in each fact of a store: whom it is about, and whom its values, words and quotes name."""

    def __init__(self, store: Store, terms: TermReader) -> None:
        self._store = store
        self._terms = terms
        self._parties = frozenset(store.facts[store.deal.headlines[0]].about if store.deal.headlines else ())
        self._parts = {fact.id: self._part_in(fact) for fact in store.facts.values()}
        self._places = {fact.id: dict(_PLACE.findall(fact.says)) for fact in store.facts.values()}

    def played(self, text: str, assertions: tuple[Assertion, ...], meant: Iterable[str]) -> Played:
        """What `text` asserts, without what it says of others than the fact is about.

        `meant` are all whom it may mean, by a description or a pronoun too. Who has no part in any of the facts is an
        outsider; a fact that misses one of the same kind is told of the outsider instead, and so not told at all.
        """
        named = [entity for entity in self._terms.read(text, described=False).entities if self._kind(entity) in _ACTORS]
        present = frozenset((*named, *meant))
        words = self._terms.read(text, described=False).words
        swapped = {
            item: self._instead(item, named, present | self._beside(item, assertions)) or self._misplaced(item, words)
            for item in assertions
        }
        inside = self._inside(assertions, frozenset(named))
        outside = [entity for entity in named if entity not in inside] if assertions else []
        outside += [entity for others in swapped.values() for entity in others]
        kept = tuple(item for item in assertions if not swapped[item])
        return Played(kept, tuple(self._store.entities[entity].name for entity in dict.fromkeys(outside)))

    def _instead(self, item: Assertion, named: Iterable[str], present: frozenset[str]) -> tuple[str, ...]:
        """Who is named without a part in a fact, where one of their kind whom it is about is not named."""
        parts = self._parts[item.fact] | _named(item)
        missing = {self._kind(entity) for entity in self._store.facts[item.fact].about if entity not in present}
        return tuple(entity for entity in named if entity not in parts and self._kind(entity) in missing)

    def _misplaced(self, item: Assertion, words: tuple[str, ...]) -> tuple[str, ...]:
        """Who stands where a fact has another whom the clause names, too: a stake "in" the one who takes it."""
        places = self._places[item.fact]
        pairs = ((before, word[1:]) for before, word in pairwise(words) if word.startswith("@") and before in places)
        told = self._store.facts[item.fact].says
        changed = ((before, name) for before, name in pairs if places[before] != name and f"@{places[before]}" in words)
        return tuple(name for _, name in changed if f"{{{name}}}" in told)

    def _beside(self, item: Assertion, assertions: tuple[Assertion, ...]) -> frozenset[str]:
        """Whom the other facts of a clause are about: they need not be named again."""
        others = (other.fact for other in assertions if other.fact != item.fact)
        return frozenset(entity for fact in others for entity in self._store.facts[fact].about)

    def _inside(self, assertions: tuple[Assertion, ...], named: frozenset[str]) -> frozenset[str]:
        """Who has a part; where one party to the deal has, the other may be named as what the deal is about."""
        inside = frozenset().union(*(self._parts[item.fact] | _named(item) for item in assertions))
        return inside | self._parties if inside & named & self._parties else inside

    def _kind(self, entity: str) -> str | None:
        return self._terms.kind(entity)

    def _part_in(self, fact: Fact) -> frozenset[str]:
        values = (claim.value for claim in fact.all_claims)
        named = (name for value in values if isinstance(value, Names) for name in value.ids)
        phrases = (phrase for reading in fact.readings.values() for phrase in (reading.label, *reading.cues))
        texts = (*phrases, *(claim.citation.quote for claim in fact.all_claims))
        told = (name for text in texts for name in self._terms.read(text, mend=False, described=False).entities)
        placed = (name for name in self._store.entities if f"{{{name}}}" in fact.says)
        return frozenset((*fact.about, *named, *told, *placed))


def _named(assertion: Assertion) -> frozenset[str]:
    return frozenset(assertion.value.ids) if isinstance(assertion.value, Names) else frozenset()

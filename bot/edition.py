"""Which state of the records does an answer rest on, and has what it says changed since it was given?"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from bot.fact import Claim, Fact, Store
from bot.problem import Place

_NOWHERE = Place("", 0)  # moving a record to another line changes nothing that is said
_VERSION_DIGITS = 7  # as many as people are used to from version control
_DIGEST_DIGITS = 8  # one in four billion changes goes unnoticed; a menu's value has to hold it


@dataclass(frozen=True)
class Edition:
    """One state of a deal's records: its `version`, the day it was `curated`, and a hash of each fact."""

    version: str
    curated: str
    facts: Mapping[str, str]

    @property
    def told(self) -> str:
        """As it stands under an answer."""
        return f"Records {self.version}, curated {self.curated}"

    def digest(self, facts: Iterable[str]) -> str:
        """What tells whether one of these facts was changed, added or left out; empty for no facts."""
        named = list(facts)
        return _hash(f"{fact} {self.facts.get(fact, '')}" for fact in named)[:_DIGEST_DIGITS] if named else ""


def edition_of(store: Store) -> Edition:
    """The edition of a store; it depends on what the records say, not on where in their files they say it."""
    facts = {name: _hash([repr(_unplaced(fact))]) for name, fact in store.facts.items()}
    others = [*store.entities.values(), *store.events.values(), *store.sources.values(), store.deal]
    rest = (record.model_dump_json(exclude={"place"}) for record in others)
    return Edition(_hash([*facts.values(), *rest])[:_VERSION_DIGITS], store.deal.curated, facts)


def _unplaced(fact: Fact) -> Fact:
    claims = {source: tuple(map(_without_place, cell)) for source, cell in fact.claims.items()}
    return replace(fact, claims=claims, place=_NOWHERE)


def _without_place(claim: Claim) -> Claim:
    return replace(claim, place=_NOWHERE)


def _hash(parts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()

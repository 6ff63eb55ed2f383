"""How do claims relate on a part of a fact: one member of a list, or what some of the sources say?"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from bot.comparison.compare import Comparison, compare
from bot.fact import Claim, Fact
from bot.record import Kind
from bot.value import Names


def of_member(comparison: Comparison, asked: Iterable[str]) -> Comparison:
    """The comparison on the one member that is asked for by id; as it is where none or several of `asked` are listed.

    A source that lists others and not this one does not speak on it: lists are open, and silence denies nothing.
    """
    fact = comparison.fact
    members = {name for name in asked if any(_has(claim, name) for claim in fact.all_claims)}
    if fact.kind is not Kind.ENTITIES or len(members) != 1:
        return comparison
    return compare(_narrowed(fact, *members))


def of_sources(comparison: Comparison, sources: Collection[str]) -> Comparison:
    """The comparison of what some sources say, as if the others were not there; as it is for none or all of them."""
    kept = {source: own for source, own in comparison.fact.claims.items() if source in sources}
    if not kept or len(kept) == len(comparison.fact.claims):
        return comparison
    return compare(replace(comparison.fact, claims=kept))


def _narrowed(fact: Fact, member: str) -> Fact:
    of_it = {source: tuple(claim for claim in own if _has(claim, member)) for source, own in fact.claims.items()}
    claims = {source: tuple(replace(claim, value=Names.of(member)) for claim in own) for source, own in of_it.items()}
    return replace(fact, claims=claims)


def _has(claim: Claim, member: str) -> bool:
    return isinstance(claim.value, Names) and member in claim.value.ids

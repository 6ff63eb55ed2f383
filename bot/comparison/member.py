"""What do the sources say of one member of a list, whatever else each of them lists?"""

from __future__ import annotations

from collections.abc import Iterable
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


def _narrowed(fact: Fact, member: str) -> Fact:
    of_it = {source: tuple(claim for claim in own if _has(claim, member)) for source, own in fact.claims.items()}
    claims = {source: tuple(replace(claim, value=Names.of(member)) for claim in own) for source, own in of_it.items()}
    return replace(fact, claims=claims)


def _has(claim: Claim, member: str) -> bool:
    return isinstance(claim.value, Names) and member in claim.value.ids

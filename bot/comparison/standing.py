"""What does one source hold on one fact, once its own claims are brought together?

Before sources are compared, the claims of each are: sets are united, a claim that contains another of the same source
is a restatement of it, and what then cannot hold together is the source's contradiction with itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from bot.comparison.held import Held, Pair, alike, comparable, pairs_of, phases_apart
from bot.comparison.pair import narrower
from bot.comparison.verdict import Relation
from bot.fact import Claim, Fact
from bot.record import Kind
from bot.value import Names, PartialDate, Quantity, Reading


@dataclass(frozen=True)
class Restatement:
    """A claim that says less exactly what the same source says more exactly elsewhere."""

    held: Held
    of: Held


@dataclass(frozen=True)
class Standing:
    """All that one source holds on one fact, the broader ways in which it restates it, and its own clashes."""

    source: str
    held: tuple[Held, ...]
    restated: tuple[Restatement, ...]
    clashes: tuple[Pair, ...]


def stand(source: str, claims: Iterable[Claim], fact: Fact) -> Standing:
    """Bring together what `source` says on `fact`."""
    values = _united(claims) if fact.kind is Kind.ENTITIES else _distinct(claims, fact)
    ends = _ends(values, fact)
    held = {place: _credited(place, values, ends) for place, end in ends.items() if end == {place}}
    standing = tuple(held[place] for place in sorted(held))
    restated = tuple(
        Restatement(values[place], held[min(end)]) for place, end in sorted(ends.items()) if place not in held
    )
    clashes = tuple(pair for pair in pairs_of(standing, fact) if pair.relating.relation is Relation.EXCLUSIVE)
    return Standing(source, standing, restated, clashes)


def _united(claims: Iterable[Claim]) -> tuple[Held, ...]:
    listed = tuple(claims)
    ids = [name for claim in listed if isinstance(claim.value, Names) for name in claim.value.ids]
    return (Held.of(listed, Names.of(*ids)),) if listed else ()


def _distinct(claims: Iterable[Claim], fact: Fact) -> tuple[Held, ...]:
    """One held value for all claims of a phase that give the same on the same basis, by size."""
    phases: dict[bool, list[Held]] = {False: [], True: []}
    for claim in claims:
        phases[fact.term and claim.stage is not None and claim.stage.before_terms].append(Held.of([claim]))
    groups = [group for phase in phases.values() for group in alike(phase)]
    united = (Held.of(claim for held in group for claim in held.claims) for group in groups)
    return tuple(sorted(united, key=lambda held: held.order))


def _ends(values: tuple[Held, ...], fact: Fact) -> dict[int, frozenset[int]]:
    """For each value those that stand for it in the end, by place; a value that stands, stands for itself.

    First what contains another goes, then, of what is left, what meets another by its rounding cell. Each of the
    two is an order without circles, so something always stands; and a claim that contains another of the source
    cannot change what is left after the first step.
    """
    inside = _restating(values, range(len(values)), partial(_contains, fact))
    left = [place for place in range(len(values)) if place not in inside]
    over = inside | _restating(values, left, partial(_meets_by_cell, fact))
    ends = {place: frozenset({place}) for place in range(len(values)) if place not in over}
    while waiting := [place for place in over if place not in ends]:
        known = [place for place in waiting if all(exact in ends for exact in over[place])]
        ends |= {place: frozenset().union(*(ends[exact] for exact in over[place])) for place in known}
    return ends


def _restating(
    values: Sequence[Held], places: Sequence[int], rule: Callable[[Held, Held], bool]
) -> dict[int, list[int]]:
    """For each broader value, which of the others it restates."""
    found = {
        broad: [exact for exact in places if exact != broad and rule(values[broad], values[exact])] for broad in places
    }
    return {broad: exacts for broad, exacts in found.items() if exacts}


def _credited(place: int, values: tuple[Held, ...], ends: dict[int, frozenset[int]]) -> Held:
    """The value with the qualifiers that its own restatements add; what restates several values credits none."""
    own = (values[broad].qualifiers for broad, end in ends.items() if end == {place})
    return replace(values[place], qualifiers=values[place].qualifiers.union(*own))


def _contains(fact: Fact, broad: Held, exact: Held) -> bool:
    """True where `broad` says the same less exactly, so that `exact` stands for it."""
    if not _of_one_kind(fact, broad, exact):
        return False
    match broad.value, exact.value:
        case Quantity(), Quantity():
            return _figure_contains(broad.value, exact.value)
        case PartialDate(), PartialDate():
            inside = exact.value.interval.within(broad.value.interval)
            return inside and exact.value.edtf != broad.value.edtf
        case Reading(key), Reading(inner):
            is_narrower = narrower(inner, key, fact.readings) and not narrower(key, inner, fact.readings)
            return is_narrower and not fact.rungs
        case _:
            return False


def _figure_contains(broad: Quantity, exact: Quantity) -> bool:
    """A wider interval contains a narrower one, a hedge the same figure without it, vague words any figure."""
    if (broad.kind, broad.unit) != (exact.kind, exact.unit) or exact.interval is None:
        return False
    if broad.interval is None:
        return True
    wider = broad.interval != exact.interval or (broad.hedged and not exact.hedged)
    return wider and exact.interval.within(broad.interval)


def _meets_by_cell(fact: Fact, plain: Held, other: Held) -> bool:
    """True where a plain figure may have been rounded from the other: a bound, or a finer plain figure."""
    left, right = plain.value, other.value
    if not _of_one_kind(fact, plain, other) or not (isinstance(left, Quantity) and isinstance(right, Quantity)):
        return False
    if (left.kind, left.unit) != (right.kind, right.unit) or not left.is_plain:
        return False
    if left.cell is None or right.interval is None or (right.is_plain and right.step >= left.step):
        return False
    return left.cell.overlap(right.interval) is not None


def _of_one_kind(fact: Fact, left: Held, right: Held) -> bool:
    return comparable(left, right) and not phases_apart(left, right, fact)

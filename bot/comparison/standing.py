"""What does one source hold on one fact, once its own claims are brought together?

Before sources are compared, the claims of each are: sets are united, a claim that contains another of the same source
is a restatement of it, and what then cannot hold together is the source's contradiction with itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain

from bot.comparison.held import Held, Pair, alike, pairs_of
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
    bases = [_united(claims)] if fact.kind is Kind.ENTITIES else _bases(tuple(claims), fact)
    held, restated = zip(*(_settled(values, fact) for values in bases), strict=True) if bases else ((), ())
    standing = tuple(sorted(chain.from_iterable(held), key=lambda item: item.order))
    broader = tuple(sorted(chain.from_iterable(restated), key=lambda item: item.held.order))
    clashes = tuple(pair for pair in pairs_of(standing, fact) if pair.relating.relation is Relation.EXCLUSIVE)
    return Standing(source, standing, broader, clashes)


def _united(claims: Iterable[Claim]) -> tuple[Held, ...]:
    listed = tuple(claims)
    ids = [name for claim in listed if isinstance(claim.value, Names) for name in claim.value.ids]
    return (Held.of(listed, Names.of(*ids)),) if listed else ()


def _bases(claims: tuple[Claim, ...], fact: Fact) -> list[tuple[Held, ...]]:
    """The distinct values in groups of what one source counts alike: by the same, in the same phase of the deal.

    A claim that leaves out the only qualifier of the source goes with those that have it; where the source has
    several, it cannot be told which is meant, and the claim goes with none.
    """
    several = len({claim.qualifier for claim in claims if claim.qualifier}) > 1
    groups: dict[tuple[object, ...], list[Held]] = {}
    for claim in claims:
        early = fact.term and claim.stage is not None and claim.stage.before_terms
        groups.setdefault((claim.per, early, several and claim.qualifier), []).append(Held.of([claim]))
    return [tuple(_merged(same) for same in alike(group)) for group in groups.values()]


def _merged(same: Iterable[Held]) -> Held:
    return Held.of(claim for held in same for claim in held.claims)


def _settled(values: tuple[Held, ...], fact: Fact) -> tuple[list[Held], list[Restatement]]:
    """Of values on one basis those that stand, and those that only restate them."""
    ends = _ends(values, fact)
    held = {place: _credited(place, values, ends) for place, end in ends.items() if end == {place}}
    restated = [Restatement(values[place], held[min(end)]) for place, end in ends.items() if place not in held]
    return list(held.values()), restated


def _ends(values: tuple[Held, ...], fact: Fact) -> dict[int, frozenset[int]]:
    """For each value those that stand for it in the end, by place; a value that stands, stands for itself.

    First what contains another goes, then, of what is left, what meets another by its rounding cell. Each of the
    two is an order without circles, so something always stands; and a claim that contains another of the source
    cannot change what is left after the first step.
    """
    inside = _restating(values, range(len(values)), partial(_contains, fact))
    left = [place for place in range(len(values)) if place not in inside]
    over = inside | _restating(values, left, _meets_by_cell)
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


def _meets_by_cell(plain: Held, other: Held) -> bool:
    """True where a plain figure may have been rounded from the other: a bound, or a finer plain figure."""
    left, right = plain.value, other.value
    if not (isinstance(left, Quantity) and isinstance(right, Quantity)):
        return False
    if (left.kind, left.unit) != (right.kind, right.unit) or not left.is_plain:
        return False
    if left.cell is None or right.interval is None or (right.is_plain and right.step >= left.step):
        return False
    return left.cell.overlap(right.interval) is not None

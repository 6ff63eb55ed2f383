"""What does one source hold on one fact, once its own claims are brought together?

Before sources are compared, the claims of each are: sets are united, a claim that contains another of the same source
is a restatement of it, and what then cannot hold together is the source's contradiction with itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from bot.comparison.pair import narrower, relate, same_figure
from bot.comparison.verdict import Reason, Relation
from bot.fact import Claim, Fact, Value
from bot.record import Kind, Stage
from bot.value import Bound, Names, OwnWords, PartialDate, Quantity, Reading


@dataclass(frozen=True)
class Held:
    """A value that one source stands on: the value, and the claims that give it."""

    source: str
    value: Value
    claims: tuple[Claim, ...]

    @property
    def stage(self) -> Stage | None:
        """The latest stage that these claims speak from."""
        return max((claim.stage for claim in self.claims if claim.stage), key=list(Stage).index, default=None)

    @property
    def per(self) -> str | None:
        """What the value is counted by, if anything ("day")."""
        return self.claims[0].per

    @property
    def qualifiers(self) -> frozenset[str]:
        """The qualifiers that these claims add."""
        return frozenset(claim.qualifier for claim in self.claims if claim.qualifier)


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
    clashes: tuple[tuple[Held, Held], ...]


def stand(source: str, claims: Iterable[Claim], fact: Fact) -> Standing:
    """Bring together what `source` says on `fact`."""
    values = _united(source, claims) if fact.kind is Kind.ENTITIES else _distinct(source, claims)
    restated = tuple(
        Restatement(value, stronger) for value in values if (stronger := _stronger(value, values, fact))
    )
    broader = {id(restatement.held) for restatement in restated}
    held = tuple(value for value in values if id(value) not in broader)
    clashes = tuple(
        (left, right)
        for place, left in enumerate(held)
        for right in held[place + 1 :]
        if _clash(left, right, fact)
    )
    return Standing(source, held, restated, clashes)


def phases_apart(left: Stage | None, right: Stage | None, fact: Fact) -> bool:
    """True where two claims on a term speak from before the terms and from after."""
    return bool(fact.term and left and right and left.before_terms != right.before_terms)


def sort_key(value: Value) -> tuple[str, ...]:
    """An order of values that does not depend on the order of files: by size, then by words."""
    if isinstance(value, Quantity) and value.interval:
        low, high = value.interval.low, value.interval.high
        return ("0", f"{low if low is not None else 0:040.4f}", f"{high if high is not None else 0:040.4f}")
    if isinstance(value, PartialDate):
        return ("0", value.edtf)
    return ("1", value.as_written)


def same_value(left: Value, right: Value) -> bool:
    """True where two values are the same position, however they are spelled."""
    match left, right:
        case Quantity(), Quantity():
            return (left.kind, left.unit) == (right.kind, right.unit) and same_figure(left, right)
        case PartialDate(), PartialDate():
            return left.edtf == right.edtf
        case OwnWords(), OwnWords():
            return left.text.casefold() == right.text.casefold()
        case _:
            return left == right


def _united(source: str, claims: Iterable[Claim]) -> tuple[Held, ...]:
    listed = tuple(sorted(claims, key=lambda claim: claim.citation))
    ids = [name for claim in listed if isinstance(claim.value, Names) for name in claim.value.ids]
    return (Held(source, Names.of(*ids), listed),) if listed else ()


def _distinct(source: str, claims: Iterable[Claim]) -> tuple[Held, ...]:
    def key(claim: Claim) -> tuple[tuple[str, ...], str, str]:
        value = claim.value
        hedged = str(value.hedged) if isinstance(value, Quantity) else ""
        return sort_key(value), hedged, claim.per or ""

    ordered = sorted(claims, key=lambda claim: (key(claim), claim.citation))
    groups = (tuple(group) for _, group in groupby(ordered, key))
    return tuple(Held(source, group[0].value, group) for group in groups)


def _stronger(value: Held, values: tuple[Held, ...], fact: Fact) -> Held | None:
    """The most exact other value of the source that this one only restates."""
    return next((other for other in values if other is not value and _restates(value, other, fact)), None)


def _restates(broad: Held, exact: Held, fact: Fact) -> bool:
    if broad.per != exact.per or phases_apart(broad.stage, exact.stage, fact):
        return False
    match broad.value, exact.value:
        case Quantity(), Quantity():
            return _figure_restates(broad.value, exact.value)
        case PartialDate(), PartialDate():
            return exact.value.interval.within(broad.value.interval)
        case Reading(), Reading():
            return not fact.rungs and narrower(exact.value.key, broad.value.key, fact.readings)
        case _:
            return False


def _figure_restates(broad: Quantity, exact: Quantity) -> bool:
    """Containment: the narrower stands. A bound and a plain figure that meet only by the cell: the bound stands."""
    if (
        broad.interval is None
        or exact.interval is None
        or (broad.kind, broad.unit) != (exact.kind, exact.unit)
    ):
        return False
    if broad.interval.overlap(exact.interval):
        wider = broad.interval != exact.interval or (broad.hedged and not exact.hedged)
        return wider and exact.interval.within(broad.interval)
    if broad.bound is not Bound.EXACT or broad.cell is None:
        return False
    if exact.bound is Bound.EXACT:
        return exact.step < broad.step and exact.interval.within(broad.cell)
    return broad.cell.overlap(exact.interval) is not None


def _clash(left: Held, right: Held, fact: Fact) -> bool:
    if left.per != right.per or phases_apart(left.stage, right.stage, fact):
        return False
    relating = relate(left.value, right.value, fact)
    return relating.relation is Relation.EXCLUSIVE and relating.reason is not Reason.LAW

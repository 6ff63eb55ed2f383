"""How do two values relate, given who holds them: by what they are counted, and from which stage they speak?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations

from bot.comparison.pair import Relating, identity, relate
from bot.comparison.verdict import Reason, Relation
from bot.fact import Claim, Fact, Value
from bot.record import Stage
from bot.value import PartialDate, Quantity

_STAGES = list(Stage)


@dataclass(frozen=True)
class Held:
    """A value that one source stands on: the value, the claims that give it, and the qualifiers these add."""

    source: str
    value: Value
    claims: tuple[Claim, ...]
    qualifiers: frozenset[str] = frozenset()

    @classmethod
    def of(cls, claims: Iterable[Claim], value: Value | None = None) -> Held:
        """What claims of one source give: `value`, or that of the first claim in a fixed order.

        Of equal figures the one with the most digits counts: who writes $15.0 billion has said more than $15 billion.
        """
        listed = tuple(sorted(claims, key=_claim_order))
        qualifiers = frozenset(claim.qualifier for claim in listed if claim.qualifier)
        exact = min((claim.value for claim in listed), key=_step)
        return cls(listed[0].source, value or exact, listed, qualifiers)

    @property
    def stage(self) -> Stage | None:
        """The latest stage that these claims speak from."""
        return max((claim.stage for claim in self.claims if claim.stage), key=_STAGES.index, default=None)

    @property
    def per(self) -> str | None:
        """What the value is counted by, if anything ("day")."""
        return self.claims[0].per

    @property
    def order(self) -> tuple[object, ...]:
        """A key by which held values sort, whatever the order of files: by size, then by words, source and stage."""
        return (*_size(self.value), self.per or "", sorted(self.qualifiers), self.source, self.stage or "")


@dataclass(frozen=True)
class Pair:
    """Two values held, by two sources or by one, and how they relate."""

    left: Held
    right: Held
    relating: Relating

    @property
    def within_one_source(self) -> bool:
        """True where one source holds both."""
        return self.left.source == self.right.source


def pairs_of(held: Iterable[Held], fact: Fact) -> tuple[Pair, ...]:
    """Every two of the held values with their relation."""
    return tuple(Pair(left, right, relate_held(left, right, fact)) for left, right in combinations(held, 2))


def relate_held(left: Held, right: Held, fact: Fact) -> Relating:
    """How two held values relate; the same whichever comes first."""
    if not comparable(left, right):
        return Relating(Relation.INCOMPARABLE, Reason.BASIS)
    relating = relate(left.value, right.value, fact)
    if relating.relation is Relation.EQUAL and left.qualifiers != right.qualifiers:
        return replace(relating, reason=Reason.QUALIFIER_OMITTED)
    if relating.relation in (Relation.EQUAL, Relation.INCOMPARABLE) or not phases_apart(left, right, fact):
        return relating
    return replace(relating, relation=Relation.SUPERSEDED, reason=Reason.STAGE, severity=None)


def comparable(left: Held, right: Held) -> bool:
    """True where both are counted by the same, and neither is qualified otherwise; one may leave a qualifier out."""
    nested = left.qualifiers <= right.qualifiers or right.qualifiers <= left.qualifiers
    return left.per == right.per and nested


def phases_apart(left: Held, right: Held, fact: Fact) -> bool:
    """True where two values of a term are said from before the terms were set and from after."""
    if not fact.term or not left.stage or not right.stage:
        return False
    return left.stage.before_terms != right.stage.before_terms


def alike(held: Iterable[Held]) -> tuple[tuple[Held, ...], ...]:
    """The held values in groups, by size: in each the same value, counted by the same and not qualified otherwise."""
    groups: dict[tuple[object, ...], list[Held]] = {}
    for item in sorted(held, key=_order):
        groups.setdefault((*identity(item.value), item.per), []).append(item)
    return tuple(part for group in groups.values() for part in _by_qualifiers(group))


def _by_qualifiers(group: list[Held]) -> Iterator[tuple[Held, ...]]:
    """The group as it is, or parted by qualifiers where two of them do not go together."""
    if all(comparable(left, right) for left, right in combinations(group, 2)):
        yield tuple(group)
        return
    for qualifiers in sorted({tuple(sorted(item.qualifiers)) for item in group}):
        yield tuple(item for item in group if tuple(sorted(item.qualifiers)) == qualifiers)


def _order(held: Held) -> tuple[object, ...]:
    return held.order


def _step(value: Value) -> Decimal:
    return value.step if isinstance(value, Quantity) else Decimal(0)


def _claim_order(claim: Claim) -> tuple[object, ...]:
    said = (claim.per, claim.stage, claim.qualifier, claim.modality, claim.according_to, claim.why)
    return claim.citation, claim.written, claim.also, [part or "" for part in said]


def _size(value: Value) -> tuple[object, ...]:
    """Figures and dates by size, and everything else behind them by its words."""
    if isinstance(value, PartialDate):
        return 0, value.interval.order, False, ""
    if isinstance(value, Quantity) and value.interval:
        return 0, value.interval.order, value.hedged, value.unit
    return 1, value.as_written.casefold(), False, ""

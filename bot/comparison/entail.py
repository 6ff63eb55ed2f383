"""Does what the sources say bear out what somebody asserts? The directional rule, from claims to one asserted value."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from bot.comparison.compare import Comparison
from bot.comparison.held import Held
from bot.comparison.pair import narrower, relate
from bot.comparison.verdict import Relation, Verdict
from bot.fact import Fact, Value
from bot.record import Kind, Modality
from bot.value import Bound, Interval, Names, PartialDate, Quantity, Reading


class Judgement(StrEnum):
    """What the sources make of an assertion, from the lightest to the heaviest."""

    SUPPORTED = "supported"
    NOT_COVERED = "not_covered"
    DISPUTED = "disputed"
    CONTRADICTED = "contradicted"

    def worse(self, other: Judgement) -> Judgement:
        """The heavier of two judgements: contradicted > disputed > not_covered > supported."""
        return max(self, other, key=list(Judgement).index)


@dataclass(frozen=True)
class Assertion:
    """A value that somebody asserts on a fact; `denied` turns it round, `source` is whom they attribute it to.

    `credited` is whom they say the sources have it from.
    """

    fact: str
    value: Value
    denied: bool = False
    source: str | None = None
    credited: str | None = None

    @property
    def attributed(self) -> bool:
        """True where only a part of what is claimed is meant."""
        return self.source is not None or self.credited is not None


def judge(assertion: Assertion, comparison: Comparison) -> Judgement:
    """What the claims make of an assertion, in the order of the directional rule; of a list, of each who is on it."""
    found = Judgement.SUPPORTED
    for single in _singly(assertion, comparison.fact):
        found = found.worse(_judged(single, comparison))
    return found


def _singly(assertion: Assertion, fact: Fact) -> list[Assertion]:
    if fact.kind is not Kind.ENTITIES or not isinstance(assertion.value, Names):
        return [assertion]
    return [replace(assertion, value=Names.of(name)) for name in assertion.value.ids]


def _judged(assertion: Assertion, comparison: Comparison) -> Judgement:
    held = _heard(assertion, comparison)
    if not held:
        return Judgement.NOT_COVERED
    bearing = [entails(item.value, assertion.value, comparison.fact) for item in held]
    against = [not _asks(item) and excludes(item.value, assertion.value, comparison.fact) for item in held]
    again = any(entails(item.held.value, assertion.value, comparison.fact) for item in comparison.restated)
    if not any(bearing) and not (again and not assertion.attributed):
        found = _unborne(against, held)
    elif assertion.denied and isinstance(assertion.value, Quantity) and _shared(bearing, against, held):
        found = Judgement.SUPPORTED  # even one side's own figure cannot be denied where all the others bear it
    else:
        found = _borne(bearing, against, held, assertion, comparison)
    return _turned(found) if assertion.denied else found


def _asks(held: Held) -> bool:
    """A source that merely asks rules nothing out."""
    return all(claim.modality is Modality.QUESTION for claim in held.claims)


def entails(claim: Value, asserted: Value, fact: Fact) -> bool:
    """True where who holds `claim` must grant `asserted`: it is the same, or says less exactly the same."""
    match claim, asserted:
        case Quantity(), Quantity():
            return figure_entails(claim, asserted)
        case PartialDate(), PartialDate():
            return claim.interval.within(asserted.interval)
        case Names(), Names():
            return set(asserted.ids) <= set(claim.ids)
        case Reading(), Reading():
            return claim == asserted or narrower(claim.key, asserted.key, fact.readings)
        case _:
            return claim == asserted


def figure_entails(claim: Quantity, asserted: Quantity) -> bool:
    """`entails` for two figures: what the claim leaves open lies within what is asserted."""
    if (claim.kind, claim.unit) != (asserted.kind, asserted.unit):
        return False
    if claim.interval is None or asserted.interval is None:
        return claim.interval is asserted.interval and claim.as_written.casefold() == asserted.as_written.casefold()
    return claim.interval.within(_room(asserted, claim))


def excludes(claim: Value, asserted: Value, fact: Fact) -> bool:
    """True where `claim` and `asserted` cannot both hold. A list denies nobody by leaving a name out."""
    if fact.kind is Kind.ENTITIES:
        return False
    return relate(claim, asserted, fact).relation is Relation.EXCLUSIVE


def _heard(assertion: Assertion, comparison: Comparison) -> list[Held]:
    """What is held, by the source that the assertion names or by all."""
    held = [item for position in comparison.positions for item in position.held]
    if assertion.attributed:
        held += [item.held for item in comparison.restated]
    return [item for item in held if assertion.source in (None, item.source) and _credits(item, assertion.credited)]


def _credits(held: Held, whom: str | None) -> bool:
    return whom is None or any(claim.according_to == whom for claim in held.claims)


def _borne(
    bearing: list[bool], against: list[bool], held: list[Held], assertion: Assertion, comparison: Comparison
) -> Judgement:
    """Some claim bears it, be it one that its source says more exactly elsewhere."""
    if assertion.attributed or _undivided(comparison):
        return Judgement.SUPPORTED
    bridges = comparison.verdict is Verdict.DISAGREE and _hedged(assertion.value)
    common = not bridges and _common_ground(bearing, against, held, assertion)
    return Judgement.SUPPORTED if common else Judgement.DISPUTED


def _hedged(value: Value) -> bool:
    """True for "about" and "nearly", which stand for one figure, and do not reconcile two that exclude each other."""
    return isinstance(value, Quantity) and value.hedged


def _unborne(against: list[bool], held: list[Held]) -> Judgement:
    """No claim bears it: where some exclude it and others leave room the sources are divided on it."""
    if not any(against):
        return Judgement.NOT_COVERED
    clear = all(outside for outside, item in zip(against, held, strict=True) if _bounded(item.value))
    return Judgement.CONTRADICTED if clear else Judgement.DISPUTED


def _undivided(comparison: Comparison) -> bool:
    """True where the fact (for a list: the one member) has one position only."""
    if comparison.fact.kind is Kind.ENTITIES:
        return True
    return comparison.verdict in (Verdict.AGREE, Verdict.SINGLE_SOURCE)


def _common_ground(bearing: list[bool], against: list[bool], held: list[Held], assertion: Assertion) -> bool:
    """True for what every bounded claim bears and the rest allows, unless it is one side's own figure."""
    own = any(item.value == assertion.value or _same(item.value, assertion.value) for item in held)
    return _shared(bearing, against, held) and not own


def _shared(bearing: list[bool], against: list[bool], held: list[Held]) -> bool:
    """True where every bounded claim bears it and no other excludes it."""
    borne = all(bears for bears, item in zip(bearing, held, strict=True) if _bounded(item.value))
    return borne and not any(against)


def _same(left: Value, right: Value) -> bool:
    if isinstance(left, Quantity) and isinstance(right, Quantity):
        return left.interval == right.interval and left.unit == right.unit
    return left == right


def _bounded(value: Value) -> bool:
    """True for everything but a figure that is open to one side."""
    return not isinstance(value, Quantity) or (value.interval is not None and value.interval.is_bounded)


def _room(asserted: Quantity, claim: Quantity) -> Interval:
    """What an asserted figure leaves open: its rounding cell where it is written more coarsely than the claim."""
    rounder = asserted.bound is Bound.EXACT and asserted.step > claim.step
    return (asserted.cell if rounder else asserted.interval) or Interval(None, None)


def _turned(found: Judgement) -> Judgement:
    """The judgement of a denial: what is borne out is contradicted, what is excluded is borne out."""
    return {
        Judgement.SUPPORTED: Judgement.CONTRADICTED,
        Judgement.CONTRADICTED: Judgement.SUPPORTED,
    }.get(found, found)

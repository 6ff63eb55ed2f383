"""Do the facts fit together? Products, ratios and implications that the deal declares between facts.

Only values that a source gives are combined, rounding cells on all sides. A broken product or ratio is a notice and
changes no verdict; a broken implication counts on the fact under `if`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from bot.comparison.compare import Comparison
from bot.comparison.held import Held
from bot.comparison.pair import narrower, relate
from bot.comparison.verdict import Relation, Verdict
from bot.fact import Citation
from bot.record import Implies, Product, Ratio
from bot.value import Interval, Quantity, QuantityKind, Reading

_FACTOR_SLACK = Decimal("0.125")  # "double" is said of anything from 1.75 to 2.25 times
_HUNDRED = Decimal(100)


@dataclass(frozen=True)
class Arithmetic:
    """One product or ratio worked out: what went in, what should come out, and what a source says comes out.

    `computed` is the interval that the inputs allow, `centre` the figure that their middles give.
    `apart` is the distance to the stated result as a share of the larger of the nearest ends; 0 where it fits.
    """

    law: Product | Ratio
    inputs: tuple[Held, ...]
    stated: Held
    computed: Interval
    centre: Decimal
    apart: Decimal

    @property
    def fits(self) -> bool:
        """True where the stated result meets what the inputs allow."""
        return not self.apart

    @property
    def facts(self) -> frozenset[str]:
        """The facts that take part."""
        return frozenset(claim.fact for held in (*self.inputs, self.stated) for claim in held.claims)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citations of everything that went in and of the stated result."""
        held = (*self.inputs, self.stated)
        return tuple(sorted({claim.citation for value in held for claim in value.claims}))


@dataclass(frozen=True)
class Breach:
    """An implication that does not hold between two held readings."""

    law: Implies
    premise: Held
    conclusion: Held

    @property
    def within_one_source(self) -> bool:
        """True where one source alone breaks it."""
        return self.premise.source == self.conclusion.source


def arithmetic(
    laws: tuple[object, ...], comparisons: Mapping[str, Comparison], factors: Mapping[str, Decimal]
) -> tuple[Arithmetic, ...]:
    """Every product and ratio that the held values allow; `factors` are the ratio words ("double": 2)."""
    found: list[Arithmetic] = []
    for law in laws:
        if isinstance(law, Product):
            found += _products(law, comparisons)
        elif isinstance(law, Ratio):
            found += _ratios(law, comparisons, factors)
    return tuple(found)


def breaches(laws: tuple[object, ...], comparisons: Mapping[str, Comparison]) -> tuple[Breach, ...]:
    """Every implication that two held readings break."""
    return tuple(breach for law in laws if isinstance(law, Implies) for breach in _law_breaches(law, comparisons))


def breached(verdict: Verdict, own: tuple[Breach, ...]) -> Verdict:
    """The verdict of the fact under `if`, given the implications broken on it."""
    for breach in own:
        verdict = verdict.worse(Verdict.SELF_CONTRADICTION if breach.within_one_source else Verdict.DIFFER)
    return verdict


def _products(law: Product, comparisons: Mapping[str, Comparison]) -> Iterator[Arithmetic]:
    """One for each source that gives both factors and the product."""
    left, right = law.of
    for stated in _figures(comparisons, law.gives):
        for first in _figures(comparisons, left, stated.source):
            for second in _figures(comparisons, right, stated.source):
                yield from _worked(law, (first, second), stated)


def _ratios(law: Ratio, comparisons: Mapping[str, Comparison], factors: Mapping[str, Decimal]) -> Iterator[Arithmetic]:
    factor = factors.get(law.factor)
    for start in _figures(comparisons, law.start) if factor else ():
        for stated in _figures(comparisons, law.to):
            yield from _worked(law, (start,), stated, factor)


def _worked(
    law: Product | Ratio, inputs: tuple[Held, ...], stated: Held, factor: Decimal | None = None
) -> Iterator[Arithmetic]:
    """The arithmetic, where the figures go together and are bounded enough to say something."""
    factors = [_number(held) for held in inputs] + ([_slack(factor)] if factor else [])
    left, right, goal = factors[0], factors[1], _number(stated)
    computed = left.times(right) if left and right else None
    if left and right and computed and goal and _go_together((*inputs, stated)):
        centre = _centre(left) * _centre(right)
        yield Arithmetic(law, inputs, stated, computed, centre, computed.apart(goal))


def _go_together(helds: tuple[Held, ...]) -> bool:
    """True where there is one currency, and no figure of the talks is worked out with one of the terms."""
    values = [held.value for held in helds]
    currencies = {v.unit for v in values if isinstance(v, Quantity) and v.kind is QuantityKind.MONEY}
    phases = {held.stage.before_terms for held in helds if held.stage}
    return len(currencies) <= 1 and len(phases) <= 1


def _figures(comparisons: Mapping[str, Comparison], fact: str, source: str | None = None) -> Iterator[Held]:
    comparison = comparisons.get(fact)
    for position in comparison.positions if comparison else ():
        for held in position.held:
            if isinstance(held.value, Quantity) and source in (None, held.source):
                yield held


def _number(held: Held) -> Interval | None:
    """The rounding cell of a held figure; a percentage as a share of one."""
    cell = held.value.cell if isinstance(held.value, Quantity) else None
    if cell is None or not isinstance(held.value, Quantity) or held.value.kind is not QuantityKind.PERCENT:
        return cell
    low, high = (None if end is None else end / _HUNDRED for end in (cell.low, cell.high))
    return Interval(low, high, cell.low_open, cell.high_open)


def _slack(factor: Decimal) -> Interval:
    return Interval(factor * (1 - _FACTOR_SLACK), factor * (1 + _FACTOR_SLACK))


def _centre(interval: Interval) -> Decimal:
    """The middle of a bounded interval, which for a cell is the figure as written."""
    return ((interval.low or Decimal(0)) + (interval.high or Decimal(0))) / 2


def _law_breaches(law: Implies, comparisons: Mapping[str, Comparison]) -> Iterator[Breach]:
    for premise in _readings(comparisons, law.premise.fact):
        if not _entails(premise, law.premise.reading, comparisons[law.premise.fact]):
            continue
        for held in _readings(comparisons, law.conclusion.fact):
            if _excluded(held, law.conclusion.reading, comparisons[law.conclusion.fact]):
                yield Breach(law, premise, held)


def _readings(comparisons: Mapping[str, Comparison], fact: str) -> Iterator[Held]:
    comparison = comparisons.get(fact)
    for position in comparison.positions if comparison else ():
        if isinstance(position.value, Reading):
            yield from position.held


def _entails(held: Held, reading: str, premise: Comparison) -> bool:
    """True for the reading itself and for what narrows it."""
    key = held.value.key if isinstance(held.value, Reading) else ""
    return key == reading or narrower(key, reading, premise.fact.readings)


def _excluded(held: Held, reading: str, conclusion: Comparison) -> bool:
    return relate(held.value, Reading(reading), conclusion.fact).relation is Relation.EXCLUSIVE

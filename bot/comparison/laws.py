"""Do the facts fit together? Products, ratios and implications that the deal declares between facts.

Only values that a source gives are combined, rounding cells on all sides. A broken product or ratio is a notice and
changes no verdict; a broken implication counts on the fact under `if`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from bot.comparison.compare import Comparison
from bot.comparison.pair import Relating, relate
from bot.comparison.standing import Held
from bot.comparison.verdict import Reason, Relation, Verdict
from bot.fact import Citation
from bot.record import Implies, Product, Ratio
from bot.value import Interval, Quantity, Reading

_FACTOR_SLACK = Decimal("0.125")  # "double" is said of anything from 1.75 to 2.25 times
_HUNDRED = Decimal(100)


@dataclass(frozen=True)
class Arithmetic:
    """One product or ratio worked out: what went in, what should come out, and what a source says comes out.

    `computed` is the interval that the inputs allow, `centre` the figure that their written values give.
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
        """True where the stated result lies within what the inputs allow."""
        return not self.apart

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
    return tuple(
        breach for law in laws if isinstance(law, Implies) for breach in _law_breaches(law, comparisons)
    )


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
                yield from _worked(law, (first, second), stated, _cell(first), _cell(second))


def _ratios(
    law: Ratio, comparisons: Mapping[str, Comparison], factors: Mapping[str, Decimal]
) -> Iterator[Arithmetic]:
    factor = factors.get(law.factor)
    if factor is None:
        return
    slack = Interval(factor * (1 - _FACTOR_SLACK), factor * (1 + _FACTOR_SLACK))
    for start in _figures(comparisons, law.start):
        for stated in _figures(comparisons, law.to):
            yield from _worked(law, (start,), stated, _cell(start), slack)


def _worked(
    law: Product | Ratio,
    inputs: tuple[Held, ...],
    stated: Held,
    left: Interval | None,
    right: Interval | None,
) -> Iterator[Arithmetic]:
    goal = _cell(stated)
    computed = left.times(right) if left and right else None
    if computed is None or goal is None:
        return
    factors = [_centre(_cell_or_point(held)) for held in inputs]
    centre = factors[0] * (factors[1] if len(factors) > 1 else _centre(right))
    gap = computed.gap(goal)
    larger = max(_ends(computed, goal))
    yield Arithmetic(law, inputs, stated, computed, centre, gap / larger if larger else Decimal(0))


def _ends(left: Interval, right: Interval) -> tuple[Decimal, Decimal]:
    """The two ends that face each other, or the same number twice where the intervals meet."""
    lower, upper = (left, right) if (left.low or 0) <= (right.low or 0) else (right, left)
    return lower.high or Decimal(0), upper.low or Decimal(0)


def _figures(comparisons: Mapping[str, Comparison], fact: str, source: str | None = None) -> Iterator[Held]:
    comparison = comparisons.get(fact)
    for position in comparison.positions if comparison else ():
        for held in position.held:
            if isinstance(held.value, Quantity) and source in (None, held.source):
                yield held


def _cell(held: Held) -> Interval | None:
    """The rounding cell of a held figure; a percentage as a share of one."""
    if not isinstance(held.value, Quantity) or held.value.cell is None:
        return None
    return _scaled(held.value, held.value.cell)


def _cell_or_point(held: Held) -> Interval | None:
    if not isinstance(held.value, Quantity) or held.value.interval is None:
        return None
    return _scaled(held.value, held.value.interval)


def _scaled(value: Quantity, interval: Interval) -> Interval:
    if value.unit != "percent" or interval.low is None or interval.high is None:
        return interval
    return Interval(interval.low / _HUNDRED, interval.high / _HUNDRED, interval.low_open, interval.high_open)


def _centre(interval: Interval | None) -> Decimal:
    if interval is None or interval.low is None or interval.high is None:
        return Decimal(0)
    return (interval.low + interval.high) / 2


def _law_breaches(law: Implies, comparisons: Mapping[str, Comparison]) -> Iterator[Breach]:
    conclusion = comparisons.get(law.conclusion.fact)
    if conclusion is None:
        return
    for premise in _readings(comparisons, law.premise.fact):
        if premise.value != Reading(law.premise.reading):
            continue
        for held in _readings(comparisons, law.conclusion.fact):
            if _excluded(held, law.conclusion.reading, conclusion):
                yield Breach(law, premise, held)


def _readings(comparisons: Mapping[str, Comparison], fact: str) -> Iterator[Held]:
    comparison = comparisons.get(fact)
    for position in comparison.positions if comparison else ():
        if isinstance(position.value, Reading):
            yield from position.held


def _excluded(held: Held, reading: str, conclusion: Comparison) -> bool:
    relating: Relating = relate(held.value, Reading(reading), conclusion.fact)
    return relating.relation is Relation.EXCLUSIVE and relating.reason is Reason.EXCLUDES

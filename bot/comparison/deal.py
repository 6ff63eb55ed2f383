"""What follows from all claims of a deal together: every fact's comparison, with the laws between facts applied."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from bot.comparison.compare import Comparison, compare
from bot.comparison.laws import Arithmetic, Breach, arithmetic, breached, breaches
from bot.comparison.verdict import Severity, worst_severity
from bot.fact import Store


@dataclass(frozen=True)
class DealComparison:
    """The comparisons of a deal by fact id, in the order of the records, and what its laws give."""

    facts: Mapping[str, Comparison]
    arithmetic: tuple[Arithmetic, ...]
    breaches: tuple[Breach, ...]

    def disagreements(self) -> tuple[Comparison, ...]:
        """The facts on which the sources do not say the same, heaviest first, then as recorded."""
        found = [item for item in self.facts.values() if item.verdict.is_disagreement]
        return tuple(sorted(found, key=lambda item: (-item.verdict.weight, item.severity is Severity.MINOR)))

    def breaches_of(self, fact: str) -> tuple[Breach, ...]:
        """The implications broken on a fact."""
        return tuple(breach for breach in self.breaches if breach.law.premise.fact == fact)

    def arithmetic_of(self, fact: str) -> tuple[Arithmetic, ...]:
        """The products and ratios in which a fact takes part."""
        return tuple(item for item in self.arithmetic if fact in item.facts)


def compare_deal(store: Store, factors: Mapping[str, Decimal]) -> DealComparison:
    """Compare every fact of the store; `factors` are the ratio words of the language ("double": 2)."""
    plain = {fact.id: compare(fact) for fact in store.facts.values()}
    broken = breaches(store.deal.laws, plain)
    judged = {name: _with_breaches(item, broken) for name, item in plain.items()}
    return DealComparison(judged, arithmetic(store.deal.laws, plain, factors), broken)


def _with_breaches(comparison: Comparison, broken: tuple[Breach, ...]) -> Comparison:
    """The comparison as the broken implications leave it; readings that exclude each other are always major."""
    own = tuple(breach for breach in broken if breach.law.premise.fact == comparison.fact.id)
    alone = any(breach.within_one_source for breach in own)
    severity = worst_severity((comparison.severity, Severity.MAJOR if alone else None))
    return replace(comparison, verdict=breached(comparison.verdict, own), severity=severity)

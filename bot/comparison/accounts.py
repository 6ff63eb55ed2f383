"""What does one source tell beside the others, and what do some of them tell beside each other?"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from bot.comparison.compare import Comparison, compare
from bot.comparison.deal import DealComparison, compare_deal
from bot.comparison.laws import Breach
from bot.fact import Store


@dataclass(frozen=True)
class Account:
    """What one source tells of a deal: each fact on which it speaks stands in one group, in the order of the records.

    `itself` are the facts on which it contradicts itself, `apart` those on which another source does not say the same,
    `alone` those of which no other speaks, `shared` those on which all that speak say the same.
    """

    source: str
    itself: tuple[Comparison, ...]
    apart: tuple[Comparison, ...]
    alone: tuple[Comparison, ...]
    shared: tuple[Comparison, ...]

    @property
    def spoken(self) -> tuple[Comparison, ...]:
        """All facts on which it speaks, group by group."""
        return (*self.itself, *self.apart, *self.alone, *self.shared)


def account_of(source: str, deal: DealComparison) -> Account:
    """What `source` tells; nothing for one that the deal does not know."""
    groups: dict[str, list[Comparison]] = {"itself": [], "apart": [], "alone": [], "shared": []}
    for comparison in deal.facts.values():
        if comparison.fact.claims.get(source):
            groups[_group(source, comparison, deal)].append(comparison)
    return Account(source, **{name: tuple(group) for name, group in groups.items()})


def alone(source: str, comparison: Comparison) -> Comparison:
    """What follows from the claims of one source on a fact, as if there were no others."""
    fact = comparison.fact
    return compare(replace(fact, claims={source: fact.claims.get(source, ())}))


def beside(sources: Collection[str], store: Store, factors: Mapping[str, Decimal]) -> tuple[Store, DealComparison]:
    """The deal as if there were these sources only; on a fact of which none speaks there is no position."""
    told = {source: record for source, record in store.sources.items() if source in sources}
    facts = {
        name: replace(fact, claims={source: cell for source, cell in fact.claims.items() if source in sources})
        for name, fact in store.facts.items()
    }
    narrowed = replace(store, sources=told, facts=facts)
    return narrowed, compare_deal(narrowed, factors)


def broken_by(source: str, comparison: Comparison, deal: DealComparison) -> tuple[Breach, ...]:
    """The implications broken on a fact in which the source has a part."""
    broken = deal.breaches_of(comparison.fact.id)
    return tuple(breach for breach in broken if source in (breach.premise.source, breach.conclusion.source))


def _group(source: str, comparison: Comparison, deal: DealComparison) -> str:
    broken = broken_by(source, comparison, deal)
    if comparison.clashes(source) or any(breach.within_one_source for breach in broken):
        return "itself"
    if comparison.stands_apart(source) or broken:
        return "apart"
    return "alone" if comparison.solidity.sources == 1 else "shared"

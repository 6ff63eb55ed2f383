"""Does every fact say for every source what it holds, or that it is silent? (G)"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from bot.article import normalise
from bot.fact import Claim, Fact
from bot.lint.material import Material
from bot.problem import Problem


def grid_problems(material: Material) -> Iterator[Problem]:
    """G: missing and unknown cells, facts that nobody holds, claims that stand twice."""
    for fact in material.store.facts.values():
        yield from _cells(material, fact)
        yield from _twice(material, fact)


def _cells(material: Material, fact: Fact) -> Iterator[Problem]:
    place = material.at(fact, "claims")
    for source in sorted(set(material.store.sources) - set(fact.claims)):
        yield Problem(place, "G001", f"{fact.id}: source {source} has no cell; list its claims or write `silent`")
    for source in sorted(set(fact.claims) - set(material.store.sources) - material.unread):
        yield Problem(material.at(fact, "claims", source), "G002", f"{fact.id}: there is no source {source!r}")
    if not fact.all_claims:
        yield Problem(place, "G003", f"{fact.id}: no source speaks on it, so it is no fact of this store")


def _twice(material: Material, fact: Fact) -> Iterator[Problem]:
    seen = Counter(map(_key, fact.all_claims))
    for claim in fact.all_claims:
        if seen[_key(claim)] > 1:
            yield material.about(claim, "G004", "the same value with the same quote stands twice")


def _key(claim: Claim) -> tuple[str, str, int, str]:
    return claim.source, claim.written, claim.citation.paragraph, normalise(claim.citation.quote)

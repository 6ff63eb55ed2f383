"""How do the claims of all sources on one fact relate? Positions, pairs, sides, verdict, severity and solidity."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from bot.comparison.held import Pair, pairs_of
from bot.comparison.position import Position, Side, positions_of, sides_of
from bot.comparison.standing import Restatement, Standing, stand
from bot.comparison.verdict import Reason, Relation, Severity, Verdict, worst, worst_severity
from bot.fact import Fact
from bot.record import Modality
from bot.value import Interval, Quantity


@dataclass(frozen=True)
class Solidity:
    """How well a fact is borne: sources and claims, and how many of them are hedged or not plain assertions."""

    sources: int
    claims: int
    hedged: int
    modalities: tuple[tuple[Modality, int], ...]
    attributed: int

    @property
    def unattributed(self) -> int:
        """Claims for which the source names nobody."""
        return self.claims - self.attributed


@dataclass(frozen=True)
class Comparison:
    """All that follows from the claims on one fact; `more_sides` tells that there are more sides than are listed."""

    fact: Fact
    verdict: Verdict
    severity: Severity | None
    positions: tuple[Position, ...]
    restated: tuple[Restatement, ...]
    pairs: tuple[Pair, ...]
    sides: tuple[Side, ...]
    more_sides: bool
    solidity: Solidity

    @property
    def common(self) -> Interval | None:
        """What all positions leave open together, where they are figures or dates and all can hold."""
        return self.sides[0].common if len(self.sides) == 1 else None

    @property
    def deciding(self) -> Pair | None:
        """The pair that explains the verdict best; None where no pair does: one source alone, or a broken law.

        A clash within one source explains a self-contradiction and nothing else. Otherwise the heaviest relation
        comes first, superseded before a mere difference, then the wider gap, then the lower ids.
        """
        explaining = [pair for pair in self.pairs if _verdict_of(pair) is self.verdict]
        return max(explaining, key=_weight, default=None)

    def clashes(self, source: str) -> bool:
        """Whether `source` says two things that cannot both hold."""
        return any(
            pair.left.source == source and _verdict_of(pair) is Verdict.SELF_CONTRADICTION for pair in self.pairs
        )

    def stands_apart(self, source: str) -> bool:
        """Whether another source does not say the same as `source`."""
        between = (pair for pair in self.pairs if not pair.within_one_source)
        found = (_verdict_of(pair) for pair in between if source in (pair.left.source, pair.right.source))
        return any(verdict and verdict.is_disagreement for verdict in found)


def compare(fact: Fact) -> Comparison:
    """Compare the claims on `fact`; the result depends on nothing else, nor on their order."""
    standings = tuple(stand(source, fact.claims[source], fact) for source in sorted(fact.claims))
    held = tuple(value for standing in standings for value in standing.held)
    positions = positions_of(held, fact)
    pairs = pairs_of(held, fact)
    sides, more_sides = sides_of(positions, pairs)
    return Comparison(
        fact=fact,
        verdict=_verdict(standings, pairs),
        severity=worst_severity(pair.relating.severity for pair in pairs),
        positions=positions,
        restated=tuple(item for standing in standings for item in standing.restated),
        pairs=pairs,
        sides=sides,
        more_sides=more_sides,
        solidity=_solidity(fact),
    )


def _verdict(standings: tuple[Standing, ...], pairs: tuple[Pair, ...]) -> Verdict:
    speaking = sum(bool(standing.held) for standing in standings)
    alone = Verdict.AGREE if speaking > 1 else Verdict.SINGLE_SOURCE
    return worst([alone, *(verdict for pair in pairs if (verdict := _verdict_of(pair)))]) or alone


def _verdict_of(pair: Pair) -> Verdict | None:
    """What a pair says of the fact; one source that says two things which can both hold says nothing of it."""
    relating = pair.relating
    if pair.within_one_source:
        return Verdict.SELF_CONTRADICTION if relating.relation is Relation.EXCLUSIVE else None
    match relating.relation:
        case Relation.EXCLUSIVE:
            return Verdict.DISAGREE
        case Relation.EQUAL:
            return Verdict.AGREE
        case Relation.COMPATIBLE if relating.reason is Reason.MORE_SPECIFIC:
            return Verdict.AGREE  # dates, the same at the precision both have
        case _:  # what cannot be compared is not the same either
            return Verdict.DIFFER


_BY_WEIGHT = (
    Relation.EQUAL,
    Relation.INCOMPARABLE,
    Relation.COMPATIBLE,
    Relation.DIFFERENT,
    Relation.SUPERSEDED,
    Relation.EXCLUSIVE,
)
_TELLING = (Reason.SAME, Reason.STANDS_WITH, Reason.QUALIFIER_OMITTED)  # of equal values, from the least


def _weight(pair: Pair) -> tuple[int, int, Decimal]:
    relating = pair.relating
    telling = _TELLING.index(relating.reason) if relating.reason in _TELLING else 0
    gap = relating.gap if relating.apart is None else relating.apart
    return _BY_WEIGHT.index(relating.relation), telling, gap or Decimal(0)


def _solidity(fact: Fact) -> Solidity:
    claims = fact.all_claims
    modalities = Counter(claim.modality for claim in claims if claim.modality is not Modality.ASSERTED)
    return Solidity(
        sources=sum(bool(cell) for cell in fact.claims.values()),
        claims=len(claims),
        hedged=sum(isinstance(claim.value, Quantity) and claim.value.hedged for claim in claims),
        modalities=tuple(sorted(modalities.items())),
        attributed=sum(claim.according_to is not None for claim in claims),
    )

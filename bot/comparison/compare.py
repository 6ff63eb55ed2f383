"""How do the claims of all sources on one fact relate? Positions, pairs, sides, verdict, severity and solidity."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from itertools import combinations

from bot.comparison.pair import Relating, relate
from bot.comparison.standing import Held, Restatement, Standing, phases_apart, same_value, sort_key, stand
from bot.comparison.verdict import Reason, Relation, Severity, Verdict, worst
from bot.fact import Citation, Claim, Fact, Value
from bot.record import Modality, Stage
from bot.value import Interval, PartialDate, Quantity, Reading
from bot.value.interval import common as common_part


@dataclass(frozen=True)
class Position:
    """One value as written, and what stands behind it."""

    value: Value
    held: tuple[Held, ...]

    @property
    def written(self) -> str:
        """The value in the words of its first claim."""
        return self.claims[0].written

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims of all sources that hold it."""
        return tuple(claim for held in self.held for claim in held.claims)

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources that hold it, sorted."""
        return tuple(sorted({held.source for held in self.held}))

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citations behind it, sorted."""
        return tuple(sorted(claim.citation for claim in self.claims))

    @property
    def stage(self) -> Stage | None:
        """The latest stage that it is said from."""
        return max((held.stage for held in self.held if held.stage), key=list(Stage).index, default=None)


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


@dataclass(frozen=True)
class Side:
    """A largest set of positions that can all hold; `common` is what figures or dates leave open together."""

    positions: tuple[Position, ...]
    common: Interval | None


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
    """All that follows from the claims on one fact."""

    fact: Fact
    verdict: Verdict
    severity: Severity | None
    positions: tuple[Position, ...]
    restated: tuple[Restatement, ...]
    pairs: tuple[Pair, ...]
    sides: tuple[Side, ...]
    solidity: Solidity

    @property
    def common(self) -> Interval | None:
        """What all positions leave open together, where they are figures or dates and all can hold."""
        return self.sides[0].common if len(self.sides) == 1 else None

    @property
    def deciding(self) -> Pair | None:
        """The pair that decides the verdict: the heaviest relation, the widest gap first."""
        return max(self.pairs, key=_weight, default=None)


def compare(fact: Fact) -> Comparison:
    """Compare the claims on `fact`; the result depends on nothing else, nor on their order."""
    standings = tuple(stand(source, fact.claims[source], fact) for source in sorted(fact.claims))
    held = tuple(value for standing in standings for value in standing.held)
    positions = _positions(held, fact)
    pairs = tuple(_pair(left, right, fact) for left, right in combinations(held, 2))
    return Comparison(
        fact=fact,
        verdict=_verdict(standings, pairs),
        severity=_severity(pairs),
        positions=positions,
        restated=tuple(item for standing in standings for item in standing.restated),
        pairs=pairs,
        sides=_sides(positions, fact),
        solidity=_solidity(fact),
    )


def _positions(held: tuple[Held, ...], fact: Fact) -> tuple[Position, ...]:
    """Equal values together; readings in the order in which the fact lists them, the rest by size."""
    listed = list(fact.readings)
    groups: list[list[Held]] = []
    for value in held:
        group = next((g for g in groups if _same_position(g[0], value)), None)
        if group is None:
            groups.append([value])
        else:
            group.append(value)
    positions = (Position(group[0].value, tuple(group)) for group in groups)

    def key(position: Position) -> tuple[int, tuple[str, ...], tuple[str, ...]]:
        value = position.value
        rank = listed.index(value.key) if isinstance(value, Reading) and value.key in listed else 0
        return rank, sort_key(value), position.sources

    return tuple(sorted(positions, key=key))


def _same_position(left: Held, right: Held) -> bool:
    return left.per == right.per and same_value(left.value, right.value)


def _pair(left: Held, right: Held, fact: Fact) -> Pair:
    return Pair(left, right, _relate_held(left, right, fact))


def _relate_held(left: Held, right: Held, fact: Fact) -> Relating:
    if left.per != right.per:
        return Relating(Relation.INCOMPARABLE, Reason.BASIS)
    relating = relate(left.value, right.value, fact)
    if relating.relation is Relation.EQUAL:
        return _qualified(left, right, relating)
    if phases_apart(left.stage, right.stage, fact) and relating.relation is not Relation.INCOMPARABLE:
        return Relating(Relation.SUPERSEDED, Reason.STAGE, relating.common, relating.gap, relating.apart)
    return relating


def _qualified(left: Held, right: Held, relating: Relating) -> Relating:
    if left.qualifiers == right.qualifiers:
        return relating
    if left.qualifiers and right.qualifiers:
        return Relating(Relation.INCOMPARABLE, Reason.BASIS)
    return Relating(Relation.EQUAL, Reason.QUALIFIER_OMITTED, relating.common)


def _verdict(standings: tuple[Standing, ...], pairs: tuple[Pair, ...]) -> Verdict:
    if any(standing.clashes for standing in standings):
        return Verdict.SELF_CONTRADICTION
    speaking = [standing for standing in standings if standing.held]
    base = Verdict.AGREE if len(speaking) > 1 else Verdict.SINGLE_SOURCE
    across = [_of_pair(pair) for pair in pairs if not pair.within_one_source]
    return worst([base, *across]) or base


def _of_pair(pair: Pair) -> Verdict:
    match pair.relating.relation:
        case Relation.EXCLUSIVE:
            return Verdict.DISAGREE
        case Relation.COMPATIBLE | Relation.DIFFERENT | Relation.SUPERSEDED:
            return Verdict.DIFFER
        case _:
            return Verdict.AGREE


def _severity(pairs: tuple[Pair, ...]) -> Severity | None:
    found = {pair.relating.severity for pair in pairs if pair.relating.severity}
    return next((severity for severity in (Severity.MAJOR, Severity.MINOR) if severity in found), None)


_RELATION_WEIGHT = {relation: weight for weight, relation in enumerate(Relation)}


def _weight(pair: Pair) -> tuple[bool, int, float, str]:
    clash = pair.within_one_source and pair.relating.relation is Relation.EXCLUSIVE
    gap = float(pair.relating.apart or 0)
    return clash, _RELATION_WEIGHT[pair.relating.relation], gap, pair.left.source + pair.right.source


def _sides(positions: tuple[Position, ...], fact: Fact) -> tuple[Side, ...]:
    """The maximal sets of positions of which each two can hold together (Bron and Kerbosch, with a pivot)."""
    beside = {
        place: {
            other
            for other in range(len(positions))
            if other != place and _beside(positions, place, other, fact)
        }
        for place in range(len(positions))
    }
    cliques = sorted(sorted(clique) for clique in _cliques(set(), set(beside), set(), beside))
    return tuple(_side(tuple(positions[place] for place in clique)) for clique in cliques if clique)


def _beside(positions: tuple[Position, ...], place: int, other: int, fact: Fact) -> bool:
    relations = (
        _relate_held(left, right, fact).relation
        for left in positions[place].held
        for right in positions[other].held
    )
    return all(relation is not Relation.EXCLUSIVE for relation in relations)


def _cliques(
    chosen: set[int], open_: set[int], done: set[int], beside: dict[int, set[int]]
) -> Iterable[set[int]]:
    if not open_ and not done:
        yield chosen
        return
    pivot = max(open_ | done, key=lambda place: len(beside[place] & open_))
    for place in sorted(open_ - beside[pivot]):
        yield from _cliques(chosen | {place}, open_ & beside[place], done & beside[place], beside)
        open_ = open_ - {place}
        done = done | {place}


def _side(positions: tuple[Position, ...]) -> Side:
    intervals = [interval for position in positions if (interval := _interval(position.value))]
    shared = common_part(intervals) if len(intervals) == len(positions) else None
    return Side(positions, shared)


def _interval(value: Value) -> Interval | None:
    return value.interval if isinstance(value, Quantity | PartialDate) else None


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


def worst_severity(severities: Iterable[Severity | None]) -> Severity | None:
    """The heavier of several severities, None of none."""
    return reduce(lambda a, b: Severity.MAJOR if Severity.MAJOR in (a, b) else a or b, severities, None)

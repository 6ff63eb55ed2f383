"""Which values stand side by side on a fact, who holds each, and which of them can all hold together?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from bot.comparison.held import Held, Pair, alike
from bot.fact import Citation, Claim, Fact, Value
from bot.record import Stage
from bot.value import Interval, PartialDate, Quantity, Reading
from bot.value.interval import common as common_part

MOST_SIDES = 200  # readings can stand with each other in exponentially many ways; figures hardly pass this


@dataclass(frozen=True)
class Position:
    """One value as written, and what stands behind it."""

    value: Value
    held: tuple[Held, ...]

    @property
    def written(self) -> str:
        """The value in the words of its first claim; a set as it is united."""
        return self.value.as_written

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
class Side:
    """A largest set of positions that can all hold; `common` is what figures or dates leave open together."""

    positions: tuple[Position, ...]
    common: Interval | None


def positions_of(held: Iterable[Held], fact: Fact) -> tuple[Position, ...]:
    """The held values as positions: equal values are one, whoever holds them and however they spell them.

    Readings stand in the order in which the fact lists them, everything else by size.
    """
    rank = {key: place for place, key in enumerate(fact.readings)}
    positions = (Position(group[0].value, group) for group in alike(held))
    return tuple(sorted(positions, key=lambda position: rank.get(_key(position.value), 0)))


def _key(value: Value) -> str:
    return value.key if isinstance(value, Reading) else ""


def sides_of(positions: Sequence[Position], pairs: Iterable[Pair]) -> tuple[tuple[Side, ...], bool]:
    """The largest sets of positions of which each two can hold together, and whether there are more than are listed.

    For figures and dates a side always has a common part; where it mixes units there is none to tell.
    """
    beside = _beside(positions, pairs)
    found = [sorted(clique) for clique in islice(_cliques(beside), MOST_SIDES + 1)] if positions else []
    listed = sorted(found[:MOST_SIDES])
    sides = tuple(_side(tuple(positions[place] for place in clique)) for clique in listed)
    return sides, len(found) > MOST_SIDES


def _beside(positions: Sequence[Position], pairs: Iterable[Pair]) -> Mapping[int, frozenset[int]]:
    """For each position those that can hold beside it: no pair of what is held excludes the other."""
    # By identity: the pairs are made of the very values that the positions hold, and hashing whole claims is slow.
    place_of = {id(held): place for place, position in enumerate(positions) for held in position.held}
    beside = {place: set(place_of.values()) - {place} for place in range(len(positions))}
    for pair in pairs:
        if not pair.relating.together:
            left, right = place_of[id(pair.left)], place_of[id(pair.right)]
            beside[left].discard(right)
            beside[right].discard(left)
    return {place: frozenset(others) for place, others in beside.items()}


def _cliques(beside: Mapping[int, frozenset[int]]) -> Iterator[frozenset[int]]:
    """The maximal sets of neighbours (Bron and Kerbosch, with Tomita's pivot), on a stack of our own."""
    stack = [(frozenset[int](), frozenset(beside), frozenset[int]())]
    while stack:
        chosen, left, done = stack.pop()
        if not left:
            yield from () if done else (chosen,)
            continue
        for place in sorted(left - beside[_pivot(left, done, beside)]):
            stack.append((chosen | {place}, left & beside[place], done & beside[place]))
            left, done = left - {place}, done | {place}


def _pivot(left: frozenset[int], done: frozenset[int], beside: Mapping[int, frozenset[int]]) -> int:
    """The first of those with the most neighbours left: sets with it need not be sought through its neighbours."""
    return max(sorted(left | done), key=lambda place: len(beside[place] & left))


def _side(positions: tuple[Position, ...]) -> Side:
    return Side(positions, _common([held for position in positions for held in position.held]))


def _common(held: Sequence[Held]) -> Interval | None:
    """What figures of one unit, or dates, leave open together; a plain figure beside a finer one counts as its cell."""
    dates = [item.value.interval for item in held if isinstance(item.value, PartialDate)]
    if len(dates) == len(held):
        return common_part(dates)
    figures = [item.value for item in held if isinstance(item.value, Quantity)]
    measures = {(figure.kind, figure.unit) for figure in figures} | {item.per for item in held}
    if len(figures) < len(held) or len(measures) > 2:  # noqa: PLR2004  # one measure and one basis
        return None
    finest = min((figure.step for figure in figures if figure.is_plain), default=None)
    parts = [figure.cell if figure.is_plain and figure.step != finest else figure.interval for figure in figures]
    known = [part for part in parts if part]
    return common_part(known) if len(known) == len(parts) else None

"""What stands in the picture of the figures? Rows with the ends of their bars, in panels of one unit and size."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import groupby

from bot.answer.figures import Figure, Measured
from bot.chart.axis import Axis, axis_for
from bot.text import places
from bot.value import Bound, Interval, Quantity
from bot.value.written import scale_of


class Shape(StrEnum):
    """What a mark looks like; each has its line in the key, in the words given here."""

    POINT = "a plain figure"
    RANGE = "a range"
    FLOOR = "at least: goes on upwards"
    CEILING = "at most: goes on downwards"


FADING = "fades: hedged, where it ends is not exact"
HOLLOW = "hollow: the number itself is left out"


@dataclass(frozen=True)
class Mark:
    """A figure on its scale: the numbers it leaves open, and which of its ends are blurred by a hedge."""

    interval: Interval
    soft_low: bool = False
    soft_high: bool = False

    @property
    def shape(self) -> Shape:
        """A side without an end is an arrow; what is open on both sides fills the scale like a range."""
        if self.interval.is_point:
            return Shape.POINT
        match self.interval.low, self.interval.high:
            case Decimal(), None:
                return Shape.FLOOR
            case None, Decimal():
                return Shape.CEILING
            case _:
                return Shape.RANGE


@dataclass(frozen=True)
class Row:
    """One wording of one source; without a mark where it gives no number ("a few dollars")."""

    source: str
    text: str
    mark: Mark | None


@dataclass(frozen=True)
class Group:
    """The rows of one fact under its question."""

    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Panel:
    """Facts on one scale: of one unit, and of a size at which the smallest can still be seen."""

    unit: str
    axis: Axis
    groups: tuple[Group, ...]

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Every mark, in order."""
        return tuple(row.mark for group in self.groups for row in group.rows if row.mark)


def panels(items: Iterable[Measured]) -> tuple[Panel, ...]:
    """The facts in panels, in the order in which each panel's first fact comes.

    A fact whose figures have several units stands in several panels.
    """
    parts: dict[tuple[str, str, Decimal], list[Group]] = {}
    intervals: dict[tuple[str, str, Decimal], list[Interval]] = {}
    for item in items:
        for (unit, per), figures in _by_unit(item):
            spans = [figure.quantity.interval for figure in figures if figure.quantity.interval]
            key = unit, per, _scale(spans)
            intervals.setdefault(key, []).extend(spans)
            parts.setdefault(key, []).append(Group(item.heading, tuple(map(_row, figures))))
    return tuple(Panel(key[0], axis_for(intervals[key]), tuple(groups)) for key, groups in parts.items())


def key_to(shown: Iterable[Panel]) -> tuple[str, ...]:
    """What the key has to explain: the shapes that occur, then fading and hollow ends."""
    marks = [mark for panel in shown for mark in panel.marks]
    shapes = [shape for shape in Shape if any(mark.shape is shape for mark in marks)]
    fading = [FADING] if any(mark.soft_low or mark.soft_high for mark in marks) else []
    hollow = [HOLLOW] if any(_leaves_out_an_end(mark) for mark in marks) else []
    return (*shapes, *fading, *hollow)


def mark_of(quantity: Quantity) -> Mark | None:
    """The mark of a quantity: a hedge blurs the ends that it moved."""
    if quantity.interval is None:
        return None
    bound, hedged = quantity.bound, quantity.hedged
    low = hedged and bound is not Bound.JUST_OVER and quantity.interval.low is not None
    high = hedged and bound is not Bound.NEARLY and quantity.interval.high is not None
    return Mark(quantity.interval, low, high)


def _by_unit(item: Measured) -> Iterator[tuple[tuple[str, str], list[Figure]]]:
    """The figures of a fact by what they are counted in; those without a number stand with the first that has one."""
    counted = [figure for figure in item.figures if figure.quantity.interval]
    vague = [figure for figure in item.figures if not figure.quantity.interval]
    rows = groupby(sorted(counted, key=_unit), key=_unit)
    for place, (unit, figures) in enumerate(rows):
        kept = {*figures, *(vague if place == 0 else ())}
        yield unit, [figure for figure in item.figures if figure in kept]


def _unit(figure: Figure) -> tuple[str, str]:
    return figure.quantity.unit, figure.per or ""


def _scale(spans: Iterable[Interval]) -> Decimal:
    return scale_of(max((abs(end) for span in spans for end in (span.low, span.high) if end), default=Decimal(0)))


def _row(figure: Figure) -> Row:
    return Row(figure.source, f"{figure.text} [{places(figure.citations)}]", mark_of(figure.quantity))


def _leaves_out_an_end(mark: Mark) -> bool:
    """An end that fades is no exact number that could be left out."""
    low = mark.interval.low_open and not mark.soft_low
    return low or (mark.interval.high_open and not mark.soft_high)

"""Does each mark stand on its scale where its numbers say, and does its form tell what kind of end it has?"""

from __future__ import annotations

from decimal import Decimal

import pytest
from matplotlib.figure import Figure

from bot.chart.axis import Axis
from bot.chart.bars import Mark
from bot.chart.glyph import Scale, draw_mark
from bot.value import Interval
from tests.chart.marks import across, bars, lines

SCALE = Scale(Axis(Decimal(0), Decimal(40), ()), left=1.0, width=2.0)


def interval(low: int | None, high: int | None, *, low_open: bool = False, high_open: bool = False) -> Interval:
    ends = [None if end is None else Decimal(end) for end in (low, high)]
    return Interval(ends[0], ends[1], low_open, high_open)


def drawn(mark: Mark) -> Figure:
    figure = Figure()
    draw_mark(figure.add_axes((0, 0, 1, 1)), mark, SCALE, 0.5, "it")
    return figure


def names(figure: Figure) -> set[str | None]:
    return {*lines(figure), *bars(figure)}


def place(figure: Figure, name: str) -> float:
    return across(lines(figure)[name])[0]


def alphas(figure: Figure) -> list[float]:
    array = figure.axes[0].images[0].get_array()
    assert array is not None
    return [float(alpha) for alpha in array[0, :, 3]]


def test_a_point_is_a_diamond_where_its_number_stands() -> None:
    """A plain figure has one sign, at its number."""
    figure = drawn(Mark(Interval.point(Decimal(20))))
    assert names(figure) == {"it-low"}
    assert place(figure, "it-low") == 2.0
    assert lines(figure)["it-low"].get_marker() == "D"


def test_a_range_is_a_bar_between_its_ends() -> None:
    """A range is solid from end to end, with a stroke at each."""
    figure = drawn(Mark(interval(10, 30)))
    assert bars(figure)["it-bar"] == (1.5, 2.5)
    assert set(alphas(figure)) == {1.0}
    assert (place(figure, "it-low"), place(figure, "it-high")) == (1.5, 2.5)


def test_a_floor_is_an_arrow_to_the_end_of_the_scale() -> None:
    """From its number it points upwards; the number itself is filled where it counts."""
    figure = drawn(Mark(interval(10, None)))
    assert bars(figure)["it-bar"] == (1.5, 3.0)
    assert (place(figure, "it-low"), place(figure, "it-head")) == (1.5, 3.0)
    assert lines(figure)["it-head"].get_marker() == ">"
    assert lines(figure)["it-low"].get_markerfacecolor() != "white"


def test_a_ceiling_is_an_arrow_the_other_way() -> None:
    """From its number it points downwards, to where the scale begins."""
    figure = drawn(Mark(interval(None, 30)))
    assert bars(figure)["it-bar"] == (1.0, 2.5)
    assert (place(figure, "it-high"), place(figure, "it-head")) == (2.5, 1.0)
    assert lines(figure)["it-head"].get_marker() == "<"


@pytest.mark.parametrize(
    ("mark", "end"),
    [
        (Mark(interval(10, None, low_open=True)), "it-low"),
        (Mark(interval(None, 30, high_open=True)), "it-high"),
        (Mark(interval(10, 30, high_open=True), soft_low=True), "it-high"),
    ],
)
def test_a_number_that_is_left_out_is_hollow(mark: Mark, end: str) -> None:
    """Over ten is not ten: the sign at the number is empty."""
    assert lines(drawn(mark))[end].get_markerfacecolor() == "white"


def test_a_hedged_figure_fades_to_both_sides() -> None:
    """What is "about" is densest in the middle and has no sign where it ends."""
    figure = drawn(Mark(interval(10, 30, high_open=True), soft_low=True, soft_high=True))
    dense = alphas(figure)
    assert names(figure) == {"it-bar"}
    assert dense[0] == dense[-1] < 0.1
    assert max(dense) == max(dense[len(dense) // 2 - 1 : len(dense) // 2 + 1]) > 0.9


@pytest.mark.parametrize(
    ("mark", "faint", "firm"),
    [
        (Mark(interval(10, 30), soft_low=True), 0, -1),
        (Mark(interval(10, 30), soft_high=True), -1, 0),
        (Mark(interval(10, None), soft_low=True), 0, -1),
        (Mark(interval(None, 30), soft_high=True), -1, 0),
    ],
)
def test_a_single_soft_end_fades_on_its_side(mark: Mark, faint: int, firm: int) -> None:
    """The end that a hedge moved is faint, the other one firm."""
    dense = alphas(drawn(mark))
    assert dense[faint] < 0.1
    assert dense[firm] == 1.0


def test_a_narrow_bar_can_still_be_seen() -> None:
    """A range too narrow for its scale is widened evenly, around where it stands."""
    left, right = bars(drawn(Mark(Interval(Decimal("20.00"), Decimal("20.02")))))["it-bar"]
    assert right - left > 0.05
    assert (left + right) / 2 == pytest.approx(2.0, abs=0.001)


def test_what_is_open_on_both_sides_fills_the_scale() -> None:
    """Where everything is left open the bar reaches from end to end."""
    assert bars(drawn(Mark(interval(None, None))))["it-bar"] == (1.0, 3.0)

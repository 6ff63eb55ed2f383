"""Does every row's mark say what its figure leaves open, and do only figures of one unit and size share a scale?"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from bot.answer.figures import Figure, Measured, measured
from bot.chart.bars import FADING, HOLLOW, Mark, Panel, Shape, key_to, mark_of, panels
from bot.fact import Citation
from bot.value import Interval, Quantity, QuantityReader
from tests.desks import real_desk
from tests.sample.records import language

B = Decimal(10) ** 9


def quantity(written: str) -> Quantity:
    (found,) = QuantityReader(language().words.numbers).read(written)
    return found.quantity


def item(*written: str, per: str | None = None, heading: str = "How much?") -> Measured:
    """A fact with these figures, one by each source."""
    fact = replace(next(iter(real_desk().store.facts.values())), question=heading)
    figures = (
        Figure(f"{place:03}", quantity(words), per, words, (Citation(f"{place:03}", place + 1, words),))
        for place, words in enumerate(written)
    )
    return Measured(fact, "", tuple(figures))


def mark(written: str) -> Mark:
    found = mark_of(quantity(written))
    assert found
    return found


@pytest.mark.parametrize(
    ("written", "shape", "low", "high"),
    [
        ("$15 billion", Shape.POINT, 15 * B, 15 * B),
        ("$14–$15 billion", Shape.RANGE, 14 * B, 15 * B),
        ("over $10 billion", Shape.FLOOR, 10 * B, None),
        ("up to $15 billion", Shape.CEILING, None, 15 * B),
        ("around $28 billion", Shape.RANGE, Decimal("27.5") * B, Decimal("28.5") * B),
    ],
)
def test_a_mark_is_what_the_figure_leaves_open(
    written: str, shape: Shape, low: Decimal | None, high: Decimal | None
) -> None:
    """Points, ranges, floors and ceilings follow from the figure's interval."""
    made = mark(written)
    assert (made.shape, made.interval.low, made.interval.high) == (shape, low, high)


@pytest.mark.parametrize(
    ("written", "soft_low", "soft_high"),
    [
        ("$15 billion", False, False),
        ("$14–$15 billion", False, False),
        ("over $10 billion", False, False),
        ("about $15 billion", True, True),
        ("nearly half", True, False),
        ("nearly $15 billion", True, False),
        ("just over $15 billion", False, True),
        ("up to about $15 billion", False, True),
        ("over about $10 billion", True, False),
    ],
)
def test_a_hedge_blurs_the_ends_that_it_moves(written: str, soft_low: bool, soft_high: bool) -> None:
    """What is exact is drawn so; "about" is soft on both sides, "nearly" below."""
    assert (mark(written).soft_low, mark(written).soft_high) == (soft_low, soft_high)


def test_words_without_a_number_have_no_mark() -> None:
    """Words such as "a few dollars" stand in their row and are not drawn."""
    (panel,) = panels([item("$5", "a few dollars")])
    assert [row.mark is None for row in panel.groups[0].rows] == [False, True]


def test_figures_of_different_units_stand_on_different_scales() -> None:
    """Money, shares and other currencies never share a scale, nor what is counted by the day."""
    shown = panels([item("$5"), item("49%"), item("€5"), item("$7"), item("$30", per="day")])
    assert [(panel.unit, len(panel.groups)) for panel in shown] == [("USD", 2), ("percent", 1), ("EUR", 1), ("USD", 1)]


def test_a_fact_in_two_currencies_stands_in_both_panels() -> None:
    """Each of its figures is drawn on the scale of its own unit."""
    shown = panels([item("$5", "€4")])
    assert {panel.unit: [row.text for row in panel.groups[0].rows] for panel in shown} == {
        "USD": ["$5 [000 ¶1]"],
        "EUR": ["€4 [001 ¶2]"],
    }


def test_figures_of_very_different_size_stand_on_different_scales() -> None:
    """Beside billions, millions could not be told from nothing."""
    shown = panels([item("$15 billion"), item("$300 million"), item("$29 billion")])
    assert [len(panel.groups) for panel in shown] == [2, 1]


def test_the_key_explains_the_shapes_that_occur_and_no_others() -> None:
    """Fading and hollow ends are explained where there are some."""
    assert key_to(panels([item("$15 billion")])) == (Shape.POINT,)
    shown = panels([item("about $15 billion", "over $10 billion", "at most $9 billion")])
    assert key_to(shown) == (Shape.RANGE, Shape.FLOOR, Shape.CEILING, FADING, HOLLOW)


def test_an_end_that_fades_is_not_called_hollow() -> None:
    """Where it ends is not exact, so that no number is left out there."""
    assert HOLLOW not in key_to(panels([item("about $15 billion")]))


def real_panels() -> tuple[Panel, ...]:
    desk = real_desk()
    return panels(measured(desk.store, desk.deal))


def test_each_figure_of_the_real_records_is_a_row_on_a_scale_that_holds_it() -> None:
    """Every row names its source and place, and its ends lie on its panel's scale."""
    desk = real_desk()
    figures = [figure for found in measured(desk.store, desk.deal) for figure in found.figures]
    rows = [row for panel in real_panels() for group in panel.groups for row in group.rows]
    assert {(row.source, row.mark.interval) for row in rows if row.mark} == {
        (figure.source, figure.quantity.interval) for figure in figures if figure.quantity.interval
    }
    assert all(f"[{row.source} ¶" in row.text for row in rows)


def test_what_is_open_on_both_sides_fills_its_scale() -> None:
    """A figure that leaves everything open is drawn from end to end."""
    assert Mark(Interval(None, None)).shape is Shape.RANGE

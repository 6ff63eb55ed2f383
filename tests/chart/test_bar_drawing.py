"""Does the picture of the figures have a row for each, at the place on its scale, and a key to its signs?"""

from __future__ import annotations

from decimal import Decimal

import pytest
from matplotlib.figure import Figure

from bot.answer.figures import measured
from bot.chart.axis import axis_for
from bot.chart.bar_drawing import MOST_ROWS, draw_panels
from bot.chart.bars import Group, Mark, Panel, Row, key_to, panels
from bot.chart.sheet import MARGIN, WIDTH, Sheet
from bot.value import Interval
from tests.chart.marks import across, bars, lines, texts
from tests.desks import real_desk


def drawn(*shown: Panel) -> Figure:
    sheet = Sheet()
    draw_panels(sheet, shown)
    return sheet.figure()


def rows(count: int) -> Panel:
    interval = Interval.point(Decimal(5))
    made = tuple(Row(f"{place:03}", f"$5 [{place:03} ¶1]", Mark(interval)) for place in range(count))
    return Panel("USD", axis_for([interval]), (Group("How much?", made),))


def test_every_row_of_the_real_records_is_drawn_where_its_scale_says() -> None:
    """The low end of each mark stands at its share of the width that its panel's scale has."""
    desk = real_desk()
    shown = panels(measured(desk.store, desk.deal))
    figure = drawn(*shown)
    signs, shafts = lines(figure), bars(figure)
    checked = 0
    for number, panel in enumerate(shown):
        start, end = across(signs[f"panel-{number}-0-0-track"])
        for place, group in enumerate(panel.groups):
            for line, row in enumerate(group.rows):
                name = f"panel-{number}-{place}-{line}"
                assert row.mark
                assert row.mark.interval.low is not None
                share = float((row.mark.interval.low - panel.axis.low) / (panel.axis.high - panel.axis.low))
                low = shafts[f"{name}-bar"][0] if f"{name}-bar" in shafts else across(signs[f"{name}-low"])[0]
                assert low == pytest.approx(start + share * (end - start))
                checked += 1
    assert checked == sum(len(group.rows) for panel in shown for group in panel.groups)


def test_each_row_says_its_source_and_words() -> None:
    """Beside the mark stand the source's id, the value as written, its stage and its citation."""
    figure = drawn(rows(2))
    assert texts(figure, "panel-0-0-1-source") == ["001"]
    assert texts(figure, "panel-0-0-1-words") == ["$5 [001 ¶1]"]
    assert "How much?" in texts(figure)


def test_the_ticks_are_written_in_the_unit_of_the_panel() -> None:
    """Under the rows stand the scale's numbers, as amounts of its unit."""
    assert texts(drawn(rows(1)), "tick") == ["$0", "$2", "$4", "$6"]


def test_the_key_is_under_the_panels() -> None:
    """Each kind of sign that occurs is shown with its words."""
    shown = rows(1)
    assert texts(drawn(shown), "key-words") == list(key_to([shown]))


def test_a_row_without_a_number_has_words_alone() -> None:
    """What gives no number is not drawn but stands there."""
    figure = drawn(Panel("USD", axis_for([]), (Group("How much?", (Row("000", "a few dollars", None),)),)))
    assert "a few dollars" in texts(figure)
    assert not [line for axes in figure.axes for line in axes.lines]


def test_what_is_too_much_for_a_picture_is_said_to_be_missing() -> None:
    """Where the picture gets too long each fact has its share of it, and says how many more there are in the text."""
    figure = drawn(rows(10), rows(200))
    drawn_rows = {text.get_gid() for axes in figure.axes for text in axes.texts}
    assert "panel-0-0-9-source" in drawn_rows
    assert f"panel-1-0-{MOST_ROWS // 2 - 1}-source" in drawn_rows
    assert f"panel-1-0-{MOST_ROWS // 2}-source" not in drawn_rows
    missing = [text for text in texts(figure) if "not drawn" in text]
    assert missing == [f"{200 - MOST_ROWS // 2} more are not drawn; the text has all of them."]


def test_nothing_stands_beyond_the_margins() -> None:
    """Words, ticks and signs stay on the sheet."""
    figure = drawn(*panels(measured(real_desk().store, real_desk().deal)))
    figure.draw_without_rendering()
    for axes in figure.axes:
        for artist in (*axes.texts, *axes.lines):
            box = artist.get_window_extent()
            assert box.x0 / figure.dpi >= MARGIN - 0.1
            assert box.x1 / figure.dpi <= WIDTH - MARGIN + 0.1

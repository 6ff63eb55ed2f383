"""Is the timeline drawn so that its form alone tells what is dated, and with all its words?"""

from __future__ import annotations

from matplotlib.figure import Figure

from bot.chart.line import Stop, stops
from bot.chart.line_drawing import MOST_STOPS, draw_stops
from bot.chart.sheet import Sheet
from tests.chart.marks import lines, texts
from tests.desks import real_desk

DATED, UNDATED = Stop("2016", "begins [003 ¶8]"), Stop("undated", "goes on [002 ¶5]")


def drawn(*along: Stop) -> Figure:
    sheet = Sheet()
    draw_stops(sheet, along)
    return sheet.figure()


def test_every_event_of_the_real_records_is_drawn_with_its_words() -> None:
    """Date, words and sources of each event are there, from top to bottom."""
    along = stops(real_desk().timeline)
    figure = drawn(*along)
    said = " ".join(texts(figure))
    assert all(stop.text in said for stop in along)
    tops = [axes.get_position().y1 for axes in figure.axes]
    assert tops == sorted(tops, reverse=True)


def test_a_dated_event_is_filled_and_an_undated_one_hollow() -> None:
    """The sign tells by its form whether a source gives a date."""
    shown = lines(drawn(DATED, UNDATED))
    assert shown["stop-0-sign"].get_markerfacecolor() != "white"
    assert shown["stop-1-sign"].get_markerfacecolor() == "white"


def test_the_line_is_broken_beside_what_is_undated() -> None:
    """It is solid between two dates, and ends at the first and the last event."""
    shown = lines(drawn(DATED, DATED, UNDATED))
    assert shown["stop-0-below"].get_linestyle() == shown["stop-1-above"].get_linestyle() == "-"
    assert shown["stop-1-below"].get_linestyle() == shown["stop-2-above"].get_linestyle() == "--"
    assert {"stop-0-above", "stop-2-below"}.isdisjoint(shown)


def test_the_key_explains_only_the_signs_that_occur() -> None:
    """A timeline whose events are all dated needs no word on undated ones."""
    assert not [text for text in texts(drawn(DATED)) if text.startswith("hollow")]
    assert [text for text in texts(drawn(UNDATED)) if text.startswith("hollow")]


def test_what_is_too_much_for_a_picture_is_said_to_be_missing() -> None:
    """Beyond the most events the picture says how many there are in the text."""
    figure = drawn(*[UNDATED] * (MOST_STOPS + 7))
    assert "7 later entries are not drawn; the text has all of them." in texts(figure)
    assert f"stop-{MOST_STOPS}-sign" not in lines(figure)

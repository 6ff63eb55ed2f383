"""Are the stops of the line the events in their order, and is it solid only where dates are known?"""

from __future__ import annotations

from bot import text
from bot.chart.line import Stop, Stretch, stops, stretches
from bot.timeline import timeline
from tests.desks import real_desk


def test_each_event_is_a_stop_in_its_place() -> None:
    """The line has the events of the records, with their words, dates and sources."""
    desk = real_desk()
    along, moments = stops(desk.timeline), timeline(desk.store)
    assert [stop.dated for stop in along] == [moment.dated_by is not None for moment in moments]
    for stop, moment in zip(along, moments, strict=True):
        assert text.places(tuple(sorted({claim.citation for claim in moment.claims}))) in stop.text


def test_the_line_is_solid_only_between_two_dates() -> None:
    """Beside what is undated only the order is known."""
    dated, undated = Stop("2016", "begins"), Stop("undated", "goes on")
    assert stretches([dated, dated, undated, undated, dated]) == (
        Stretch(0, solid=True),
        Stretch(1, solid=False),
        Stretch(2, solid=False),
        Stretch(3, solid=False),
    )


def test_a_lone_stop_has_no_line() -> None:
    """There is nothing to join."""
    assert stretches([Stop("2016", "begins")]) == ()

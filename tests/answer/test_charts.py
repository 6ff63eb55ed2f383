"""Is the chart meant that was named, and do the words of several charts hold all that each of them says?"""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import text
from bot.answer import Heading, Legend
from bot.answer.charts import Chart, chart_answer, charts_answer, charts_named
from tests.desks import desk_of, real_desk
from tests.sample.records import Records


@pytest.mark.parametrize(
    ("words", "charts"),
    [
        ("", tuple(Chart)),
        ("  ", tuple(Chart)),
        ("amounts", (Chart.AMOUNTS,)),
        ("Timeline.", (Chart.TIMELINE,)),
        ("of the week", None),
    ],
)
def test_a_chart_is_asked_for_by_its_name(words: str, charts: tuple[Chart, ...] | None) -> None:
    """One name is that chart, no words are all of them, and anything else is none."""
    assert charts_named(words) == charts


def test_several_charts_are_said_under_their_titles_with_their_sources_once() -> None:
    """All the lines of each chart are there, under its title, and one legend at the end."""
    desk = real_desk()
    joined = charts_answer(tuple(Chart), desk.store, desk.deal)
    headings = [element.text for element in joined.elements if isinstance(element, Heading)]
    for chart in Chart:
        answer = chart_answer(chart, desk.store, desk.deal)
        assert answer.title in headings
        told = [element for element in answer.elements if not isinstance(element, Legend)]
        assert all(element in joined.elements for element in told)
    assert [type(element) for element in joined.elements].count(Legend) == 1
    assert isinstance(joined.elements[-1], Legend)


def test_one_chart_is_said_as_it_is() -> None:
    """A single chart needs no heading over it."""
    desk = real_desk()
    assert charts_answer((Chart.TIMELINE,), desk.store, desk.deal) == desk.timeline


def test_a_chart_that_cannot_be_drawn_leaves_the_others(tmp_path: Path) -> None:
    """Where the headlines give no figure, the timeline alone is said."""
    records = Records(tmp_path)
    records.edit("deal.yaml", "headlines: [amount, stake]", "headlines: [clients]")
    desk = desk_of(records)
    assert text.render(charts_answer(tuple(Chart), desk.store, desk.deal)).startswith("Timeline\n")

"""Does a picture say in words all that it shows, and is nothing drawn where there is nothing to show?"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bot import text
from bot.answer.charts import Chart
from bot.chart import Picture, picture_of
from bot.fact import Citation
from tests.desks import ROOT, desk_of, real_desk
from tests.sample.records import Records


@pytest.fixture(params=list(Chart))
def picture(request: pytest.FixtureRequest) -> Picture:
    found = picture_of(request.param, real_desk())
    assert found
    return found


def test_the_alternative_text_is_complete(picture: Picture) -> None:
    """Title, every line and every citation of the picture are in its alternative text."""
    told = picture.alternative
    assert picture.desk.store.deal.title in told
    assert text.render(picture.answer) in told
    places: list[tuple[Citation, ...]] = [(citation,) for citation in picture.answer.citations]
    assert all(place[0].source in told for place in places)
    assert "Sources: " in told


def test_the_alternative_text_is_shortened_by_whole_lines(picture: Picture) -> None:
    """Where there is less room, whole lines are left out and an ellipsis says so."""
    short = picture.alternative_within(300)
    *kept, last = short.splitlines()
    assert len(short) <= 300
    assert last == "…"
    assert set(kept) <= set(picture.alternative.splitlines())
    assert picture.alternative_within(10_000).splitlines()[-1].startswith("Sources: ")


def test_even_a_single_line_is_shortened(picture: Picture) -> None:
    """A line longer than the room is cut, and says so."""
    assert picture.alternative_within(10).endswith("…")
    assert len(picture.alternative_within(10)) <= 10


def test_the_file_is_named_for_deal_and_chart(picture: Picture) -> None:
    """Two pictures of two deals have different names."""
    assert picture.filename == f"meta-scale-ai-{picture.chart}.png"
    assert picture.title.startswith(picture.desk.store.deal.title)


def test_nothing_is_drawn_where_there_is_nothing_to_show(tmp_path: Path) -> None:
    """A deal whose headlines give no figures has no picture of them, one without events no timeline."""
    records = Records(tmp_path)
    records.edit("deal.yaml", "headlines: [amount, stake]", "headlines: [clients]")
    records.path("events.yaml").write_text("{}\n", "utf-8")
    assert [picture_of(chart, desk_of(records)) for chart in Chart] == [None, None]


def test_knowing_of_pictures_loads_no_plotting_library() -> None:
    """Only drawing loads it, so that nothing else gets slower."""
    program = (
        "import sys, bot.chart, bot.slack, bot.cli; sys.exit('matplotlib' in sys.modules or 'numpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False).returncode == 0

"""Does a picture say in words all that it shows, and is nothing drawn where there is nothing to show?"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bot import text
from bot.answer import Bullets, Element, Entry
from bot.answer.charts import Chart
from bot.chart import Picture, picture_of
from bot.fact import Citation
from bot.slack.files import ALTERNATIVE_CHARACTERS
from tests.desks import ROOT, desk_of, real_desk
from tests.sample.records import Records


@pytest.fixture(params=list(Chart))
def picture(request: pytest.FixtureRequest) -> Picture:
    found = picture_of(request.param, real_desk())
    assert found
    return found


def rows_of(element: Element) -> list[str]:
    """What stands in the rows of a picture."""
    match element:
        case Bullets(items):
            return [text.render_line(item) for item in items]
        case Entry(_, line):
            return [text.render_line(line)]
        case _:
            return []


def test_the_alternative_text_is_complete(picture: Picture) -> None:
    """Title, every line and every citation of the picture are in its alternative text."""
    told = picture.alternative
    assert picture.desk.store.deal.title in told
    assert text.render(picture.answer) in told
    places: list[tuple[Citation, ...]] = [(citation,) for citation in picture.answer.citations]
    assert all(place[0].source in told for place in places)
    assert "Sources: " in told


def test_the_alternative_text_is_shortened_by_whole_lines(picture: Picture) -> None:
    """Where there is less room, whole lines are left out, an ellipsis says so, and the sources stay."""
    short = picture.alternative_within(400)
    *told, sources = short.splitlines()
    assert len(short) <= 400
    assert told[-1].endswith(" …")
    assert {*told[:-1], told[-1].removesuffix(" …"), sources} <= set(picture.alternative.splitlines())
    assert sources.startswith("Sources: ")


def test_lines_that_are_too_long_are_shortened_by_words(picture: Picture) -> None:
    """Where a line alone has no room, as many of its words as fit are kept."""
    assert picture.alternative_within(20) == "Meta's investment …"
    assert picture.alternative_within(5) == "Met …"


def test_slack_has_room_for_all_rows_of_the_records(picture: Picture) -> None:
    """Where Slack describes an image, every row stands with its citation, and the sources by name."""
    told = picture.alternative_within(ALTERNATIVE_CHARACTERS)
    rows = [line for element in picture.answer.elements for line in rows_of(element)]
    assert rows
    assert [row for row in rows if row not in told] == []
    assert picture.alternative.splitlines()[-1] in told


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

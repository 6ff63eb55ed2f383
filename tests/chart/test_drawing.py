"""Is the file a readable picture of the right size that carries its words along, the same each time?"""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import matplotlib.image
import numpy as np
import pytest
from PIL import Image

from bot.answer.charts import Chart
from bot.chart import Format, Picture, picture_of
from bot.chart.drawing import figure_of
from bot.chart.sheet import DOTS, WIDTH
from bot.desk import Desk
from tests.blocks.extremes import crowded_store, overgrown
from tests.desks import desk_of, real_desk
from tests.sample.records import Records, language

SVG = "{http://www.w3.org/2000/svg}"


def picture(chart: Chart, desk: Desk | None = None) -> Picture:
    found = picture_of(chart, desk or real_desk())
    assert found
    return found


@pytest.mark.parametrize("chart", list(Chart))
def test_the_file_is_a_png_of_the_sheets_size(chart: Chart) -> None:
    """It can be read, is as wide as planned, and something is drawn on it."""
    drawn = picture(chart)
    pixels = matplotlib.image.imread(io.BytesIO(drawn.file()))
    height = figure_of(drawn).get_size_inches()[1]
    assert pixels.shape[1] == round(WIDTH * DOTS)
    assert pixels.shape[0] == pytest.approx(height * DOTS, abs=1)
    assert np.ptp(pixels[..., :3]) > 0.8


@pytest.mark.parametrize("chart", list(Chart))
def test_the_file_carries_its_alternative_text(chart: Chart) -> None:
    """Whoever passes a picture on passes its words along."""
    drawn = picture(chart)
    told = Image.open(io.BytesIO(drawn.file())).info
    assert told["Title"] == drawn.title
    assert told["Description"] == drawn.alternative


@pytest.mark.parametrize("kind", list(Format))
def test_the_same_records_make_the_same_bytes(kind: Format) -> None:
    """No date and nothing by chance is in the file."""
    drawn = picture(Chart.AMOUNTS)
    assert drawn.file(kind) == drawn.file(kind)


def test_the_svg_is_well_formed_and_needs_no_font() -> None:
    """Its letters are outlines, and its title is that of the picture."""
    drawn = picture(Chart.TIMELINE)
    root = ET.fromstring(drawn.file(Format.SVG))  # noqa: S314  # our own file
    assert [title.text for title in root.iter(f"{SVG}title")] == [drawn.title]
    assert not list(root.iter(f"{SVG}text"))


def test_the_picture_names_its_sources_and_the_state_of_its_records() -> None:
    """Below the drawing stand the sources by name and the date of curation."""
    shown = figure_of(picture(Chart.AMOUNTS))
    said = " ".join(text.get_text() for axes in shown.axes for text in axes.texts)
    for source in real_desk().store.sources.values():
        assert source.name in said
    assert f"Records as of {real_desk().store.deal.curated}" in said


@pytest.mark.parametrize(
    "title", ["שותפות בין חברות", "المال والشركات", "中文標題", "<!channel> $x_1$ \\alpha", "x" * 500]
)
def test_titles_of_any_script_and_length_can_be_drawn(title: str, tmp_path: Path) -> None:
    """What the font lacks is a box and no failure; what looks like markup is drawn as it stands."""
    desk = desk_of(Records(tmp_path))
    store = replace(desk.store, deal=desk.store.deal.model_copy(update={"title": title}))
    drawn = picture(Chart.AMOUNTS, Desk(store, language()))
    assert drawn.file().startswith(b"\x89PNG")
    assert title in drawn.alternative


@pytest.mark.parametrize("chart", list(Chart))
@pytest.mark.parametrize("harsh", ["overgrown", "crowded"])
def test_records_harsher_than_any_can_be_drawn(chart: Chart, harsh: str) -> None:
    """Long names of every script, and hundreds of sources, make a picture that Slack and a browser still show."""
    store = real_desk().store
    grown = overgrown(store, "שם ארוך <!channel> $x$ " * 6) if harsh == "overgrown" else crowded_store(store, 200)
    drawn = picture(chart, Desk(grown, language()))
    width, height = Image.open(io.BytesIO(drawn.file())).size
    assert width * height < 30_000_000
    assert height < 14_000

"""How does a chart become a file? Title, content, sources; drawn with matplotlib, without a screen."""

from __future__ import annotations

import warnings
from io import BytesIO
from threading import Lock

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from bot.answer import Answer, Legend
from bot.answer.charts import Chart
from bot.answer.figures import measured
from bot.chart.bar_drawing import draw_panels
from bot.chart.bars import panels
from bot.chart.line import stops
from bot.chart.line_drawing import draw_stops
from bot.chart.picture import Format, Picture
from bot.chart.sheet import SMALL, SUBTITLE, TITLE, Sheet

_GAP = 0.16
_MOST_SOURCES = 40
_ALONE = Lock()  # neither matplotlib nor the filter of warnings is made for several threads


def file_of(picture: Picture, kind: Format) -> bytes:
    """The bytes of the file. The same records make the same bytes."""
    with _ALONE, warnings.catch_warnings():
        # What the font lacks is drawn as a box; the alternative text has it in full.
        warnings.filterwarnings("ignore", message="Glyph .* missing from")
        return _saved(figure_of(picture), picture, kind)


def figure_of(picture: Picture) -> Figure:
    """The picture as matplotlib's figure; what stands in it has ids."""
    sheet = Sheet()
    sheet.write(picture.desk.store.deal.title, TITLE, _GAP / 4)
    sheet.write(picture.answer.title, SUBTITLE, _GAP)
    match picture.chart:
        case Chart.AMOUNTS:
            draw_panels(sheet, panels(measured(picture.desk.store, picture.desk.deal)))
        case Chart.TIMELINE:
            draw_stops(sheet, stops(picture.answer))
    sheet.write(_sources(picture.answer), SMALL, _GAP / 4)
    sheet.write(f"Records as of {picture.desk.store.deal.curated}", SMALL)
    return sheet.figure()


def _sources(answer: Answer) -> str:
    """The sources by name; of very many the first, and how many more the text has."""
    named = (element for element in answer.elements if isinstance(element, Legend))
    sources = [f"{source} {label}" for legend in named for source, label in legend.sources]
    more = [f"{len(sources) - _MOST_SOURCES} more, in the text"] if len(sources) > _MOST_SOURCES else []
    return f"Sources: {' · '.join([*sources[:_MOST_SOURCES], *more])}"


def _saved(figure: Figure, picture: Picture, kind: Format) -> bytes:
    """Without the date of drawing and with ids that are made of the content, so that nothing in it is by chance."""
    told = {"Title": picture.title, "Description": picture.alternative}
    FigureCanvasAgg(figure)
    held = BytesIO()
    with mpl.rc_context({"svg.hashsalt": picture.filename}):
        undated = {"Date": None} if kind is Format.SVG else {}
        figure.savefig(held, format=kind, dpi=figure.dpi, metadata=told | undated)
    return held.getvalue()

"""What is a picture: what it is called, what it says in words, and the file that it makes?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from bot import text
from bot.answer import Answer
from bot.answer.charts import Chart, chart_answer
from bot.answer.figures import measured
from bot.chart.bars import panels
from bot.chart.line import stops
from bot.desk import Desk

_LEFT_OUT = " …"


class Format(StrEnum):
    """The files that can be made, by their suffix."""

    PNG = "png"
    SVG = "svg"


@dataclass(frozen=True)
class Picture:
    """One chart of a deal. Nothing is drawn before it is asked for; drawing takes about a second."""

    chart: Chart
    desk: Desk

    @cached_property
    def answer(self) -> Answer:
        """The same content in words."""
        return chart_answer(self.chart, self.desk.store, self.desk.deal)

    @property
    def title(self) -> str:
        """What it shows, of which deal."""
        return f"{self.desk.store.deal.title}: {self.answer.title}"

    @property
    def filename(self) -> str:
        """A name that tells deal and chart apart."""
        return f"{self.desk.store.deal.id}-{self.chart}.{Format.PNG}"

    @property
    def alternative(self) -> str:
        """The complete content as words, with its citations."""
        return f"{self.desk.store.deal.title}\n{text.render(self.answer)}"

    def alternative_within(self, characters: int) -> str:
        """As much of the alternative text as fits; where not all does, an ellipsis says so before the sources."""
        *told, last = (line for line in self.alternative.splitlines() if line)
        sources = f"\n{last}" if len(last) < characters / 2 else ""
        return _shortened("\n".join(told), characters - len(sources)) + sources

    def file(self, kind: Format = Format.PNG) -> bytes:
        """The picture as a file that carries its title and alternative text along."""
        from bot.chart.drawing import file_of  # noqa: PLC0415  # matplotlib takes a second to load, only drawing needs it

        return file_of(self, kind)


def _shortened(whole: str, characters: int) -> str:
    """Whole lines, of very long ones whole words."""
    if len(whole) <= characters:
        return whole
    room = whole[: characters - len(_LEFT_OUT)]
    lines, words = room.rpartition("\n")[0], room.rpartition(" ")[0]
    return (lines if len(lines) >= characters / 2 else words or room) + _LEFT_OUT


def picture_of(chart: Chart, desk: Desk) -> Picture | None:
    """The picture of a chart; None where there is nothing to draw."""
    picture = Picture(chart, desk)
    empty = not panels(measured(desk.store, desk.deal)) if chart is Chart.AMOUNTS else not stops(picture.answer)
    return None if empty else picture

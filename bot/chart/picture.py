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

_LEFT_OUT = "…"


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
        """As many whole lines of the alternative text as fit; an ellipsis tells that there are more."""
        whole = "\n".join(line for line in self.alternative.splitlines() if line)
        if len(whole) <= characters:
            return whole
        cut = whole[: characters - len(_LEFT_OUT)].rpartition("\n")[0] or whole[: characters - len(_LEFT_OUT) - 1]
        return f"{cut}\n{_LEFT_OUT}"

    def file(self, kind: Format = Format.PNG) -> bytes:
        """The picture as a file that carries its title and alternative text along."""
        from bot.chart.drawing import file_of  # noqa: PLC0415  # matplotlib takes a second to load, only drawing needs it

        return file_of(self, kind)


def picture_of(chart: Chart, desk: Desk) -> Picture | None:
    """The picture of a chart; None where there is nothing to draw."""
    picture = Picture(chart, desk)
    empty = not panels(measured(desk.store, desk.deal)) if chart is Chart.AMOUNTS else not stops(picture.answer)
    return None if empty else picture

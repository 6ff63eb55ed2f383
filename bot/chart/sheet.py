"""On what are pictures drawn? A sheet that grows downwards, strip by strip, and a ruler for its text.

Lengths are in inches, of text in points. The one font is that which the drawing library brings along, so that a picture
looks the same on every machine; what the font lacks is drawn as a box, and the alternative text has it in full.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties

WIDTH = 5.4
MARGIN = 0.3
INNER = WIDTH - 2 * MARGIN
DOTS = 220  # an inch; on a phone the width of 1,188 dots leaves even the smallest text legible
INK, SOFT_INK, TRACK, BAR = "#1d1c1d", "#55555e", "#d5d5da", "#1f5fa8"
_FONT = "DejaVu Sans"
_POINTS = 72  # an inch
_LEADING = 1.35  # from one line to the next, in sizes
_MIDDLE = 0.52


@dataclass(frozen=True)
class Style:
    """How text looks: its size in points, its weight and colour."""

    size: float
    bold: bool = False
    colour: str = INK

    @property
    def font(self) -> FontProperties:
        """The font."""
        return FontProperties(family=_FONT, size=self.size, weight="bold" if self.bold else "normal")

    @property
    def line(self) -> float:
        """The height of a line."""
        return self.size * _LEADING / _POINTS

    @property
    def middle(self) -> float:
        """How far below its top the middle of a line's small letters is."""
        return self.size * _MIDDLE / _POINTS


TITLE, SUBTITLE = Style(13, bold=True), Style(11)
HEADING, PLAIN, STRONG = Style(10.5, bold=True), Style(10), Style(10, bold=True)
SMALL = Style(9, colour=SOFT_INK)


@dataclass(frozen=True)
class Block:
    """Text that is broken into lines already."""

    lines: tuple[str, ...]
    style: Style

    @property
    def height(self) -> float:
        """The height of all lines."""
        return len(self.lines) * self.style.line


@dataclass(frozen=True)
class Strip:
    """A part of the sheet over its inner width: how high it is, and what draws it once it has its place.

    The vertical axis runs downwards from 0 to the height; the horizontal one from 0 to the inner width, unless the
    strip has a scale of its own.
    """

    height: float
    draw: Callable[[Axes], None]


@dataclass
class Sheet:
    """Strips from top to bottom."""

    strips: list[Strip] = field(default_factory=list)

    def add(self, strip: Strip) -> None:
        """Puts a strip below the others."""
        self.strips.append(strip)

    def write(self, text: str, style: Style, below: float = 0.0) -> None:
        """Puts a paragraph below the others, with a gap under it."""
        block = broken(text, style)
        self.add(Strip(block.height + below, lambda axes: write(axes, block, 0.0, 0.0)))

    def figure(self) -> Figure:
        """The sheet with everything drawn on it."""
        height = 2 * MARGIN + sum(strip.height for strip in self.strips)
        figure = Figure(figsize=(WIDTH, height), dpi=DOTS, facecolor="white")
        top = height - MARGIN
        for strip in self.strips:
            top -= strip.height
            place = (MARGIN / WIDTH, top / height, INNER / WIDTH, strip.height / height)
            strip.draw(_axes(figure, place, strip.height))
        return figure


def broken(text: str, style: Style, width: float = INNER) -> Block:
    """The text in lines of at most the width; a word that is longer than a line is broken too."""
    lines = [""]
    for word in (piece for whole in text.split() for piece in _pieces(whole, style, width)):
        longer = f"{lines[-1]} {word}".lstrip()
        if breadth(longer, style) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return Block(tuple(lines), style)


def breadth(text: str, style: Style) -> float:
    """How wide a line of text is."""
    measure = _renderer().get_text_width_height_descent
    points, _, _ = measure(text, style.font, ismath=False)  # type: ignore[no-untyped-call]  # matplotlib has no types here
    return float(points) / _POINTS


def write(axes: Axes, block: Block, left: float, top: float, name: str = "") -> None:
    """Draws a block with its upper left corner in place, measured in inches from that of the strip.

    What looks like a formula between two dollar signs is none.
    """
    for place, line in enumerate(block.lines):
        axes.text(
            left / INNER,
            top + place * block.style.line,
            line,
            fontproperties=block.style.font,
            color=block.style.colour,
            va="top",
            transform=axes.get_yaxis_transform(),
            parse_math=False,
            gid=name or None,
        )


def _axes(figure: Figure, place: tuple[float, float, float, float], height: float) -> Axes:
    axes = figure.add_axes(place)
    axes.set_axis_off()
    axes.set_xlim(0, INNER)
    axes.set_ylim(height, 0)
    return axes


def _pieces(word: str, style: Style, width: float) -> list[str]:
    """The word, or as many parts of it as fit the width each."""
    if breadth(word, style) <= width or len(word) == 1:
        return [word]
    half = len(word) // 2
    return [*_pieces(word[:half], style, width), *_pieces(word[half:], style, width)]


@cache
def _renderer() -> RendererAgg:
    """Measures at a point for each dot."""
    return RendererAgg(1, 1, _POINTS)  # type: ignore[no-untyped-call]  # matplotlib has no types here

"""How is the timeline drawn? A line downwards, solid where dates are known, with a sign and words for each event."""

from __future__ import annotations

from matplotlib.axes import Axes

from bot.chart.line import Stop, stretches
from bot.chart.sheet import BAR, INNER, PLAIN, SMALL, SOFT_INK, STRONG, Block, Sheet, Strip, broken, write

MOST_STOPS = 40  # a longer picture is one that nobody scrolls through
_LINE = 0.12  # inches from the left
_INDENT = 0.42
_GAP = 0.14
_KEY = (
    (True, "filled: a source gives the date, in these words"),
    (False, "hollow, on a broken line: no source gives a date, only the order is known"),
)


def draw_stops(sheet: Sheet, along: tuple[Stop, ...]) -> None:
    """Puts the stops on the sheet, then the key; what is beyond the most stops is said to be missing."""
    kept = along[:MOST_STOPS]
    joins = [stretch.solid for stretch in stretches(kept)]
    for place, stop in enumerate(kept):
        above = joins[place - 1] if place else None
        below = joins[place] if place < len(joins) else None
        sheet.add(_stop_strip(stop, above, below, f"stop-{place}"))
    if missing := len(along) - len(kept):
        sheet.write(f"{missing} later entries are not drawn; the text has all of them.", SMALL, _GAP)
    sheet.write("Distances are not to scale.", SMALL, _GAP / 2)
    for dated, words in _KEY:
        if any(stop.dated is dated for stop in along):
            sheet.add(_key_strip(words, dated=dated))


def _stop_strip(stop: Stop, above: bool | None, below: bool | None, name: str) -> Strip:
    """`above` and `below` tell how the line goes on: solid, broken, or (None) not at all."""
    when = broken(stop.when, STRONG if stop.dated else SMALL, INNER - _INDENT)
    words = broken(stop.text, PLAIN, INNER - _INDENT)
    height, level = when.height + words.height + _GAP, when.style.middle

    def draw(axes: Axes) -> None:
        _line(axes, 0.0, level, above, f"{name}-above")
        _line(axes, level, height, below, f"{name}-below")
        _sign(axes, level, f"{name}-sign", dated=stop.dated)
        write(axes, when, _INDENT, 0, f"{name}-when")
        write(axes, words, _INDENT, when.height, f"{name}-words")

    return Strip(height, draw)


def _line(axes: Axes, start: float, end: float, solid: bool | None, name: str) -> None:
    if solid is not None:
        style, colour = ("-", BAR) if solid else ((0, (1.2, 1.2)), SOFT_INK)
        axes.plot([_LINE] * 2, [start, end], linestyle=style, color=colour, linewidth=2.2, zorder=1, gid=name)


def _sign(axes: Axes, level: float, name: str, *, dated: bool) -> None:
    axes.plot(
        [_LINE],
        [level],
        marker="o",
        markersize=9,
        markeredgewidth=2,
        color=BAR if dated else SOFT_INK,
        markerfacecolor=BAR if dated else "white",
        zorder=3,
        clip_on=False,
        gid=name,
    )


def _key_strip(words: str, *, dated: bool) -> Strip:
    block = broken(words, SMALL, INNER - _INDENT)

    def draw(axes: Axes) -> None:
        _sign(axes, SMALL.middle, "key", dated=dated)
        write(axes, Block(block.lines, SMALL), _INDENT, 0, "key-words")

    return Strip(block.height + _GAP / 2, draw)

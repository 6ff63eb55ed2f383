"""How are the figures drawn? Each row its words and below them its mark, on a scale that the panel shares."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from matplotlib.axes import Axes

from bot.chart.axis import Axis
from bot.chart.bars import FADING, HOLLOW, Group, Mark, Panel, Row, Shape, key_to
from bot.chart.glyph import Scale, draw_mark
from bot.chart.sheet import (
    HEADING,
    INNER,
    PLAIN,
    SMALL,
    STRONG,
    TRACK,
    Block,
    Sheet,
    Strip,
    breadth,
    broken,
    write,
)
from bot.value import Interval
from bot.value.written import write_figure

MOST_ROWS = 40  # a longer picture is one that nobody scrolls through
_INDENT = 0.42  # inches, of the words behind a source's id
_BAND, _TICK = 0.19, 0.06  # inches: the height of a mark's band, and of the ticks on its track
_APART = 0.15  # inches between rows, so that a mark stands nearer to its own words
_GAP = 0.12
_SIDE = 0.4  # inches beside a scale, for the labels at its ends
_KEY_WIDTH = 0.8
_SAMPLE = Axis(Decimal(0), Decimal(10), ())


def draw_panels(sheet: Sheet, shown: tuple[Panel, ...]) -> None:
    """Puts the panels on the sheet, then the key; rows that are left out are said to be missing under their fact."""
    most = _most(shown)
    for place, panel in enumerate(shown):
        _draw_panel(sheet, panel, most, f"panel-{place}")
    for words in key_to(shown):
        sheet.add(_key_strip(words))
    sheet.add(Strip(_GAP, _nothing))


def _most(shown: tuple[Panel, ...]) -> int:
    """How many rows a fact may have: all, or where the picture gets too long an equal share for each, at least one."""
    rows = [len(group.rows) for panel in shown for group in panel.groups]
    return MOST_ROWS if sum(rows) <= MOST_ROWS else max(MOST_ROWS // len(rows), 1)


def _draw_panel(sheet: Sheet, panel: Panel, most: int, name: str) -> None:
    scale = Scale(panel.axis, _SIDE, INNER - 2 * _SIDE)
    for place, group in enumerate(panel.groups):
        for strip in _group_strips(group, scale, most, f"{name}-{place}"):
            sheet.add(strip)
    sheet.add(_tick_strip(panel, scale))


def _group_strips(group: Group, scale: Scale, most: int, name: str) -> Iterator[Strip]:
    heading = broken(group.heading, HEADING)
    yield Strip(heading.height + _GAP / 2, lambda axes: write(axes, heading, 0, 0))
    for place, row in enumerate(group.rows[:most]):
        yield _row_strip(row, scale, f"{name}-{place}")
    if len(group.rows) > most:
        more = broken(f"{len(group.rows) - most} more are not drawn; the text has all of them.", SMALL)
        yield Strip(more.height, lambda axes: write(axes, more, 0, 0))
    yield Strip(_GAP / 2, _nothing)


def _row_strip(row: Row, scale: Scale, name: str) -> Strip:
    source = Block((row.source,), STRONG)
    words = broken(row.text, PLAIN, INNER - _INDENT)

    def draw(axes: Axes) -> None:
        write(axes, source, 0, 0, f"{name}-source")
        write(axes, words, _INDENT, 0, f"{name}-words")
        if row.mark:
            level = words.height + _BAND / 2
            _track(axes, scale, level, f"{name}-track")
            draw_mark(axes, row.mark, scale, level, name)

    return Strip(words.height + (_BAND if row.mark else 0.0) + _APART, draw)


def _track(axes: Axes, scale: Scale, level: float, name: str) -> None:
    """The scale under a mark, so that the eye need not go down to the labels."""
    ends = [scale.left, scale.left + scale.width]
    axes.plot(ends, [level, level], color=TRACK, linewidth=1, zorder=1, gid=name)
    for tick in scale.axis.ticks:
        axes.plot([scale.at(tick)] * 2, [level - _TICK, level + _TICK], color=TRACK, linewidth=1, zorder=1)


def _tick_strip(panel: Panel, scale: Scale) -> Strip:
    labels = {tick: write_figure(tick, panel.unit) for tick in panel.axis.ticks}

    def draw(axes: Axes) -> None:
        for tick, label in labels.items():
            wide = breadth(label, SMALL)
            left = min(max(scale.at(tick) - wide / 2, 0.0), INNER - wide)
            write(axes, Block((label,), SMALL), left, 0, "tick")

    return Strip(SMALL.line + 2.5 * _GAP, draw)


def _key_strip(words: str) -> Strip:
    block = broken(words, SMALL, INNER - _KEY_WIDTH - _GAP)
    scale = Scale(_SAMPLE, 0.05, _KEY_WIDTH - 0.1)

    def draw(axes: Axes) -> None:
        draw_mark(axes, _sample(words), scale, SMALL.middle, "key")
        write(axes, block, _KEY_WIDTH + _GAP, 0, "key-words")

    return Strip(block.height + _GAP / 2, draw)


def _sample(words: str) -> Mark:
    """What a line of the key shows, on a scale from 0 to 10."""
    low, high = Decimal(3), Decimal(7)
    match words:
        case Shape.POINT:
            return Mark(Interval.point(Decimal(5)))
        case Shape.FLOOR:
            return Mark(Interval(low, None))
        case Shape.CEILING:
            return Mark(Interval(None, high))
        case _:
            faded = words == FADING
            return Mark(Interval(low, high, words == HOLLOW), faded, faded)


def _nothing(_: Axes) -> None:
    return

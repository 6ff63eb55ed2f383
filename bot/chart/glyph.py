"""How is one mark drawn on its scale? Points, bars that may fade, and arrows; each end tells by its form what it is."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from numpy.typing import NDArray

from bot.chart.axis import Axis
from bot.chart.bars import Mark, Shape
from bot.chart.sheet import BAR

_BAR, _SHAFT = 0.13, 0.045  # inches: the height of a bar, and of an arrow's shaft
_END = 0.75  # how far the stroke at an exact end reaches up and down, in heights of a bar
_LEAST = 0.09  # inches; a narrower bar could not be seen
_FADE = 0.5  # inches that the blurred end of an arrow takes
_STEPS = 64
_MARKER = 7.0  # points


@dataclass(frozen=True)
class Scale:
    """An axis laid out on a strip: where it begins and how wide it is, in inches."""

    axis: Axis
    left: float
    width: float

    def at(self, number: Decimal) -> float:
        """Where a number stands."""
        return self.left + self.width * float((number - self.axis.low) / (self.axis.high - self.axis.low))

    def span(self, mark: Mark) -> tuple[float, float]:
        """Where a mark begins and ends; an open side reaches the end of the scale."""
        low, high = mark.interval.low, mark.interval.high
        start, end = (self.left if low is None else self.at(low)), self.left + self.width
        return start, end if high is None else self.at(high)


def draw_mark(axes: Axes, mark: Mark, scale: Scale, level: float, name: str) -> None:
    """Draws a mark at a height; `name` begins the ids of what it is made of: `NAME-bar`, `NAME-low`, `NAME-high`."""
    start, end = scale.span(mark)
    match mark.shape:
        case Shape.POINT:
            _sign(axes, (start, level), "D", f"{name}-low")
        case Shape.RANGE:
            _bar(axes, mark, (start, end), level, name)
        case Shape.FLOOR | Shape.CEILING:
            _arrow(axes, mark, (start, end), level, name)


def _bar(axes: Axes, mark: Mark, span: tuple[float, float], level: float, name: str) -> None:
    start, end = _seen(span)
    alphas = _fading(mark, _STEPS)
    _shade(axes, (start, end), (level, _BAR), alphas, f"{name}-bar")
    for place, soft, left_out, which in (
        (start, mark.soft_low, mark.interval.low_open, "low"),
        (end, mark.soft_high, mark.interval.high_open, "high"),
    ):
        if not soft and left_out:
            _sign(axes, (place, level), "o", f"{name}-{which}", hollow=True)
        elif not soft:
            _stroke(axes, place, level, f"{name}-{which}")


def _stroke(axes: Axes, place: float, level: float, name: str) -> None:
    reach = _BAR * _END
    axes.plot([place] * 2, [level - reach, level + reach], color=BAR, linewidth=2, clip_on=False, gid=name)


def _arrow(axes: Axes, mark: Mark, span: tuple[float, float], level: float, name: str) -> None:
    """A shaft from the end that is known to that of the scale, where its head stands."""
    upward = mark.shape is Shape.FLOOR
    known, head = span if upward else span[::-1]
    soft = mark.soft_low if upward else mark.soft_high
    share = min(_FADE / max(abs(head - known), _FADE), 1.0) if soft else 0.0
    alphas = np.clip(np.linspace(0, 1, _STEPS) / share, 0.05, 1) if share else np.ones(_STEPS)
    _shade(axes, span, (level, _SHAFT), alphas if upward else alphas[::-1], f"{name}-bar")
    sign, which = (">", "low") if upward else ("<", "high")
    _sign(axes, (head, level), sign, f"{name}-head")
    if not soft:
        left_out = mark.interval.low_open if upward else mark.interval.high_open
        _sign(axes, (known, level), "o", f"{name}-{which}", hollow=left_out)


def _fading(mark: Mark, steps: int) -> NDArray[np.float64]:
    """How dense a bar is from its low to its high end: a blurred end fades from the middle, or the other end."""
    along = np.linspace(0, 1, steps)
    low = along if mark.soft_low else np.ones(steps)
    high = 1 - along if mark.soft_high else np.ones(steps)
    both = 2 if mark.soft_low and mark.soft_high else 1
    alphas: NDArray[np.float64] = np.clip(np.minimum(low, high) * both, 0.05, 1)
    return alphas


def _shade(
    axes: Axes,
    span: tuple[float, float],
    band: tuple[float, float],
    alphas: NDArray[np.float64],
    name: str,
) -> None:
    """A rectangle in slices of their own density; `band` is its middle and its height."""
    middle, height = band
    slices = np.empty((1, len(alphas), 4))
    slices[..., :3], slices[..., 3] = to_rgb(BAR), alphas
    sides = (*span, middle + height / 2, middle - height / 2)
    axes.imshow(slices, extent=sides, aspect="auto", interpolation="nearest", zorder=2, gid=name)


def _sign(axes: Axes, spot: tuple[float, float], sign: str, name: str, *, hollow: bool = False) -> None:
    axes.plot(
        [spot[0]],
        [spot[1]],
        marker=sign,
        markersize=_MARKER,
        markeredgewidth=1.6,
        color=BAR,
        markerfacecolor="white" if hollow else BAR,
        zorder=3,
        clip_on=False,
        gid=name,
    )


def _seen(span: tuple[float, float]) -> tuple[float, float]:
    """The ends, moved apart evenly where a bar would be too narrow."""
    missing = max(_LEAST - (span[1] - span[0]), 0) / 2
    return span[0] - missing, span[1] + missing

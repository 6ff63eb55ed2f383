"""Where do drawn marks stand? Their ends as plain numbers, by the ids that drawing gives them."""

from __future__ import annotations

import numpy as np
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text


def lines(figure: Figure) -> dict[str | None, Line2D]:
    """Every line and sign, by its id."""
    return {line.get_gid(): line for axes in figure.axes for line in axes.lines}


def bars(figure: Figure) -> dict[str | None, tuple[float, float]]:
    """The ends of every bar and shaft, by its id."""
    return {image.get_gid(): _ends(image.get_extent()) for axes in figure.axes for image in axes.images}


def across(line: Line2D) -> list[float]:
    """Where the points of a line stand, from the left."""
    return [float(place) for place in np.asarray(line.get_xdata(), dtype=float)]


def texts(figure: Figure, name: str = "") -> list[str]:
    """What is written on a picture, from top to bottom; `name` leaves only what has this id."""
    return [text.get_text() for text in _written(figure) if not name or text.get_gid() == name]


def _ends(extent: tuple[float, float, float, float]) -> tuple[float, float]:
    return float(extent[0]), float(extent[1])


def _written(figure: Figure) -> list[Text]:
    return [text for axes in figure.axes for text in axes.texts]

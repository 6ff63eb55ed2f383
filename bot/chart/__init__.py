"""How does an answer look as a picture? The figures as bars, the timeline as a line; drawn only when asked for."""

from bot.chart.picture import Format, Picture, picture_of

__all__ = ["Format", "Picture", "picture_of"]

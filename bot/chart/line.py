"""What stands in the picture of the timeline? Stops from top to bottom, on stretches that are dated or not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from bot.answer import Answer, Entry
from bot.answer.overviews import UNDATED
from bot.text import render_line


@dataclass(frozen=True)
class Stop:
    """An event in its place: the words of the source that dates it, and what happened, with its sources."""

    when: str
    text: str

    @property
    def dated(self) -> bool:
        """Whether a source gives a date."""
        return self.when != UNDATED


@dataclass(frozen=True)
class Stretch:
    """The line between one stop and the next; solid only where both are dated, otherwise only the order is known."""

    start: int
    solid: bool


def stops(answer: Answer) -> tuple[Stop, ...]:
    """The entries of the timeline's answer, in order."""
    entries = (element for element in answer.elements if isinstance(element, Entry))
    return tuple(Stop(entry.lead, render_line(entry.line)) for entry in entries)


def stretches(along: Iterable[Stop]) -> tuple[Stretch, ...]:
    """What joins the stops: one stretch fewer than there are stops."""
    pairs = enumerate(pairwise(along))
    return tuple(Stretch(place, before.dated and after.dated) for place, (before, after) in pairs)

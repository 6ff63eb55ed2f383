"""At what time does a figure hold? The days that "by", "before", "after" and "since" leave open around its dates."""

from __future__ import annotations

from collections.abc import Iterable

from bot.pairing.page import Page
from bot.record import PairWords
from bot.value import FoundDate, Interval
from bot.value.tokens import Phrases


class WhenReader:
    """Reads the words before a date."""

    def __init__(self, words: PairWords) -> None:
        self._light = frozenset(words.light) - {word for side in words.sides.values() for word in side}
        self._sides = Phrases({word: side for side, group in words.sides.items() for word in group})

    def read(self, page: Page, dates: Iterable[FoundDate]) -> tuple[Interval, ...]:
        """The days that each date leaves open, as proleptic Gregorian ordinals; when something began says nothing."""
        sided = ((date, self._side(page, date)) for date in dates)
        return tuple(_opened(date.date.interval, side) for date, side in sided if side != "since")

    def _side(self, page: Page, date: FoundDate) -> str:
        """The word before a date, over what names nothing: "before the end of May" is not told from "before May"."""
        place = page.span(date).first
        while place and page.tokens.word(place - 1) in self._light:
            place -= 1
        found = self._sides.before(page.tokens, place)
        return found[0] if found else ""


def _opened(days: Interval, side: str) -> Interval:
    match side:
        case "before":
            return Interval(None, days.low, high_open=days.low is not None)
        case "after":
            return Interval(days.high, None, low_open=days.high is not None)
        case _:
            return days


def meet(left: tuple[Interval, ...], right: tuple[Interval, ...]) -> bool:
    """True where two sets of days have one in common, or one of them says nothing."""
    return not (left and right) or any(one.overlap(other) for one in left for other in right)

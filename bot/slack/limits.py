"""Who asks more than can be answered? So many answers a minute for a person and for a channel, and one notice of it."""

from __future__ import annotations

import time
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass, field

WINDOW_SECONDS = 60.0
PERSON_MOST = 45  # in a window: nobody reads an answer in little more than a second
CHANNEL_MOST = 60  # in a window: Slack takes about one message a second in a channel
_KEPT = 10_000  # people and channels that are counted at once, the latest ones

NOTICE = "That is more than I can answer at once. Please go on in a minute."


@dataclass
class Limits:
    """Counts answers that stand for good, posted or shared; what one person sees in private costs nobody anything.

    `clock` as `time.monotonic`.
    """

    clock: Callable[[], float] = time.monotonic
    person_most: int = PERSON_MOST
    channel_most: int = CHANNEL_MOST
    _taken: OrderedDict[str, deque[float]] = field(default_factory=OrderedDict)
    _told: dict[str, float] = field(default_factory=dict)

    def take(self, person: str, channel: str) -> bool:
        """Whether one more may be answered; it counts then."""
        counted = ((self._lately(f"person {person}"), self.person_most), (self._lately(channel), self.channel_most))
        if any(len(times) >= most for times, most in counted):
            return False
        for times, _ in counted:
            times.append(self.clock())
        return True

    def notice(self, person: str) -> bool:
        """Whether somebody is yet to be told that it is too much: once in a window, lest the notices be too many."""
        now = self.clock()
        self._told = {who: when for who, when in self._told.items() if now - when < WINDOW_SECONDS}
        if person in self._told:
            return False
        self._told[person] = now
        return True

    def _lately(self, key: str) -> deque[float]:
        """When the answers of the last window were given."""
        times = self._taken.setdefault(key, deque())
        self._taken.move_to_end(key)
        if len(self._taken) > _KEPT:
            self._taken.popitem(last=False)
        while times and self.clock() - times[0] >= WINDOW_SECONDS:
            times.popleft()
        return times

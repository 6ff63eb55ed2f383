"""Was this button pressed just now? Two quick clicks on one button do what it says once."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

WINDOW_SECONDS = 60.0  # longer than the second click of somebody impatient, shorter than a change of mind


@dataclass
class Presses:
    """Remembers what was pressed in the last window (`Click.press`). `clock` as `time.monotonic`."""

    clock: Callable[[], float] = time.monotonic
    _when: dict[tuple[str, ...], float] = field(default_factory=dict)

    def take(self, press: tuple[str, ...]) -> bool:
        """Notes the press; False if it was there already."""
        now = self.clock()
        self._when = {known: when for known, when in self._when.items() if now - when < WINDOW_SECONDS}
        fresh = press not in self._when
        self._when.setdefault(press, now)
        return fresh

    def release(self, press: tuple[str, ...]) -> None:
        """Forgets a press that came to nothing, so that it can be tried again at once."""
        self._when.pop(press, None)

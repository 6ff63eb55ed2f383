"""Does a second click on the same button count as the first one within a minute, and not after it?"""

from __future__ import annotations

from bot.slack.presses import WINDOW_SECONDS, Presses
from tests.slack.test_limits import Clock

PRESS = ("C1", "1.0", "share", "a")


def test_a_press_counts_once_a_minute() -> None:
    """The same press is refused until a minute has passed since it counted; any other counts."""
    clock = Clock()
    presses = Presses(clock)
    other = ("C1", "2.0", "share", "a")
    assert [presses.take(PRESS), presses.take(PRESS), presses.take(other)] == [True, False, True]
    clock.now += WINDOW_SECONDS / 2
    assert not presses.take(PRESS)
    clock.now += WINDOW_SECONDS / 2
    assert presses.take(PRESS)


def test_what_came_to_nothing_can_be_pressed_again() -> None:
    """A press that is released counts at once."""
    presses = Presses(Clock())
    presses.take(PRESS)
    presses.release(PRESS)
    assert presses.take(PRESS)

"""Is there an end to what one person, or one channel, gets answered in a minute, and is it said once?"""

from __future__ import annotations

from bot.slack.limits import WINDOW_SECONDS, Limits


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_a_person_has_so_many_a_minute() -> None:
    """What is beyond is refused in whatever channel, others are still answered, and a minute later it begins anew."""
    clock = Clock()
    limits = Limits(clock, person_most=3, channel_most=10)
    assert [limits.take("U1", f"C{number}") for number in range(4)] == [True, True, True, False]
    assert limits.take("U2", "C1")
    clock.now += WINDOW_SECONDS
    assert limits.take("U1", "C1")


def test_a_channel_has_so_many_a_minute() -> None:
    """Many people in one channel share its measure."""
    limits = Limits(Clock(), person_most=10, channel_most=2)
    assert [limits.take(f"U{number}", "C1") for number in range(3)] == [True, True, False]
    assert limits.take("U1", "C2")


def test_what_is_refused_does_not_count() -> None:
    """Who goes on asking is not shut out for longer."""
    clock = Clock()
    limits = Limits(clock, person_most=1, channel_most=10)
    limits.take("U1", "C1")
    clock.now += WINDOW_SECONDS / 2
    assert not limits.take("U1", "C1")
    clock.now += WINDOW_SECONDS / 2
    assert limits.take("U1", "C1")


def test_it_is_said_once_a_minute() -> None:
    """Each person is told once in a window."""
    clock = Clock()
    limits = Limits(clock)
    assert [limits.notice("U1"), limits.notice("U1"), limits.notice("U2")] == [True, False, True]
    clock.now += WINDOW_SECONDS
    assert limits.notice("U1")

"""Does what goes on in the background end, and is each failure handed on once?"""

from __future__ import annotations

import asyncio

from bot.slack.background import Background


async def test_settling_waits_for_work_and_for_what_it_starts() -> None:
    """All that is under way is waited for, also what begins while waiting."""
    background, done = Background(), []

    async def second() -> None:
        done.append("second")

    async def first() -> None:
        background.start(second())
        done.append("first")

    background.start(first())
    await background.settle()
    assert done == ["first", "second"]


async def test_a_failure_is_handed_on_once() -> None:
    """The error goes to the one who was named for it; that one's own failure goes nowhere."""
    background, told = Background(), []

    async def fail() -> None:
        raise ValueError("first")

    async def tell(error: BaseException) -> None:
        told.append(str(error))
        raise ValueError("second")

    background.start(fail(), tell)
    background.start(fail())
    await background.settle()
    assert told == ["first"]


async def test_what_does_not_end_in_time_is_stopped() -> None:
    """Waiting has an end: what is still under way then is cancelled."""
    background, stopped, begun = Background(), asyncio.Event(), asyncio.Event()

    async def endless() -> None:
        try:
            begun.set()
            await asyncio.Event().wait()
        finally:
            stopped.set()

    background.start(endless())
    await begun.wait()
    await background.settle(0)
    assert stopped.is_set()

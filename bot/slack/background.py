"""What goes on after Slack has had its answer, and how is it brought to an end when the bot stops?"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

Work = Coroutine[Any, Any, None]


class Background:
    """Tasks that outlive the request that started them; each failure is handed to whoever knows where to report it."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[None]] = set()

    def start(self, work: Work, failed: Callable[[BaseException], Work] | None = None) -> None:
        """Runs `work`; if it fails, the work that `failed` makes of the error, whose own failure is not reported."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(partial(self._done, failed))

    async def settle(self, seconds: float | None = None) -> None:
        """Waits until all is done, but no longer than that; what is still under way then is stopped."""
        try:
            async with asyncio.timeout(seconds):
                while self._tasks:
                    await asyncio.wait(self._tasks)
        except TimeoutError:
            await self._stop()

    async def _stop(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _done(self, failed: Callable[[BaseException], Work] | None, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        error = None if task.cancelled() else task.exception()
        if error and failed:
            self.start(failed(error))

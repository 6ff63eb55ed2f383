"""How does one make Slack fail on purpose, to see what the bot does then?"""

import asyncio
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field

# What can be planned for beside the Web API's methods.
RESPONSE_URL = "response_url"
UPLOAD = "upload"


@dataclass(frozen=True)
class Fault:
    """An error as Slack names it, an HTTP status, or no answer at all."""

    error: str = ""
    status: int = 200
    retry_after: int | None = None  # seconds
    hangs: bool = False


FAULTS = {
    "ratelimited": Fault("ratelimited", 429, retry_after=1),
    "server_error": Fault(status=503),
    "timeout": Fault(hangs=True),
    "invalid_blocks": Fault("invalid_blocks"),
    "expired_trigger_id": Fault("expired_trigger_id"),
    "missing_scope": Fault("missing_scope"),
    "is_archived": Fault("is_archived"),
    "message_not_in_streaming_state": Fault("message_not_in_streaming_state"),
}


@dataclass
class Faults:
    """What is planned for the next calls of each method, by its name, `response_url` or `upload`."""

    _planned: defaultdict[str, deque[Fault]] = field(default_factory=lambda: defaultdict(deque))
    _released: asyncio.Event = field(default_factory=asyncio.Event)
    _listeners: list[Callable[[], None]] = field(default_factory=list)

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Calls `listener` whenever the plan has changed, until the returned function is called."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def plan(self, method: str, fault: Fault, times: int = 1) -> None:
        """The next `times` calls of the method fail so, after those that were planned before."""
        self._planned[method].extend([fault] * times)
        self._tell()

    def take(self, method: str) -> Fault | None:
        """What is planned for the call that has come in."""
        if not self._planned[method]:
            return None
        fault = self._planned[method].popleft()
        self._tell()
        return fault

    def planned(self) -> dict[str, list[Fault]]:
        return {method: list(faults) for method, faults in self._planned.items() if faults}

    def clear(self) -> None:
        """Forgets the plan, and lets go of the calls that are waiting for an answer."""
        self._planned.clear()
        self._released.set()
        self._released = asyncio.Event()
        self._tell()

    async def hang(self) -> None:
        """Waits until somebody clears the plan, which is longer than any client waits."""
        await self._released.wait()

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener()

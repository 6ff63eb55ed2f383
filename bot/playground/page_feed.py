"""How does the page hear, at once, of everything that changes?"""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import asdict, dataclass, field
from typing import Literal

from bot.playground.faults import Faults
from bot.playground.message import Change
from bot.playground.snapshot import Offer, change_for, channels_of, planned, screen_of, snapshot
from bot.playground.traffic import Exchange, Traffic
from bot.playground.workspace import User, Workspace

# Proxies and browsers drop a silent stream after a while; a comment keeps it open.
HEARTBEAT_SECONDS = 15.0
# What a page is told of; the two words say only that something is to be looked at anew.
News = Change | Exchange | Literal["screen", "faults"]
_Queue = asyncio.Queue[News | None]


@dataclass
class Feed:
    """Server-sent events for each page that is open: the whole state, then each change, so that nothing is missed."""

    workspace: Workspace
    offer: Offer
    traffic: Traffic
    faults: Faults
    _open: dict[_Queue, User] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.workspace.subscribe(self._tell_all)
        self.workspace.screens.subscribe(self._screen_changed)
        self.workspace.agent.subscribe(self._channel_changed)
        self.traffic.subscribe(self._tell_all)
        self.faults.subscribe(lambda: self._tell_all("faults"))

    def close(self) -> None:
        """Ends all streams, so that the server can stop."""
        for queue in self._open:
            queue.put_nowait(None)

    async def stream(self, reader: User) -> AsyncIterator[str]:
        queue: _Queue = asyncio.Queue()
        self._open[queue] = reader
        try:
            known = channels_of(self.workspace, reader)
            for line in self._beginning(reader):
                yield line
            while (news := await _next(queue)) is not None:
                if known != (known := channels_of(self.workspace, reader)):
                    yield _event("state", snapshot(self.workspace, reader, self.offer))
                elif told := self._told(reader, news):
                    yield told
        finally:
            del self._open[queue]

    def _beginning(self, reader: User) -> list[str]:
        kept = [_event("exchange", asdict(exchange)) for exchange in self.traffic.kept]
        state = _event("state", snapshot(self.workspace, reader, self.offer))
        return [state, *kept, _event("faults", planned(self.faults))]

    def _told(self, reader: User, news: News | Literal[""]) -> str:
        match news:
            case Change():
                told = change_for(self.workspace, reader, news)
                return _event("change", told) if told else ""
            case Exchange():
                return _event("exchange", asdict(news))
            case "screen":
                return _event("screen", screen_of(self.workspace, reader))
            case "faults":
                return _event("faults", planned(self.faults))
            case "":
                return ": still here\n\n"

    def _tell_all(self, news: News) -> None:
        for queue in self._open:
            queue.put_nowait(news)

    def _screen_changed(self, user: str) -> None:
        for queue, reader in self._open.items():
            if reader.id == user:
                queue.put_nowait("screen")

    def _channel_changed(self, channel: str) -> None:
        for user in self.workspace.channels[channel].members:
            self._screen_changed(user)


async def _next(queue: _Queue) -> News | Literal[""] | None:
    """The next news, or an empty word after a while without any."""
    try:
        return await asyncio.wait_for(queue.get(), HEARTBEAT_SECONDS)
    except TimeoutError:
        return ""


def _event(name: str, data: object) -> str:
    return f"event: {name}\ndata: {json.dumps(data)}\n\n"

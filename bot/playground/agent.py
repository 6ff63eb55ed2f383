"""What does the app show beside its messages: what it is doing, and what one might ask it?"""

from collections.abc import Callable
from dataclasses import dataclass, field

from bot.playground.grants import Clock
from bot.playground.message import Change, Message
from bot.playground.refusal import RefusedError

STATUS_SECONDS = 120  # Slack takes a status away after two minutes without a message
PROMPTS = 4


@dataclass(frozen=True)
class Status:
    """One line under a thread, and the lines that take turns with it."""

    text: str
    loading: tuple[str, ...]
    expires: float


@dataclass(frozen=True)
class Prompts:
    title: str | None
    prompts: tuple[tuple[str, str], ...]  # what the button says, what it sends


@dataclass
class Agent:
    """In the time of the given clock; `bot` is the user whose messages take a status away."""

    clock: Clock
    bot: str
    prompts: dict[str, Prompts] = field(default_factory=dict)
    _statuses: dict[tuple[str, str], Status] = field(default_factory=dict)
    _listeners: list[Callable[[str], None]] = field(default_factory=list)

    def subscribe(self, listener: Callable[[str], None]) -> Callable[[], None]:
        """Calls `listener` with the channel in which something has changed, until the returned function is called."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def set_status(self, root: Message, text: str, loading: tuple[str, ...] = ()) -> None:
        """Shows what the app is doing in a thread; an empty text takes it away."""
        place = (root.channel, root.ts)
        self._statuses.pop(place, None)
        if text:
            self._statuses[place] = Status(text, loading, self.clock() + STATUS_SECONDS)
        self._tell(root.channel)

    def status(self, channel: str, thread_ts: str) -> Status | None:
        found = self._statuses.get((channel, thread_ts))
        return found if found and self.clock() <= found.expires else None

    def statuses(self, channel: str) -> dict[str, Status]:
        """What is shown in a channel, by thread."""
        found = {ts: self.status(where, ts) for where, ts in self._statuses if where == channel}
        return {ts: status for ts, status in found.items() if status}

    def suggest(self, channel: str, prompts: Prompts) -> None:
        """Offers up to four things to ask. Raises `RefusedError`."""
        if not 0 < len(prompts.prompts) <= PROMPTS:
            raise RefusedError("invalid_arguments", f"prompts must be 1 to {PROMPTS} [json-pointer:/prompts]")
        self.prompts[channel] = prompts
        self._tell(channel)

    def on_change(self, change: Change) -> None:
        """Slack takes the status of a thread away when the app writes there."""
        said = change.message
        place = (said.channel, said.draft.thread_ts or said.ts)
        if said.user == self.bot and place in self._statuses:
            del self._statuses[place]
            self._tell(said.channel)

    def _tell(self, channel: str) -> None:
        for listener in tuple(self._listeners):
            listener(channel)

"""For how long, and how often, may the app answer to what a person did?"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.playground.refusal import RefusedError

Clock = Callable[[], float]

RESPONSE_URL_SECONDS = 30 * 60
RESPONSE_URL_USES = 5
TRIGGER_SECONDS = 3


@dataclass(frozen=True)
class ResponseUrl:
    """The right to answer one command or click; `origin` is the message that was clicked, if any."""

    id: str
    channel: str
    user: str
    expires: float
    origin: str | None = None


@dataclass(frozen=True)
class Trigger:
    """The right to open a modal for one person; `view` is the modal in which the person did something, if any."""

    user: str
    expires: float
    view: str | None = None


@dataclass
class Grants:
    """The rights that were given out, in the time of the given clock."""

    clock: Clock
    _urls: dict[str, ResponseUrl] = field(default_factory=dict)
    _uses_left: dict[str, int] = field(default_factory=dict)
    _triggers: dict[str, Trigger] = field(default_factory=dict)
    _exchanged: set[str] = field(default_factory=set)

    def response_url(self, channel: str, user: str, origin: str | None = None) -> ResponseUrl:
        url = ResponseUrl(secrets.token_hex(12), channel, user, self.clock() + RESPONSE_URL_SECONDS, origin)
        self._urls[url.id], self._uses_left[url.id] = url, RESPONSE_URL_USES
        return url

    def use_response_url(self, url_id: str) -> ResponseUrl:
        """Counts one use. Slack gives each URL 30 minutes and 5 uses."""
        if url_id not in self._urls:
            raise RefusedError("invalid_url")
        if self.clock() > self._urls[url_id].expires:
            raise RefusedError("expired_url")
        if self._uses_left[url_id] == 0:
            raise RefusedError("used_url")
        self._uses_left[url_id] -= 1
        return self._urls[url_id]

    def trigger(self, user: str, view: str | None = None) -> str:
        trigger = f"{int(self.clock())}.{secrets.randbelow(10**10)}.{secrets.token_hex(8)}"
        self._triggers[trigger] = Trigger(user, self.clock() + TRIGGER_SECONDS, view)
        return trigger

    def use_trigger(self, trigger: str) -> Trigger:
        """A trigger opens one modal, within three seconds of what the person did."""
        if trigger in self._exchanged:
            raise RefusedError("exchanged_trigger_id")
        granted = self._triggers.get(trigger)
        if granted is None:
            raise RefusedError("invalid_trigger_id")
        if self.clock() > granted.expires:
            raise RefusedError("expired_trigger_id")
        self._exchanged.add(trigger)
        return granted

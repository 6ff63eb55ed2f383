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


@dataclass
class Grants:
    """The rights that were given out, in the time of the given clock."""

    clock: Clock
    _urls: dict[str, ResponseUrl] = field(default_factory=dict)
    _uses_left: dict[str, int] = field(default_factory=dict)
    _triggers: dict[str, float] = field(default_factory=dict)

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

    def trigger(self) -> str:
        trigger = f"{int(self.clock())}.{secrets.token_hex(8)}"
        self._triggers[trigger] = self.clock() + TRIGGER_SECONDS
        return trigger

    def use_trigger(self, trigger: str) -> None:
        """A trigger opens one dialog, within three seconds of what the person did."""
        expires = self._triggers.pop(trigger, None)
        if expires is None:
            raise RefusedError("invalid_trigger_id")
        if self.clock() > expires:
            raise RefusedError("expired_trigger_id")

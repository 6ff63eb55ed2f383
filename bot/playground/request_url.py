"""How does Slack send requests to the bot's own address? Signed, and with three seconds for the answer."""

import contextlib
import json
import secrets
import time
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

import aiohttp
from slack_sdk.signature import SignatureVerifier

from bot.playground.line import ANSWER_SECONDS, Ack, Retry, UndeliveredError
from bot.playground.message import Json
from bot.playground.payload import VERIFICATION_TOKEN

_FORM = "application/x-www-form-urlencoded"
_JSON = "application/json"


@dataclass(frozen=True)
class RequestUrl:
    """Where the bot listens, and what signs the requests to it."""

    url: str
    signing_secret: str
    session: aiohttp.ClientSession
    answer_seconds: float = ANSWER_SECONDS

    async def verify(self) -> None:
        """Makes sure that the address belongs to the bot, as Slack does when it is entered."""
        challenge = secrets.token_hex(16)
        body = {"token": VERIFICATION_TOKEN, "type": "url_verification", "challenge": challenge}
        ack = await self._post(json.dumps(body), _JSON, {})
        if challenge not in ack.body:
            raise UndeliveredError("challenge_failed", "http_error")

    async def command(self, fields: dict[str, str]) -> Ack:
        return await self._post(urlencode(fields), _FORM, {})

    async def interact(self, body: Json) -> Ack:
        return await self._post(urlencode({"payload": json.dumps(body)}), _FORM, {})

    async def event(self, envelope: Json, retry: Retry | None) -> Ack:
        headers = {"X-Slack-Retry-Num": str(retry.attempt), "X-Slack-Retry-Reason": retry.reason} if retry else {}
        return await self._post(json.dumps(envelope), _JSON, headers)

    async def _post(self, body: str, content_type: str, headers: dict[str, str]) -> Ack:
        signed = headers | _signature(self.signing_secret, body) | {"Content-Type": content_type}
        limit = aiohttp.ClientTimeout(total=self.answer_seconds)
        with _named_failures():
            async with self.session.post(
                self.url, data=body.encode(), headers=signed, timeout=limit, allow_redirects=False
            ) as answer:
                text = await answer.text(errors="replace")
        if answer.status // 100 != 2:  # noqa: PLR2004 # the class of success codes
            reason = "no_retry" if answer.headers.get("X-Slack-No-Retry") == "1" else "http_error"
            raise UndeliveredError("dispatch_failed", reason, answer.status)
        return Ack(answer.content_type, text, answer.status)


@contextlib.contextmanager
def _named_failures() -> Iterator[None]:
    try:
        yield
    except TimeoutError:
        raise UndeliveredError("operation_timeout", "http_timeout") from None
    except aiohttp.ClientError:
        raise UndeliveredError("dispatch_failed", "connection_failed") from None


def _signature(secret: str, body: str) -> dict[str, str]:
    """Slack's signature, in the clock of the machine: bots refuse what is older than five minutes."""
    now = str(int(time.time()))
    signature = SignatureVerifier(secret).generate_signature(timestamp=now, body=body)
    return {"X-Slack-Request-Timestamp": now, "X-Slack-Signature": signature or ""}

"""Does Slack answer, take the tokens, and grant what the manifest asks for?"""

from __future__ import annotations

import contextlib
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass, field

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.checkup.finding import Finding, fine, problem, skipped
from bot.slack import Identity, open_connection

WEB_API, BOT_TOKEN, SCOPES, SOCKET_MODE = "Web API", "bot token", "scopes", "Socket Mode"
_GRANTED = "x-oauth-scopes"  # the header in which Slack names what a token may do
_REINSTALL = "install the app to the workspace again and copy its new token"
_COPY = "copy the Bot User OAuth Token again, from OAuth & Permissions"
_GENERATE = "generate an app-level token with connections:write, under Basic Information"
_ADVICE = {
    "account_inactive": _REINSTALL,
    "token_expired": _REINSTALL,
    "token_revoked": _REINSTALL,
    "invalid_auth": _COPY,
    "not_authed": _COPY,
    "missing_scope": _GENERATE,
    "not_allowed_token_type": _GENERATE,
}


@dataclass(frozen=True)
class Tokens:
    """What Slack is asked with: None for a token that is missing, or that this way of running does not need."""

    bot: str | None = field(repr=False)
    app: str | None = field(default=None, repr=False)


async def workspace(api_url: str, tokens: Tokens, needed: list[str], *, socket: bool) -> AsyncIterator[Finding]:
    """Each check as it is made, with the scopes that are `needed`; where Slack cannot be reached, the rest is skipped.

    With `socket`, whether a connection could be opened; none is.
    """
    connection = open_connection(tokens.bot or "", api_url, Identity(""))
    async with contextlib.aclosing(_checks(connection.client, api_url, tokens, needed, socket)) as checks:
        try:
            async for finding in checks:
                yield finding
        finally:
            await connection.close()


async def _checks(
    client: AsyncWebClient, api_url: str, tokens: Tokens, needed: list[str], socket: bool
) -> AsyncGenerator[Finding, None]:
    unreachable = await _reached(client, api_url)
    yield unreachable or fine(WEB_API, f"{api_url} answers")
    why = "Slack cannot be reached" if unreachable else ""
    for finding in await _token(client, why or _missing(tokens.bot), needed):
        yield finding
    if socket:
        yield await _socket(client, why or _missing(tokens.app), tokens.app or "")


def _missing(token: str | None) -> str:
    return "" if token else "waits for the variables to be right"


async def _reached(client: AsyncWebClient, api_url: str) -> Finding | None:
    """Why the Web API does not answer, or None."""
    told = await _asked(client.api_test)
    if not isinstance(told, _Refusal):
        return None
    advice = "look at the network, at the proxy that HTTPS_PROXY names, and at SLACK_API_URL"
    return problem(WEB_API, f"{api_url} {told.told}", advice)


async def _token(client: AsyncWebClient, why_not: str, needed: list[str]) -> list[Finding]:
    if why_not:
        return [skipped(BOT_TOKEN, why_not), skipped(SCOPES, why_not)]
    told = await _asked(client.auth_test)
    if isinstance(told, _Refusal):
        return [problem(BOT_TOKEN, told.told, told.advice), skipped(SCOPES, "needs a token that Slack takes")]
    who = f"acts as {told.get('user', 'the bot')} in {told.get('team', 'the workspace')}"
    return [fine(BOT_TOKEN, who), _granted(told.headers, needed)]


def _granted(headers: Mapping[str, str], needed: list[str]) -> Finding:
    """What Slack grants against what the manifest asks for; more than that does no harm and is named."""
    named = {name.lower(): value for name, value in headers.items()}.get(_GRANTED)
    if named is None:
        return skipped(SCOPES, "this server does not tell what the token may do")
    granted = {scope.strip() for scope in named.split(",")} - {""}
    if missing := sorted(set(needed) - granted):
        advice = "give the app the manifest that dealcheck manifest prints, and install it again"
        return problem(SCOPES, f"not granted: {', '.join(missing)}", advice)
    more = ", ".join(sorted(granted - set(needed)))
    return fine(SCOPES, f"all {len(needed)} are granted" + (f"; not needed: {more}" if more else ""))


async def _socket(client: AsyncWebClient, why_not: str, token: str) -> Finding:
    if why_not:
        return skipped(SOCKET_MODE, why_not)
    told = await _asked(lambda: client.apps_connections_open(app_token=token))
    if isinstance(told, _Refusal):
        return problem(SOCKET_MODE, told.told, _GENERATE + ", and switch Socket Mode on")
    return fine(SOCKET_MODE, "a connection can be opened")


@dataclass(frozen=True)
class _Refusal:
    told: str
    advice: str = ""


async def _asked(method: Callable[[], Awaitable[AsyncSlackResponse]]) -> AsyncSlackResponse | _Refusal:
    """What Slack says to a call, or why it says nothing that can be used."""
    try:
        return await method()
    except SlackApiError as error:
        return _refusal(error)
    except (aiohttp.ClientError, TimeoutError) as error:
        return _Refusal(f"cannot be reached: {str(error) or type(error).__name__}")


def _refusal(error: SlackApiError) -> _Refusal:
    told = error.response.data if isinstance(error.response, AsyncSlackResponse) else error.response
    if not isinstance(told, dict) or "error" not in told:
        return _Refusal("does not answer like Slack's Web API", "look at SLACK_API_URL")
    code = str(told["error"])
    return _Refusal(f"Slack refuses it: {code}", _ADVICE.get(code, f"look {code} up in Slack's documentation"))

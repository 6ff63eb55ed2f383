"""Which bot do the playground's own tests drive? A small real Bolt app about a deal that does not exist."""

from collections.abc import Awaitable, Callable
from typing import Any

from slack_bolt.adapter.starlette.async_handler import AsyncSlackRequestHandler
from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond, AsyncSay
from slack_sdk.web.async_client import AsyncWebClient
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from bot.playground.server import BotCredentials

Json = dict[str, Any]


def sample_bot(credentials: BotCredentials) -> ASGIApp:
    """The bot as an ASGI app whose request URL is `/slack/events`."""
    client = AsyncWebClient(token=credentials.bot_token, base_url=credentials.api_url)
    app = AsyncApp(client=client, signing_secret=credentials.signing_secret, process_before_response=True)
    app.command("/deal")(_deal)
    app.event("app_mention")(_mention)
    app.event("message")(_message)
    app.message_shortcut("count")(_count)
    app.message_shortcut("fail")(_break)
    app.action("share")(_share)
    app.action("more")(_more)
    app.action("choose")(_choose)
    app.action("break")(_break)
    return Starlette(routes=[Route("/slack/events", _endpoint(app), methods=["POST"])])


def summary(page: int = 1) -> list[Json]:
    """An answer with most of what a message can hold."""
    return [
        {
            "type": "header",
            "text": {"type": "plain_text", "text": "Harbour buys Lighthouse: the deal in short"},
        },
        _section(
            "*Price.* Harbour pays *$4 billion to $5 billion* in cash and shares `[101 ¶3]` `[104 ¶1]`\n"
            "*Stake.* It takes *49 %*, and _nearly half_ of the votes `[102 ¶7]`\n"
            "*Valuation.* :warning: the sources disagree: *$9 billion* `[101 ¶4]` or *$10 billion* `[103 ¶2]`"
        ),
        {
            "type": "section",
            "fields": [
                {"type": "mrkdwn", "text": "*Stage*\nannounced, not closed"},
                {"type": "mrkdwn", "text": "*Sources*\n4 articles, 31 claims"},
                {"type": "mrkdwn", "text": "*Disagreements*\n2 major, 1 minor"},
                {"type": "mrkdwn", "text": f"*Page*\n{page} of 3"},
            ],
        },
        {"type": "divider"},
        {
            **_section(
                "> the buyer will hold a stake of up to 49 percent\n"
                "• <https://example.org/101|101 Harbour Gazette>, paragraph 3\n"
                "• <https://example.org/102|102 Evening Ledger>, paragraph 7 &amp; 8"
            ),
            "accessory": {
                "type": "overflow",
                "action_id": "choose",
                "options": [
                    {"text": {"type": "plain_text", "text": "Copy as text"}, "value": "copy"},
                    {"text": {"type": "plain_text", "text": "Report an error"}, "value": "report"},
                ],
            },
        },
        {
            "type": "context",
            "elements": [
                {
                    "type": "mrkdwn",
                    "text": "Sources: 101 Harbour Gazette · 102 Evening Ledger · 103 Quay Weekly",
                }
            ],
        },
        {
            "type": "actions",
            "elements": [
                _button("Share to channel", "share", "primary"),
                _button("Next page", "more", value=str(page + 1)),
                _button("Remove", "break", "danger"),
            ],
        },
    ]


async def _deal(ack: AsyncAck, command: Json, respond: AsyncRespond) -> None:
    match command["text"].split():
        case ["summary"]:
            await ack(text="Harbour buys Lighthouse", blocks=summary(), response_type="ephemeral")
        case ["plain"]:
            await ack("Only words")
        case ["public"]:
            await ack(text="For everybody: *49 %*", response_type="in_channel")
        case ["long"]:
            lines = [f"{number}. The parties state term number {number} `[101 ¶{number}]`" for number in range(1, 45)]
            await ack(text="Terms", blocks=[_section("\n".join(lines))], response_type="ephemeral")
        case ["broken"]:
            await ack(text="Too much", blocks=[_section("x" * 3001)], response_type="ephemeral")
        case ["twice"]:
            await ack()
            await respond("First")
            await respond("Second", response_type="in_channel")
        case ["crash"]:
            raise RuntimeError("a listener's mistake")
        case _:
            await ack(f"You said: {command['text']}")


async def _mention(event: Json, say: AsyncSay) -> None:
    await say(text=f"<@{event['user']}> asked: {event['text']}", thread_ts=event.get("thread_ts") or event["ts"])


async def _count(ack: AsyncAck, shortcut: Json, respond: AsyncRespond) -> None:
    await ack()
    await respond(f"{len(shortcut['message']['text'].split())} words")


async def _message(event: Json, say: AsyncSay) -> None:
    if event["channel_type"] == "im" and not event.get("subtype") and not event.get("bot_id"):
        await say(text=f"You wrote: {event['text']}")


async def _share(ack: AsyncAck, body: Json, respond: AsyncRespond) -> None:
    await ack()
    shared = [_section(f"Shared by <@{body['user']['id']}>"), *summary()[1:-1]]
    await respond(text="Shared", blocks=shared, response_type="in_channel", replace_original=False)


async def _more(ack: AsyncAck, action: Json, respond: AsyncRespond) -> None:
    await ack()
    await respond(text="Next", blocks=summary(int(action["value"])), replace_original=True)


async def _choose(ack: AsyncAck, action: Json, respond: AsyncRespond) -> None:
    await ack()
    await respond(f"You chose {action['selected_option']['value']}", replace_original=False)


async def _break() -> None:
    raise RuntimeError("a listener's mistake")


def _endpoint(app: AsyncApp) -> Callable[[Request], Awaitable[Response]]:
    handler = AsyncSlackRequestHandler(app)

    async def endpoint(request: Request) -> Response:
        return await handler.handle(request)

    return endpoint


def _section(text: str) -> Json:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}


def _button(text: str, action_id: str, style: str | None = None, value: str = "1") -> Json:
    button = {
        "type": "button",
        "action_id": action_id,
        "value": value,
        "text": {"type": "plain_text", "text": text},
    }
    return button | ({"style": style} if style else {})

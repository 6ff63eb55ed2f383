"""Which bot do the playground's own tests drive? A small real Bolt app about a deal that does not exist."""

import base64
from collections.abc import Awaitable, Callable

from slack_bolt.adapter.starlette.async_handler import AsyncSlackRequestHandler
from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond, AsyncSay
from slack_sdk.web.async_client import AsyncWebClient
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from bot.playground.server import BotCredentials
from tests.playground.sample_blocks import Json, evidence, feedback, home, plain, report_form, section, summary


def sample_bot(credentials: BotCredentials) -> ASGIApp:
    """The bot as an ASGI app whose request URL is `/slack/events`."""
    return Starlette(routes=[Route("/slack/events", _endpoint(sample_app(credentials)), methods=["POST"])])


def sample_app(credentials: BotCredentials) -> AsyncApp:
    """The listeners, however they are reached."""
    client = AsyncWebClient(token=credentials.bot_token, base_url=credentials.api_url)
    app = AsyncApp(client=client, signing_secret=credentials.signing_secret, process_before_response=True)
    app.command("/deal")(_deal)
    app.event("app_mention")(_mention)
    app.event("message")(_message)
    app.message_shortcut("count")(_count)
    app.message_shortcut("fail")(_break)
    app.shortcut("report")(_report)
    app.event("app_home_opened")(_opened)
    app.event("app_context_changed")(_looked)
    app.view("report")(_reported)
    app.view("sure")(_sure)
    app.view_closed("report")(_given_up)
    app.action("share")(_share)
    app.action("evidence")(_evidence)
    app.action("source")(_source)
    app.action("again")(_again)
    app.action("length")(_length)
    app.action("feedback")(_feedback)
    app.action("trash")(_trash)
    app.action("more")(_more)
    app.action("choose")(_choose)
    app.action("break")(_break)
    return app


DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg=="
)

# What `/deal` answers inside its ack.
AT_ONCE: dict[str, Json] = {
    "summary": {"text": "Harbour buys Lighthouse", "blocks": summary(), "response_type": "ephemeral"},
    "plain": {"text": "Only words"},
    "public": {"text": "For everybody: *49 %*", "response_type": "in_channel"},
    "long": {
        "text": "Terms",
        "blocks": [section("\n".join(f"{n}. The parties state term number {n} `[101 ¶{n}]`" for n in range(1, 45)))],
    },
    "broken": {"text": "Too much", "blocks": [section("x" * 3001)], "response_type": "ephemeral"},
}


async def _deal(ack: AsyncAck, command: Json, respond: AsyncRespond, client: AsyncWebClient) -> None:
    match command["text"].split():
        case [word] if word in AT_ONCE:
            await ack(**AT_ONCE[word])
        case ["stream"]:
            await ack()
            await _stream(client, command)
        case ["file"]:
            await ack()
            await client.files_upload_v2(
                channel=command["channel_id"], title="The deal", alt_txt="One red dot",
                file_uploads=[{"content": DOT, "filename": "dot.png", "alt_txt": "One red dot"},
                              {"content": "a,b", "filename": "deal.csv", "title": "The table"}],
            )  # fmt: skip
        case ["feedback"]:
            await ack(text="Was this helpful?", blocks=[feedback()])
        case ["report"]:
            await ack()
            await client.views_open(trigger_id=command["trigger_id"], view=report_form())
        case ["twice"]:
            await ack()
            await respond("First")
            await respond("Second", response_type="in_channel")
        case ["crash"]:
            raise RuntimeError("a listener's mistake")
        case _:
            await ack(f"You said: {command['text']}")


async def _stream(client: AsyncWebClient, command: Json) -> None:
    """A message that is begun and not ended."""
    posted = await client.chat_postMessage(channel=command["channel_id"], text="Reading…")
    await client.assistant_threads_setStatus(
        channel_id=command["channel_id"], thread_ts=posted["ts"], status="is reading the sources…"
    )
    await client.chat_startStream(
        channel=command["channel_id"], thread_ts=posted["ts"], markdown_text="**49 %**",
        recipient_user_id=command["user_id"], recipient_team_id=command["team_id"],
    )  # fmt: skip


async def _mention(event: Json, say: AsyncSay) -> None:
    await say(text=f"<@{event['user']}> asked: {event['text']}", thread_ts=event.get("thread_ts") or event["ts"])


async def _count(ack: AsyncAck, shortcut: Json, respond: AsyncRespond) -> None:
    await ack()
    await respond(f"{len(shortcut['message']['text'].split())} words")


async def _message(event: Json, say: AsyncSay) -> None:
    if event["channel_type"] == "im" and not event.get("subtype") and not event.get("bot_id"):
        await say(text=f"You wrote: {event['text']}", thread_ts=event.get("thread_ts") or event["ts"])


async def _share(ack: AsyncAck, body: Json, respond: AsyncRespond) -> None:
    await ack()
    shared = [section(f"Shared by <@{body['user']['id']}>"), *summary()[1:-1]]
    await respond(text="Shared", blocks=shared, response_type="in_channel", replace_original=False)


async def _more(ack: AsyncAck, action: Json, respond: AsyncRespond) -> None:
    await ack()
    await respond(text="Next", blocks=summary(int(action["value"])), replace_original=True)


async def _choose(ack: AsyncAck, action: Json, respond: AsyncRespond) -> None:
    await ack()
    await respond(f"You chose {action['selected_option']['value']}", replace_original=False)


async def _report(ack: AsyncAck, shortcut: Json, client: AsyncWebClient) -> None:
    await ack()
    await client.views_open(trigger_id=shortcut["trigger_id"], view=report_form())


async def _reported(ack: AsyncAck, view: Json, body: Json, client: AsyncWebClient) -> None:
    """Nothing is wrong with nothing; the price is asked twice; the rest is taken at once."""
    values = view["state"]["values"]
    said = values["what"]["text"]["value"]
    if "nothing" in said:
        await ack(response_action="errors", errors={"what": "Then there is nothing to report."})
    elif "price" in said:
        sure = {"type": "modal", "callback_id": "sure", "title": plain("Sure?"), "submit": plain("Yes"), "blocks": []}
        await ack(response_action="push", view=sure)
    elif "crash" in said:
        raise RuntimeError("a listener's mistake")
    else:
        await ack()
        await client.chat_postMessage(channel=body["user"]["id"], text=f"Reported: {said}")


async def _sure(ack: AsyncAck) -> None:
    await ack(response_action="clear")


async def _given_up(ack: AsyncAck, body: Json, client: AsyncWebClient) -> None:
    await ack()
    await client.chat_postMessage(channel=body["user"]["id"], text=f"Not reported (cleared: {body['is_cleared']})")


async def _evidence(ack: AsyncAck, body: Json, client: AsyncWebClient) -> None:
    await ack()
    if body["container"]["type"] == "view" and body["view"]["type"] == "modal":
        await client.views_push(trigger_id=body["trigger_id"], view=evidence(2))
    else:
        await client.views_open(trigger_id=body["trigger_id"], view=evidence())


async def _source(ack: AsyncAck, body: Json, action: Json, client: AsyncWebClient) -> None:
    await ack()
    await client.views_push(trigger_id=body["trigger_id"], view=evidence(int(action["value"]) + 1))


async def _again(ack: AsyncAck, body: Json, client: AsyncWebClient) -> None:
    await ack()
    view = body["view"]
    await client.views_update(view_id=view["id"], hash=view["hash"], view=evidence() | {"title": plain("Once more")})


async def _length(ack: AsyncAck, body: Json, action: Json, client: AsyncWebClient) -> None:
    await ack()
    view = home(action["selected_option"]["value"])
    await client.views_publish(user_id=body["user"]["id"], view=view, hash=body["view"]["hash"])


async def _opened(event: Json, client: AsyncWebClient) -> None:
    if event["tab"] == "home":
        await client.views_publish(user_id=event["user"], view=home())
    else:
        prompts = [
            {"title": "Who buys?", "message": "Who buys Lighthouse?"},
            {"title": "Price", "message": "What is the price?"},
        ]
        await client.assistant_threads_setSuggestedPrompts(channel_id=event["channel"], prompts=prompts, title="Ask")


async def _looked(event: Json, client: AsyncWebClient) -> None:
    place = event["context"]["entities"][0]["value"]
    prompts = [{"title": f"About {place}", "message": "What is said here?"}]
    await client.assistant_threads_setSuggestedPrompts(channel_id=event["channel"], prompts=prompts)


async def _feedback(ack: AsyncAck, action: Json, respond: AsyncRespond) -> None:
    await ack()
    await respond(f"You said {action['value']}", replace_original=False)


async def _trash(ack: AsyncAck, respond: AsyncRespond) -> None:
    await ack()
    await respond(delete_original=True)


async def _break() -> None:
    raise RuntimeError("a listener's mistake")


def _endpoint(app: AsyncApp) -> Callable[[Request], Awaitable[Response]]:
    handler = AsyncSlackRequestHandler(app)

    async def endpoint(request: Request) -> Response:
        return await handler.handle(request)

    return endpoint

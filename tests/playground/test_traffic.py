"""Is what goes back and forth written down?"""

from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.server import Playground, Setup, running
from bot.playground.traffic import KEPT, Exchange, Traffic
from tests.playground.conftest import ROSTER, Watch
from tests.playground.request_log import RequestLog


def test_the_oldest_is_forgotten(watch: Watch) -> None:
    """The numbers go on, so that nobody takes one exchange for another."""
    traffic = Traffic(watch)
    for _ in range(KEPT + 2):
        traffic.to_bot("/deal", {}, "", 200)
    assert [traffic.kept[0].number, traffic.kept[-1].number] == [3, KEPT + 2]


def test_whoever_listens_hears_of_each(watch: Watch) -> None:
    """Until they do not want to any more."""
    traffic, heard = Traffic(watch), list[Exchange]()
    stop = traffic.subscribe(heard.append)
    traffic.to_slack("auth.test", {}, {"ok": True}, 200)
    stop()
    traffic.to_bot("/deal", {}, "", None)
    assert [(exchange.direction, exchange.at) for exchange in heard] == [("to Slack", watch.now)]


async def test_calls_are_kept_without_their_token() -> None:
    """The arguments and the answer, word for word, but no secret."""
    async with running(RequestLog(), Setup(ROSTER)) as playground:
        credentials = playground.credentials
        client = AsyncWebClient(token=credentials.bot_token, base_url=credentials.api_url)
        await client.chat_postMessage(channel="#harbour", text="hello")
        await client.api_call("users.info", data={"user": playground.you.user.id, "token": credentials.bot_token})
        kept = [exchange for exchange in playground.delivery.traffic.kept if exchange.direction == "to Slack"]
        assert [exchange.what for exchange in kept] == ["chat.postMessage", "users.info"]
        assert kept[0].sent == {"channel": "#harbour", "text": "hello"}
        assert credentials.bot_token not in repr(kept)


async def test_responses_are_kept(playground: Playground) -> None:
    """What goes to a response URL too."""
    await playground.you.command("harbour", "/deal twice")
    kept = [exchange for exchange in playground.delivery.traffic.kept if exchange.what == "response_url"]
    assert [(exchange.answer, exchange.status) for exchange in kept] == [("ok", 200), ("ok", 200)]

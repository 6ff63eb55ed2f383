"""How does the app say what it is doing, and what one might ask it?"""

from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.message import Message
from bot.playground.server import Playground
from tests.playground.methods.conftest import error_of

PROMPTS = [{"title": "Who?", "message": "Who buys?"}]


async def test_a_status_stands_until_the_answer(client: AsyncWebClient, playground: Playground, said: Message) -> None:
    """The app's own message in the thread takes it away, and so does an empty one."""
    place: dict[str, Any] = {"channel_id": said.channel, "thread_ts": said.ts}
    agent = playground.workspace.agent
    await client.assistant_threads_setStatus(**place, status="is reading…", loading_messages=["Page 1", "Page 2"])
    status = agent.status(said.channel, said.ts)
    assert status is not None
    assert (status.text, status.loading) == ("is reading…", ("Page 1", "Page 2"))
    await client.chat_postMessage(channel=said.channel, thread_ts=said.ts, text="Harbour")
    assert agent.status(said.channel, said.ts) is None
    await client.assistant_threads_setStatus(**place, status="is reading…")
    await client.assistant_threads_setStatus(**place, status="")
    assert agent.statuses(said.channel) == {}


async def test_prompts_stand_above_the_conversation(client: AsyncWebClient, playground: Playground) -> None:
    """Up to four; with a thread_ts the call is taken and nothing is shown, as for agents in Slack."""
    workspace = playground.workspace
    line = workspace.direct_messages(playground.you.user.id, workspace.bot.id)
    asked = playground.you.say(line.id, "hello")
    await client.assistant_threads_setSuggestedPrompts(channel_id=line.id, thread_ts=asked.ts, prompts=PROMPTS)
    assert line.id not in workspace.agent.prompts
    await client.assistant_threads_setSuggestedPrompts(channel_id=line.id, prompts=PROMPTS, title="Ask")
    shown = workspace.agent.prompts[line.id]
    assert (shown.title, shown.prompts) == ("Ask", (("Who?", "Who buys?"),))
    many = client.assistant_threads_setSuggestedPrompts(channel_id=line.id, prompts=PROMPTS * 5)
    assert await error_of(many) == "invalid_arguments"


async def test_places_that_are_none_are_refused(client: AsyncWebClient, playground: Playground, said: Message) -> None:
    """A channel without the app, and a thread that is not there."""
    workspace, people = playground.workspace, playground.people
    private = workspace.direct_messages(people[0].user.id, people[1].user.id)
    elsewhere = client.assistant_threads_setSuggestedPrompts(channel_id=private.id, prompts=PROMPTS)
    assert await error_of(elsewhere) == "channel_not_found"
    nowhere = client.assistant_threads_setStatus(channel_id=said.channel, thread_ts="1.0", status="x")
    assert await error_of(nowhere) == "invalid_thread_ts"
    titled = client.assistant_threads_setTitle(channel_id=said.channel, thread_ts=said.ts, title="x")
    assert await error_of(titled) is None

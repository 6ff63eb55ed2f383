"""Who does the app learn it is, and who are the others?"""

from collections.abc import Awaitable, Callable
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.message import Message
from bot.playground.server import Playground
from tests.playground.methods.conftest import error_of

Call = Callable[[AsyncWebClient, Message], Awaitable[Any]]


async def test_the_client_learns_who_it_is(client: AsyncWebClient, playground: Playground) -> None:
    """auth.test names team, bot user and bot."""
    answer = await client.auth_test()
    app = playground.workspace.app
    assert (answer["user_id"], answer["bot_id"], answer["team_id"]) == (
        app.user_id, app.bot_id, playground.workspace.team.id,
    )  # fmt: skip


async def test_people_bots_and_channels_are_looked_up(client: AsyncWebClient, playground: Playground) -> None:
    """The three info methods tell what there is."""
    user = await client.users_info(user=playground.you.user.id)
    bot = await client.bots_info(bot=playground.workspace.app.bot_id)
    channel = await client.conversations_info(channel=playground.workspace.channel("harbour").id)
    assert user["user"]["profile"]["real_name"] == "Mara Quay"
    assert bot["bot"]["user_id"] == playground.workspace.bot.id
    assert channel["channel"]["num_members"] == 3


REFUSALS: dict[str, tuple[str, Call]] = {
    "no such person": ("user_not_found", lambda c, _: c.users_info(user="U404")),
    "no such bot": ("bot_not_found", lambda c, _: c.bots_info(bot="B404")),
}


async def test_refusals_have_slacks_names(client: AsyncWebClient, said: Message) -> None:
    """What Slack refuses is refused, with the error by which apps know it."""
    refused = {name: await error_of(call(client, said)) for name, (_, call) in REFUSALS.items()}
    assert refused == {name: error for name, (error, _) in REFUSALS.items()}

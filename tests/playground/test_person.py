"""What can a person do, and what comes of it with a real Bolt app at the other end?"""

from dataclasses import replace

import pytest

from bot.playground.line import UndeliveredError
from bot.playground.message import Message
from bot.playground.refusal import RefusedError
from bot.playground.server import Playground, Setup, running
from tests.playground.conftest import ROSTER
from tests.playground.request_log import RequestLog, Silence, saying


def texts(playground: Playground) -> list[str]:
    return [message.draft.text for message in playground.workspace.readable(playground.you.user.id)]


async def answered(playground: Playground, typed: str) -> Message:
    message = await playground.you.type("harbour", typed)
    assert message is not None
    return message


async def test_a_command_is_answered_for_its_reader_alone(playground: Playground) -> None:
    """The ack of a command becomes an ephemeral message that remembers what was typed."""
    message = await answered(playground, "/deal summary")
    assert (message.visible_to, message.draft.answers) == (playground.you.user.id, "/deal summary")
    assert message.draft.blocks[0]["text"]["text"] == "Harbour buys Lighthouse: the deal in short"


async def test_a_command_may_answer_later_and_more_than_once(playground: Playground) -> None:
    """An empty ack shows nothing; responses through the response_url do."""
    assert await playground.you.type("harbour", "/deal twice") is None
    assert texts(playground) == ["First", "Second"]


async def test_a_mention_is_answered_in_its_thread(playground: Playground) -> None:
    """The bot's reply through the Web API stands under the message that named it."""
    asked = playground.you.say("harbour", "@Beacon who & what?")
    reply = await playground.until(lambda message: "asked:" in message.draft.text)
    assert reply.draft.thread_ts == asked.ts
    assert "who &amp; what?" in reply.draft.text


async def test_a_direct_message_is_answered_once(playground: Playground) -> None:
    """The bot's own answer comes back as an event and starts no loop."""
    line = playground.workspace.direct_messages(playground.you.user.id, playground.workspace.bot.id)
    playground.you.say(line.id, "hello")
    await playground.until(lambda message: message.draft.text == "You wrote: hello")
    await playground.delivery.settled()
    assert texts(playground) == ["hello", "You wrote: hello"]


async def test_a_click_pages_in_place(playground: Playground) -> None:
    """A click on an ephemeral answer replaces it through the click's own response_url."""
    first = await answered(playground, "/deal summary")
    await playground.you.press(first, "Next page")
    second = playground.workspace.message(first.channel, first.ts)
    assert second.draft.blocks[2]["fields"][3]["text"] == "*Page*\n2 of 3"
    assert second.is_ephemeral


async def test_a_click_shares_with_the_channel(playground: Playground) -> None:
    """A response with in_channel is read by everybody and leaves the private answer alone."""
    answer = await answered(playground, "/deal summary")
    await playground.you.press(answer, "Share to channel")
    (shared,) = playground.workspace.readable(playground.people[1].user.id)
    assert shared.draft.blocks[0]["text"]["text"] == f"Shared by <@{playground.you.user.id}>"
    assert playground.workspace.message(answer.channel, answer.ts) == answer


async def test_a_menu_sends_the_choice(playground: Playground) -> None:
    """Choosing from an overflow menu tells the bot which option it was."""
    answer = await answered(playground, "/deal summary")
    block = answer.draft.blocks[4]
    await playground.you.choose((answer.channel, answer.ts), (block["block_id"], "choose"), "report")
    assert texts(playground)[-1] == "You chose report"


async def test_a_click_that_the_bot_fails_on_is_an_error(playground: Playground) -> None:
    """A listener that raises is a 500, and the person is told so."""
    answer = await answered(playground, "/deal summary")
    with pytest.raises(UndeliveredError) as failure:
        await playground.you.press(answer, "Remove")
    assert failure.value.status == 500


async def test_nobody_clicks_what_they_cannot_see(playground: Playground) -> None:
    """An ephemeral answer is not there for others, and an element that is not in it is refused."""
    answer = await answered(playground, "/deal summary")
    place, block_id = (answer.channel, answer.ts), answer.draft.blocks[-1]["block_id"]
    with pytest.raises(RefusedError, match="message_not_found"):
        await playground.people[1].choose(place, (block_id, "share"), None)
    with pytest.raises(RefusedError, match="no_such_element"):
        await playground.you.choose(place, (block_id, "shave"), None)


async def test_a_shortcut_is_answered_to_who_took_it(playground: Playground) -> None:
    """The message travels to the bot, whose answer comes through the response_url to that person alone."""
    mara, otto = playground.people
    said = otto.say("harbour", "three little words")
    await mara.take((said.channel, said.ts), "count")
    answer = playground.workspace.readable(mara.user.id)[-1]
    assert (answer.draft.text, answer.visible_to) == ("3 words", mara.user.id)


async def test_a_shortcut_that_the_bot_fails_on_is_an_error(playground: Playground) -> None:
    """As with a click, the person is told."""
    said = playground.you.say("harbour", "words")
    with pytest.raises(UndeliveredError) as failure:
        await playground.you.take((said.channel, said.ts), "fail")
    assert failure.value.status == 500


async def test_a_private_message_has_no_shortcuts(playground: Playground) -> None:
    """What only one person sees, or what others see, is not there to be pointed at; an unknown shortcut is refused."""
    private, said = await answered(playground, "/deal plain"), playground.you.say("harbour", "words")
    with pytest.raises(RefusedError, match="message_not_found"):
        await playground.you.take((private.channel, private.ts), "count")
    with pytest.raises(RefusedError, match="no_such_shortcut"):
        await playground.you.take((said.channel, said.ts), "shave")
    line = playground.workspace.direct_messages(playground.you.user.id, playground.workspace.bot.id)
    alone = playground.you.say(line.id, "to the bot alone")
    with pytest.raises(RefusedError, match="message_not_found"):
        await playground.people[1].take((alone.channel, alone.ts), "count")


async def test_a_command_that_crashes_is_a_line_from_the_workspace(playground: Playground) -> None:
    """The person sees the error's name and what it means; nobody else does."""
    message = await answered(playground, "/deal crash")
    assert message.visible_to == playground.you.user.id
    assert message.draft.text.splitlines() == [
        "`/deal` failed with the error “dispatch_failed”",
        "Beacon answered with HTTP status 500.",
    ]


async def test_a_command_whose_blocks_slack_would_refuse_shows_why(playground: Playground) -> None:
    """An answer beyond the limits is not shown; the reason is."""
    message = await answered(playground, "/deal broken")
    assert "invalid_command_response" in message.draft.text
    assert "[json-pointer:/blocks/0/text]" in message.draft.text


async def test_a_command_that_is_not_registered_never_reaches_the_bot(playground: Playground) -> None:
    """The line names the commands there are."""
    assert "Try `/deal`" in (await answered(playground, "/feel")).draft.text


async def test_a_command_in_a_thread_is_not_supported(playground: Playground) -> None:
    """As in Slack, a thread takes no commands of apps."""
    first = playground.you.say("harbour", "first")
    refusal = await playground.you.type("harbour", "/deal summary", first.ts)
    assert refusal is not None
    assert (refusal.draft.text, refusal.draft.thread_ts) == (
        "`/deal` is not supported in threads. Sorry!",
        first.ts,
    )


async def test_a_bot_that_is_not_in_the_channel_does_not_hear(playground: Playground) -> None:
    """A mention where the bot is not a member says so."""
    workspace = playground.workspace
    channel = workspace.channel("tea")
    workspace.channels[channel.id] = replace(channel, members=channel.members - {workspace.bot.id})
    playground.you.say("tea", "@Beacon are you there?")
    assert texts(playground)[-1] == "Beacon is not in this channel, so it did not hear you."


async def test_a_person_writes_only_where_they_are(playground: Playground) -> None:
    """Somebody else's conversation is channel_not_found, and an empty message no_text."""
    line = playground.workspace.direct_messages(playground.you.user.id, playground.workspace.bot.id)
    with pytest.raises(RefusedError, match="channel_not_found"):
        playground.people[1].say(line.id, "let me in")
    with pytest.raises(RefusedError, match="no_text"):
        playground.you.say("harbour", "  ")


async def test_a_command_that_times_out_says_so() -> None:
    """After the time that Slack gives, the person reads operation_timeout."""
    log = RequestLog([Silence()])
    async with running(log, Setup(ROSTER, answer_seconds=0.2)) as playground:
        message = await playground.you.command("harbour", "/deal summary")
        log.released.set()
    assert message is not None
    assert "operation_timeout" in message.draft.text


async def test_an_ack_without_words_is_shown_as_an_error() -> None:
    """JSON without text or blocks is not an answer."""
    async with running(RequestLog([saying(response_type="in_channel")]), Setup(ROSTER)) as playground:
        message = await playground.you.command("harbour", "/deal summary")
    assert message is not None
    assert "no_text" in message.draft.text

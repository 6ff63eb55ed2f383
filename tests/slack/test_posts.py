"""Are mentions and direct messages answered once, in their thread, and everything else left alone?"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator

import pytest

from bot.desk import Desk
from bot.playground.message import Draft
from bot.slack.limits import NOTICE, PERSON_MOST
from bot.slack.posts import Seen
from tests.slack.office import CHANNEL, Office, labels, opened

ASKED = "How much does Harbour Mills pay?"


async def test_a_mention_is_answered_in_its_thread(office: Office) -> None:
    """The answer is for everybody, in the thread of the question, with what else can be asked but nothing to share."""
    answer = await office.reply(f"@Beacon {ASKED}")
    asked = office.all()[0]
    assert not answer.is_ephemeral
    assert answer.draft.thread_ts == asked.ts
    assert answer.draft.text.startswith(ASKED)
    assert "Sources: " in answer.draft.text
    assert "Share to channel" not in labels(answer)


async def test_a_mention_in_a_thread_stays_there(office: Office) -> None:
    """A follow-up is answered in the thread it was asked in."""
    first = await office.reply(f"@Beacon {ASKED}")
    follow_up = await office.reply("@Beacon and who founded it?", thread_ts=first.draft.thread_ts)
    assert follow_up.draft.thread_ts == first.draft.thread_ts


@pytest.mark.parametrize("text", ["@Beacon", "@Beacon  👍"])
async def test_a_mention_without_a_question_gets_a_start(office: Office, text: str) -> None:
    """Whoever only names the bot is told in a line what it can do, with questions to press."""
    answer = await office.reply(text)
    assert answer.draft.text.startswith("Ask me")
    assert labels(answer) == [ASKED]


async def test_a_command_can_be_said(office: Office) -> None:
    """A command's name works in a mention too."""
    assert (await office.reply("@Beacon timeline")).draft.text.startswith("Timeline")


async def test_a_direct_message_is_answered(office: Office) -> None:
    """In direct messages no mention is needed, and one mention more does no harm."""
    answer = await office.reply(ASKED, office.direct)
    assert answer.channel == office.direct
    assert answer.draft.text.startswith(ASKED)
    assert (await office.reply(f"@Beacon {ASKED}", office.direct)).draft.text.startswith(ASKED)


async def test_what_is_not_for_the_bot_is_left_alone(office: Office) -> None:
    """Messages without a mention, edits, deletions and what other bots and it itself say are not answered."""
    workspace, you = office.playground.workspace, office.playground.you
    said = you.say(CHANNEL, "Lovely weather")
    hello = you.say(office.direct, ASKED)
    await office.settled()
    assert len(office.ours()) == 1
    workspace.edit(said, Draft(text=f"<@{workspace.bot.id}> {ASKED}"))
    workspace.edit(hello, Draft(text="What stake?"))
    workspace.delete(said)
    workspace.post(workspace.channels[office.direct], workspace.bot.id, Draft(text=ASKED))
    await office.settled()
    assert len(office.ours()) == 2


def event(office: Office, inner: dict[str, object], event_id: str = "Ev1") -> str:
    credentials = office.playground.credentials
    return json.dumps(
        {"type": "event_callback", "event_id": event_id, "api_app_id": credentials.app_id, "event": inner}
    )


def mention(office: Office, **more: object) -> dict[str, object]:
    """A mention as Slack tells of it."""
    said = office.playground.workspace.post(
        office.playground.workspace.channel(CHANNEL), office.playground.you.user.id, Draft(text="said")
    )
    bot = office.playground.credentials.bot_user_id
    told = {"type": "app_mention", "user": said.user, "channel": said.channel, "ts": said.ts}
    return told | {"text": f"<@{bot}> {ASKED}"} | more


async def test_an_event_that_comes_again_is_answered_once(office: Office) -> None:
    """A retry has the id of the first and is accepted without a second answer."""
    body = event(office, mention(office))
    for retry in ({}, {"X-Slack-Retry-Num": "1"}, {"X-Slack-Retry-Num": "2"}):
        assert (await office.send(body.encode(), office.signed(body) | retry))[0] == 200
    await office.settled()
    assert len(office.ours()) == 1


async def test_a_post_that_comes_as_two_events_is_answered_once(office: Office) -> None:
    """A server may tell of one post both as a mention and as a direct message."""
    inner = mention(office)
    for number, kind in enumerate(({}, {"type": "message", "channel_type": "im"})):
        body = event(office, inner | kind, f"Ev{number}")
        await office.send(body.encode(), office.signed(body))
    await office.settled()
    assert len(office.ours()) == 1


@pytest.mark.parametrize(
    "more",
    [{"bot_id": "B1"}, {"subtype": "bot_message"}, {"subtype": "channel_join"}, {"user": ""}, {"user": "U0PLAYBOT"}],
)
async def test_bots_and_notices_are_not_answered(office: Office, more: dict[str, object]) -> None:
    """Only what a person wrote gets an answer."""
    body = event(office, mention(office, **more))
    assert (await office.send(body.encode(), office.signed(body)))[0] == 200
    await office.settled()
    assert office.ours() == []


async def test_5000_characters_get_a_polite_answer(office: Office) -> None:
    """A whole text is not taken for a question."""
    answer = await office.reply("@Beacon " + "why " * 1_250)
    assert answer.draft.text.startswith("Too long for a question")


async def test_markup_in_a_mention_never_comes_back(office: Office) -> None:
    """What was said to the bot pings nobody in its answer."""
    answer = await office.reply("@Beacon <!channel> *boo* & more of <it>")
    assert "<!" not in answer.draft.text


def test_what_was_seen_is_forgotten_in_order() -> None:
    """The memory for events is bounded; the oldest go first."""
    seen = Seen(most=2)
    assert [seen.add(key) for key in ("a", "b", "a", "c", "b", "a")] == [True, True, False, True, False, True]


async def test_a_text_can_be_checked_in_a_thread(office: Office) -> None:
    """Whoever wants everybody to read a check mentions the bot; its answer stands in the thread."""
    answer = await office.reply("@Beacon check Harbour Mills pays $9 billion.")
    assert answer.draft.text.startswith("Checked against the sources: contradicted")
    assert answer.draft.thread_ts == office.all()[0].ts
    assert labels(answer) == ["Evidence"]


@pytest.fixture
async def following(desk: Desk) -> AsyncIterator[Office]:
    """An office whose bot follows threads."""
    async with opened(desk, follow_threads=True) as office:
        yield office


async def test_a_thread_of_ours_is_gone_on_with_where_threads_are_followed(following: Office) -> None:
    """In a thread that the bot has answered in, a question needs no mention."""
    first = await following.reply(f"@Beacon {ASKED}")
    follow_up = await following.reply("sources?", thread_ts=first.draft.thread_ts)
    assert follow_up.draft.thread_ts == first.draft.thread_ts


@pytest.mark.parametrize("text", ["Shall we have lunch?", f"@Otto Pier {ASKED}", "thanks!"])
async def test_people_can_talk_to_each_other_in_a_followed_thread(following: Office, text: str) -> None:
    """What the sources do not answer, and what is said to somebody else, the bot leaves alone and notes nowhere."""
    first = await following.reply(f"@Beacon {ASKED}")
    following.playground.you.say(CHANNEL, text, first.draft.thread_ts)
    await following.settled()
    assert len(following.ours()) == 1


async def test_a_mention_in_a_followed_thread_is_answered_once(following: Office) -> None:
    """It comes as a mention and as a message; a question without an answer is told so, since the bot was asked."""
    first = await following.reply(f"@Beacon {ASKED}")
    answer = await following.reply("@Beacon what is the weather like?", thread_ts=first.draft.thread_ts)
    assert not answer.is_ephemeral


async def test_what_is_not_in_a_thread_of_ours_is_not_read(following: Office) -> None:
    """Neither a post in the channel nor one in another thread is answered, even if it could be."""
    said = following.playground.you.say(CHANNEL, ASKED)
    following.playground.you.say(CHANNEL, ASKED, said.ts)
    await following.settled()
    assert following.ours() == []


async def test_threads_are_not_followed_unless_that_was_chosen(office: Office) -> None:
    """By default a channel's thread is gone on with by a mention alone."""
    first = await office.reply(f"@Beacon {ASKED}")
    office.playground.you.say(CHANNEL, "sources?", first.draft.thread_ts)
    await office.settled()
    assert len(office.ours()) == 1


async def test_a_status_stands_while_an_answer_is_under_way(office: Office) -> None:
    """In the agent's pane somebody sees that the bot is at work, and no longer once the answer is there."""
    seen: list[str] = []
    agent = office.playground.workspace.agent
    agent.subscribe(lambda channel: seen.extend(status.text for status in agent.statuses(channel).values()))
    await office.reply(ASKED, office.direct)
    assert any("looking through the sources" in status for status in seen)
    assert agent.statuses(office.direct) == {}


async def test_who_asks_too_much_is_told_once(office: Office) -> None:
    """Beyond what one person can have read in a minute nothing is answered but that, and that only once."""
    for number in range(PERSON_MOST + 3):
        office.playground.you.say(office.direct, f"thanks {number}")
    await office.settled()
    said = [message.draft.text for message in office.ours()]
    assert said.count(NOTICE) == 1
    assert len(said) == PERSON_MOST + 1

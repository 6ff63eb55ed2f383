"""Does a talk in a thread or a direct message go on where it was, and are unanswered questions noted without names?"""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.blocks import Look
from bot.desk import Desk
from bot.journal import Journal, read_gaps
from bot.playground.message import Message
from bot.slack.conversation import Conversation
from tests.slack.office import CHANNEL, Office, labels, opened

PRICE = "How much does Harbour Mills pay?"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.db"


@pytest.fixture
def journal(path: Path) -> Iterator[Journal]:
    """A journal on disk; once it is closed, all that was noted can be read."""
    journal = Journal(path).open()
    yield journal
    journal.close()


@pytest.fixture
async def kept(desk: Desk, journal: Journal) -> AsyncIterator[Office]:
    """An office whose bot keeps a journal on disk."""
    async with opened(desk, journal) as office:
        yield office


async def said(office: Office, text: str, thread_ts: str | None) -> str:
    """The text of the answer to a mention in a thread of the channel."""
    return plain(await office.reply(f"@Beacon {text}", thread_ts=thread_ts))


def plain(message: Message) -> str:
    """The text of a message without its markup."""
    return message.draft.text.replace("*", "").replace("\N{NO-BREAK SPACE}", " ")


async def test_a_thread_goes_on(office: Office) -> None:
    """In a thread, a mention that says little is about what was last answered there."""
    first = await office.reply(f"@Beacon {PRICE}")
    thread = first.draft.thread_ts
    assert "Sources disagree" in await said(office, "why?", thread)
    assert "011 Signed Deal · “is paying $2 billion for”" in await said(office, "sources?", thread)
    assert "No source gives that figure" in await said(office, "no, it was 9 billion", thread)
    assert "Kestrel Robotics was founded in 2011" in await said(office, "when was Kestrel founded?", thread)
    assert "010 Early Word · “founded in 2011”" in await said(office, "says who?", thread)
    assert (await said(office, "thanks", thread)).startswith("You are welcome")
    assert "010 Early Word · “founded in 2011”" in await said(office, "where is that from?", thread)


async def test_threads_are_apart(office: Office) -> None:
    """What one thread is about does not reach another, nor the channel."""
    one, other = [await office.reply(f"@Beacon {asked}") for asked in (PRICE, "Who takes over as chief executive?")]
    assert (await said(office, "are you sure?", one.draft.thread_ts)).startswith(PRICE)
    assert (await said(office, "are you sure?", other.draft.thread_ts)).startswith("Who takes over")
    assert PRICE not in (await said(office, "are you sure?", None)).splitlines()[0]


async def test_a_direct_message_goes_on_without_a_thread(office: Office) -> None:
    """To the bot alone people write one message after the other, without mention or thread."""
    talk = [PRICE, "why?", "and 011?", "who takes over as chief executive?", "who is he?", "more"]
    told = [plain(await office.reply(text, office.direct)) for text in talk]
    assert "Sources disagree" in told[1]
    assert "[011 ¶2]" in told[2]
    assert "[012 ¶2]" not in told[2]
    assert told[4].startswith("Tom Arkwright")


async def test_a_direct_message_goes_on_in_its_threads_too(office: Office) -> None:
    """Who answers in a thread of a direct message means that thread, not what was said last."""
    first = await office.reply(PRICE, office.direct)
    await office.reply("When was Kestrel founded?", office.direct)
    answer = await office.reply("sources?", office.direct, thread_ts=first.draft.thread_ts)
    assert answer.draft.text.startswith(PRICE)


async def test_a_button_in_a_direct_message_leads_the_talk_on(office: Office) -> None:
    """A suggested question that was pressed is what the next message is about."""
    start = await office.reply("help", office.direct)
    await office.press(start, labels(start)[0])
    assert "010 Early Word · “" in plain(await office.reply("sources?", office.direct))


async def test_the_pages_of_a_follow_up_stay_those_of_one_answer(office: Office) -> None:
    """Turning a page asks for the same follow-up again, though the thread has gone on."""
    first = await office.reply("disagreements", office.direct)
    sources = await office.reply("sources?", office.direct, thread_ts=first.draft.thread_ts)
    await office.reply("When was Kestrel founded?", office.direct, thread_ts=first.draft.thread_ts)
    if "Next" in labels(sources):
        await office.press(sources, "Next")
        await office.press(office.now(sources), "Back")
    assert office.now(sources).draft.text == sources.draft.text


async def test_a_bot_that_is_started_again_remembers(desk: Desk, path: Path) -> None:
    """What a direct message was about outlives the bot."""
    for asked, wanted in ((PRICE, PRICE), ("are you sure?", PRICE)):
        with contextlib.closing(Journal(path).open()) as journal:
            async with opened(desk, journal) as office:
                assert plain(await office.reply(asked, office.direct)).startswith(wanted)


async def test_unanswered_questions_are_noted(kept: Office, journal: Journal, path: Path) -> None:
    """What no source answers is counted, from mentions, direct messages and commands, and nothing else is."""
    for text in ("which anthem do they sing?", "Which  anthem do they sing?", "thanks", PRICE, "help"):
        await kept.reply(f"@Beacon {text}")
    await kept.reply("which anthem do they sing?", kept.direct)
    await kept.command("/deal which anthem do they sing?")
    for typed in ("/deal who Nobody Atall", "/deal sumary", "/deal summary"):
        await kept.command(typed)
    journal.close()
    assert [(gap.question, gap.count) for gap in read_gaps(path)] == [("which anthem do they sing?", 4)]


async def test_a_follow_up_without_an_answer_is_noted_with_its_subject(
    kept: Office, journal: Journal, path: Path
) -> None:
    """A curator could do nothing with "and her anthem?"; whom it means is put in, and a bare "when?" is left out."""
    first = await kept.reply("@Beacon How much of the robot work will Fenn lead?")
    await kept.reply("@Beacon and her anthem?", thread_ts=first.draft.thread_ts)
    await kept.reply("@Beacon when?", thread_ts=first.draft.thread_ts)
    journal.close()
    assert [gap.question for gap in read_gaps(path)] == ["and ida fenn anthem?"]


async def test_nobody_is_named_in_the_journal(kept: Office, journal: Journal, path: Path) -> None:
    """Who asked, who was mentioned and where it was stays out of the gaps."""
    await kept.reply("@Beacon does @Otto Pier know which anthem they sing?")
    journal.close()
    (gap,) = read_gaps(path)
    workspace = kept.playground.workspace
    secrets = [*(word for user in workspace.people for word in (user.id, user.name)), workspace.channel(CHANNEL).id]
    assert [secret for secret in secrets if secret.casefold() in gap.question] == []


async def test_nothing_of_a_check_is_kept(kept: Office, journal: Journal, path: Path) -> None:
    """Neither what was checked nor what was shared of it stands anywhere in the journal's file."""
    for said in ("zanzibar pays $9 billion.", "Is zanzibar paid?"):
        await kept.press(await kept.command(f"/deal check {said}"), "Share to channel")
        await kept.press(await kept.take(kept.playground.you.say(CHANNEL, said)), "Share to channel")
    assert len([message for message in kept.ours() if "Checked and shared by" in message.draft.text]) == 4
    journal.close()
    assert [file.name for file in path.parent.glob("journal*") if b"zanzibar" in file.read_bytes()] == []


def test_what_never_changes_is_made_once(desk: Desk) -> None:
    """A command that nothing follows always says the same; of all others nothing is kept, least of all their words."""
    conversation = Conversation(desk, Journal())
    assert conversation.command("summary", "U1") is conversation.command("  summary ", "U2")
    conversation.command("who Kestrel", "U1")
    conversation.command("check They pay 7%.", "U1")
    assert set(conversation.ready) == {("summary", Look())}

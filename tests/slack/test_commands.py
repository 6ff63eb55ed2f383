"""Is every slash command answered inside its acknowledgement, to the person alone?"""

from __future__ import annotations

import pytest

from bot.blocks import SHARE_CHECK, Frame, render, request_for
from bot.command import respond
from bot.desk import Desk
from bot.slack.conversation import UNSHARED
from tests.slack.office import CHANNEL, Office, labels


@pytest.mark.parametrize(
    "typed", ["summary", "timeline", "disagreements", "sources", "who Ida Fenn", "ask How much does Harbour Mills pay?"]
)
async def test_a_command_is_answered_to_the_person_alone(office: Office, desk: Desk, typed: str) -> None:
    """The answer comes with the acknowledgement, as blocks and as text, visible to nobody else, ready to be shared."""
    answer = await office.command(f"/deal {typed}")
    wanted = render(respond(desk, typed), Frame(request_for(typed), share=True))
    assert answer.is_ephemeral
    assert answer.draft.text == wanted.text
    assert [block["type"] for block in answer.draft.blocks] == [block["type"] for block in wanted.blocks]
    assert labels(answer)[-1] == "Share to channel"
    assert len(office.ours()) == 1


@pytest.mark.parametrize("typed", ["/deal", "/deal   ", "/deal help"])
async def test_nothing_typed_shows_help(office: Office, typed: str) -> None:
    """The command alone shows what can be typed, which there is no need to share."""
    answer = await office.command(typed)
    assert answer.draft.text.startswith("What you can ask")
    assert "Share to channel" not in labels(answer)


@pytest.mark.parametrize("name", ["/who", "/dealwho", "/whois"])
async def test_names_have_commands_of_their_own(office: Office, name: str) -> None:
    """Slack's built-in name, the default and the configured name all show a card; without a name the list."""
    assert (await office.command(f"{name} ida")).draft.text.startswith("Ida Fenn")
    assert (await office.command(name)).draft.text.startswith("Who and what the sources name")


async def test_a_slip_is_told_the_nearest_command(office: Office) -> None:
    """The nearest correct form is named, and its button runs it."""
    answer = await office.command("/deal sumary")
    assert "The nearest is `/deal summary`." in answer.draft.text
    await office.press(answer, "/deal summary")
    assert office.ours()[-1].draft.text == (await office.command("/deal summary")).draft.text


async def test_an_unknown_name_says_so(office: Office) -> None:
    """Somebody the articles do not name is not in the sources."""
    assert (await office.command("/who Vera Nobody")).draft.text.startswith("Not in the sources")


@pytest.mark.parametrize(
    "typed",
    ["/deal <!channel>", "/deal ask <!channel> *boo* & <https://x.example|y>", "/who <!here>", "/deal @channel"],
)
async def test_markup_never_comes_back(office: Office, typed: str) -> None:
    """Whatever somebody types, nothing of it pings or formats in the answer."""
    answer = await office.command(typed)
    assert answer.is_ephemeral
    assert "<!" not in answer.draft.text
    assert "@channel" not in answer.draft.text


@pytest.mark.parametrize("typed", ["сколько платит харбор?", "这笔交易多少钱", "👍🏽", "كم تدفع", "🚢 🤖 ❓"])
async def test_other_scripts_and_emoji_have_a_clear_outcome(office: Office, typed: str) -> None:
    """What cannot be read as English is answered with what can be asked."""
    answer = await office.command(f"/deal {typed}")
    assert labels(answer)
    assert "went wrong" not in answer.draft.text


async def test_5000_characters_get_a_polite_answer(office: Office) -> None:
    """A text is not taken for a question, and there is nothing to share."""
    answer = await office.command("/deal ask " + "why " * 1_250)
    assert answer.draft.text.startswith("Too long for a question")
    assert "Share to channel" not in labels(answer)


async def test_a_person_named_with_slacks_markup_is_read_as_a_name(office: Office) -> None:
    """Slack writes people out with ids; the name is what counts."""
    answer = await office.command("/who @Mara Quay")
    assert answer.draft.text.startswith("Not in the sources")


WRONG = "Harbour Mills pays $9 billion for 25% of Kestrel Robotics."


async def test_a_text_is_checked_in_private(office: Office) -> None:
    """The check comes with the acknowledgement; the text stands on the button that shares it and on no other."""
    answer = await office.command(f"/deal check {WRONG}")
    assert answer.is_ephemeral
    assert answer.draft.text.startswith("Checked against the sources: contradicted")
    assert labels(answer) == ["Evidence", "Share to channel"]
    pressed = [element for block in answer.draft.blocks for element in block.get("elements", [])]
    assert [element["action_id"] for element in pressed if WRONG in str(element)] == [SHARE_CHECK]


async def test_a_text_of_4000_characters_is_checked_as_a_whole(office: Office) -> None:
    """What one message does not hold follows in others, in order, each clause in one of them."""
    sentences = [
        f"Harbour Mills pays ${number} billion for a stake in Kestrel Robotics now." for number in range(3, 43)
    ]
    before = len(office.ours())
    await office.playground.you.command(CHANNEL, f"/deal check {' '.join(sentences)}"[:4_012])
    await office.settled()
    parts = office.ours()[before:]
    assert len(parts) > 1
    assert all(part.is_ephemeral for part in parts)
    assert [f"Part {number} of {len(parts)}." in part.draft.text for number, part in enumerate(parts, 1)]
    said = "".join(part.draft.text for part in parts)
    assert [said.count(f"“{sentence}”") for sentence in sentences] == [1] * len(sentences)
    assert parts[-1].draft.text.endswith(UNSHARED)
    assert not any("Share to channel" in labels(part) for part in parts)


@pytest.mark.parametrize("typed", ["/deal check", "/deal check   ", "/deal check: \u200b"])
async def test_nothing_to_check_is_told_how(office: Office, typed: str) -> None:
    """An empty text gets a sentence that says what to type."""
    answer = await office.command(typed)
    assert answer.draft.text.startswith("Nothing to check")
    assert labels(answer) == []


async def test_lines_of_a_text_are_statements_of_their_own(office: Office) -> None:
    """A text keeps its lines: a list is checked point by point."""
    answer = await office.command("/deal check Harbour Mills pays $9 billion\nKestrel Robotics was founded in 2011")
    assert "“Harbour Mills pays $9 billion”" in answer.draft.text
    assert "“Kestrel Robotics was founded in 2011”" in answer.draft.text

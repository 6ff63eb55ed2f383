"""Does every message stay within Slack's limits, lose nothing, and offer the right buttons?"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.answer import Answer, Bullets, Chrome, Heading, Legend, Notice, Paragraph
from bot.blocks import Frame, Message, Request, render, render_whole, request_for
from bot.blocks.message import FULL, LEGEND_CHARACTERS, MOST_MESSAGES, paged
from bot.command import COMMANDS, respond
from bot.desk import Desk
from tests.blocks.everything import ANY_ANSWER, MARKUP, answers, crowded, pages, requests
from tests.blocks.extremes import crowded_store, overgrown
from tests.blocks.judge import controls, slips, texts
from tests.desks import desk_of, real_desk
from tests.sample.records import Records, language


@pytest.fixture
def desk(records: Records) -> Desk:
    return desk_of(records)


def labels(message: Message) -> list[str]:
    blocks = json.loads(json.dumps(message.blocks))
    return [control["text"]["text"] for block in blocks for control in controls(block)]


def words(text: str) -> str:
    """What is left of a text without blanks, marks and what stands in for marks."""
    plain = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return re.sub(r"[\s\u200b*_~`∗ˍ∼ˋ•>]", "", plain)


def test_every_answer_of_the_records_is_within_all_limits() -> None:
    """Whatever can be asked of the real records, each page of the answer is taken by Slack."""
    assert wrong_pages(real_desk()) == {}


@pytest.mark.parametrize(
    ("text", "positions"),
    [(MARKUP, 200), ("<!channel>", 200), ("שלום <!here> عالم ", 200), ("x", 200), ("&" * 3_000, 3), ("word " * 600, 3)],
)
def test_a_hostile_store_stays_within_all_limits(text: str, positions: int) -> None:
    """Markup in every field, very long names and 200 positions come in pages that Slack takes and that ping nobody."""
    for page in pages(crowded(text, positions)):
        assert slips(page) == []
        note, *said = reversed(list(texts(json.loads(json.dumps(page.blocks)))))
        assert note == "Shared by <@U1>"
        assert not any(re.search(r"<[@!#]|@here|@channel", shown) for shown in said)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(ANY_ANSWER)
def test_any_answer_at_all_is_within_all_limits(answer: Answer) -> None:
    """The limits hold for every answer that can be put together, not only for those of today's records."""
    assert [found for page in pages(answer) if (found := slips(page))] == []


@pytest.mark.parametrize(
    "text", [MARKUP, "שלום <!here> عالم \u202e رقم", "A name without end " * 40, "Wort" * 300, "𝔘𝔫𝔦 👩\u200d👧 e\u0301"]
)
def test_every_answer_of_overgrown_records_is_within_all_limits(records: Records, text: str) -> None:
    """Whatever a curator writes into names, labels, questions and quotes, each page is taken and says what it shows."""
    assert wrong_pages(Desk(overgrown(records.store(), text), language())) == {}


@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(st.characters(codec="utf-8", exclude_characters="{}"), min_size=1, max_size=300))
@example("0")
def test_every_answer_of_any_records_is_within_all_limits(records: Records, text: str) -> None:
    """As above, for words that nobody thought of."""
    assert wrong_pages(Desk(overgrown(records.store(), text), language())) == {}


def test_two_hundred_positions_are_within_all_limits(records: Records) -> None:
    """Where each of two hundred sources gives a figure of its own, every page of every answer is taken."""
    asked = [command.sample(records.store()) for command in COMMANDS]
    desk = Desk(crowded_store(records.store(), 200), language())
    assert max(len(comparison.positions) for comparison in desk.deal.facts.values()) >= 200
    assert wrong(respond(desk, text) for text in asked) == {}


def wrong_pages(desk: Desk) -> dict[str, list[str]]:
    """As `wrong`, of every answer that the desk gives."""
    return wrong(answers(desk))


def wrong(given: Iterable[Answer]) -> dict[str, list[str]]:
    """By title of the answer, what is wrong with a page of it."""
    return {answer.title: found for answer in given for page in pages(answer) if (found := slips(page))}


def test_nothing_is_lost_between_the_pages() -> None:
    """All that a crowded answer says stands on one of its pages, in order, sources included."""
    answer = crowded("The quick brown fox jumps over the lazy dog", positions=60)
    said = words("".join(piece.text for page in paged(answer)[0] for piece in page))
    for element in answer.elements:
        match element:
            case Paragraph(line):
                assert words("".join(span.text for span in line[:1])) in said
            case Notice():
                assert all(words(stand.value) in said for stand in element.stands)
            case Legend(sources):
                assert all(words(f"{source} {label}") in said for source, label in sources)
            case _:
                continue


def test_the_text_says_what_the_blocks_say() -> None:
    """The text for notifications holds every word of the blocks, header and sources too."""
    for answer in answers(real_desk()):
        message = render(answer, Frame(Request(text="x")))
        blocks = [block for block in json.loads(json.dumps(message.blocks)) if block["type"] != "actions"]
        shown = [text for block in blocks for text in texts([block.get("text"), block.get("elements")])]
        assert [text for text in shown if words(text) not in words(message.text)] == []


def test_the_legend_stands_on_every_page() -> None:
    """Each page names the sources; a legend too long for that stands once, behind the answer."""
    answer = real_desk().disagreements
    sources = [f"*{source.id}* {source.label}" for source in real_desk().store.sources.values()]
    for page in pages(answer):
        assert all(source in page.text for source in sources)
    many = Legend(tuple((f"{number:03}", "A label of three words") for number in range(90)))
    long, footer = paged(Answer("Many", (Paragraph((Chrome("said"),)), many)))
    assert footer == []
    assert sum(len(piece.text) for page in long for piece in page) > LEGEND_CHARACTERS


def test_what_stands_under_a_heading_stays_together() -> None:
    """A page ends before a heading whose points would not fit, and a heading never ends a page."""
    points = Bullets(tuple((Chrome("word " * 20),) for _ in range(10)))
    answer = Answer("Two", (Heading("First"), points, Heading("Second"), points))
    first, second = paged(answer)[0]
    assert (first[0].text, second[0].text) == ("*First*", "*Second*")
    single = Answer(
        "One", (Bullets(((Chrome("word " * 390),),)), Heading("Then"), Paragraph((Chrome("word " * 300),)), points)
    )
    assert not any(page[-1].leads for page in paged(single)[0])


def test_a_notice_stands_for_itself() -> None:
    """What stands under a heading ends at a notice, so that a long one behind it does not drag it to the next page."""
    notice = next(element for element in crowded("fox", 30).elements if isinstance(element, Notice))
    point = Bullets(((Chrome("word " * 100),),))
    first, *_ = paged(Answer("Short and long", (Heading("In short"), point, notice)))[0]
    assert [piece.text.split(" ")[0] for piece in first[:2]] == ["*In", "•"]


def test_pages_are_turned_by_what_their_buttons_carry() -> None:
    """The first page leads on, the last leads back, and a page that is gone is the last one."""
    answer = crowded("fox", 50)
    last = len(paged(answer)[0])
    assert labels(render(answer, Frame(Request(text="a"))))[-1:] == ["Next"]
    assert labels(render(answer, Frame(Request(text="a", page=2), suggest=False)))[-2:] == ["Back", "Next"]
    assert labels(render(answer, Frame(Request(text="a", page=last), suggest=False)))[-1:] == ["Back"]
    assert render(answer, Frame(Request(text="a", page=last + 7))) == render(
        answer, Frame(Request(text="a", page=last))
    )


def test_only_an_answer_can_be_shared(desk: Desk) -> None:
    """Sharing is offered with an answer that says something, not with help or with what is not known."""
    offered = {
        text: "Share to channel" in labels(render(respond(desk, text), Frame(request_for(text), share=True)))
        for text in ("summary", "sources", "who ida", "help", "nonsense", "what is the colour of the moon?")
    }
    assert offered == {
        "summary": True,
        "sources": True,
        "who ida": True,
        "help": False,
        "nonsense": False,
        "what is the colour of the moon?": False,
    }


def test_every_button_asks_for_something_that_is_answered(desk: Desk) -> None:
    """Each suggestion and each request for quotes leads to an answer, not to a question back."""
    for text in requests(desk):
        message = render(respond(desk, text), Frame(request_for(text), share=True))
        for block in json.loads(json.dumps(message.blocks)):
            for control in controls(block):
                asked = respond(desk, Request.model_validate_json(control["value"]).text)
                assert asked.answered or asked.title == "What you can ask", control


def test_quotes_wait_behind_a_button_where_there_are_many_notices() -> None:
    """One notice is proven at once; many are shown in brief, each with a button that shows its quotes."""
    desk = real_desk()
    listed = render(desk.disagreements, Frame(Request(text="disagreements")))
    assert labels(listed).count("Show quotes") > 2
    assert "\n> " not in listed.text
    first = next(element for element in desk.disagreements.elements if isinstance(element, Notice))
    proven = render(respond(desk, f"ask {first.topic}"), Frame())
    assert all(words(citation.quote) in words(proven.text) for stand in first.stands for citation in stand.citations)


def test_without_a_request_there_are_no_buttons_that_need_one(desk: Desk) -> None:
    """A message for a text that cannot be asked again offers neither pages nor sharing."""
    assert labels(render(desk.summary, Frame(share=True))) == []


def test_a_note_closes_the_message(desk: Desk) -> None:
    """Who shared an answer stands below it, in blocks and text."""
    message = render(desk.summary, Frame(note="Shared by <@U1>"))
    assert message.blocks[-1]["type"] == "context"
    assert message.text.endswith("Shared by <@U1>")


def test_a_title_that_is_too_long_for_a_header_is_said_in_full() -> None:
    """The header ends in an ellipsis, and the whole title stands below it."""
    title = "Why " * 60 + "?"
    message = render(Answer(title, (Paragraph((Chrome("Because."),)),)), Frame())
    header, below = message.blocks[0], message.blocks[1]
    assert header["type"] == "header"
    assert header["text"]["text"].endswith("…")
    assert below["type"] == "section"
    assert words(title) in words(below["text"]["text"])


@pytest.mark.parametrize(("text", "positions"), [("fox", 90), ("The quick brown fox jumps over the lazy dog", 60)])
def test_what_cannot_be_asked_again_is_shown_whole(text: str, positions: int) -> None:
    """Message by message, each within all limits and with its number, everything is said, in order and once."""
    answer = crowded(text, positions)
    messages = render_whole(answer)
    assert [slips(message) for message in messages] == [[]] * len(messages)
    said = words("".join(piece.text for page in paged(answer, FULL)[0] for piece in page))
    shown = [text for message in messages for text in texts(json.loads(json.dumps(message.blocks)))]
    assert len(said) <= len(words("".join(shown)))
    assert all(f"Part {number} of {len(messages)}." in message.text for number, message in enumerate(messages, 1))


def test_what_one_message_holds_has_no_parts(desk: Desk) -> None:
    """A short answer is one message without a number, and suggestions stand on the last."""
    (message,) = render_whole(respond(desk, "nonsense"))
    assert "Part" not in message.text
    assert labels(message) == ["/deal help"]
    many = render_whole(crowded("fox", 60))
    assert len(many) > 1
    assert not any("Try:" in message.text for message in many[:-1])
    assert "Try:" in many[-1].text


def test_what_is_longer_than_slack_takes_says_so() -> None:
    """Never more messages than a response URL takes, and the last tells that something is missing."""
    messages = render_whole(crowded("word " * 100, 200))
    assert len(messages) == MOST_MESSAGES
    assert [slips(message) for message in messages] == [[]] * MOST_MESSAGES
    assert "The rest is longer than Slack takes." in messages[-1].text
    assert not any("The rest" in message.text for message in messages[:-1])


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(ANY_ANSWER)
def test_any_answer_shown_whole_is_within_all_limits(answer: Answer) -> None:
    """Full messages keep the limits as pages do."""
    assert [found for message in render_whole(answer) if (found := slips(message))] == []


@pytest.mark.parametrize("typed", ["timeline", "disagreements"])
def test_what_is_a_table_can_be_had_as_one(desk: Desk, typed: str) -> None:
    """Every page of it has the button, whose value asks for all of it and whose spoken label says what comes."""
    answer = respond(desk, typed)
    for page in range(1, len(paged(answer)[0]) + 1):
        message = render(answer, Frame(Request(text=typed, page=page), share=True))
        pressed = [control for block in json.loads(json.dumps(message.blocks)) for control in controls(block)]
        (button,) = (control for control in pressed if control["text"]["text"] == "As CSV")
        assert Request.model_validate_json(button["value"]) == Request(text=typed)
        assert button["accessibility_label"].startswith(answer.title)


def test_what_is_no_table_is_not_offered_as_one(desk: Desk) -> None:
    """A summary has no such button, nor has an answer without requests."""
    assert "As CSV" not in labels(render(desk.summary, Frame(Request(text="summary"), share=True)))
    assert "As CSV" not in labels(render(desk.timeline, Frame()))

"""Which blocks would Slack take?"""

from typing import Any

import pytest

from bot.playground.blockcheck import accept, slips
from bot.playground.refusal import RefusedError
from tests.playground.sample_blocks import summary

Json = dict[str, Any]

DIVIDER: Json = {"type": "divider"}
PICTURE: Json = {"type": "image", "image_url": "https://example.org/a.png", "alt_text": "A pier"}


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def section(text: str, **more: object) -> Json:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}, **more}


def button(text: str = "Go", **more: object) -> Json:
    return {"type": "button", "text": plain(text), **more}


def actions(*elements: Json, **more: object) -> Json:
    return {"type": "actions", "elements": list(elements), **more}


def select(count: int) -> Json:
    return {"type": "static_select", "options": [{"text": plain("x"), "value": str(n)} for n in range(count)]}


GOOD: dict[str, Json] = {
    "a section of 3000 characters": section("x" * 3000),
    "ten fields": {"type": "section", "fields": [plain("x" * 2000)] * 5 + [plain("y")] * 5},
    "a section with a picture": section("x", accessory=PICTURE),
    "a header": {"type": "header", "text": plain("x" * 150)},
    "a context": {"type": "context", "elements": [plain("x"), PICTURE]},
    "25 buttons": actions(*[button(action_id=str(n)) for n in range(25)]),
    "a button with all": actions(
        button("x" * 75, action_id="a" * 255, value="v" * 2000, url="https://example.org", style="primary")
    ),
    "a button that asks first": actions(
        button(confirm={"title": plain("Sure?"), "text": plain("Really"), "confirm": plain("Y"), "deny": plain("N")})
    ),
    "an overflow": section("x", accessory={"type": "overflow", "options": [{"text": plain("x"), "value": "1"}]}),
    "a select": actions(select(100)),
    "a date picker": actions({"type": "datepicker", "initial_date": "2025-06-13"}),
    "an image": {**PICTURE, "title": plain("Pier")},
    "markdown": {"type": "markdown", "text": "# Pier"},
    "a table": {"type": "table", "rows": [[{"type": "raw_text", "text": "x"}]]},
    "rich text": {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": []}]},
    "an input": {"type": "input", "label": plain("Why"), "element": {"type": "plain_text_input"}},
    "feedback": {
        "type": "context_actions",
        "elements": [
            {
                "type": "feedback_buttons",
                "positive_button": {"text": plain("Good"), "value": "+"},
                "negative_button": {"text": plain("Bad"), "value": "-"},
            }
        ],
    },
    "a container": {"type": "container", "child_blocks": []},
}

BAD: dict[str, tuple[object, str]] = {
    "no list": ({"type": "divider"}, "/blocks]"),
    "no type": ([{}], "/blocks/0]"),
    "an unknown type": ([{"type": "marquee"}], "/blocks/0]"),
    "51 blocks": ([DIVIDER] * 51, "/blocks]"),
    "a section of 3001 characters": ([section("x" * 3001)], "less than 3001 characters [json-pointer:/blocks/0/text]"),
    "an empty text": ([section("")], "/blocks/0/text/text]"),
    "a section without words": ([{"type": "section"}], "/blocks/0]"),
    "eleven fields": ([{"type": "section", "fields": [plain("x")] * 11}], "/blocks/0/fields]"),
    "a field of 2001": ([{"type": "section", "fields": [plain("x" * 2001)]}], "/blocks/0/fields/0]"),
    "a header in mrkdwn": ([{"type": "header", "text": section("x")["text"]}], "/blocks/0/text/type]"),
    "a header of 151": ([{"type": "header", "text": plain("x" * 151)}], "/blocks/0/text]"),
    "eleven in a context": ([{"type": "context", "elements": [plain("x")] * 11}], "/blocks/0/elements]"),
    "a button in a context": ([{"type": "context", "elements": [button()]}], "/blocks/0/elements/0]"),
    "26 buttons": ([actions(*[button()] * 26)], "/blocks/0/elements]"),
    "no buttons": ([actions()], "/blocks/0/elements]"),
    "a picture among buttons": ([actions(PICTURE)], "/blocks/0/elements/0]"),
    "a label of 76": ([actions(button("x" * 76))], "/blocks/0/elements/0/text]"),
    "a value of 2001": ([actions(button(value="x" * 2001))], "/blocks/0/elements/0/value]"),
    "a style of our own": ([actions(button(style="loud"))], "/blocks/0/elements/0/style]"),
    "101 options": ([actions(select(101))], "/blocks/0/elements/0/options]"),
    "an unknown property": ([section("x", colour="red")], "/blocks/0/colour]"),
    "a number for a text": ([{"type": "markdown", "text": 7}], "/blocks/0/text]"),
    "a picture without words": ([{"type": "image", "image_url": "https://example.org"}], "/blocks/0/alt_text]"),
    "a picture without source": ([{"type": "image", "alt_text": "A pier"}], "/blocks/0]"),
    "one block id twice": ([section("x", block_id="a"), section("y", block_id="a")], "/blocks/1/block_id]"),
    "one action id twice": (
        [actions(button(action_id="a"), button(action_id="a"))],
        "/blocks/0/elements/1/action_id]",
    ),
    "a block id of 256": ([section("x", block_id="a" * 256)], "/blocks/0/block_id]"),
}


@pytest.mark.parametrize("name", GOOD)
def test_blocks_within_the_limits_are_taken(name: str) -> None:
    """What Slack's reference allows has no slip."""
    assert slips([GOOD[name]]) == []


@pytest.mark.parametrize("name", BAD)
def test_blocks_beyond_the_limits_are_refused_with_a_pointer(name: str) -> None:
    """Each slip is told once, with the place in the payload."""
    blocks, place = BAD[name]
    found = slips(blocks)
    assert len(found) == 1
    assert place in found[0]


def test_all_slips_are_told_at_once() -> None:
    """Two bad blocks are two details of one refusal."""
    with pytest.raises(RefusedError) as refusal:
        accept([section(""), DIVIDER, actions()])
    assert refusal.value.code == "invalid_blocks"
    assert len(refusal.value.details) == 2


def test_the_words_of_a_message_have_a_limit_in_all() -> None:
    """Blocks that are each small enough may be too long together."""
    assert accept([section("x" * 2600)] * 5)
    with pytest.raises(RefusedError, match="msg_blocks_too_long"):
        accept([*[section("x" * 2600)] * 5, section("y")])


def test_blocks_and_elements_get_the_ids_they_lack() -> None:
    """Ids that the app gave stay; others are made up, all different."""
    kept, made = accept([actions(button(action_id="mine"), button(), block_id="given"), section("x")])
    assert (kept["block_id"], kept["elements"][0]["action_id"]) == ("given", "mine")
    assert len({made["block_id"], kept["elements"][1]["action_id"], "", "mine", "given"}) == 5


def test_a_picture_beside_a_section_needs_no_action_id() -> None:
    """Only what can be used gets an action id."""
    (kept,) = accept([section("x", accessory=PICTURE)])
    assert kept["accessory"] == PICTURE


def test_the_sample_answer_is_one_that_slack_takes() -> None:
    """The answer with which the page is tried out is itself within the limits."""
    assert slips(summary()) == []

"""Does the judge see what Slack would refuse and what somebody could not read?"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from bot.blocks import limits
from tests.blocks.judge import Json, blocks_slips, view_slips
from tests.blocks.samples import button, marked, message, modal, plain, put

TEXT = "The stake is 49% [001 ¶12]\nSources: 001 First Word"


def changed(place: str, value: Any) -> list[Json]:
    """The message with another value at a place such as `0/text/text`."""
    blocks = deepcopy(message())
    put(blocks, place, value)
    return blocks


def test_nothing_is_wrong_with_a_right_payload() -> None:
    """A message and a view as they should be are let through."""
    assert blocks_slips(TEXT, message()) == []
    assert view_slips(modal()) == []
    assert view_slips({"type": "home", "blocks": message()}) == []


@pytest.mark.parametrize(
    ("place", "value", "slip"),
    [
        ("0/text/text", "x" * (limits.SECTION_CHARACTERS + 1), "must be less than 3001 characters"),
        ("0/text/text", " \n", "a blank mrkdwn"),
        ("0/text/text", "Not said elsewhere", "not in the text: Not said elsewhere"),
        ("0/text/type", "plain", "does not match"),
        ("0/accessory/text/text", "x" * (limits.LABEL_CHARACTERS + 1), "must be less than 76 characters"),
        ("0/accessory/value", "x" * (limits.VALUE_CHARACTERS + 1), "at most 2000"),
        ("0/accessory/action_id", "share", "action id 'share' stands 2 times"),
        ("0/accessory/text/text", "Related", "spoken label 'Related' stands 2 times"),
        ("0/accessory/accessibility_label", " ", "a blank accessibility label"),
        ("0/block_id", "b", None),
        ("0/colour", "red", "slack_sdk reads section otherwise"),
        ("1/elements", [], "at least 1"),
        ("1/elements", [marked("001")] * (limits.CONTEXT_ELEMENTS + 1), "at most 10"),
        ("2/elements/0/type", "icon_button", "does not match"),
        (
            "2/elements",
            [button(str(number), str(number)) for number in range(limits.ACTIONS_ELEMENTS + 1)],
            "at most 25",
        ),
    ],
)
def test_a_slip_in_a_block_is_seen(place: str, value: Any, slip: str | None) -> None:
    """Lengths, counts, types, blank texts, unknown fields and ids or labels that stand twice."""
    found = blocks_slips(TEXT, changed(place, value))
    assert found == [] if slip is None else any(slip in told for told in found), found


@pytest.mark.parametrize("text", ["", "  ", "x" * (limits.MESSAGE_TEXT_CHARACTERS + 1)])
def test_a_text_that_stands_for_nothing_is_seen(text: str) -> None:
    """A message without a text, or with one that Slack cuts, leaves out those who hear it."""
    assert f"a text of {len(text)} characters" in blocks_slips(text, message())


def test_a_text_without_the_sources_is_seen() -> None:
    """The text that stands for the blocks must not lose the sources."""
    assert blocks_slips("The stake is 49% [001 ¶12]", message()) == ["not in the text: Sources: *001* First Word"]


def test_too_many_blocks_and_too_many_characters_are_seen() -> None:
    """A message has its limits as a whole, too."""
    many = [{"type": "section", "text": marked("001")}] * (limits.MESSAGE_BLOCKS + 1)
    assert any("at most 50" in slip for slip in blocks_slips("001", many))
    long = [{"type": "section", "text": marked("x" * limits.SECTION_CHARACTERS)}] * 5
    assert blocks_slips("x" * limits.SECTION_CHARACTERS, long) == ["msg_blocks_too_long"]


def test_a_block_that_slack_does_not_have_is_seen() -> None:
    """A type that nobody knows is refused by both."""
    found = blocks_slips("x", [{"type": "banner", "text": plain("x")}])
    assert any("slack_sdk reads banner otherwise" in slip for slip in found)
    assert len(found) == 2


@pytest.mark.parametrize(
    ("place", "value", "slip"),
    [
        ("title/text", "x" * (limits.VIEW_TITLE_CHARACTERS + 1), "must be less than 25 characters"),
        ("title/text", " ", "a blank plain_text"),
        ("blocks/0/alt_text", " ", "a picture without alternative text"),
        ("blocks/1/text/text", " ", "a blank mrkdwn"),
        ("private_metadata", "x" * (limits.VIEW_METADATA_CHARACTERS + 1), "at most 3000"),
        ("colour", "red", "slack_sdk reads view otherwise"),
    ],
)
def test_a_slip_in_a_view_is_seen(place: str, value: Any, slip: str) -> None:
    """What holds for messages holds for views, with their own limits."""
    view = modal()
    put(view, place, value)
    found = view_slips(view)
    assert any(slip in told for told in found), found


def test_signs_need_words() -> None:
    """A thumb or an icon says nothing to who does not see it."""
    thumb = {"text": plain("Yes"), "value": "yes"}
    rating = {"type": "feedback_buttons", "action_id": "f", "positive_button": thumb, "negative_button": thumb}
    icon = {"type": "icon_button", "icon": "trash", "action_id": "i", "text": plain("Remove")}
    found = blocks_slips("x", [{"type": "context_actions", "elements": [rating, icon]}])
    assert found == [
        *("positive_button without accessibility label", "negative_button without accessibility label"),
        "an icon without accessibility label",
    ]

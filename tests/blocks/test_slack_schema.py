"""Has all that the bot says the shape that Slack's own types give it, and does the schema see what has not?"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from bot.blocks import Message, render_whole
from bot.desk import Desk
from tests.blocks.everything import MARKUP, answers, crowded, pages
from tests.blocks.extremes import overgrown
from tests.blocks.samples import message, modal, plain, put
from tests.blocks.slack_schema import SlackSchema
from tests.desks import real_desk
from tests.sample.records import Records, language


def messages(records: Records) -> Iterator[Message]:
    """Every message of the real records and of overgrown ones, in pages and whole."""
    said = [*answers(real_desk()), *answers(Desk(overgrown(records.store(), MARKUP), language())), crowded(MARKUP)]
    for answer in said:
        yield from pages(answer)
        yield from render_whole(answer)


def test_every_message_has_the_shape_of_slacks_types(
    slack_schema: SlackSchema, records: Records, judged: Counter[str]
) -> None:
    """Each block of each message is one that Slack's types know, with the fields that they give it and no others."""
    wrong = []
    for said in messages(records):
        judged["by Slack's types"] += 1
        wrong += slack_schema.blocks_slips(json.loads(json.dumps(said.blocks)))
    assert wrong == []


def test_right_payloads_have_the_shape(slack_schema: SlackSchema) -> None:
    """The samples in which nothing is wrong are let through."""
    assert slack_schema.blocks_slips(message()) == []
    assert slack_schema.view_slips(modal()) == []
    assert slack_schema.view_slips({"type": "home", "blocks": message()}) == []


@pytest.mark.parametrize(
    ("place", "value", "slip"),
    [
        ("0/text/colour", "red", "SectionBlock"),
        ("0/text", plain("x") | {"type": "plain"}, "SectionBlock"),
        ("0/accessory/style", "warning", "SectionBlock"),
        ("0/accessory", {"type": "feedback_buttons"}, "SectionBlock"),
        ("0/expand", "yes", "SectionBlock.expand"),
        ("1/elements/0", {"type": "divider"}, "ContextBlock.elements[0]"),
        ("2/elements", {}, "ActionsBlock.elements"),
        ("2/elements/1/value", 7, "ActionsBlock.elements[1]"),
        ("0/type", "banner", "Slack has no block of type banner"),
    ],
)
def test_a_shape_that_slack_does_not_have_is_seen(slack_schema: SlackSchema, place: str, value: Any, slip: str) -> None:
    """Unknown fields, types in the wrong slot and values of the wrong type."""
    blocks = message()
    put(blocks, place, value)
    assert any(found.startswith(slip) for found in slack_schema.blocks_slips(blocks))


@pytest.mark.parametrize(("place", "value"), [("title", "Evidence"), ("colour", "red"), ("blocks/1/text", "x")])
def test_a_view_that_slack_does_not_have_is_seen(slack_schema: SlackSchema, place: str, value: Any) -> None:
    """The frame of a view is judged as well as what stands in it."""
    view = modal()
    put(view, place, value)
    assert slack_schema.view_slips(view) != []

"""Does each answer have the buttons that fit it, few enough to be read and each with all that a click needs?"""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.blocks import Choice, Frame, Request, read_choice, render, request_for
from bot.blocks.controls import controls
from bot.command import respond
from bot.desk import Desk
from tests.blocks.everything import requests
from tests.desks import desk_of, real_desk
from tests.sample.records import Records

PRICE = "ask How much does Harbour Mills pay?"


@pytest.fixture
def desk(records: Records) -> Desk:
    return desk_of(records)


def pressed(desk: Desk, typed: str, **options: Any) -> tuple[list[str], list[str]]:
    """The labels of the buttons, and those of the menu, under the answer to what was typed."""
    answer = respond(desk, typed)
    frame = Frame(request_for(typed), digest=desk.edition.digest(answer.facts), **options)
    blocks = json.loads(json.dumps(list(controls(answer, frame))))
    elements = [element for block in blocks for element in block["elements"]]
    menus = [option["text"]["text"] for element in elements for option in element.get("options", [])]
    return [element["text"]["text"] for element in elements if element["type"] == "button"], menus


def test_a_disputed_fact_leads_to_evidence_and_reason(desk: Desk) -> None:
    """Three buttons under a private answer, and a menu of the rest."""
    buttons, menu = pressed(desk, PRICE, share=True)
    assert buttons == ["Evidence", "Why do they disagree?", "Share to channel"]
    assert menu == ["Related facts", "Text to copy", "Helpful", "Not helpful", "Report an error"]


def test_what_was_asked_is_not_offered(desk: Desk) -> None:
    """Under the reasons themselves no button leads to them, and an undisputed fact has none."""
    assert pressed(desk, "why amount")[0] == ["Evidence"]
    assert pressed(desk, "ask Who founded Kestrel Robotics?")[0] == ["Evidence"]


@pytest.mark.parametrize("typed", ["help", "ask which anthem do they sing?", "sumary"])
def test_what_says_nothing_has_no_buttons_of_its_own(desk: Desk, typed: str) -> None:
    """Guidance and what the sources do not say have no evidence, nothing to share and nothing to judge."""
    assert pressed(desk, typed, share=True, thumbs=True) == ([], [])


def test_thumbs_take_the_place_of_the_menus_words(desk: Desk) -> None:
    """Where Slack's own feedback buttons stand, the menu does not repeat them."""
    answer = respond(desk, PRICE)
    frame = Frame(request_for(PRICE), digest=desk.edition.digest(answer.facts), thumbs=True)
    last = json.loads(json.dumps(list(controls(answer, frame))))[-1]
    assert last["type"] == "context_actions"
    assert read_choice(last["elements"][0]["positive_button"]["value"]) == Choice("helpful", f"amount {frame.digest}")
    assert "Helpful" not in pressed(desk, PRICE, thumbs=True)[1]


def test_who_shared_an_answer_can_take_it_back(desk: Desk) -> None:
    """A shared answer can be removed and not be shared again."""
    assert pressed(desk, "summary", share=True, sharer="U1")[0] == ["Evidence", "Remove"]


def test_no_answer_has_more_than_six_controls() -> None:
    """Paging, three buttons and the menu, whatever is asked of the real records."""
    desk = real_desk()
    crowds = {typed: len(pressed(desk, typed, share=True)[0]) for typed in requests(desk)}
    assert max(crowds.values()) <= 5


def test_a_share_carries_what_the_facts_said(desk: Desk) -> None:
    """The button knows the page and the digest of the facts that were shown."""
    answer = respond(desk, "summary")
    message = render(answer, Frame(request_for("summary"), share=True, digest=desk.edition.digest(answer.facts)))
    value = next(
        element["value"]
        for block in json.loads(json.dumps(message.blocks))
        for element in block.get("elements", [])
        if element.get("action_id") == "share"
    )
    assert Request.model_validate_json(value) == Request(text="summary", digest=desk.edition.digest(answer.facts))

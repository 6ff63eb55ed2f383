"""Is each page of the evidence a dialog that Slack takes, and is nothing of it lost?"""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from bot.answer import Answer
from bot.blocks import Exhibit, Modal
from bot.blocks.sheet import render_sheet
from tests.blocks.everything import MARKUP, crowded
from tests.blocks.judge import texts, view_slips
from tests.desks import real_desk


def leaves(answer: Answer, exhibit: Exhibit) -> Iterator[Modal]:
    """All pages, as somebody sees them who goes on."""
    view = render_sheet(answer, exhibit, {})
    yield view
    while nexts := [
        element["value"]
        for block in json.loads(json.dumps(view["blocks"]))
        for element in block.get("elements", [])
        if element.get("action_id") == "leaf_next"
    ]:
        view = render_sheet(answer, Exhibit.model_validate_json(nexts[0]), {})
        yield view


def test_the_evidence_of_every_fact_is_taken() -> None:
    """Each fact of the real records and each source's card has a dialog within all limits."""
    desk = real_desk()
    for fact in desk.store.facts:
        exhibit = Exhibit(facts=(fact,))
        assert [found for view in leaves(desk.evidence(fact), exhibit) for found in view_slips(dict(view))] == []
    for source in desk.store.sources:
        exhibit = Exhibit(source=source)
        assert [found for view in leaves(desk.source(source), exhibit) for found in view_slips(dict(view))] == []


@pytest.mark.parametrize(
    ("text", "positions"),
    [(MARKUP, 40), ("שלום <!here> عالم ", 40), ("x", 200), ("&" * 3_000, 2), ("word " * 600, 2)],
)
def test_harsh_evidence_comes_in_pages(text: str, positions: int) -> None:
    """Markup in every field, very long names and many positions come in dialogs that Slack takes."""
    views = list(leaves(crowded(text, positions), Exhibit(facts=("amount",))))
    assert [found for view in views for found in view_slips(dict(view))] == []
    assert len(views) > 1


def test_one_can_choose_among_several_facts() -> None:
    """A menu of the questions stands on top, with the shown one chosen; for one fact or for a source there is none."""
    desk = real_desk()
    questions = {fact: desk.store.facts[fact].question for fact in ("amount", "stake")}
    exhibit = Exhibit(facts=("amount", "stake"), fact="stake")
    view = json.loads(json.dumps(render_sheet(desk.evidence("stake"), exhibit, questions)))
    menu = view["blocks"][0]["elements"][0]
    assert menu["initial_option"]["value"] == "stake"
    assert [option["value"] for option in menu["options"]] == ["amount", "stake"]
    single = render_sheet(desk.evidence("stake"), Exhibit(facts=("stake",)), {"stake": questions["stake"]})
    assert single["blocks"][0]["type"] == "header"


def test_a_fact_that_is_gone_is_not_chosen() -> None:
    """Where the first fact of an answer was left out of the records since, its menu offers the others."""
    desk = real_desk()
    questions = {fact: desk.store.facts[fact].question for fact in ("amount", "stake")}
    view = render_sheet(desk.why("melted"), Exhibit(facts=("melted", "amount", "stake")), questions)
    menu = json.loads(json.dumps(view))["blocks"][0]["elements"][0]
    assert "initial_option" not in menu
    assert view_slips(dict(view)) == []


def test_each_article_leads_to_its_card() -> None:
    """Beside the name of each article that speaks stands a button, whose spoken label names the source."""
    view = json.loads(json.dumps(render_sheet(real_desk().evidence("valuation"), Exhibit(facts=("valuation",)), {})))
    cards = [block["accessory"] for block in view["blocks"] if "accessory" in block]
    assert [Exhibit.model_validate_json(card["value"]).source for card in cards] == ["001", "002"]
    assert [card["accessibility_label"] for card in cards] == ["About source 001", "About source 002"]
    assert any("29 billion" in text for text in texts(view["blocks"]))

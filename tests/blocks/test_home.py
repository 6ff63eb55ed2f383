"""Does Slack take the Home tab, and does it say in words what somebody needs to know?"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from bot.blocks import Exhibit, Look
from bot.blocks.home import render_home
from bot.desk import Desk
from tests.blocks.judge import texts, view_slips
from tests.desks import desk_of, real_desk
from tests.sample.records import Records


@pytest.fixture
def desk(records: Records) -> Desk:
    return desk_of(records)


def home(desk: Desk, look: Look | None = None) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(json.dumps(render_home(desk, look or Look())))
    return made


@pytest.mark.parametrize("look", [Look(), Look(named=True, brief=True)])
def test_home_is_taken(desk: Desk, look: Look) -> None:
    """For the sample and the real records, whatever somebody has chosen."""
    assert view_slips(home(desk, look)) == []
    assert view_slips(home(real_desk(), look)) == []


def test_however_many_sources_there_are_all_of_them_are_named(desk: Desk) -> None:
    """Where one line does not hold them, they stand on several; a title that is too long ends visibly."""
    source = next(iter(desk.store.sources.values()))
    many = {
        f"{number:03}": source.model_copy(update={"id": f"{number:03}", "label": "R&D " * 20}) for number in range(90)
    }
    deal = desk.store.deal.model_copy(update={"title": "Harbour " * 30})
    made = home(Desk(replace(desk.store, sources=many, deal=deal), desk.language))
    assert view_slips(made) == []
    assert made["blocks"][0]["text"]["text"].endswith("…")
    said = " ".join(texts(made["blocks"]))
    assert all(f"*{number}*" in said for number in many)


def test_headlines_say_where_sources_part(desk: Desk) -> None:
    """Each headline stands with its sources, and a disagreement is told in words."""
    said = [text.replace("\N{NO-BREAK SPACE}", " ") for text in texts(home(desk)["blocks"])]
    amount = next(text for text in said if text.startswith("Harbour Mills invests"))
    assert "[011 ¶2]" in amount
    assert "_(sources disagree)_" in amount
    assert any("Sources disagree (minor)" in text for text in said)
    assert desk.edition.told in " ".join(said)


def test_each_line_leads_to_its_evidence(desk: Desk) -> None:
    """The button beside a fact opens that fact, and its spoken label names it."""
    beside = [block["accessory"] for block in home(desk)["blocks"] if "accessory" in block]
    pressed = [control for control in beside if control["type"] == "button"]
    shown = [Exhibit.model_validate_json(control["value"]).facts[0] for control in pressed]
    assert shown[: len(desk.store.deal.headlines)] == list(desk.store.deal.headlines)
    named = [control["accessibility_label"] for control in pressed]
    assert all(desk.store.facts[fact].question[:20] in name for fact, name in zip(shown, named, strict=True))


def test_settings_show_what_was_chosen(desk: Desk) -> None:
    """Sources go by name on Home too, and the menus stand at what somebody chose."""
    made = home(desk, Look(named=True, brief=True))
    menus = [
        block["accessory"] for block in made["blocks"] if block.get("accessory", {}).get("type") == "static_select"
    ]
    assert [menu["initial_option"]["value"] for menu in menus] == ["names", "short"]
    assert any("[Signed Deal" in text for text in texts(made["blocks"]))

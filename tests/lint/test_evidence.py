"""Does a text give a value, as the linter reads it?"""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.lint.evidence import bears, counts, cues, figures, same_figure
from bot.lint.material import Material
from bot.record import Kind, ReadingRecord
from tests.sample.records import Records, language


@pytest.fixture
def material(tmp_path: Path) -> Material:
    return Records(tmp_path).material()


@pytest.mark.parametrize(
    ("kind", "text", "written"),
    [
        (Kind.MONEY, "over $2 billion for 25%", ["over $2 billion"]),
        (Kind.PERCENT, "over $2 billion for 25%", ["25%"]),
        (Kind.NUMBER, "about 900 people since 2011", ["about 900"]),
        (Kind.DATE, "about 900 people since 2011", ["2011"]),
        (Kind.TEXT, "over $2 billion for 25%", []),
    ],
)
def test_only_figures_of_the_kind_count(material: Material, kind: Kind, text: str, written: list[str]) -> None:
    """A sum is no percentage, a year no number, and own words have no figures."""
    assert [hit.figure.as_written for hit in figures(material, kind, text)] == written


def test_a_figure_in_a_name_counts_nothing(tmp_path: Path) -> None:
    """A product called Kestrel 9 is not nine of anything."""
    records = Records(tmp_path)
    records.edit("entities.yaml", "names: [Kestrel Robotics, Kestrel]", "names: [Kestrel Robotics, Kestrel, Kestrel 9]")
    assert figures(records.material(), Kind.NUMBER, "the Kestrel 9 carries 40 boxes")[0].figure.as_written == "40"


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("about $2.1 billion", "roughly $2.1 billion", True),
        ("$14–15 billion", "$14-$15 billion", True),
        ("$2,000 million", "2 billion dollars", True),
        ("over $2 billion", "$2 billion", False),
        ("at least $2 billion", "over $2 billion", False),
        ("about $2 billion", "nearly $2 billion", False),
        ("$2 billion", "€2 billion", False),
        ("$2 billion", "$2 million", False),
        ("a few dollars", "a few dollars", True),
        ("a few dollars", "several dollars", False),
    ],
)
def test_figures_are_the_same_in_amount_hedge_and_unit(one: str, two: str, same: bool) -> None:
    """Other words for the same hedge are the same; another hedge, bound, scale or currency is not."""
    (left,), (right,) = (language().quantities.read(text) for text in (one, two))
    assert same_figure(left.quantity, right.quantity) is same
    assert same_figure(right.quantity, left.quantity) is same


@pytest.mark.parametrize(
    ("unit", "text", "named"),
    [
        ("people", "employs 900 people", True),
        ("years", "a 27-year-old", True),
        ("years", "for two consecutive years.", True),
        ("robots", "900 people", False),
        ("years", "2 yearlings", False),
        ("delivery robots", "40 robots for delivery", True),
    ],
)
def test_what_is_counted_stands_in_the_text(unit: str, text: str, named: bool) -> None:
    """Singular or plural, alone or within a hyphenated word, but not within another word."""
    assert counts(unit, text) is named


def test_cues_are_whole_words() -> None:
    """A cue inside a hyphenated word is none."""
    reading = ReadingRecord.model_validate({"label": "founder", "cues": ["founder", "set it up"]})
    assert len(cues(reading, "the founder, who set it up")) == 2
    assert cues(reading, "a co-founder who set its tone") == []


@pytest.mark.parametrize(
    ("fact", "text", "answer"),
    [
        ("amount", "A sum of over $2 billion, or $3 billion", True),
        ("amount", "A sum of $2 billion", False),
        ("founded-when", "It began in 2011 or 2012", True),
        ("clients", "Oakline, Northgate and Harbour Mills", True),
        ("clients", "Oakline alone", False),
        ("fenn-scope", "She gets all of its robot work and more", True),
        ("fenn-scope", "She gets parts of the robot work", False),
        ("haste", "It hurries", None),
    ],
)
def test_a_sentence_may_give_more_than_the_value(material: Material, fact: str, text: str, answer: bool | None) -> None:
    """Unlike a quote, a place in `also` may hold other values too; own words cannot be looked for."""
    claim = material.store.facts[fact].all_claims[0]
    assert bears(material, material.store.facts[fact], claim, text) is answer

"""Do the rules leave alone what is right, and not depend on the order of the records?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from bot.lint import problems
from tests.sample.records import Records

Edit = tuple[str, str, str]

RIGHT: dict[str, tuple[Edit, ...]] = {
    "a cue of another reading inside a longer cue of the claimed one": (
        ("company.yaml", "cues: [all of its robot work]", "cues: [all of its robot work, robot work]"),
    ),
    "a hedge in other words": (("terms.yaml", "value: about $2.1 billion", "value: around $2.1 billion"),),
    "a cue that lies in a hyphenated word": (
        ("company.yaml", "cues: [founder, founded]", "cues: [founder, founded, co]"),
    ),
    "a quote with other marks and capitals": (
        ("company.yaml", '"lead parts of the robot work"', '"Lead  parts of the robot work"'),
    ),
    "a figure of another kind in the quote": (
        ("terms.yaml", '"is paying $2 billion for"', '"is paying $2 billion for a 25%"'),
    ),
    "a word of doubt in a claim that is marked": (("company.yaml", "speculation", "forecast"),),
    "an entity of `about` in the quote": (
        (
            "company.yaml",
            '"Northgate is a"',
            '"in Kestrel Robotics, “the quiet one” among robot makers. Northgate is a"',
        ),
    ),
    "two facts with the same quote": (
        ("company.yaml", '"employs about 900 people"', '"founded in 2011 by Ida Fenn and employs about 900 people"'),
    ),
}


@pytest.mark.parametrize("edits", RIGHT.values(), ids=RIGHT.keys())
def test_what_is_right_is_not_reported(tmp_path: Path, edits: tuple[Edit, ...]) -> None:
    """The linter is strict and not fussy: these variants pass the full check."""
    records = Records(tmp_path)
    for name, old, new in edits:
        records.edit(name, old, new)
    records.stamp()
    assert [str(problem) for problem in records.check(full=True).problems] == []


def test_a_waiver_says_why(tmp_path: Path) -> None:
    """A word of doubt that stands before the quote and governs something else is waived by `why`."""
    records = Records(tmp_path)
    quote = '"may slow Kestrel Robotics down", modality: speculation'
    records.edit("company.yaml", quote, '"slow Kestrel Robotics down"')
    records.stamp()
    assert records.codes(full=True) == {"M002"}
    records.edit(
        "company.yaml", '"slow Kestrel Robotics down"', '"slow Kestrel Robotics down", why: "it is slow already"'
    )
    assert records.check(full=True).problems == []


@pytest.mark.parametrize("turned", [reversed, sorted], ids=["reversed", "sorted"])
def test_the_order_of_the_records_makes_no_difference(tmp_path: Path, turned: Callable[[list[str]], list[str]]) -> None:
    """The same problems are told whatever comes first in the files."""
    records = Records(tmp_path)
    records.edit("terms.yaml", "value: $8 billion", "value: $9 billion")
    records.edit("entities.yaml", "names: [Oakline]", "names: [Oakline, Fenn]")
    material = records.material()
    facts = {name: material.store.facts[name] for name in turned(list(material.store.facts))}
    entities = {name: material.store.entities[name] for name in turned(list(material.store.entities))}
    other = replace(material, store=replace(material.store, facts=facts, entities=entities))
    assert problems(other) == problems(material) != []


def test_a_broken_record_is_not_blamed_on_those_that_refer_to_it(tmp_path: Path) -> None:
    """A fact, entity or source that cannot be read is told once; what names it is not at fault."""
    records = Records(tmp_path)
    records.edit("terms.yaml", "kind: percent", "kind: share")
    records.edit("entities.yaml", "names: [Oakline]", "name: Oakline")
    records.edit("012.yaml", "label: Short Overview", "label:")
    codes = {problem.code for problem in records.check().problems}
    assert "Y006" in codes
    assert codes.isdisjoint({"I001", "I002", "I007", "I009", "G002"})

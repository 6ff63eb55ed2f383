"""Is it found for which words of a text the facts that it speaks of do not account?"""

from __future__ import annotations

import pytest

from bot.statement.subject import SubjectReader
from tests.desks import real_desk
from tests.sample.records import language

LEFTOVERS = SubjectReader(real_desk().store, real_desk().asker, language().words).leftovers


@pytest.mark.parametrize(
    ("text", "facts", "left"),
    [
        ("Meta takes a stake in Scale AI", ["stake"], ()),
        ("Meta takes a stake in Scale AI, subject to antitrust clearance", ["stake"], ("antitrust", "clearance")),
        ("Amazon joined the Series F", ["series-f-name"], ("amazon",)),
        ("amazon joined the series f", ["series-f-name"], ("amazon",)),
        ("The Amazonian joined the Series F", ["series-f-name"], ("amazonian",)),
        (
            "Meta takes a stake and her finance chief sits upstairs",
            ["stake"],
            ("chief",),
        ),
    ],
)
def test_specific_words_that_no_fact_has_are_left(text: str, facts: list[str], left: tuple[str, ...]) -> None:
    """So are names that only questions hold; where most words are left, all that are count, however common."""
    assert set(LEFTOVERS.of(text, facts)) >= set(left)
    assert bool(LEFTOVERS.of(text, facts)) is bool(left)


def test_a_word_is_accounted_for_by_any_of_the_facts() -> None:
    """What one fact does not know another may."""
    text = "Meta's stake carries no votes"
    assert LEFTOVERS.of(text, ["amount"])
    assert not LEFTOVERS.of(text, ["amount", "stake-votes"])


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("Sequoia owns a tenth", True),
        ("A tenth goes to Sequoia", True),
        ("Meta owns a tenth", False),
        ("Whoever owns a tenth", False),
        ("BREAKING NEWS FROM SEQUOIA", False),
    ],
)
def test_a_name_of_which_the_records_know_nothing_is_seen(text: str, unknown: bool) -> None:
    """A capital tells a name, but not in a headline of capitals, and at the head only for a rare word."""
    assert LEFTOVERS.unknown_name(text) is unknown

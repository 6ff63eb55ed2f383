"""Are the deal's entities found where a text names them, and only there?"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.lint.names import NameFinder
from bot.problem import Place
from bot.record import Entity


def entity(name: str, *names: str) -> Entity:
    return Entity(id=name, place=Place("entities.yaml", 1), kind="company", names=names, misspellings=("Tidde",))


FINDER = NameFinder(
    [
        entity("tide", "Tide", "Tide Works"),
        entity("tide-crew", "Tide Works' crews", "gig crews"),
        entity("pier-nine", "Pier 9", "Pier"),
        entity("am", "A&M Co."),
    ]
)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Tide and Pier 9", {"tide", "pier-nine"}),
        ("a rising tide", set()),
        ("Tide Works' crews went home", {"tide-crew"}),
        ("Tide Works’ crews went home", {"tide-crew"}),
        ("Gig Crews went home", {"tide-crew"}),
        ("Tide's price", {"tide"}),
        ("Tidewater", set()),
        ("the post-Tide years", set()),
        ("Tidde", set()),
        ("bought by A&M Co.", {"am"}),
    ],
)
def test_names_are_found_with_their_capitals_and_the_longest_first(text: str, ids: set[str]) -> None:
    """A company is no common word, a longer name hides the shorter one in it, and misspellings are for people."""
    assert FINDER.ids(text) == ids


def test_names_come_in_the_order_of_the_text() -> None:
    """Each place is told, also of a name that comes twice."""
    assert [named.id for named in FINDER.find("Pier, Tide, Pier 9")] == ["pier-nine", "tide", "pier-nine"]


def test_figures_in_names_can_be_blanked() -> None:
    """What counts nothing is taken out without moving the rest."""
    assert FINDER.without_names("at Pier 9 are 12 crews") == "at        are 12 crews"


@settings(deadline=None)  # a busy machine is slow, not wrong
@given(st.lists(st.sampled_from(["Tide", "Pier 9", "gig crews", "and", "9", "x"])).map(" ".join))
def test_blanking_keeps_places_and_leaves_no_name(text: str) -> None:
    """The text stays as long as it was, and holds no name any more."""
    blanked = FINDER.without_names(text)
    assert len(blanked) == len(text)
    assert FINDER.find(blanked) == []

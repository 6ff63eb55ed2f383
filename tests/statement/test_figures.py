"""Is each figure and date of a clause linked with the fact that it is a figure of?"""

from __future__ import annotations

import pytest

from bot.desk import Desk
from bot.statement.clauses import Clause
from bot.statement.figures import FigureLinker, Figures
from bot.statement.subject import Before, SubjectReader
from tests.desks import real_desk

DESK: Desk = real_desk()
SUBJECTS = SubjectReader(DESK.store, DESK.asker, DESK.language.words)
LINKER = FigureLinker(DESK.store, DESK.language, DESK.asker, DESK.assertions, SUBJECTS)


def figures(text: str, before: Before | None = None) -> Figures:
    return LINKER.link(SUBJECTS.read(Clause(text, text, (), 0), before or Before()))


def linked(text: str, before: Before | None = None) -> dict[str, str]:
    return {item.fact: item.value.as_written for item in figures(text, before).linked}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Meta invests $20 billion in Scale AI", {"amount": "$20 billion"}),
        ("Meta invests 20bn in Scale AI", {"amount": "20bn"}),
        ("Meta buys 30% of Scale AI for $20 billion", {"stake": "30%", "amount": "$20 billion"}),
        ("Scale AI was founded in 2010", {"founded-when": "2010"}),
        ("Meta wants one of the best", {}),
        ("Llama 4 disappoints", {}),
    ],
)
def test_each_figure_has_a_fact_of_its_kind(text: str, facts: dict[str, str]) -> None:
    """A bare sum is money, a year a date; the "one" of an article and the figure in a name are none."""
    assert linked(text) == facts


def test_a_figure_without_a_fact_is_told_with_what_it_counts() -> None:
    """The text around it is given back, and the stems of the words behind it, which tell of nothing else."""
    found = figures("Scale AI has 900 parking lots")
    assert found.linked == ()
    assert found.unlinked == ("Scale AI has 900 parking lots",)
    assert {"park", "lot"} <= found.counted


def test_a_figure_of_another_year_is_not_the_facts() -> None:
    """What is said of a year that the fact does not know is said of something else."""
    assert "valuation-2024" not in linked("In 2019 Scale AI was valued at $13.8 billion")


def test_a_figure_without_a_subject_goes_on_with_what_was_spoken_of() -> None:
    """Of the facts of the clause before the one of its kind is meant, where the words bring no other subject."""
    before = Before(("meta", "scale-ai"), ("amount",))
    assert linked("it is $14 billion", before) == {"amount": "$14 billion"}
    assert linked("the parking lot is $14 billion", before) == {}

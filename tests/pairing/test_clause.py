"""Do the words between two figures go to the one they belong to?"""

from __future__ import annotations

import pytest

from bot.store import Language
from tests.pairing.pages import clauses_of


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("It sold 3 albums in Japan, 4 in Spain.", ["It sold albums in Japan", "in Spain"]),
        ("a rating of 58% based on 90 reviews", ["a rating of", "based on reviews"]),
        ("3 cases in Kent and 4 in Essex", ["cases in Kent", "and in Essex"]),
        ("3 albums 4 singles", ["albums", "albums singles"]),
        ("It has 3 albums. He has 4 songs.", ["It has albums", "He has songs"]),
        ("China ($5 million), Russia ($2 million)", ["China", "Russia"]),
        ("no figure", []),
    ],
)
def test_each_figure_has_the_words_of_its_clause(text: str, clauses: list[str], language: Language) -> None:
    """A comma, a word that begins a clause or the end of a sentence parts two figures; else they share the words."""
    page, found = clauses_of(text, language)
    assert [" ".join(page.words(clause.whole)) for clause in found] == clauses


def test_the_head_of_a_sentence_is_shared(language: Language) -> None:
    """Every figure of a sentence has what it says before the first one, and knows whether it is the first."""
    page, found = clauses_of("The firm sold 3 cars, 4 vans. It lost 2.", language)
    assert [" ".join(page.words(clause.head)) for clause in found] == ["The firm sold", "The firm sold", "It lost"]
    assert [clause.follows for clause in found] == [False, True, False]

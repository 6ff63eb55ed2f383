"""Is it told what a figure counts or measures?"""

from __future__ import annotations

import pytest

from bot.pairing.vocabulary import Vocabulary
from bot.pairing.wording import Wording, WordingReader
from bot.store import Language
from tests.pairing.pages import clauses_of


@pytest.fixture(scope="module")
def reader(language: Language, vocabulary: Vocabulary) -> WordingReader:
    return WordingReader(language.words.pairs, vocabulary)


def wording(text: str, reader: WordingReader, language: Language, before: Wording | None = None) -> Wording:
    page, clauses = clauses_of(text, language)
    return reader.read(page, clauses[0], before)


@pytest.mark.parametrize(
    ("text", "counted", "heads"),
    [
        ("It has 300 confirmed Covid-19 cases in Kent", ["confirmed", "covid", "cases"], ["cases"]),
        ("67 of the counties", ["counties"], ["counties"]),
        ("The confirmed cases reached 534", ["cases", "confirmed"], ["cases"]),
        ("a population of 5,000", ["population"], ["population"]),
        ("against its budget of $5 million", ["budget"], ["budget"]),
        ("a $5 million budget", ["budget"], ["budget"]),
        ("It has a 65% approval rating", ["approval", "rating"], ["rating"]),
        ("It has 20 confirmed staff", ["confirmed", "staff"], ["staff"]),
    ],
)
def test_what_is_counted_stands_behind_or_before_a_figure(
    text: str, counted: list[str], heads: list[str], reader: WordingReader, language: Language
) -> None:
    """A number counts the noun behind it; where none follows, and for all else, the words before it tell."""
    found, keys = wording(text, reader, language), Vocabulary(language.words.pairs).keys
    assert (found.counted, found.heads) == (keys(counted), keys(heads))


def test_a_figure_without_a_noun_counts_what_the_one_before_counts(
    reader: WordingReader, language: Language, vocabulary: Vocabulary
) -> None:
    """As in "300 cases, 200 in the north": the noun is not said twice."""
    before = wording("300 cases", reader, language)
    assert wording("200 in the north", reader, language, before).counted == vocabulary.keys(["cases"])


def test_words_weigh_the_more_the_nearer_they_belong(
    reader: WordingReader, language: Language, vocabulary: Vocabulary
) -> None:
    """What is counted, the rest of the clause, the head of the sentence, and what is not there."""
    page, clauses = clauses_of("Kestrel says it sold 300 boats, 20 vans in Kent", language)
    found = reader.read(page, clauses[1], None)
    keys = [next(iter(vocabulary.keys([word]))) for word in ("vans", "Kent", "Kestrel", "boats")]
    assert [found.weight(key) for key in keys] == [3, 2, 1, 0]
    assert keys[2] in found.names
    assert keys[2] not in found.telling
    assert keys[2] not in found.own
    assert keys[2] in found.all


def test_ideas_are_told_from_other_words(reader: WordingReader, language: Language) -> None:
    """Where a measure is an idea of the list, two measures can be told apart."""
    budget, gross = wording("a budget of $5", reader, language), wording("It grossed $6", reader, language)
    assert budget.ideas
    assert gross.ideas
    assert not budget.ideas & gross.ideas


@pytest.mark.parametrize(
    ("text", "is_name"),
    [
        ("the film Heights 3 earned", True),
        ("the Hot 100 chart", True),
        ("in Kent 300 people died", False),
        ("the Heights over 3 earned", False),
        ("Heights 3", False),
        ("it sold 3", False),
        ("costs Kestrel $3", False),
    ],
)
def test_a_bare_figure_behind_a_capital_is_part_of_a_name(
    text: str, is_name: bool, reader: WordingReader, language: Language
) -> None:
    """Unless it is bounded, measures something, opens the sentence or counts a plural."""
    page, clauses = clauses_of(text, language)
    assert [reader.is_name(page, clause) for clause in clauses] == [is_name]

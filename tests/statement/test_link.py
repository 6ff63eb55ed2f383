"""Is a clause linked with the facts that it speaks of, and with what it asserts on each?"""

from __future__ import annotations

import pytest

from bot.statement import Checker
from tests.desks import real_desk

CHECKER: Checker = real_desk().checker


def linked(text: str) -> dict[str, tuple[str, bool]]:
    found = (item.assertion for clause in CHECKER.check(text).clauses for item in clause.found)
    return {assertion.fact: (assertion.value.as_written, assertion.denied) for assertion in found}


@pytest.mark.parametrize(
    ("text", "fact", "figure"),
    [
        ("Meta invests $20 billion in Scale AI", "amount", "$20 billion"),
        ("Meta buys a third of the shares of Scale AI for $20 billion", "amount", "$20 billion"),
        ("Scale AI is valued at $20 billion in the deal", "valuation", "$20 billion"),
        ("scale is now worth 20bn", "valuation", "20bn"),
        ("Wang, aged 30, leads Scale AI", "wang-age", "30"),
        ("Scale AI has existed since 2010", "founded-when", "2010"),
        ("Revenue of $9 billion is projected for Scale AI", "projected-revenue", "$9 billion"),
    ],
)
def test_a_figure_is_linked_with_the_fact_it_speaks_of(text: str, fact: str, figure: str) -> None:
    """By the words around it, those right beside it first; a currency may be missing."""
    assert linked(text)[fact] == (figure, False)


def test_two_figures_of_a_kind_go_to_two_facts() -> None:
    """Each figure has the fact that fits it best, and no fact has two."""
    found = linked("Meta buys 30% of Scale AI for $20 billion at a valuation of $66 billion")
    assert found["amount"][0] == "$20 billion"
    assert found["valuation"][0] == "$66 billion"
    assert found["stake"][0] == "30%"


@pytest.mark.parametrize(
    "text",
    [
        "Sequoia owns 10% of Scale AI",
        "Meta's shares closed 3% higher on the news",
        "Scale AI has 900 full-time staff",
        "Meta will own all of it by 2030",
    ],
)
def test_a_figure_of_something_else_is_linked_with_nothing(text: str) -> None:
    """Of another's share, of a price, of people nobody counts, of a day nobody names no fact is spoken."""
    assert not any(item[0][0].isdigit() for item in linked(text).values())


@pytest.mark.parametrize(
    ("text", "fact", "asserted"),
    [
        ("Wang keeps a seat on the board of Scale AI", "wang-board", ("stays", False)),
        ("Wang surrenders his board seat at Scale AI", "wang-board", ("stays", True)),
        ("Wang severs all ties with Scale AI", "wang-board", ("leaves", False)),
        ("Meta's shares carry no votes", "stake-votes", ("non-voting", False)),
        ("OpenAI is a customer of Scale AI", "openai-relation", ("client", False)),
        ("Microsoft is among the clients of Scale AI", "clients", ("microsoft", False)),
    ],
)
def test_phrases_and_names_tell_what_is_asserted(text: str, fact: str, asserted: tuple[str, bool]) -> None:
    """A verb of loss denies what it stands before."""
    assert linked(text)[fact] == asserted


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("The finance chief sits on the board of Scale AI", "wang-board"),
        ("Meta had no money in it before the deal", "llama-4-order"),
        ("Droege hopes to become the permanent CEO of Scale AI", "droege-post"),
        ("OpenAI has stopped working with Scale AI", "rivals-access=open"),
    ],
)
def test_who_is_not_named_and_what_is_not_said_is_not_linked(text: str, fact: str) -> None:
    """People and products must be named, and neither a wish nor an open question is a fact."""
    name, _, reading = fact.partition("=")
    assert name not in linked(text) or (reading and linked(text)[name][0] != reading)


def test_a_clause_goes_on_with_the_one_before() -> None:
    """A pronoun means the person before, and the words of the sentence help to understand a figure."""
    assert linked("Wang steps down as CEO, but stays on the board of Scale AI")["wang-board"] == ("stays", False)
    found = linked("After the round in spring 2024, Scale AI was valued at $13.8 billion")
    assert found["valuation-2024"][0] == "$13.8 billion"


def test_what_stands_beside_an_insertion_is_linked_too() -> None:
    """A piece that is read with the one before is searched again for what that one does not account for."""
    found = linked("Scale AI has named Droege, known for co-founding Uber Eats, as its permanent chief executive.")
    assert found["droege-post"] == ("permanent", False)


def test_what_is_credited_to_sources_is_asserted_of_each() -> None:
    """One assertion for each source that is named."""
    (clause,) = CHECKER.check("According to 002 and 003, Meta takes 49% of Scale AI.").clauses
    assert {item.assertion.source for item in clause.found} == {"002", "003"}

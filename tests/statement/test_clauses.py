"""Are texts cut where one assertion ends, and is it read whom each credits?"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.statement.clauses import MARKS, ClauseReader
from tests.desks import real_desk
from tests.sample.records import language

READER = ClauseReader(language().words.statements, real_desk().store.sources, language())


def cut(text: str) -> list[str]:
    return [clause.written.strip(MARKS) for clause in READER.read(text)]


def credited(text: str) -> list[tuple[str, ...]]:
    return [clause.sources for clause in READER.read(text)]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("The mill pays. The robots work.", ["The mill pays.", "The robots work."]),
        ("The mill pays, and the robots work.", ["The mill pays", "and the robots work."]),
        ("The mill pays but the robots rest", ["The mill pays", "but the robots rest"]),
        ("It pays between $2 and $3 billion", ["It pays between $2 and $3 billion"]),
        ("It pays $2,000, $3,000 and more", ["It pays $2,000", ", $3,000".strip(MARKS), "and more"]),
        ("Mr. Fenn pays. Dr. Holt waits.", ["Mr. Fenn pays.", "Dr. Holt waits."]),
        ("For the newsletter: the mill pays", ["the mill pays"]),
        ("In 3 words: the mill pays", ["In 3 words: the mill pays"]),
        ("The mill pays (the robots rest)", ["The mill pays", "(the robots rest)"]),
        (" \n ... ", []),
    ],
)
def test_a_text_is_cut_at_sentences_and_joints(text: str, clauses: list[str]) -> None:
    """Figures with "and" or a comma are one, titles end no sentence, and what leads in is left out."""
    assert cut(text) == clauses


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("The mill pays", [()]),
        ("According to 001, the mill pays", [("001",)]),
        ("The mill pays, according to 001 and 002", [("001", "002")]),
        ("The mill pays, 000 says.", [("000",)]),
        ("The mill pays [002]", [("002",)]),
        ("The mill pays 001,000 dollars", [()]),
        ("001 says that the mill pays, but according to 003, it waits", [("001",), ("003",)]),
        ("In the words of Blockbuster Investment the mill pays", [("001",)]),
    ],
)
def test_whom_a_clause_credits_is_read(text: str, sources: list[tuple[str, ...]]) -> None:
    """A source is credited by number or label, before or behind; the digits of a figure credit nobody."""
    assert credited(text) == sources


def test_what_is_checked_has_no_credit_in_it() -> None:
    """The words that name a source assert nothing; they stay in what is shown."""
    (clause,) = READER.read("According to 001, the mill pays")
    assert (clause.written, clause.text) == ("According to 001, the mill pays", "the mill pays")


def test_joined_pieces_keep_the_comma_between_them() -> None:
    """A figure behind a comma is not taken for one that counts the next word."""
    first, second = READER.read("At 35, she leads")
    assert first.joined(second).text == "At 35, she leads"


@settings(deadline=None, max_examples=80)
@given(st.text(alphabet="ab1,.;:()-– \nAB$%", max_size=80))
def test_clauses_come_in_order_and_hold_nothing_else(text: str) -> None:
    """Every clause is a piece of the text, one behind the other."""
    place = 0
    for written in cut(text):
        place = text.index(written, place) + len(written)

"""Is each clause judged by all that it asserts, and a text by the worst of its clauses?"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.comparison import Judgement
from bot.statement import LONGEST, MOST, Checker
from bot.value import Quantity
from bot.value.written import write_figure
from tests.desks import real_desk

CHECKER: Checker = real_desk().checker
STORE = real_desk().store
FIGURES = sorted(
    (fact.id, number)
    for fact in STORE.facts.values()
    for number, claim in enumerate(fact.all_claims)
    if isinstance(claim.value, Quantity) and claim.value.interval is not None and claim.value.interval.low
)


@pytest.mark.parametrize(
    ("text", "judgement"),
    [
        ("Meta takes 49% of Scale AI.", Judgement.SUPPORTED),
        ("Meta takes 51% of Scale AI.", Judgement.CONTRADICTED),
        ("The deal values Scale AI at $29 billion.", Judgement.DISPUTED),
        ("According to 001, the deal values Scale AI at $29 billion.", Judgement.SUPPORTED),
        ("According to 002, the deal values Scale AI at $29 billion.", Judgement.CONTRADICTED),
        ("According to 003, the deal values Scale AI at $29 billion.", Judgement.NOT_COVERED),
        ("Scale AI stays independent in part of its business in France.", Judgement.NOT_COVERED),
        ("Scale AI is completely independent of Meta.", Judgement.DISPUTED),
        ("Meta takes 49% of Scale AI, and Amazon took a stake as well.", Judgement.NOT_COVERED),
        ("Meta invests about $10 billion in Scale AI.", Judgement.DISPUTED),
        ("Scale AI's gig workers earn no more than a few dollars a day.", Judgement.SUPPORTED),
        (
            "Meta is investing about $15 billion, according to 002 and 003; 001 puts it at $14–15 billion",
            Judgement.SUPPORTED,
        ),
        ("Meta invests 20bn in Scale AI.", Judgement.CONTRADICTED),
        ("", Judgement.NOT_COVERED),
    ],
)
def test_a_text_is_judged_against_the_claims(text: str, judgement: Judgement) -> None:
    """By all sources, or by the one that is credited; what no source knows leaves it uncovered."""
    assert CHECKER.check(text).judgement is judgement


def test_the_worst_clause_decides_for_the_text() -> None:
    """One clause that is contradicted is enough, whatever else is borne out."""
    checked = CHECKER.check("Meta takes 49% of Scale AI, but Wang remains its CEO.")
    assert [clause.judgement for clause in checked.clauses] == [Judgement.SUPPORTED, Judgement.CONTRADICTED]
    assert checked.judgement is Judgement.CONTRADICTED


def test_a_piece_that_asserts_nothing_is_read_with_the_one_before() -> None:
    """It is no clause of its own, and hides nothing of what the one before asserts."""
    (clause,) = CHECKER.check("Wang, the founder of Scale AI, goes to Meta.").clauses[:1]
    assert set(clause.facts) >= {"founder-role"}


def test_what_is_too_long_is_told() -> None:
    """Neither more characters nor more clauses than the limits are checked, and the rest is given back."""
    many = "Meta takes 49% of Scale AI. " * (MOST + 2)
    checked = CHECKER.check(many)
    assert len(checked.clauses) == MOST
    assert checked.unchecked.count("49%") == 2
    assert CHECKER.check("x" * LONGEST + " and the rest").unchecked == " and the rest"


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(FIGURES))
def test_a_doubled_figure_never_comes_out_supported(known: tuple[str, int]) -> None:
    """Whatever a source gives, twice as much is not what it says."""
    fact = STORE.facts[known[0]]
    claim = fact.all_claims[known[1]]
    assert isinstance(claim.value, Quantity)
    assert claim.value.interval is not None
    assert claim.value.interval.low is not None
    doubled = write_figure(2 * claim.value.interval.low, claim.value.unit)
    said = sentence(fact.says, doubled)
    assert CHECKER.check(said).judgement is not Judgement.SUPPORTED
    assert CHECKER.check(f"According to {claim.citation.source}, {said}").judgement is not Judgement.SUPPORTED


def sentence(says: str, value: str) -> str:
    for entity in STORE.entities.values():
        says = says.replace(f"{{{entity.id}}}", entity.name)
    return says.replace("{value}", value) + "."


@pytest.mark.parametrize(
    ("text", "judgements"),
    [
        (
            "Jason Droege, a co-founder of Uber Eats, becomes permanent CEO.",
            [Judgement.SUPPORTED, Judgement.CONTRADICTED],
        ),
        ("Jason Droege, a co-founder of Uber Eats, leaves Scale AI.", [Judgement.SUPPORTED, Judgement.NOT_COVERED]),
        ("Meta, the parent company of Facebook, takes 49% of Scale AI.", [Judgement.SUPPORTED, Judgement.SUPPORTED]),
    ],
)
def test_an_insertion_hides_nothing_of_the_sentence_that_it_breaks(text: str, judgements: list[Judgement]) -> None:
    """A description between commas is a clause of its own, and what goes on behind it is judged too."""
    assert [clause.judgement for clause in CHECKER.check(text).clauses] == judgements


@pytest.mark.parametrize(
    ("text", "judgement"),
    [
        ("Meta has set up a superintelligence lab.", Judgement.NOT_COVERED),
        ("Meta's superintelligence lab has opened.", Judgement.NOT_COVERED),
        ("Meta's ambition is a superintelligence lab.", Judgement.SUPPORTED),
        ("Meta has completed its investment in Scale AI.", Judgement.NOT_COVERED),
        ("Regulators have already approved the deal.", Judgement.NOT_COVERED),
        ("OpenAI invested in Scale AI.", Judgement.NOT_COVERED),
        ("Meta takes a 49% voting stake in Scale AI.", Judgement.CONTRADICTED),
        ("Meta lags behind Google, OpenAI and Anthropic.", Judgement.SUPPORTED),
    ],
)
def test_what_no_source_rules_out_is_not_contradicted(text: str, judgement: Judgement) -> None:
    """An ambition is not a deed, and what can stand beside what the sources say is not covered rather than wrong."""
    assert CHECKER.check(text).judgement is judgement


def test_which_goes_on_with_what_was_named_last() -> None:
    """The figures of a round that somebody took part in are not taken for what they invest now."""
    text = "Meta took part in Scale AI's Series F, which raised $1 billion at $13.8 billion."
    assert [clause.judgement for clause in CHECKER.check(text).clauses] == [Judgement.SUPPORTED, Judgement.SUPPORTED]

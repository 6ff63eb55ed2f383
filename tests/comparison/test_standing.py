"""What does one source stand on, once the claims it makes on a fact are brought together?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.comparison import Standing, stand
from bot.fact import Claim, Fact, Value
from bot.record import Kind, Stage
from bot.value import Names, Reading
from tests.comparison.building import fact, says, when
from tests.comparison.strategies import SCOPES, facts, restatements


def standing(*given_values: str | Value, on: Fact | None = None) -> Standing:
    return stand("001", [says("001", value) for value in given_values], on or fact())


def told(result: Standing) -> tuple[list[str], list[tuple[str, str]], int]:
    """What is held, what restates what, and how many clashes there are."""
    restated = [(item.held.value.as_written, item.of.value.as_written) for item in result.restated]
    return [item.value.as_written for item in result.held], sorted(restated), len(result.clashes)


@pytest.mark.parametrize(
    ("claims", "held", "restated"),
    [
        (["$15B", "15 billion dollars"], ["$15B"], []),
        (["49%", "nearly half"], ["49%"], [("nearly half", "49%")]),
        (["$10 billion", "over $10 billion"], ["over $10 billion"], [("$10 billion", "over $10 billion")]),
        (["$10 billion", "nearly $10 billion"], ["nearly $10 billion"], [("$10 billion", "nearly $10 billion")]),
        (["$14 billion", "$14.3 billion"], ["$14.3 billion"], [("$14 billion", "$14.3 billion")]),
        (["$14–15 billion", "$15 billion"], ["$15 billion"], [("$14–15 billion", "$15 billion")]),
        (["over $10 billion", "$14–15 billion"], ["$14–15 billion"], [("over $10 billion", "$14–15 billion")]),
        (["billion-dollar", "$15 billion"], ["$15 billion"], [("billion-dollar", "$15 billion")]),
        (["$10 billion+", "$10 billion"], ["$10 billion"], [("$10 billion+", "$10 billion")]),
        (
            ["over $10 billion", "$10 billion", "$10 billion+"],
            ["over $10 billion"],
            [("$10 billion", "over $10 billion"), ("$10 billion+", "over $10 billion")],
        ),
        (
            ["over $5 billion", "over $10 billion", "$14 billion", "$14.3 billion"],
            ["$14.3 billion"],
            [
                ("$14 billion", "$14.3 billion"),
                ("over $10 billion", "$14.3 billion"),
                ("over $5 billion", "$14.3 billion"),
            ],
        ),
        (["$10–14 billion", "$12–16 billion"], ["$10–14 billion", "$12–16 billion"], []),
        (["€15 billion", "$15 billion"], ["€15 billion", "$15 billion"], []),
    ],
)
def test_the_more_exact_claim_stands_for_the_broader(
    claims: list[str], held: list[str], restated: list[tuple[str, str]]
) -> None:
    """What contains another claim of the source, or meets its rounding cell, restates it and is no position."""
    for order in (claims, claims[::-1]):
        result = told(standing(*order))
        assert (sorted(result[0]), result[1], result[2]) == (sorted(held), restated, 0)


@pytest.mark.parametrize(
    "claims",
    [
        ["$14 billion", "$15 billion"],
        ["about $28 billion", "$29 billion"],
        ["over $15 billion", "up to $10 billion"],
        ["over $10 billion", "$10 billion", "$12 billion"],
        ["49%", "a majority"],
    ],
)
def test_what_cannot_hold_together_is_a_clash(claims: list[str]) -> None:
    """Figures of one source that share nothing, not even a cell, contradict each other."""
    assert len(standing(*claims).clashes) == 1


def test_a_broader_claim_cannot_lift_a_clash() -> None:
    """What contains one of two clashing figures restates it, and the clash stays."""
    both, more = standing("$10 billion", "$12 billion"), standing("$10 billion", "$12 billion", "over $10 billion")
    assert (len(both.clashes), len(more.clashes)) == (1, 1)


def test_figures_that_round_to_each_other_in_a_circle_leave_one_standing() -> None:
    """A source that speaks always stands on something."""
    result = told(standing("$100 million", "$80 million", "over $80 million"))
    assert result[0]


def test_sets_of_one_source_are_united() -> None:
    """All names that a source gives, in whatever sentences, are one set."""
    on = fact(kind=Kind.ENTITIES)
    result = standing(Names.of("microsoft", "openai"), Names.of("openai", "nvidia"), on=on)
    assert [item.value for item in result.held] == [Names.of("microsoft", "nvidia", "openai")]
    assert len(result.held[0].claims) == 2
    assert stand("001", [], on).held == ()


@pytest.mark.parametrize(
    ("keys", "held", "clashes"),
    [
        (["part", "unit"], ["unit"], 0),
        (["part", "team"], ["team"], 0),
        (["part", "advice"], ["advice", "part"], 0),
        (["all", "part"], ["all", "part"], 1),
    ],
)
def test_a_narrower_reading_stands_for_the_wider(keys: list[str], held: list[str], clashes: int) -> None:
    """A wider reading restates the narrower one; readings that exclude each other clash."""
    on = fact(kind=Kind.READING, readings=SCOPES)
    result = told(standing(*map(Reading, keys), on=on))
    assert (sorted(result[0]), result[2]) == (held, clashes)


def test_rungs_do_not_restate_each_other() -> None:
    """On a fact of rungs each reading is a step of its own."""
    on = fact(kind=Kind.READING, readings=SCOPES, rungs=True)
    assert len(standing(Reading("part"), Reading("unit"), on=on).held) == 2


@pytest.mark.parametrize(
    ("dates", "held", "clashes"),
    [
        (["2024", "2024-21"], ["2024-21"], 0),
        (["2024-05-12", "2024-05"], ["2024-05-12"], 0),
        (["2024", "2025"], ["2024", "2025"], 1),
    ],
)
def test_a_more_precise_date_stands_for_the_coarser(dates: list[str], held: list[str], clashes: int) -> None:
    """A date that holds another of the same source restates it."""
    result = told(standing(*map(when, dates), on=fact(kind=Kind.DATE)))
    assert (result[0], result[2]) == (held, clashes)


def test_what_is_counted_otherwise_neither_restates_nor_clashes() -> None:
    """Figures on two bases, or qualified in two ways, are two things."""
    for left, right in (
        (says("001", "$5", per="day"), says("001", "$900", per="month")),
        (says("001", "49%", qualifier="non-voting"), says("001", "30%", qualifier="voting")),
        (says("001", "nearly half", qualifier="voting"), says("001", "49%", qualifier="non-voting")),
    ):
        result = stand("001", [left, right], fact())
        assert (len(result.held), result.restated, result.clashes) == (2, (), ())


def test_a_restatement_credits_its_qualifier() -> None:
    """What a source adds in the broader wording it has said of the exact figure too."""
    claims = [says("001", "49%"), says("001", "nearly half", qualifier="non-voting")]
    (item,) = stand("001", claims, fact()).held
    assert (item.value.as_written, *item.qualifiers) == ("49%", "non-voting")


def test_an_omitted_qualifier_is_not_guessed_where_a_source_has_two() -> None:
    """A claim without a qualifier restates nothing qualified if it cannot be told which of two is meant."""
    qualified = [says("001", "49%", qualifier="non-voting"), says("001", "30%", qualifier="voting")]
    assert len(stand("001", [*qualified, says("001", "nearly half")], fact()).held) == 3
    assert len(stand("001", [qualified[0], says("001", "nearly half")], fact()).held) == 1


def test_a_figure_of_the_talks_is_neither_restated_nor_contradicted_by_the_terms() -> None:
    """Before terms and after them, a source may say two things."""
    claims = [says("001", "$10B", stage=Stage.TALKS), says("001", "$15B", stage=Stage.ANNOUNCED)]
    result = stand("001", claims, fact(term=True))
    assert (len(result.held), result.restated, result.clashes) == (2, (), ())


@given(facts())
def test_whoever_speaks_stands_on_something(on: Fact) -> None:
    """Every claim is behind a held value or a restatement, and every restatement is of a held value."""
    for source, claims in on.claims.items():
        result = stand(source, claims, on)
        assert bool(result.held) == bool(claims)
        assert all(item.of in result.held for item in result.restated)
        behind = [claim for item in (*result.held, *(r.held for r in result.restated)) for claim in item.claims]
        assert sorted(map(id, behind)) == sorted(map(id, claims))


@given(facts(), st.data())
def test_restating_changes_nothing_that_a_source_stands_on(on: Fact, data: st.DataObject) -> None:
    """A claim that equals or contains one of the source's own makes no clash and moves no held value."""
    if not on.all_claims:
        return
    claim: Claim = data.draw(restatements(on))
    before, after = (
        stand(claim.source, said, on) for said in (on.claims[claim.source], (*on.claims[claim.source], claim))
    )
    assert len(after.clashes) == len(before.clashes)
    assert [item.value for item in after.held] == [item.value for item in before.held]
    assert [item.qualifiers for item in after.held] == [item.qualifiers for item in before.held]

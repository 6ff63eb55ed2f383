"""Do the real records, of themselves, give what the comparison rules foresee for this deal?"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from bot.comparison import Arithmetic, Comparison, DealComparison, Reason, Relation, Severity, Verdict, compare_deal
from bot.store import load
from bot.value.written import write_interval, write_number, write_percent
from tests.comparison.building import language
from tests.value.notation import billions

ROOT = Path(__file__).parents[2]

Held = tuple[str, tuple[str, ...]]  # a value as written, and the sources that hold it


@pytest.fixture(scope="module")
def deal() -> DealComparison:
    store = load(ROOT / "facts" / "meta-scale-ai", ROOT / "seeds", language())
    return compare_deal(store, language().words.numbers.factors)


def positions(comparison: Comparison) -> list[Held]:
    return [(position.written, position.sources) for position in comparison.positions]


def restated(comparison: Comparison) -> list[tuple[str, str]]:
    return sorted((item.held.source, item.held.value.as_written) for item in comparison.restated)


TABLE: dict[str, tuple[Verdict, Severity | None, list[Held]]] = {
    "amount": (
        Verdict.DIFFER,
        None,
        [
            ("over $10 billion", ("000",)),
            ("$14–$15 billion", ("001",)),
            ("about $15 billion", ("002",)),
            ("$15 billion", ("003",)),
        ],
    ),
    "stake": (Verdict.AGREE, None, [("49%", ("001", "002", "003"))]),
    "valuation": (
        Verdict.DISAGREE,
        Severity.MINOR,
        [("around $28 billion", ("002",)), ("$29 billion", ("001",))],
    ),
    "deal-stage": (
        Verdict.DIFFER,
        None,
        [("talks", ("000",)), ("planned", ("002",)), ("announced", ("001", "003"))],
    ),
    "founder-role": (Verdict.DIFFER, None, [("founder", ("003",)), ("co-founder", ("001", "002"))]),
    "wang-scope-at-meta": (
        Verdict.SELF_CONTRADICTION,
        Severity.MAJOR,
        [("all", ("001",)), ("part", ("001",)), ("unit", ("003",))],
    ),
    "clients": (
        Verdict.DIFFER,
        None,
        [("google, openai", ("001", "003")), ("microsoft, nvidia, openai", ("000",))],
    ),
    "rivals": (Verdict.AGREE, None, [("anthropic, google, openai", ("001", "002", "003"))]),
    "called-acquisition": (
        Verdict.SELF_CONTRADICTION,
        Severity.MAJOR,
        [("acquisition", ("001", "002", "003"))],
    ),
    "control": (Verdict.SINGLE_SOURCE, None, [("non-controlling", ("001",))]),
}


@pytest.mark.parametrize("name", TABLE)
def test_the_rules_foresee_each_verdict(name: str, deal: DealComparison) -> None:
    """Verdict, severity and positions follow from the claims, for every row of the rules' table."""
    comparison = deal.facts[name]
    assert (comparison.verdict, comparison.severity, positions(comparison)) == TABLE[name]


def test_the_amounts_are_consistent_with_one_figure(deal: DealComparison) -> None:
    """The figure of the talks is superseded, the later ones are compatible, and all share $15 billion."""
    amount = deal.facts["amount"]
    assert amount.common == billions("[15, 15]")
    assert write_interval(amount.common, "USD") == "$15 billion"
    relations = {(pair.left.source, pair.right.source): pair.relating.relation for pair in amount.pairs}
    assert relations == {
        ("000", "001"): Relation.SUPERSEDED,
        ("000", "002"): Relation.SUPERSEDED,
        ("000", "003"): Relation.SUPERSEDED,
        ("001", "002"): Relation.COMPATIBLE,
        ("001", "003"): Relation.COMPATIBLE,
        ("002", "003"): Relation.COMPATIBLE,
    }
    assert amount.deciding is not None
    assert amount.deciding.relating.reason is Reason.STAGE
    assert restated(amount) == [("000", "$10 billion"), ("000", "$10 billion+")]


def test_nearly_half_restates_the_stake_and_votes_are_credited(deal: DealComparison) -> None:
    """The figure is the same three times; what 003 says more loosely, and 001 alone adds, changes nothing."""
    stake = deal.facts["stake"]
    assert restated(stake) == [("003", "nearly half")]
    assert [(held.source, *held.qualifiers) for held in stake.positions[0].held if held.qualifiers] == [
        ("001", "non-voting")
    ]
    assert stake.deciding is not None
    assert stake.deciding.relating.reason is Reason.QUALIFIER_OMITTED


def test_the_valuations_are_a_small_gap_apart(deal: DealComparison) -> None:
    """A plain 29 lies outside what "around 28" leaves open, half a billion or 1.7 % from its end."""
    pair = deal.facts["valuation"].deciding
    assert pair is not None
    assert (pair.relating.reason, pair.relating.gap) == (Reason.DISJOINT, Decimal(500000000))
    assert write_percent(pair.relating.apart or Decimal(0)) == "1.7%"
    assert [side.common for side in deal.facts["valuation"].sides] == [billions("[27.5, 28.5)"), billions("[29, 29]")]


def test_one_source_calls_wang_founder_and_co_founder(deal: DealComparison) -> None:
    """Co-founder narrows founder, so 001 restates itself and the others differ only in precision."""
    role = deal.facts["founder-role"]
    assert restated(role) == [("001", "founder")]
    assert role.deciding is not None
    assert role.deciding.relating.reason is Reason.MORE_SPECIFIC


def test_one_source_contradicts_itself_on_wangs_scope(deal: DealComparison) -> None:
    """In 001, paragraph 6 gives him all of Meta's AI efforts and paragraph 14 parts of its research."""
    scope = deal.facts["wang-scope-at-meta"]
    pair = scope.deciding
    assert pair is not None
    assert pair.within_one_source
    assert [(claim.source, claim.citation.paragraph) for held in (pair.left, pair.right) for claim in held.claims] == [
        ("001", 6),
        ("001", 14),
    ]
    assert [[position.written for position in side.positions] for side in scope.sides] == [["all"], ["part", "unit"]]


def test_one_source_breaks_the_law_of_acquisition_alone(deal: DealComparison) -> None:
    """001 calls the deal an acquisition in paragraph 25, and denies in paragraph 22 the control that this brings."""
    (own,) = (breach for breach in deal.breaches_of("called-acquisition") if breach.within_one_source)
    assert [
        (claim.source, claim.citation.paragraph) for held in (own.premise, own.conclusion) for claim in held.claims
    ] == [
        ("001", 25),
        ("001", 22),
    ]
    assert deal.facts["called-acquisition"].deciding is None


def products(deal: DealComparison) -> dict[str, Arithmetic]:
    return {item.stated.source: item for item in deal.arithmetic_of("amount")}


def test_one_sources_figures_do_not_multiply_out(deal: DealComparison) -> None:
    """49 % of about $28 billion is about $13.7 billion, some 3 % from the about $15 billion that 002 gives."""
    item = products(deal)["002"]
    assert write_number(item.centre, "USD") == "$13.7 billion"
    assert not item.fits
    assert round(item.apart * 100) == 3


def test_anothers_figures_fit(deal: DealComparison) -> None:
    """49 % of $29 billion meets the $14–$15 billion that 001 gives; nobody else gives all three figures."""
    assert products(deal)["001"].fits
    assert sorted(products(deal)) == ["001", "002"]


def test_the_valuation_doubled_as_the_law_says(deal: DealComparison) -> None:
    """Twice the $13.8 billion of spring 2024 fits both about $28 billion and $29 billion."""
    ratios = deal.arithmetic_of("valuation-2024")
    assert sorted(item.stated.value.as_written for item in ratios) == ["$29 billion", "around $28 billion"]
    assert all(item.fits for item in ratios)


def test_broken_arithmetic_changes_no_verdict(deal: DealComparison) -> None:
    """The stake stays agreed upon, though 002's figures do not multiply out."""
    assert deal.facts["stake"].verdict is Verdict.AGREE


def test_every_fact_has_a_verdict_that_its_claims_explain(deal: DealComparison) -> None:
    """No disagreement is without a pair or a broken law to show for it, and no fact is without a claim."""
    for comparison in deal.disagreements():
        assert comparison.deciding or deal.breaches_of(comparison.fact.id)
    assert all(comparison.positions for comparison in deal.facts.values())

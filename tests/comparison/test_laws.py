"""Are products, ratios and implications worked out from what sources give, and from nothing else?"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest

from bot.comparison import Arithmetic, Breach, Comparison, Verdict, compare
from bot.comparison.laws import arithmetic, breached, breaches
from bot.fact import Claim
from bot.record import Implies, Kind, Product, Ratio, Stage
from bot.value import Reading
from tests.comparison.building import fact, language, readings, says
from tests.value.notation import billions

PRODUCT = Product.model_validate(
    {"id": "p", "kind": "product", "of": ["stake", "valuation"], "gives": "amount", "if": "it is that of the whole"}
)
RATIO = Ratio.model_validate({"id": "r", "kind": "ratio", "from": "before", "to": "valuation", "factor": "double"})
IMPLIES = Implies.model_validate(
    {
        "id": "i",
        "kind": "implies",
        "if": {"fact": "called", "reading": "acquisition"},
        "then": {"fact": "control", "reading": "controlling"},
    }
)


def compared(**claims: list[Claim]) -> Mapping[str, Comparison]:
    """Facts with these claims, compared."""
    return {name: compare(fact(*said, id=name)) for name, said in claims.items()}


def worked(law: Product | Ratio, **claims: list[Claim]) -> tuple[Arithmetic, ...]:
    return arithmetic((law,), compared(**claims), language().words.numbers.factors)


@pytest.mark.parametrize(
    ("stake", "valuation", "amount", "computed", "apart"),
    [
        ("49%", "about $28 billion", "about $15 billion", "[13.3375, 14.1075)", "0.0271"),
        ("49%", "$29 billion", "$14–$15 billion", "[13.8225, 14.6025)", "0"),
        ("49%", "$29 billion", "$15 billion", "[13.8225, 14.6025)", "0"),
        ("49%", "$29 billion", "over $10 billion", "[13.8225, 14.6025)", "0"),
        ("49%", "$29 billion", "up to $10 billion", "[13.8225, 14.6025)", "0.2765"),
        ("half", "$30 billion", "$10 billion", "[14.6025, 15.4025)", "0.2809"),
    ],
)
def test_a_product_is_worked_out_with_cells_on_all_sides(
    stake: str, valuation: str, amount: str, computed: str, apart: str
) -> None:
    """Rounding is allowed for in the factors and in the result; the distance is a share of the larger end."""
    (item,) = worked(
        PRODUCT, stake=[says("001", stake)], valuation=[says("001", valuation)], amount=[says("001", amount)]
    )
    assert item.computed == billions(computed)
    assert round(item.apart, 4) == Decimal(apart)
    assert item.fits is (apart == "0")


def test_the_centre_is_what_the_written_figures_give() -> None:
    """What the text tells is the plain product: 49 % of about $28 billion is $13.72 billion."""
    (item,) = worked(
        PRODUCT,
        stake=[says("002", "49%")],
        valuation=[says("002", "about $28 billion", paragraph=5)],
        amount=[says("002", "about $15 billion", paragraph=2)],
    )
    assert item.centre == Decimal(13720000000)
    assert [citation.paragraph for citation in item.citations] == [1, 2, 5]


@pytest.mark.parametrize(
    ("stake", "valuation", "amount"),
    [
        (says("001", "49%"), says("002", "$29 billion"), says("001", "$15 billion")),
        (says("001", "49%"), says("001", "over $20 billion"), says("001", "$15 billion")),
        (says("001", "49%"), says("001", "€29 billion"), says("001", "$15 billion")),
        (says("001", "49%"), says("001", "$29 billion"), says("001", "billion-dollar")),
        (
            says("001", "49%", stage=Stage.ANNOUNCED),
            says("001", "$29 billion", stage=Stage.ANNOUNCED),
            says("001", "$10 billion", stage=Stage.TALKS),
        ),
    ],
    ids=["two sources", "unbounded", "two currencies", "vague", "two phases"],
)
def test_only_what_one_source_gives_together_is_multiplied(stake: Claim, valuation: Claim, amount: Claim) -> None:
    """Nothing is extrapolated: no product of two sources, currencies or phases, nor of figures without bounds."""
    assert worked(PRODUCT, stake=[stake], valuation=[valuation], amount=[amount]) == ()


def test_each_source_has_its_own_product() -> None:
    """Two sources that give all three figures are worked out apart."""
    sources = ("001", "003")
    items = worked(
        PRODUCT,
        stake=[says(source, "49%") for source in sources],
        valuation=[says(source, "$29 billion") for source in sources],
        amount=[says(source, "$15 billion") for source in sources],
    )
    assert [item.stated.source for item in items] == ["001", "003"]
    assert all({held.source for held in item.inputs} == {item.stated.source} for item in items)


@pytest.mark.parametrize(
    ("before", "after", "fits"),
    [
        ("$13.8 billion", "about $28 billion", True),
        ("$14.0 billion", "$24.4 billion", True),
        ("$14.0 billion", "$24.3 billion", False),
        ("$14.0 billion", "$31.6 billion", True),
        ("$14.0 billion", "$31.7 billion", False),
    ],
)
def test_a_ratio_word_leaves_an_eighth_on_either_side(before: str, after: str, fits: bool) -> None:
    """Double is said of anything from 1.75 to 2.25 times, whoever gives the two figures."""
    (item,) = worked(RATIO, before=[says("000", before)], valuation=[says("002", after)])
    assert item.fits is fits


def test_a_ratio_needs_its_word_and_both_figures() -> None:
    """Without a figure on either side, or with a word that is no factor, there is nothing to work out."""
    assert worked(RATIO, before=[], valuation=[says("002", "$28 billion")]) == ()
    assert worked(RATIO, valuation=[says("002", "$28 billion")]) == ()
    unknown = RATIO.model_copy(update={"factor": "soaring"})
    assert worked(unknown, before=[says("000", "$14B")], valuation=[says("002", "$28B")]) == ()


def broken(called: list[tuple[str, str]], control: list[tuple[str, str]]) -> tuple[Breach, ...]:
    """The breaches of "an acquisition brings control" by what sources call it and say of control."""
    premise = readings("acquisition", "takeover", "investment", narrows={"takeover": "acquisition"})
    conclusion = readings("controlling", "majority", "none", narrows={"majority": "controlling"})
    lists = {"called": (called, premise), "control": (control, conclusion)}
    return breaches(
        (IMPLIES,),
        {
            name: compare(
                fact(*(says(s, Reading(key), fact=name) for s, key in said), id=name, kind=Kind.READING, readings=known)
            )
            for name, (said, known) in lists.items()
        },
    )


@pytest.mark.parametrize(
    ("called", "control", "expected"),
    [
        ([("001", "acquisition")], [("001", "none")], [("001", "001")]),
        ([("002", "acquisition")], [("001", "none")], [("002", "001")]),
        ([("001", "takeover")], [("001", "none")], [("001", "001")]),
        ([("001", "acquisition")], [("001", "controlling")], []),
        ([("001", "acquisition")], [("001", "majority")], []),
        ([("001", "investment")], [("001", "none")], []),
        ([("001", "acquisition")], [], []),
        ([], [("001", "none")], []),
    ],
)
def test_an_implication_breaks_where_the_conclusion_is_excluded(
    called: list[tuple[str, str]], control: list[tuple[str, str]], expected: list[tuple[str, str]]
) -> None:
    """Who holds the premise, or what narrows it, is bound to the conclusion; only what excludes that breaks it."""
    found = broken(called, control)
    assert [(breach.premise.source, breach.conclusion.source) for breach in found] == expected
    assert [breach.within_one_source for breach in found] == [left == right for left, right in expected]


def test_a_law_on_a_fact_that_is_missing_says_nothing() -> None:
    """A law between facts of which one is not there breaks nothing."""
    assert breaches((IMPLIES,), {}) == ()


@pytest.mark.parametrize(
    ("called", "verdict", "expected"),
    [
        ([("001", "acquisition")], Verdict.AGREE, Verdict.SELF_CONTRADICTION),
        ([("002", "acquisition")], Verdict.AGREE, Verdict.DIFFER),
        ([("002", "acquisition")], Verdict.DISAGREE, Verdict.DISAGREE),
        ([("001", "investment")], Verdict.AGREE, Verdict.AGREE),
    ],
)
def test_a_broken_implication_counts_on_the_premise(
    called: list[tuple[str, str]], verdict: Verdict, expected: Verdict
) -> None:
    """One source that breaks it alone contradicts itself; two that break it together differ; never is it lighter."""
    assert breached(verdict, broken(called, [("001", "none")])) is expected

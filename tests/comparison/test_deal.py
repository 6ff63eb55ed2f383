"""Does the comparison of a deal apply its laws, and put its disagreements in order?"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from bot.comparison import DealComparison, Severity, Verdict, compare_deal
from bot.fact import Fact, Store
from bot.record import Deal, Kind
from bot.value import Reading
from tests.comparison.building import NOWHERE, fact, language, readings, says

LAWS = [
    {"id": "product", "kind": "product", "of": ["stake", "valuation"], "gives": "amount", "if": "of the whole"},
    {"id": "ratio", "kind": "ratio", "from": "before", "to": "valuation", "factor": "double"},
    {
        "id": "implies",
        "kind": "implies",
        "if": {"fact": "called", "reading": "acquisition"},
        "then": {"fact": "control", "reading": "controlling"},
    },
]


def figures(name: str, **said: str) -> Fact:
    return fact(*(says(source.strip("s"), text, fact=name) for source, text in said.items()), id=name)


def reading(name: str, keys: tuple[str, ...], **said: str) -> Fact:
    claims = (says(source.strip("s"), Reading(key), fact=name) for source, key in said.items())
    return fact(*claims, id=name, kind=Kind.READING, readings=readings(*keys))


def deal(*facts: Fact) -> DealComparison:
    """The comparison of a store with these facts and all three laws."""
    record = Deal.model_validate(
        {
            "id": "harbour-kestrel",
            "place": NOWHERE,
            "title": "Harbour and Kestrel",
            "curated": "2025-07-01",
            "headlines": [],
            "subjects": {},
            "laws": LAWS,
        }
    )
    store = Store(record, {}, {each.id: each for each in facts}, {}, {}, {})
    return compare_deal(store, language().words.numbers.factors)


def test_every_fact_is_compared_in_the_order_of_the_records() -> None:
    """The comparisons stand by fact id, as recorded."""
    result = deal(figures("stake", s001="49%"), figures("amount", s001="$15B", s002="$15B"))
    assert [(name, item.verdict) for name, item in result.facts.items()] == [
        ("stake", Verdict.SINGLE_SOURCE),
        ("amount", Verdict.AGREE),
    ]


def test_a_product_that_does_not_multiply_out_changes_no_verdict() -> None:
    """Arithmetic is a notice on each fact that takes part, never a verdict."""
    result = deal(
        figures("stake", s002="49%"),
        figures("valuation", s002="about $28B"),
        figures("amount", s002="about $15B"),
        figures("other", s002="$1B"),
    )
    assert {item.verdict for item in result.facts.values()} == {Verdict.SINGLE_SOURCE}
    assert [len(result.arithmetic_of(name)) for name in result.facts] == [1, 1, 1, 0]
    assert result.arithmetic[0].apart > Decimal("0.02")


def test_a_source_that_breaks_an_implication_alone_contradicts_itself() -> None:
    """The fact of the premise becomes a major self-contradiction; the other fact stays what it is."""
    result = deal(
        reading("called", ("acquisition", "investment"), s001="acquisition", s002="acquisition"),
        reading("control", ("controlling", "none"), s001="none"),
    )
    called, control = result.facts["called"], result.facts["control"]
    assert (called.verdict, called.severity) == (Verdict.SELF_CONTRADICTION, Severity.MAJOR)
    assert (control.verdict, control.severity) == (Verdict.SINGLE_SOURCE, None)
    assert called.deciding is None
    assert [breach.premise.source for breach in result.breaches_of("called")] == ["001", "002"]
    assert result.breaches_of("control") == ()


def test_two_sources_that_break_an_implication_together_differ() -> None:
    """Where no source breaks it alone, the fact of the premise is one on which sources differ."""
    result = deal(
        reading("called", ("acquisition",), s002="acquisition"),
        reading("control", ("controlling", "none"), s001="none"),
    )
    assert (result.facts["called"].verdict, result.facts["called"].severity) == (Verdict.DIFFER, None)


def test_the_heaviest_disagreements_come_first() -> None:
    """Self-contradictions, then disagreements from the major to the minor, then differences; else as recorded."""
    expected: Mapping[str, Fact] = {
        "differ": figures("differ", s001="about $5B", s002="$5B"),
        "minor": figures("minor", s001="$29B", s002="about $28B"),
        "agree": figures("agree", s001="$5B", s002="$5B"),
        "major": figures("major", s001="$29B", s002="$14B"),
        "also": figures("also", s001="about $6B", s002="$6B"),
        "self": fact(says("001", "$1B"), says("001", "$2B"), id="self"),
    }
    result = deal(*expected.values())
    assert [item.fact.id for item in result.disagreements()] == ["self", "major", "minor", "differ", "also"]

"""Does the comparison of a fact give the verdict, severity and reason of the rules, whatever the order of files?"""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.comparison import Comparison, Reason, Relation, Severity, Verdict, compare
from bot.fact import Claim, Fact
from bot.record import Kind, Modality, Stage
from bot.value import Names, OwnWords, Reading
from tests.comparison.building import fact, says, when
from tests.comparison.strategies import SCOPES, claims, facts, restatements
from tests.value.notation import billions

TALKS, PLANNED, ANNOUNCED = Stage.TALKS, Stage.PLANNED, Stage.ANNOUNCED


def readings_fact(*said: tuple[str, str], rungs: bool = False, open: bool = False) -> Fact:  # noqa: A002 # the field
    given = [says(source, Reading(key)) for source, key in said]
    return fact(*given, kind=Kind.READING, readings=SCOPES, rungs=rungs, open=open)


def names_fact(kind: Kind, *said: tuple[str, tuple[str, ...]]) -> Fact:
    return fact(*(says(source, Names.of(*ids)) for source, ids in said), kind=kind)


CASES: dict[str, tuple[Fact, Verdict, Severity | None]] = {
    "one source": (fact(says("001", "$15B")), Verdict.SINGLE_SOURCE, None),
    "one source that restates itself": (
        fact(says("001", "49%"), says("001", "nearly half")),
        Verdict.SINGLE_SOURCE,
        None,
    ),
    "one source that leaves a range": (
        fact(says("001", "$10–14B"), says("001", "$12–16B")),
        Verdict.SINGLE_SOURCE,
        None,
    ),
    "the same figure": (fact(says("001", "$15B"), says("002", "15 billion dollars")), Verdict.AGREE, None),
    "a qualifier omitted": (
        fact(says("001", "49%", qualifier="non-voting"), says("002", "49%")),
        Verdict.AGREE,
        None,
    ),
    "a restatement beside the same figure": (
        fact(says("001", "49%"), says("003", "49%"), says("003", "nearly half")),
        Verdict.AGREE,
        None,
    ),
    "compatible figures": (fact(says("001", "$14–15B"), says("002", "$15B")), Verdict.DIFFER, None),
    "a hedge": (fact(says("001", "about $15B"), says("002", "$15B")), Verdict.DIFFER, None),
    "a superseded figure": (
        fact(says("000", "$10B", stage=TALKS), says("001", "$15B", stage=ANNOUNCED), term=True),
        Verdict.DIFFER,
        None,
    ),
    "a source that tells of talks and terms": (
        fact(
            says("000", "$10B", stage=TALKS),
            says("000", "$15B", stage=ANNOUNCED),
            says("001", "$15B", stage=PLANNED),
            term=True,
        ),
        Verdict.DIFFER,
        None,
    ),
    "a small gap": (fact(says("001", "$29B"), says("002", "about $28B")), Verdict.DISAGREE, Severity.MINOR),
    "a wide gap": (fact(says("001", "$29B"), says("002", "$14B")), Verdict.DISAGREE, Severity.MAJOR),
    "a small gap and a wide one": (
        fact(says("001", "$29B"), says("002", "about $28B"), says("003", "$14B")),
        Verdict.DISAGREE,
        Severity.MAJOR,
    ),
    "a source against itself": (
        fact(says("001", "$14B"), says("001", "$15B"), says("002", "$15B")),
        Verdict.SELF_CONTRADICTION,
        Severity.MAJOR,
    ),
    "another currency": (fact(says("001", "$15B"), says("002", "€15B")), Verdict.DIFFER, None),
    "another basis": (
        fact(says("001", "$5", per="day"), says("002", "$35", per="week")),
        Verdict.DIFFER,
        None,
    ),
    "vague words beside a figure": (fact(says("001", "$15B"), says("002", "billion-dollar")), Verdict.DIFFER, None),
    "the same vague words": (
        fact(says("001", "a few dollars"), says("002", "a few dollars")),
        Verdict.AGREE,
        None,
    ),
    "other own words": (
        fact(says("001", OwnWords("to catch up")), says("002", OwnWords("to lead")), kind=Kind.TEXT),
        Verdict.DIFFER,
        None,
    ),
    "the same set": (
        names_fact(Kind.ENTITIES, ("001", ("a", "b")), ("002", ("b", "a"))),
        Verdict.AGREE,
        None,
    ),
    "the same set once united": (
        names_fact(Kind.ENTITIES, ("001", ("a",)), ("001", ("b",)), ("002", ("b", "a"))),
        Verdict.AGREE,
        None,
    ),
    "other members": (names_fact(Kind.ENTITIES, ("001", ("a",)), ("002", ("b",))), Verdict.DIFFER, None),
    "another name": (
        names_fact(Kind.ENTITY, ("001", ("a",)), ("002", ("b",))),
        Verdict.DISAGREE,
        Severity.MAJOR,
    ),
    "two names for one answer": (
        names_fact(Kind.ENTITY, ("001", ("a",)), ("001", ("b",))),
        Verdict.SELF_CONTRADICTION,
        Severity.MAJOR,
    ),
    "a date within another": (
        fact(says("000", when("2024")), says("001", when("2024-21")), kind=Kind.DATE),
        Verdict.AGREE,
        None,
    ),
    "another date": (
        fact(says("000", when("2024")), says("001", when("2025")), kind=Kind.DATE),
        Verdict.DISAGREE,
        Severity.MAJOR,
    ),
    "readings that exclude each other": (
        readings_fact(("001", "all"), ("003", "unit")),
        Verdict.DISAGREE,
        Severity.MAJOR,
    ),
    "a narrowed reading": (readings_fact(("001", "unit"), ("003", "part")), Verdict.DIFFER, None),
    "readings that stand together": (readings_fact(("001", "advice"), ("003", "part")), Verdict.AGREE, None),
    "a source with two readings that stand together": (
        readings_fact(("001", "advice"), ("001", "part"), ("003", "part")),
        Verdict.AGREE,
        None,
    ),
    "a source with both a reading and a narrower one": (
        readings_fact(("001", "part"), ("001", "unit"), ("002", "unit"), ("003", "part")),
        Verdict.DIFFER,
        None,
    ),
    "a source with readings that exclude each other": (
        readings_fact(("001", "all"), ("001", "part"), ("003", "unit")),
        Verdict.SELF_CONTRADICTION,
        Severity.MAJOR,
    ),
    "rungs": (readings_fact(("000", "all"), ("001", "part"), rungs=True), Verdict.DIFFER, None),
    "things stressed": (readings_fact(("000", "all"), ("001", "part"), open=True), Verdict.DIFFER, None),
}


@pytest.mark.parametrize(("on", "verdict", "severity"), CASES.values(), ids=CASES)
def test_the_heaviest_pair_gives_the_verdict(on: Fact, verdict: Verdict, severity: Severity | None) -> None:
    """Self-contradiction, disagree, differ, agree and single-source follow from the pairs, the heaviest first."""
    result = compare(on)
    assert (result.verdict, result.severity) == (verdict, severity)


def test_figures_that_all_fit_are_published_with_what_they_share() -> None:
    """Where all positions can hold, the comparison tells what is consistent with all of them."""
    on = fact(
        says("000", "over $10B", stage=TALKS),
        says("000", "$10B", stage=TALKS, paragraph=7),
        says("001", "$14–$15B", stage=ANNOUNCED),
        says("002", "about $15B", stage=PLANNED),
        says("003", "$15B", stage=ANNOUNCED),
        term=True,
    )
    result = compare(on)
    assert (result.verdict, result.common) == (Verdict.DIFFER, billions("[15, 15]"))
    assert [item.held.value.as_written for item in result.restated] == ["$10B"]
    assert result.deciding is not None
    assert result.deciding.relating.relation is Relation.SUPERSEDED


def test_figures_that_do_not_all_fit_share_nothing() -> None:
    """With more than one side there is no common part of all."""
    assert compare(fact(says("001", "$29B"), says("002", "about $28B"))).common is None


def deciding(result: Comparison) -> tuple[str, str] | None:
    pair = result.deciding
    return (pair.left.value.as_written, pair.right.value.as_written) if pair else None


@pytest.mark.parametrize(
    ("on", "pair"),
    [
        (fact(says("001", "$15B")), None),
        (fact(says("001", "$10–14B"), says("001", "$12–16B")), None),
        (fact(says("001", "$14B"), says("001", "$15B"), says("002", "$29B")), ("$14B", "$15B")),
        (fact(says("001", "$29B"), says("002", "about $28B"), says("003", "$14B")), ("$29B", "$14B")),
        (
            fact(
                says("000", "over $10B", stage=TALKS),
                says("001", "$14–15B", stage=PLANNED),
                says("002", "$14B", stage=PLANNED),
                says("003", "$20B or more", stage=TALKS),
                term=True,
            ),
            ("$14B", "$20B or more"),
        ),
        (fact(says("000", "$15B"), says("001", "about $15B"), says("002", "€15B")), ("$15B", "about $15B")),
        (
            fact(says("001", "49%"), says("002", "49%"), says("003", "49%", qualifier="non-voting")),
            ("49%", "49%"),
        ),
        (readings_fact(("001", "all"), ("001", "part"), ("003", "unit")), ("all", "part")),
    ],
)
def test_the_deciding_pair_explains_the_verdict(on: Fact, pair: tuple[str, str] | None) -> None:
    """A clash of one source explains only a self-contradiction; else the heaviest relation and widest gap do."""
    assert deciding(compare(on)) == pair


def test_of_equal_figures_the_omitted_qualifier_is_what_there_is_to_tell() -> None:
    """Where all say the same, the pair that explains it is the one with something to explain."""
    result = compare(fact(says("001", "49%"), says("002", "49%"), says("003", "49%", qualifier="non-voting")))
    assert result.deciding is not None
    assert result.deciding.relating.reason is Reason.QUALIFIER_OMITTED


def test_solidity_counts_what_bears_a_fact() -> None:
    """Sources and claims, hedges, modalities other than assertion, and for how many somebody is named."""
    on = fact(
        says("000", "over about $10B", modality=Modality.REPORT, according_to="insiders"),
        says("000", "$10B", modality=Modality.SPECULATION),
        says("001", "about $15B", modality=Modality.REPORT),
    )
    solidity = compare(on).solidity
    assert (solidity.sources, solidity.claims, solidity.hedged) == (2, 3, 2)
    assert solidity.modalities == ((Modality.REPORT, 2), (Modality.SPECULATION, 1))
    assert (solidity.attributed, solidity.unattributed) == (1, 2)


def result_of(on: Fact) -> tuple[object, ...]:
    """Everything that a comparison tells, the fact itself left aside."""
    found = compare(on)
    sides = [[position.written for position in side.positions] for side in found.sides]
    told = (found.verdict, found.severity, found.positions, set(found.restated), found.solidity)
    return (*told, sides, found.common, found.deciding, [pair.relating for pair in found.pairs])


@given(facts(), st.randoms(use_true_random=False))
def test_the_order_of_sources_and_claims_changes_nothing(on: Fact, random: Random) -> None:
    """Whatever order the files give sources and claims in, all that the comparison tells is the same."""
    cells = [(source, tuple(random.sample(said, len(said)))) for source, said in on.claims.items()]
    assert result_of(replace(on, claims=dict(random.sample(cells, len(cells))))) == result_of(on)


@given(facts())
def test_a_silent_source_changes_nothing(on: Fact) -> None:
    """A source that was read and says nothing leaves everything as it is."""
    assert result_of(replace(on, claims={"004": (), **on.claims, "005": ()})) == result_of(on)


@given(facts(), st.data())
def test_restating_changes_no_verdict(on: Fact, data: st.DataObject) -> None:
    """A source that says again, or less exactly, what it says already moves no verdict, severity or position."""
    if not on.all_claims:
        return
    claim: Claim = data.draw(restatements(on))
    before, after = (compare(each) for each in (on, added(on, claim)))
    assert (after.verdict, after.severity) == (before.verdict, before.severity)
    assert [position.value for position in after.positions] == [position.value for position in before.positions]
    assert after.common == before.common


@given(facts(), st.data())
def test_another_source_never_lightens_the_verdict(on: Fact, data: st.DataObject) -> None:
    """What the others say stays said: one more source can only add to a difference."""
    claim: Claim = data.draw(claims(on.kind))
    more = replace(claim, citation=replace(claim.citation, source="009"))
    assert compare(added(on, more)).verdict.weight >= compare(on).verdict.weight


@given(facts())
def test_the_verdict_follows_from_the_pairs(on: Fact) -> None:
    """A clash in one source makes a self-contradiction, one across two a disagreement, and nothing else does."""
    result = compare(on)
    clashes = {pair.within_one_source for pair in result.pairs if pair.relating.relation is Relation.EXCLUSIVE}
    assert (result.verdict is Verdict.SELF_CONTRADICTION) == (True in clashes)
    assert (result.verdict is Verdict.DISAGREE) == (clashes == {False})
    assert (result.verdict is Verdict.SINGLE_SOURCE) == (result.solidity.sources < 2 and not clashes)
    assert (result.severity is not None) == bool(clashes)


@given(facts())
def test_one_side_means_that_nothing_is_excluded(on: Fact) -> None:
    """Figures disagree only where they have no common part, and differ or agree where all can hold."""
    result = compare(on)
    assert (len(result.sides) > 1) == any(not pair.relating.together for pair in result.pairs)


def added(on: Fact, claim: Claim) -> Fact:
    return replace(on, claims={**on.claims, claim.source: (*on.claims.get(claim.source, ()), claim)})

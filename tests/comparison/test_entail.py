"""Is what somebody asserts judged by the directional rule, in its order?"""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.comparison import Assertion, Comparison, Judgement, Verdict, compare, judge
from bot.comparison.entail import entails, excludes
from bot.fact import Fact, Value
from bot.record import Kind, Modality, Stage
from bot.value import Bound, Interval, Names, Quantity, QuantityKind, Reading
from tests.comparison.building import SOURCES, fact, says, value, when
from tests.comparison.strategies import KINDS, SCOPES, claims, facts, values
from tests.value.strategies import intervals

SUPPORTED, NOT_COVERED = Judgement.SUPPORTED, Judgement.NOT_COVERED
DISPUTED, CONTRADICTED = Judgement.DISPUTED, Judgement.CONTRADICTED

READINGS = fact(kind=Kind.READING, readings=SCOPES)
AMOUNT = fact(
    says("000", "over $10 billion", stage=Stage.TALKS),
    says("001", "$14–$15 billion", stage=Stage.ANNOUNCED),
    says("002", "about $15 billion", stage=Stage.PLANNED),
    says("003", "$15 billion", stage=Stage.ANNOUNCED),
    term=True,
)
STAKE = fact(
    says("001", "49%", qualifier="non-voting"), says("002", "49%"), says("003", "nearly half"), says("003", "49%")
)
VALUATION = fact(says("001", "$29 billion"), says("002", "about $28 billion"))
FLOOR = fact(says("000", "over $10 billion"))
ASKED = fact(says("000", "$10 billion", modality=Modality.QUESTION))
SCOPE = fact(says("001", Reading("part")), kind=Kind.READING, readings=SCOPES)
CLIENTS = fact(says("001", Names.of("google", "openai")), says("000", Names.of("openai")), kind=Kind.ENTITIES)

LISTS = fact(says("001", Names.of("google", "openai")), says("000", Names.of("nvidia")), kind=Kind.ENTITIES)
RUMOUR = fact(
    says("001", Reading("part")),
    says("001", Reading("all"), according_to="insiders"),
    kind=Kind.READING,
    readings=SCOPES,
)


@pytest.mark.parametrize(
    ("on", "asserted", "judgement"),
    [
        (fact(), "$15 billion", NOT_COVERED),
        (STAKE, "49%", SUPPORTED),
        (STAKE, "about 49%", SUPPORTED),
        (STAKE, "less than half", SUPPORTED),
        (STAKE, "51%", CONTRADICTED),
        (STAKE, "a majority", CONTRADICTED),
        (AMOUNT, "$15 billion", DISPUTED),
        (AMOUNT, "over $10 billion", DISPUTED),
        (AMOUNT, "more than $12 billion", SUPPORTED),
        (AMOUNT, "$20 billion", CONTRADICTED),
        (AMOUNT, "$8 billion", CONTRADICTED),
        (VALUATION, "$29 billion", DISPUTED),
        (VALUATION, "$28.2 billion", DISPUTED),
        (VALUATION, "over $25 billion", SUPPORTED),
        (VALUATION, "nearly $30 billion", DISPUTED),
        (VALUATION, "$40 billion", CONTRADICTED),
        (FLOOR, "$12 billion", NOT_COVERED),
        (FLOOR, "over $9 billion", SUPPORTED),
        (FLOOR, "$9 billion", CONTRADICTED),
        (ASKED, "$12 billion", NOT_COVERED),
        (SCOPE, Reading("part"), SUPPORTED),
        (SCOPE, Reading("unit"), NOT_COVERED),
        (SCOPE, Reading("all"), CONTRADICTED),
        (CLIENTS, Names.of("google"), SUPPORTED),
        (CLIENTS, Names.of("nvidia"), NOT_COVERED),
        (LISTS, Names.of("google", "openai", "nvidia"), SUPPORTED),
        (LISTS, Names.of("google", "intel"), NOT_COVERED),
    ],
)
def test_an_assertion_is_judged_in_the_order_of_the_rule(on: Fact, asserted: str | Value, judgement: Judgement) -> None:
    """Not spoken of, excluded by all that is bounded, borne out by all, or one side of a difference."""
    assert judge(Assertion("amount", value(asserted)), compare(on)) is judgement


@pytest.mark.parametrize(
    ("on", "asserted", "source", "judgement"),
    [
        (AMOUNT, "about $15 billion", "002", SUPPORTED),
        (AMOUNT, "$15 billion", "000", NOT_COVERED),
        (AMOUNT, "$9 billion", "000", CONTRADICTED),
        (STAKE, "nearly half", "003", SUPPORTED),
        (STAKE, "49%", "000", NOT_COVERED),
    ],
)
def test_an_attributed_assertion_is_judged_by_its_source(
    on: Fact, asserted: str, source: str, judgement: Judgement
) -> None:
    """What is ascribed to one source is held against that source alone, its restatements included."""
    assert judge(Assertion("amount", value(asserted), source=source), compare(on)) is judgement


@pytest.mark.parametrize(
    ("asserted", "judgement"), [("49%", CONTRADICTED), ("a majority", SUPPORTED), ("48.5% to 49.5%", CONTRADICTED)]
)
def test_a_denial_turns_the_judgement_round(asserted: str, judgement: Judgement) -> None:
    """Denying what is borne out is contradicted, denying what is excluded is borne out."""
    assert judge(Assertion("amount", value(asserted), denied=True), compare(STAKE)) is judgement


def test_a_denial_of_what_is_disputed_stays_disputed() -> None:
    """Neither a difference nor silence is settled by a denial."""
    denied = [Assertion("amount", value(text), denied=True) for text in ("$29 billion", "$28.2 billion")]
    assert [judge(each, compare(VALUATION)) for each in denied] == [DISPUTED, DISPUTED]
    assert judge(denied[0], compare(fact())) is NOT_COVERED


def test_what_is_said_to_come_from_somebody_is_judged_by_what_is_credited_to_them() -> None:
    """Who names insiders is held against what the sources have from insiders, and against nothing else."""
    credited = [Assertion("amount", Reading(key), credited="insiders") for key in ("all", "part")]
    assert [judge(each, compare(RUMOUR)) for each in credited] == [SUPPORTED, CONTRADICTED]
    assert judge(Assertion("amount", value("49%"), credited="insiders"), compare(STAKE)) is NOT_COVERED


def test_a_figure_that_all_bear_cannot_be_denied() -> None:
    """One side's own floor is disputed as its own, but denied it is contradicted, since every other figure bears it."""
    assert judge(Assertion("amount", value("over $10 billion"), denied=True), compare(AMOUNT)) is CONTRADICTED
    assert judge(Assertion("amount", value("$15 billion"), denied=True), compare(AMOUNT)) is DISPUTED


@pytest.mark.parametrize(
    ("claim", "asserted", "expected"),
    [
        ("$14.3 billion", "$14 billion", True),
        ("$14 billion", "$14.3 billion", False),
        ("$14.3 billion", "over $14 billion", True),
        ("$15 billion", "€15 billion", False),
        ("about $15 billion", "$15 billion", False),
        ("a few dollars", "a few dollars", True),
        ("a few dollars", "$3", False),
        (when("2024-21"), when("2024"), True),
        (when("2024"), when("2024-21"), False),
        (Names.of("a", "b"), Names.of("a"), True),
        (Names.of("a"), Names.of("a", "b"), False),
        (Reading("team"), Reading("part"), True),
        (Reading("part"), Reading("team"), False),
        (Reading("part"), Reading("advice"), False),
    ],
)
def test_a_claim_entails_what_is_the_same_or_less_exact(
    claim: str | Value, asserted: str | Value, expected: bool
) -> None:
    """Who holds a claim must grant what contains it; a rounder plain figure counts as its cell."""
    assert entails(value(claim), value(asserted), READINGS) is expected


@pytest.mark.parametrize(("kind", "expected"), [(Kind.ENTITY, True), (Kind.ENTITIES, False)])
def test_a_list_denies_nobody(kind: Kind, expected: bool) -> None:
    """One name as the answer excludes another; a list that leaves a name out does not."""
    assert excludes(Names.of("a"), Names.of("b"), fact(kind=kind)) is expected


def test_the_worst_judgement_prevails() -> None:
    """Contradicted outweighs disputed, that not covered, that supported."""
    order = [SUPPORTED, NOT_COVERED, DISPUTED, CONTRADICTED]
    assert [lighter.worse(heavier) for lighter, heavier in pairwise(order)] == order[1:]


# Every end of a drawn interval is a whole number from -6 to 6, so these points tell any two of them apart.
_POINTS = [Decimal(half) / 2 for half in range(-15, 16)]


def figure(interval: Interval) -> Quantity:
    """A figure that leaves open an interval; all are written equally exactly, so that no rounding cell plays a part."""
    return Quantity(QuantityKind.NUMBER, "people", Bound.RANGE, interval, Decimal(1), str(interval))


def points(quantity: Quantity) -> frozenset[Decimal]:
    assert quantity.interval
    return frozenset(point for point in _POINTS if Interval.point(point).within(quantity.interval))


def by_points(asserted: Quantity, comparison: Comparison, source: str | None) -> Judgement:
    """The rule once more, on sets of points instead of ends."""
    held = [item for position in comparison.positions for item in position.held]
    held += [item.held for item in comparison.restated] if source else []
    figures = [item.value for item in held if isinstance(item.value, Quantity) and source in (None, item.source)]
    known = [(points(item), bool(item.interval and item.interval.is_bounded)) for item in figures]
    wanted = points(asserted)
    outside = [not said & wanted for said, _ in known]
    if not any(said <= wanted for said, _ in known):
        clear = all(not said & wanted for said, bounded in known if bounded)
        return CONTRADICTED if any(outside) and clear else DISPUTED if any(outside) else NOT_COVERED
    if source or comparison.verdict in (Verdict.AGREE, Verdict.SINGLE_SOURCE):
        return SUPPORTED
    borne = all(said <= wanted for said, bounded in known if bounded)
    own = any(said == wanted for said, _ in known)
    return SUPPORTED if borne and not any(outside) and not own else DISPUTED


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(SOURCES), intervals()), max_size=4),
    intervals(),
    st.sampled_from((None, *SOURCES)),
)
def test_the_rule_on_ends_is_the_rule_on_points(
    said: list[tuple[str, Interval]], asserted: Interval, source: str | None
) -> None:
    """Whatever the intervals, comparing their ends comes to the same as comparing all their points."""
    comparison = compare(fact(*(says(who, figure(interval)) for who, interval in said), kind=Kind.NUMBER))
    found = judge(Assertion("amount", figure(asserted), source=source), comparison)
    assert found is by_points(figure(asserted), comparison, source)


@settings(deadline=None)
@given(st.integers(100, 9_999), st.integers(0, 2), st.integers(-1, 1))
def test_a_rounder_plain_figure_stands_for_all_that_round_to_it(cents: int, digits: int, off: int) -> None:
    """A claim with more digits entails the figure that it rounds to, and none of its neighbours."""
    exact = Decimal(cents) / 100
    rounded = (exact / Decimal(10) ** -digits + Decimal("0.5")).__floor__() * Decimal(10) ** -digits
    asserted = rounded + off * Decimal(10) ** -digits
    claim, said = value(f"${cents // 100}.{cents % 100:02} billion"), value(f"${asserted:.{digits}f} billion")
    assert entails(claim, said, fact()) is (off == 0)


@settings(deadline=None)
@given(st.data())
def test_a_denial_is_the_mirror_of_its_assertion(data: st.DataObject) -> None:
    """Denied, supported and contradicted change places, and the rest is never borne out; on facts of every kind.

    What is disputed as one side's own figure, or not covered as a whole list, may be contradicted when denied.
    """
    on = data.draw(facts())
    asserted = data.draw(values(on.kind))
    comparison = compare(on)
    mirror = {
        SUPPORTED: {CONTRADICTED},
        CONTRADICTED: {SUPPORTED},
        DISPUTED: {DISPUTED, CONTRADICTED},
        NOT_COVERED: {NOT_COVERED, CONTRADICTED},
    }
    found = judge(Assertion(on.id, asserted), comparison)
    assert judge(Assertion(on.id, asserted, denied=True), comparison) in mirror[found]


@settings(deadline=None)
@given(st.sampled_from(KINDS), st.data())
def test_what_one_source_says_is_supported_where_it_is_credited(kind: Kind, data: st.DataObject) -> None:
    """Whoever repeats a claim and names its source is right, whatever the others say."""
    said = data.draw(st.lists(claims(kind), min_size=1, max_size=5))
    on = fact(*said, kind=kind, readings=SCOPES if kind is Kind.READING else None)
    repeated = data.draw(st.sampled_from(said))
    assertion = Assertion(on.id, repeated.value, source=repeated.source)
    assert judge(assertion, compare(on)) is SUPPORTED


@settings(deadline=None)
@given(st.sampled_from(KINDS), st.data())
def test_nothing_is_supported_that_no_claim_entails(kind: Kind, data: st.DataObject) -> None:
    """The costly error, on facts of every kind: to call supported what nobody says."""
    on = data.draw(facts([kind]))
    asserted = data.draw(values(kind))
    borne = any(entails(claim.value, asserted, on) for claim in on.all_claims) or _named_together(asserted, on)
    assert borne or judge(Assertion(on.id, asserted), compare(on)) is not SUPPORTED


def _named_together(asserted: Value, on: Fact) -> bool:
    """True where the claims of one source name together all that is asserted."""
    if not isinstance(asserted, Names):
        return False
    named = [
        {name for claim in cell if isinstance(claim.value, Names) for name in claim.value.ids}
        for cell in on.claims.values()
    ]
    return any(set(asserted.ids) <= names for names in named)

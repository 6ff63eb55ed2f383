"""Is what somebody asserts judged by the directional rule, in its order?"""

from __future__ import annotations

from itertools import pairwise

import pytest

from bot.comparison import Assertion, Judgement, compare, judge
from bot.comparison.entail import entails, excludes
from bot.fact import Fact, Value
from bot.record import Kind, Modality, Stage
from bot.value import Names, Reading
from tests.comparison.building import fact, says, value, when
from tests.comparison.strategies import SCOPES

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

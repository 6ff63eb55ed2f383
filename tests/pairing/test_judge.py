"""Does one sentence bear out, exclude or leave open what another claims, or do they speak of different things?"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.pairing import Pairer, Relation

SUPPORTS, REFUTES, OPEN = Relation.SUPPORTS, Relation.REFUTES, Relation.OPEN


@pytest.mark.parametrize(
    ("claimed", "stated", "relation"),
    [
        ("over 300", "320", SUPPORTS),
        ("over 300", "300", REFUTES),
        ("at least 300", "300", SUPPORTS),
        ("over 300", "280", REFUTES),
        ("less than 300", "280", SUPPORTS),
        ("over 300", "over 350", SUPPORTS),
        ("over 300", "over 250", OPEN),
        ("over 300", "less than 200", REFUTES),
        ("between 200 and 300", "250", SUPPORTS),
        ("between 200 and 300", "250 to 350", OPEN),
        ("300", "300", SUPPORTS),
        ("300", "about 300", OPEN),
        ("about 300", "300", SUPPORTS),
        ("3.2 million", "3,150,000", SUPPORTS),
        ("3.2 million", "3,120,000", REFUTES),
        ("three", "3", SUPPORTS),
    ],
)
def test_the_interval_of_the_evidence_decides(claimed: str, stated: str, relation: Relation, pairer: Pairer) -> None:
    """Within the claim it supports, apart from it refutes, else it leaves open; a rounder claim counts as its cell."""
    assert pairer.pair(f"Kestrel sold {claimed} boats.", f"Kestrel sold {stated} boats.").relation is relation


@pytest.mark.parametrize(
    ("claim", "evidence", "relation"),
    [
        ("Kestrel has over 300 boats and 20 crews.", "Kestrel has 320 boats and 20 crews.", SUPPORTS),
        ("Kestrel has over 300 boats and 20 crews.", "Kestrel has 320 boats and 21 crews.", REFUTES),
        ("Kestrel has over 300 boats and 20 crews.", "Kestrel has 290 boats.", REFUTES),
        ("Kestrel has over 300 boats and 20 crews.", "Kestrel has 320 boats.", None),
        ("Kestrel has over 300 boats and 20 crews.", "Kestrel has over 290 boats and 20 crews.", OPEN),
    ],
)
def test_several_figures_are_judged_together(
    claim: str, evidence: str, relation: Relation | None, pairer: Pairer
) -> None:
    """One that is excluded refutes; all must be borne out to support; one without a counterpart refuses."""
    assert pairer.pair(claim, evidence).relation is relation


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("Kestrel has 300 boats.", "Kestrel has 300 planes."),
        ("Kestrel has 300 boats.", "Kestrel has many boats."),
        ("Kestrel has boats.", "Kestrel has 300 boats."),
        ("Kestrel has 300 boats.", "Mills has 300 boats."),
        ("Kestrel had 300 boats by May 3.", "Kestrel had 320 boats on 6 May 2020."),
        ("", ""),
    ],
)
def test_different_things_are_refused(claim: str, evidence: str, pairer: Pairer) -> None:
    """Where the two do not surely speak of the same there is no relation, but a reason."""
    pairing = pairer.pair(claim, evidence)
    assert pairing.relation is None
    assert pairing.reason


def test_only_the_same_name_leaves_something_open(pairer: Pairer) -> None:
    """Evidence that names nobody may speak of another; to say that it leaves something open would be too much."""
    claim = "Kestrel has over 300 boats."
    assert pairer.pair(claim, "The firm has over 250 boats.").relation is None
    assert pairer.pair(claim, "The firm has 250 boats.").relation is REFUTES
    assert pairer.pair("The firm has over 300 boats.", "It has over 250 boats.").relation is OPEN


def test_a_day_takes_the_only_year_that_is_told(pairer: Pairer) -> None:
    """A day of the claim is one of the year that the evidence gives."""
    evidence = "As of 29 March 2020, there were 325 cases."
    assert pairer.pair("By March 29, there were over 300 cases.", evidence).relation is SUPPORTS
    assert pairer.pair("By March 29, 2019, there were over 300 cases.", evidence).relation is None


def test_the_reason_quotes_both_figures(pairer: Pairer) -> None:
    """Whoever reads the result sees what was weighed against what."""
    pairing = pairer.pair("Kestrel has over 300 boats.", "Kestrel has 320 boats.")
    assert pairing.reason == "“320” bears out “over 300”"
    assert "“over 300”" in pairer.pair("Kestrel has over 300 boats.", "Kestrel has 320 planes.").reason


WORDS = "over about 3 40 $5 6% 7/10 million boats Kestrel Kent in of which by May 2020 and , . ( new first the has -"


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.data())
def test_no_text_is_too_much(pairer: Pairer, data: st.DataObject) -> None:
    """Whatever two texts hold, there is a result with a reason, and it is the same when asked again."""
    texts = st.text(max_size=60) | st.lists(st.sampled_from(WORDS.split()), max_size=25).map(" ".join)
    claim, evidence = data.draw(texts), data.draw(texts)
    pairing = pairer.pair(claim, evidence)
    assert pairing.reason
    assert pairer.pair(claim, evidence) == pairing


@settings(max_examples=50, deadline=None, derandomize=True)
@given(st.integers(2, 99_999))
def test_a_claim_is_borne_out_by_itself(pairer: Pairer, number: int) -> None:
    """What was said before supports the same sentence, with any bound."""
    for bound in ("", "over ", "less than ", "about ", "at least "):
        said = f"Kestrel sold {bound}{number:,} boats."
        assert pairer.pair(said, said).relation is SUPPORTS

"""Is what one source tells told apart rightly: against itself, against others, alone, and with others?"""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.comparison import Comparison, Verdict, account_of, alone, beside, broken_by
from bot.desk import Desk
from tests.desks import add, desk_of, real_desk
from tests.sample.records import Records, language

FACTORS = language().words.numbers.factors


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return desk_of(Records(tmp_path_factory.mktemp("records")))


def ids(comparisons: tuple[Comparison, ...]) -> list[str]:
    return [comparison.fact.id for comparison in comparisons]


def test_each_fact_that_a_source_tells_stands_in_one_group(desk: Desk) -> None:
    """What it contradicts itself on is no longer what it stands apart on, and nothing stands twice."""
    account = account_of("011", desk.deal)
    assert ids(account.itself) == ["takeover"]
    assert ids(account.apart) == ["founder-role", "fenn-scope", "amount"]
    assert ids(account.alone) == ["successor", "slowdown", "stake", "valuation", "subsidiary"]
    assert account.shared == ()
    assert len(set(ids(account.spoken))) == len(account.spoken)


def test_what_others_say_as_well_is_shared(tmp_path: Path) -> None:
    """Where all that speak say the same, nobody stands apart."""
    records = Records(tmp_path)
    records.edit(
        "terms.yaml",
        'shares"}\n    "012": silent',
        'shares"}\n    "012":\n      - {value: 25%, stage: planned, at: 2, quote: "25% of it"}',
    )
    desk = desk_of(records)
    assert ids(account_of("011", desk.deal).shared) == ids(account_of("012", desk.deal).shared) == ["stake"]


def test_whose_words_would_mean_what_another_denies_stands_apart(desk: Desk) -> None:
    """An implication broken between two sources parts them, though they use the same words."""
    deal = desk.deal
    assert deal.facts["takeover"].stands_apart("010") is False
    assert [breach.premise.source for breach in broken_by("010", deal.facts["takeover"], deal)] == ["010"]
    assert "takeover" in ids(account_of("010", deal).apart)


def test_an_account_of_nobody_is_empty(desk: Desk) -> None:
    """A source that the deal does not know tells nothing."""
    assert account_of("999", desk.deal).spoken == ()


def test_everything_a_real_source_says_is_in_its_account() -> None:
    """In the real records, each source's account holds exactly the facts on which it has a claim."""
    desk = real_desk()
    for source in desk.store.sources:
        spoken = {fact.id for fact in desk.store.facts.values() if fact.claims.get(source)}
        assert set(ids(account_of(source, desk.deal).spoken)) == spoken


def test_one_source_alone_has_its_own_positions_only(desk: Desk) -> None:
    """What follows from one source's claims knows nothing of the others'."""
    own = alone("011", desk.deal.facts["amount"])
    assert own.verdict is Verdict.SINGLE_SOURCE
    assert [position.sources for position in own.positions] == [("011",)]
    assert alone("011", desk.deal.facts["clients"]).positions == ()


def test_beside_each_other_sources_are_compared_as_if_there_were_no_others(desk: Desk) -> None:
    """The talks against the announcement merely differ, once the source that disagrees is left out."""
    store, deal = beside(("010", "011"), desk.store, FACTORS)
    assert list(store.sources) == ["010", "011"]
    assert (desk.deal.facts["amount"].verdict, deal.facts["amount"].verdict) == (Verdict.DISAGREE, Verdict.DIFFER)
    assert deal.facts["haste"].positions == ()


def test_laws_hold_among_the_chosen_sources_alone(desk: Desk) -> None:
    """Arithmetic and implications are worked out again, from what these sources give."""
    _, deal = beside(("010", "012"), desk.store, FACTORS)
    assert (deal.arithmetic, deal.breaches) == ((), ())
    assert desk.deal.arithmetic


def test_the_order_of_the_names_changes_nothing(desk: Desk) -> None:
    """Whichever source is named first, the comparison is the same."""
    assert beside(("010", "012"), desk.store, FACTORS) == beside(("012", "010"), desk.store, FACTORS)


@pytest.mark.parametrize("fact", ["amount", "takeover", "clients", "founder-role", "fenn-scope"])
def test_standing_apart_is_mutual(desk: Desk, fact: str) -> None:
    """Of two sources that speak on a fact alone, either both stand apart or neither does."""
    _, deal = beside(("010", "011"), desk.store, FACTORS)
    found = deal.facts[fact]
    assert found.solidity.sources < 2 or found.stands_apart("010") == found.stands_apart("011")


def test_a_clash_belongs_to_the_source_that_makes_it(tmp_path: Path) -> None:
    """Who says two things that cannot both hold clashes with itself; the others do not."""
    records = Records(tmp_path)
    add(records, "company.yaml", TWO_MINDS)
    found = desk_of(records).deal.facts["seat"]
    assert (found.clashes("010"), found.clashes("011")) == (True, False)


TWO_MINDS = """
    seat:
      question: "Where does Kestrel Robotics sit?"
      about: [kestrel]
      subject: company
      kind: reading
      readings:
        north: {label: "in the north", cues: [up north]}
        south: {label: "in the south", cues: [down south]}
      says: "{kestrel} sits {value}"
      claims:
        "010":
          - {value: north, at: 4, quote: "up north"}
          - {value: south, at: 5, quote: "down south"}
        "011":
          - {value: north, at: 2, quote: "up north"}
        "012": silent
"""

"""Does the edition change with what the records say, and with nothing else?"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.edition import edition_of
from bot.fact import Store
from bot.problem import Place
from bot.record import Stage
from tests.sample.records import Records


@pytest.fixture
def records(tmp_path: Path) -> Records:
    return Records(tmp_path)


def changed(store: Store, fact: str, **more: object) -> Store:
    """The store with another first claim on a fact."""
    old = store.facts[fact]
    source = next(source for source, cell in old.claims.items() if cell)
    claim = replace(old.claims[source][0], **more)  # type: ignore[arg-type]  # any field of a claim
    claims = {**old.claims, source: (claim, *old.claims[source][1:])}
    return replace(store, facts={**store.facts, fact: replace(old, claims=claims)})


def test_the_same_records_are_the_same_edition(records: Records) -> None:
    """Reading the records again, or moving a claim to another line, gives the same version and digests."""
    store = records.store()
    assert edition_of(records.store()) == edition_of(store)
    assert edition_of(changed(store, "amount", place=Place("elsewhere.yaml", 99))) == edition_of(store)


def test_a_changed_claim_is_another_edition(records: Records) -> None:
    """Another stage of one claim gives another version and changes the digest of its fact and of no other."""
    store = records.store()
    before, after = edition_of(store), edition_of(changed(store, "amount", stage=Stage.RUMOURED))
    assert before.version != after.version
    assert before.digest(["amount", "stake"]) != after.digest(["amount", "stake"])
    assert before.digest(["stake"]) == after.digest(["stake"])


def test_a_fact_that_goes_or_comes_is_noticed(records: Records) -> None:
    """What is said of other facts than before has another digest; of no facts it has none."""
    edition = edition_of(records.store())
    digests = [edition.digest(facts) for facts in (["amount"], ["amount", "stake"], ["amount", "melted"], [])]
    assert len(set(digests)) == len(digests)
    assert digests[-1] == ""


def test_an_edition_tells_its_day(records: Records) -> None:
    """Under an answer stand the version and the day of curating."""
    edition = edition_of(records.store())
    assert edition.told == f"Records {edition.version}, curated 2030-01-15"

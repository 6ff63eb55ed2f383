"""Do a deal's files become the store, and is every slip in them told at once?"""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.problem import Place, StoreError
from bot.record import Modality, Stage
from bot.store import load, read
from bot.value import Names, OwnWords, PartialDate, Quantity, Reading
from tests.sample.records import DEAL, Records, language


@pytest.fixture
def records(tmp_path: Path) -> Records:
    return Records(tmp_path)


def test_records_become_a_store_in_their_order(records: Records) -> None:
    """Sources, facts, entities, events and unanswered questions are keyed by id, as the files list them."""
    store = records.store()
    assert store.deal.id == DEAL
    assert list(store.sources) == ["010", "011", "012"]
    assert list(store.facts)[:2] == ["founded-when", "staff"]
    assert next(iter(store.entities)) == "harbour-mills"
    assert list(store.events) == ["founding", "deal"]
    assert list(store.unanswered) == ["salaries"]


def test_a_claim_carries_all_that_was_written(records: Records) -> None:
    """Value, stage, place of the citation, modality and line of the record arrive typed."""
    fact = records.store().facts["amount"]
    claim = fact.claims["010"][0]
    assert isinstance(claim.value, Quantity)
    assert (claim.fact, claim.source, claim.written) == ("amount", "010", "over $2 billion")
    assert (claim.citation.paragraph, claim.also, claim.stage) == (2, ("5",), Stage.TALKS)
    assert claim.modality is Modality.REPORT
    assert claim.place == Place(str(records.path("terms.yaml")), records.line("terms.yaml", "over $2 billion"))


def test_each_kind_of_fact_has_its_kind_of_value(records: Records) -> None:
    """The fact's kind decides how a claim's value is read."""
    facts = records.store().facts
    kinds = {name: type(facts[name].all_claims[0].value) for name in facts}
    assert kinds["amount"] is kinds["stake"] is kinds["staff"] is Quantity
    assert kinds["founded-when"] is PartialDate
    assert kinds["clients"] is kinds["successor"] is Names
    assert kinds["takeover"] is Reading
    assert kinds["haste"] is OwnWords


def test_silence_is_a_cell_without_claims(records: Records) -> None:
    """A source that was read and says nothing stands in the fact, with no claim."""
    stake = records.store().facts["stake"]
    assert stake.claims["010"] == ()
    assert stake.silent == ("010", "012")


def test_a_cell_cannot_be_left_empty(records: Records) -> None:
    """Neither an empty list nor another word stands for silence."""
    for slip in ("[]", "nothing", "null"):
        records.edit(
            "company.yaml", '"011": silent\n    "012": silent\n\nstaff', f'"011": {slip}\n    "012": silent\n\nstaff'
        )
        assert records.codes() >= {"Y006"}
        records.edit("company.yaml", f'"011": {slip}\n', '"011": silent\n')


def test_every_slip_is_told_at_once_with_its_line(records: Records) -> None:
    """Slips in several files come together, by file and line."""
    records.edit("company.yaml", "kind: date", "kind: day")
    records.edit("terms.yaml", "value: $8 billion", "value: much")
    records.edit("entities.yaml", "names: [Oakline]", "name: Oakline")
    with pytest.raises(StoreError) as error:
        records.store()
    told = [(Path(problem.place.file).name, problem.place.line, problem.code) for problem in error.value.problems]
    assert told == [
        ("company.yaml", records.line("company.yaml", "kind: day"), "Y006"),
        ("entities.yaml", records.line("entities.yaml", "name: Oakline") - 2, "Y006"),
        ("entities.yaml", records.line("entities.yaml", "name: Oakline"), "Y006"),
        ("terms.yaml", records.line("terms.yaml", "value: much"), "V001"),
    ]


def test_what_is_sound_is_read_beside_what_is_broken(records: Records) -> None:
    """The linter gets the rest of the store, so that one slip does not hide the others."""
    records.edit("company.yaml", "kind: date", "kind: day")
    store, problems = read(records.deal, records.seeds, language())
    assert store is not None
    assert "founded-when" not in store.facts
    assert "staff" in store.facts
    assert len(problems) == 1


def test_without_a_deal_record_there_is_no_store(records: Records) -> None:
    """A deal whose own record cannot be read is not served, and the problem says so."""
    records.path("deal.yaml").write_text("title: [\n")
    store, problems = read(records.deal, records.seeds, language())
    assert store is None
    assert [problem.code for problem in problems] == ["Y002"]


@pytest.mark.parametrize("key", ["id", "place"])
def test_a_record_does_not_name_what_the_reader_gives_it(records: Records, key: str) -> None:
    """The id is the key and the place is the line; written out they are unknown keys."""
    records.edit("entities.yaml", "names: [Oakline]", f"names: [Oakline]\n  {key}: oakline")
    assert records.codes() >= {"Y006"}


def test_missing_folders_are_problems(tmp_path: Path) -> None:
    """Folders that are not there, or hold nothing, are told as such."""
    with pytest.raises(StoreError) as error:
        load(tmp_path / "none", tmp_path / "seeds", language())
    assert {problem.code for problem in error.value.problems} == {"Y001"}


def test_records_of_unanswered_questions_are_optional(records: Records) -> None:
    """A deal without unanswered.yaml is complete."""
    records.path("unanswered.yaml").unlink()
    assert records.store().unanswered == {}

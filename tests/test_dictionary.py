"""Does the data dictionary in facts/README.md describe the records as the code reads them?"""

from __future__ import annotations

import inspect
import re
from enum import StrEnum
from pathlib import Path

import pytest
from pydantic import BaseModel

from bot import record
from tests.sample.records import Records

README = Path(__file__).parent.parent / "facts" / "README.md"
TABLES = {
    record.FactRecord: ("A fact", "field"),
    record.ReadingRecord: ("A reading", "field"),
    record.ClaimRecord: ("A claim", "field"),
    record.Entity: ("An entity", "field"),
    record.Role: ("An entity", "role's field"),
    record.Event: ("An event", "field"),
    record.Topic: ("A topic", "field"),
    record.Unanswered: ("An unanswered question", "field"),
    record.Deal: ("The deal", "field"),
    record.Subject: ("The deal", "subject's field"),
    record.Product: ("The deal", "product's field"),
    record.Ratio: ("The deal", "ratio's field"),
    record.Implies: ("The deal", "implication's field"),
    record.HeldReading: ("The deal", "premise's or conclusion's field"),
    record.Source: ("An article's record", "field"),
}
KEYS = {
    record.FactRecord,
    record.Entity,
    record.Event,
    record.Topic,
    record.Unanswered,
    record.Deal,
}  # their id is a key or a folder


def test_the_dictionary_covers_every_kind_of_record() -> None:
    """Each model of the records has its table."""
    models = {
        model
        for name, model in inspect.getmembers(record, inspect.isclass)
        if issubclass(model, BaseModel) and model.__module__ == record.__name__ and not name.startswith("_")
    }
    of_the_package = {model for model in models if model.__name__.endswith("Words")}  # explained in words.yaml
    assert models - of_the_package == set(TABLES)


@pytest.mark.parametrize("model", TABLES, ids=lambda model: model.__name__)
def test_the_dictionary_explains_every_field(model: type[BaseModel]) -> None:
    """A record's table lists exactly the fields that the record may have."""
    not_written = {"place"} | ({"id"} if model in KEYS else set())
    fields = {field.alias or name for name, field in model.model_fields.items()} - not_written
    assert documented()[TABLES[model]] == fields


@pytest.mark.parametrize(
    ("field", "words"),
    [("kind", record.Kind), ("answers", record.Sought), ("stage", record.Stage), ("modality", record.Modality)],
    ids=str,
)
def test_the_dictionary_lists_every_word_of_a_closed_list(field: str, words: type[StrEnum]) -> None:
    """Where a field takes one of a few words, the dictionary names them all."""
    row = re.search(rf"^\| `{field}` \| (.*)$", README.read_text("utf-8"), re.MULTILINE)
    assert row
    assert set(re.findall(r"`(\w+)`", row[1])) >= {word.value for word in words}


def test_the_example_of_a_fact_is_right(tmp_path: Path) -> None:
    """The fact that the dictionary adds to the example deal passes the full check, receipts aside."""
    records = Records(tmp_path)
    (example,) = re.findall(r"```yaml\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    company = records.path("company.yaml")
    company.write_text(f"{company.read_text('utf-8')}\n{example}", "utf-8")
    assert records.codes(full=True) == {"R001"}


def documented() -> dict[tuple[str, str], set[str]]:
    """The field names of each table, by heading and by the head of its first column."""
    tables: dict[tuple[str, str], set[str]] = {}
    heading = first = ""
    for line in README.read_text("utf-8").splitlines():
        if line.startswith("#"):
            heading = line.lstrip("# ")
        elif head := re.match(r"\| ([\w' ]*field) \|", line):
            first = head[1]
        elif row := re.match(r"\| ((?:`\w+`(?:, )?)+) \|", line):
            tables.setdefault((heading, first), set()).update(re.findall(r"`(\w+)`", row[1]))
    return tables

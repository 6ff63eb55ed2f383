"""Which records does the schema let in, and what do the small models know of themselves?"""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from bot.problem import Place
from bot.record import ClaimRecord, Deal, Entity, Event, FactRecord, Implies, Product, Ratio, Source, Stage

PLACE = Place("records.yaml", 1)
FACT = {
    "id": "price",
    "place": PLACE,
    "question": "What does it cost?",
    "about": ["kestrel"],
    "subject": "terms",
    "kind": "money",
    "says": "it costs {value}",
    "claims": {"010": "silent"},
}
CLAIM = {"value": "$2 billion", "at": "2", "quote": "is paying $2 billion"}
SOURCE = {
    "id": "010",
    "place": PLACE,
    "file": "010_early.txt",
    "sha256": "0" * 64,
    "label": "Early Word",
    "title": None,
    "url": None,
    "publisher": None,
    "author": None,
    "published": None,
    "digest": "Speaks of talks.",
}


def refused(model: type[Any], record: dict[str, Any], **changes: object) -> bool:
    try:
        model.model_validate(record | changes)
    except ValidationError:
        return True
    return False


def test_a_fact_needs_little_and_holds_what_was_written() -> None:
    """What a fact leaves out is empty or false, never guessed."""
    fact = FactRecord.model_validate(FACT)
    assert (fact.term, fact.rungs, fact.open, fact.unit, fact.readings) == (False, False, False, None, {})
    assert fact.claims == {"010": ()}


@pytest.mark.parametrize(("written", "value"), [("true", True), ("false", False)])
def test_a_flag_is_true_or_false(written: str, value: bool) -> None:
    """Scalars arrive as text, and only these two words are flags."""
    assert FactRecord.model_validate(FACT | {"term": written}).term is value


@pytest.mark.parametrize("word", ["yes", "True", "1", ""])
def test_no_other_word_is_a_flag(word: str) -> None:
    """A word that only looks like a flag is refused."""
    assert refused(FactRecord, FACT, term=word)


@pytest.mark.parametrize("cell", ["nothing", "", [], {}, None, "Silent"])
def test_silence_has_one_word(cell: object) -> None:
    """A cell is a list of claims or the word `silent`; an empty one could be an oversight."""
    assert refused(FactRecord, FACT, claims={"010": cell})


@pytest.mark.parametrize("name", ["Price", "the_price", "price-", "-price", "the price", ""])
def test_ids_are_kebab_case(name: str) -> None:
    """One way to write an id, so that it can be typed from memory."""
    assert refused(FactRecord, FACT, id=name)


@pytest.mark.parametrize("source", ["10", "0100", "abc", "10a"])
def test_a_source_has_three_digits(source: str) -> None:
    """Citations name sources by three digits."""
    assert refused(FactRecord, FACT, claims={source: "silent"})
    assert refused(Source, SOURCE, id=source)


@pytest.mark.parametrize("place", ["0", "01", "2.1", "-1", "two", ""])
def test_a_claim_stands_in_a_paragraph(place: str) -> None:
    """`at` is a paragraph's number from 1."""
    assert refused(ClaimRecord, CLAIM, at=place)


@pytest.mark.parametrize(
    ("place", "fits"), [("5", True), ("5.2", True), ("5.0", False), ("5.", False), ("5.2.1", False)]
)
def test_other_places_are_paragraphs_or_sentences(place: str, fits: bool) -> None:
    """`also` and `no_fact` name a paragraph or one sentence of it."""
    assert refused(ClaimRecord, CLAIM, also=[place]) is not fits
    assert refused(Source, SOURCE, no_fact={place: "rhetorical"}) is not fits


@pytest.mark.parametrize(
    ("model", "record"), [(FactRecord, FACT), (ClaimRecord, CLAIM), (Source, SOURCE)], ids=["fact", "claim", "source"]
)
def test_unknown_keys_are_refused(model: type[Any], record: dict[str, Any]) -> None:
    """A misspelt key would otherwise be lost in silence."""
    assert not refused(model, record)
    assert refused(model, record, remark="hm")


@pytest.mark.parametrize("name", ["title", "url", "publisher", "author", "published"])
def test_a_source_says_what_its_article_does_not(name: str) -> None:
    """What the article does not print is written as null; it may be neither left out nor blank."""
    assert refused(Source, {key: value for key, value in SOURCE.items() if key != name})
    assert refused(Source, SOURCE, **{name: ""})
    assert not refused(Source, SOURCE, **{name: "as printed"})


def test_a_source_is_introduced_by_id_and_label() -> None:
    """That is how people meet it before they know the number."""
    assert Source.model_validate(SOURCE).name == "010 Early Word"


def test_an_entity_is_shown_by_its_first_name() -> None:
    """The first of its names is the one to print; an entity without names is refused."""
    record = {"id": "kestrel", "place": PLACE, "kind": "company", "names": ["Kestrel Robotics", "Kestrel"]}
    assert Entity.model_validate(record).name == "Kestrel Robotics"
    assert refused(Entity, record, names=[])


def test_an_event_rests_on_something() -> None:
    """Facts, or single readings of facts, bear an event; one that rests on nothing is refused."""
    record = {"id": "start", "place": PLACE, "says": "it starts", "rests_on": ["founded-when", "stage=talks"]}
    assert not refused(Event, record)
    assert refused(Event, record, rests_on=[])
    assert refused(Event, record, rests_on=["stage=talks=now"])


def test_laws_are_told_apart_by_their_kind() -> None:
    """Each kind of law has its own fields, in the words of the file."""
    deal = {
        "id": "deal",
        "place": PLACE,
        "title": "A deal",
        "curated": "2030-01-15",
        "headlines": [],
        "subjects": {},
        "laws": [
            {"id": "a", "kind": "product", "of": ["x", "y"], "gives": "z", "if": "it is so"},
            {"id": "b", "kind": "ratio", "from": "x", "to": "y", "factor": "double"},
            {"id": "c", "kind": "implies", "if": {"fact": "x", "reading": "r"}, "then": {"fact": "y", "reading": "s"}},
        ],
    }
    laws = Deal.model_validate(deal).laws
    assert [type(law) for law in laws] == [Product, Ratio, Implies]
    assert refused(Deal, deal, laws=[{"id": "d", "kind": "sum", "of": ["x", "y"]}])


def test_terms_are_set_from_the_plan_on() -> None:
    """Rumours and talks come before terms; plan, announcement and closing have them."""
    assert [stage for stage in Stage if stage.before_terms] == [Stage.RUMOURED, Stage.TALKS]

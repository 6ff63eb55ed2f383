"""Has each row the fields that programs were promised?"""

from __future__ import annotations

import json

import pytest

from bot.cli import rows
from bot.desk import Desk
from tests.desks import desk_of, real_desk
from tests.sample.records import Records


@pytest.fixture
def desk(records: Records) -> Desk:
    return desk_of(records)


def citation(source: str, paragraph: int, quote: str) -> rows.Row:
    return {"source": source, "paragraph": paragraph, "quote": quote}


def test_a_fact_row_holds_what_is_said_and_who_is_silent(desk: Desk) -> None:
    """The sentence comes without its citations and marks, which have fields of their own."""
    found = {row["id"]: row for row in rows.fact_rows(desk)}
    assert found["founder-role"] == {
        "id": "founder-role",
        "question": "Is Fenn the founder or a co-founder?",
        "kind": "reading",
        "subject": "company",
        "verdict": "differ",
        "severity": None,
        "says": "Ida Fenn is the founder / a co-founder of Kestrel Robotics",
        "citations": [
            citation("010", 4, "founded in 2011 by Ida Fenn"),
            citation("011", 3, "Ida Fenn, co-founder and chief executive"),
        ],
        "silent": ("012",),
    }


def test_the_summary_is_rows_of_headline_facts(desk: Desk) -> None:
    """A headline is a fact like any other."""
    facts = {row["id"]: row for row in rows.fact_rows(desk)}
    assert [*rows.summary_rows(desk)] == [facts["amount"], facts["stake"]]


def test_an_event_row_is_dated_only_by_a_source(desk: Desk) -> None:
    """`when` is EDTF, `date` the words of the source; both are null where no source gives a date."""
    founding, deal = rows.timeline_rows(desk)
    assert (founding["id"], founding["when"], founding["date"]) == ("founding", "2011", "2011")
    assert founding["citations"] == [citation("010", 4, "founded in 2011")]
    assert (deal["when"], deal["date"], deal["facts"]) == (None, None, ["amount", "takeover"])


def test_an_event_row_shows_no_date_that_no_claim_gives(records: Records) -> None:
    """A date that only the event's record has is none."""
    records.edit("events.yaml", 'when: "2011"', 'when: "2012"')
    founding, _ = rows.timeline_rows(desk_of(records))
    assert (founding["when"], founding["date"]) == (None, None)


def test_a_disagreement_row_holds_the_proof(desk: Desk) -> None:
    """Verdict, severity, the reason, and each position with its quotes."""
    found = {row["fact"]: row for row in rows.disagreement_rows(desk)}
    assert found["fenn-scope"] == {
        "fact": "fenn-scope",
        "question": "How much of the robot work will Fenn lead?",
        "verdict": "disagree",
        "severity": "major",
        "label": "Sources disagree (major)",
        "reason": "All robot work [011] and parts of the robot work [012] exclude each other.",
        "positions": [
            {
                "value": "All robot work",
                "detail": "",
                "citations": [citation("011", 3, "to head all of its robot work")],
            },
            {
                "value": "Parts of the robot work",
                "detail": "",
                "citations": [citation("012", 3, "lead parts of the robot work")],
            },
        ],
        "also": [],
    }


def test_a_source_row_tells_what_the_article_does_not(desk: Desk) -> None:
    """What an article does not tell of itself is null, never filled from elsewhere."""
    overview = [*rows.source_rows(desk)][-1]
    assert overview == {
        "id": "012",
        "label": "Short Overview",
        "title": None,
        "publisher": None,
        "author": None,
        "published": None,
        "url": None,
        "digest": "A few lines on the plan, with a table of two rows.",
        "quality": (),
    }


def test_an_entity_row_lists_the_names(desk: Desk) -> None:
    """Programs learn how each entity may be called."""
    assert next(rows.entity_rows(desk)) == {
        "id": "harbour-mills",
        "kind": "company",
        "name": "Harbour Mills",
        "names": ("Harbour Mills", "HM"),
    }


def test_a_refused_row_has_the_fields_of_an_answer(desk: Desk) -> None:
    """A program that reads answers can read refusals too."""
    refused = rows.refused_row({"question": "caf\ufffd"}, "not UTF-8")
    assert refused.pop("error") == "not UTF-8"
    assert refused.keys() == rows.answer_row({"question": ""}, desk.ask("?")).keys()
    assert (refused["answered"], refused["text"], refused["disagreement"]) == (False, "", False)


def test_every_real_row_is_json_and_cites_the_store() -> None:
    """Of the real records too, each row can be sent, and each citation in it is a claim's."""
    desk = real_desk()
    known = {(c.source, c.paragraph, c.quote) for c in (claim.citation for claim in desk.store.claims())}
    every = [
        *rows.fact_rows(desk),
        *rows.timeline_rows(desk),
        *(position for row in rows.disagreement_rows(desk) for position in listed(row["positions"])),
    ]
    cited = {tuple(place.values()) for row in json.loads(json.dumps(every)) for place in row["citations"]}
    assert cited <= known
    assert cited


def listed(positions: object) -> list[rows.Row]:
    assert isinstance(positions, list)
    return positions

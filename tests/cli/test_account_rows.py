"""Do `source`, `compare` and `why` give programs what they show people?"""

from __future__ import annotations

import json

import pytest

from bot.cli import account_rows as rows
from bot.desk import Desk
from tests.cli.shell import Shell
from tests.desks import desk_of, real_desk
from tests.sample.records import Records


@pytest.fixture
def desk(records: Records) -> Desk:
    return desk_of(records)


def test_a_source_row_holds_all_that_it_says(desk: Desk) -> None:
    """Each fact with its group, in the words of this source alone, and the remarks on its quality."""
    row = json.loads(json.dumps(rows.source_row("signed deal", desk)))
    assert (row["name"], row["source"], row["answered"]) == ("signed deal", "011", True)
    assert row["quality"] == ["calls the deal a takeover once, in a paragraph on taxes"]
    assert [(told["fact"], told["group"]) for told in row["says"][:3]] == [
        ("takeover", "itself"),
        ("amount", "apart"),
        ("founder-role", "apart"),
    ]
    assert row["says"][1] == {
        "fact": "amount",
        "subject": "terms",
        "group": "apart",
        "verdict": "disagree",
        "says": "Harbour Mills invests $2 billion in Kestrel Robotics",
        "citations": [{"source": "011", "paragraph": 2, "quote": "is paying $2 billion for"}],
    }


def test_an_unknown_source_says_nothing(desk: Desk) -> None:
    """The row has the same fields, no source, and what comes nearest."""
    row = rows.source_row("019", desk)
    assert row.keys() == rows.source_row("011", desk).keys()
    assert (row["source"], row["answered"], row["says"]) == (None, False, [])
    assert row["suggestions"] == [f"dealcheck source {name}" for name in ("010", "011", "012")]


def test_compared_sources_are_a_row_a_fact(desk: Desk) -> None:
    """Each fact of which one of the two speaks, with who speaks and how they stand, as if there were no third."""
    found = {str(row["fact"]): row for row in rows.compare_rows("010 and 11", desk)}
    assert len(found) == 13
    assert (found["amount"]["verdict"], found["amount"]["sources"]) == ("differ", ["010", "011"])
    assert (found["staff"]["verdict"], found["staff"]["sources"]) == ("single-source", ["010"])
    assert "haste" not in found


@pytest.mark.parametrize("names", ["", "010", "010 019"])
def test_fewer_than_two_sources_are_one_row(desk: Desk, names: str) -> None:
    """A slip is told in the fields of an answer."""
    (row,) = rows.compare_rows(names, desk)
    assert row["answered"] is False
    assert row["suggestions"]


def test_a_why_row_holds_everything_that_the_verdict_rests_on(desk: Desk) -> None:
    """Positions with their quotes, the reason, arithmetic that does not fit, and what makes it solid or not."""
    row = json.loads(json.dumps(rows.why_row("the amount", desk)))
    assert (row["asked"], row["fact"], row["verdict"], row["severity"]) == ("the amount", "amount", "disagree", "minor")
    assert row["reason"].startswith("$2 billion [011] and about $2.1 billion [012] do not overlap")
    assert row["positions"][0]["value"] == "$2 billion (as announced)"
    assert row["solidity"] == {
        "sources": 3,
        "claims": 3,
        "hedged": 1,
        "modalities": {"report": 1},
        "attributed": 0,
        "unattributed": 3,
    }


def test_words_that_mean_no_single_fact_have_no_grounds(desk: Desk) -> None:
    """Several facts are named, and which one is meant is left open."""
    row = rows.why_row("fenn", desk)
    assert row["fact"] is None
    assert "positions" not in row
    assert row["facts"] == ("successor", "founder-role", "fenn-scope")


def test_every_real_row_can_be_sent() -> None:
    """Of the real records, each source, each fact and a pair of sources are rows of JSON."""
    desk = real_desk()
    first, second, *_ = desk.store.sources
    every = [
        *(rows.source_row(source, desk) for source in desk.store.sources),
        *(rows.why_row(fact, desk) for fact in desk.store.facts),
        *rows.compare_rows(f"{first} {second}", desk),
    ]
    assert [row for row in every if json.loads(json.dumps(row)) is None] == []
    assert [fact for fact in desk.store.facts if rows.why_row(fact, desk)["fact"] != fact] == []


def test_sources_are_compared_from_the_command_line(shell: Shell) -> None:
    """Ids in place of sentences compare sources, for people and for programs."""
    assert shell.run("compare", "010", "011").startswith("010 Early Word and 011 Signed Deal\n")
    assert shell.run("compare", "10", "and", "11") == shell.run("compare", "010", "011", "--plain")
    assert len(shell.rows("compare", "010", "011")) == 13
    assert "Name two sources, such as dealcheck compare 010 011." in shell.run("compare", "011")

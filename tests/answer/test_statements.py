"""Is a fact said with every position cited, and is a disagreement shown with its proof?"""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answer import Chrome, Cited, Mark, Silence
from bot.answer.statements import cites, legend, notice, silence, statement
from bot.desk import Desk
from bot.text import render_line
from tests.desks import add, desk_of
from tests.sample.records import Records


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return desk_of(Records(tmp_path_factory.mktemp("records")))


def said(desk: Desk, fact: str) -> str:
    return render_line(statement(desk.deal.facts[fact], desk.store))


def test_a_fact_with_one_position_is_one_cited_sentence(desk: Desk) -> None:
    """The sentence carries the citations of all who hold it."""
    line = statement(desk.deal.facts["valuation"], desk.store)
    assert len(line) == 1
    assert isinstance(line[0], Cited)
    assert render_line(line) == "The deal values Kestrel Robotics at $8 billion [011 ¶2]"


def test_every_position_is_cited_on_its_own(desk: Desk) -> None:
    """Values that differ stand side by side in one sentence, each with its own sources, and are marked."""
    line = statement(desk.deal.facts["clients"], desk.store)
    assert [type(span) for span in line] == [Cited, Chrome, Cited, Mark]
    assert render_line(line) == (
        "Clients of Kestrel Robotics include Northgate [012 ¶2] / Northgate and Oakline [010 ¶4] (sources differ)"
    )


def test_the_stage_is_said_where_it_decides(desk: Desk) -> None:
    """A figure from the talks is told apart from those of the deal."""
    assert said(desk, "amount") == (
        "Harbour Mills invests $2 billion (as announced) [011 ¶2] / over $2 billion (in the talks, as reported) "
        "[010 ¶2] / about $2.1 billion (as planned) in Kestrel Robotics [012 ¶2] (sources disagree)"
    )
    assert "announced" not in said(desk, "valuation")


def test_a_qualifier_is_credited_to_its_source(desk: Desk, tmp_path: Path) -> None:
    """Who alone says non-voting is named once others give the figure without it."""
    assert said(desk, "stake") == "Harbour Mills takes 25% (non-voting) of Kestrel Robotics [011 ¶2, ¶5]"
    records = Records(tmp_path)
    records.edit("terms.yaml", f'shares"}}\n{SILENT}', f'shares"}}\n{PLAIN_STAKE}')
    assert said(desk_of(records), "stake") == (
        "Harbour Mills takes 25% (non-voting according to 011) of Kestrel Robotics [011 ¶2, ¶5; 012 ¶2]"
    )


def test_what_no_source_speaks_on_is_said_to_be_so(tmp_path: Path) -> None:
    """A fact that every source is silent on is a silence, never an empty sentence."""
    records = Records(tmp_path)
    add(records, "company.yaml", ALL_SILENT)
    desk = desk_of(records)
    line = statement(desk.deal.facts["debt"], desk.store)
    assert render_line(line) == "What does Kestrel Robotics owe? No source says."
    assert Silence("No source says.", ("010", "011", "012")) in line


def test_silence_names_the_sources_that_were_read(desk: Desk) -> None:
    """Sources that do not speak on a fact are named; where all speak, nothing is said."""
    facts = desk.store.facts
    assert render_line(silence(facts["founder-role"])) == "012 does not say."
    assert render_line(silence(facts["staff"])) == "011 and 012 do not say."
    assert silence(facts["amount"]) == ()


def test_a_notice_shows_each_position_with_its_quotes(desk: Desk) -> None:
    """Whoever reads the notice sees every value and, word for word, who says it."""
    shown = notice(desk.deal.facts["founder-role"], desk.deal, desk.store)
    assert [(stand.value, [c.quote for c in stand.citations]) for stand in shown.stands] == [
        ("The founder", ["founded in 2011 by Ida Fenn"]),
        ("A co-founder", ["Ida Fenn, co-founder and chief executive"]),
    ]
    assert shown.topic == "Is Fenn the founder or a co-founder?"


def test_a_restatement_is_shown_with_the_position_it_restates(tmp_path: Path) -> None:
    """A source's looser wording is quoted beside the exact one and is no position of its own."""
    records = Records(tmp_path)
    records.edit("terms.yaml", "modality: report}\n", f"modality: report}}\n{ROUNDER}")
    desk = desk_of(records)
    stands = notice(desk.deal.facts["amount"], desk.deal, desk.store).stands
    assert [(stand.value, stand.detail) for stand in stands][1] == (
        "Over $2 billion (in the talks, as reported)",
        "also put as $2 billion",
    )
    assert [citation.paragraph for citation in stands[1].citations] == [2, 5]


def test_a_notice_brings_the_arithmetic_that_does_not_fit(tmp_path: Path) -> None:
    """Figures of one source that do not multiply out are shown with the facts that they belong to."""
    records = Records(tmp_path)
    records.edit("terms.yaml", "value: $8 billion", "value: $14 billion")
    desk = desk_of(records)
    extra = [render_line(line) for line in notice(desk.deal.facts["amount"], desk.deal, desk.store).extra]
    assert any(line.startswith("25% [011] × $14 billion [011] comes to about $3.5 billion") for line in extra)
    assert all("does not multiply out" in line or "does not fit" in line for line in extra)


def test_arithmetic_that_fits_is_no_part_of_a_notice(desk: Desk) -> None:
    """A notice is about what does not agree."""
    assert notice(desk.deal.facts["amount"], desk.deal, desk.store).extra == ()


def test_a_legend_names_each_cited_source_once(desk: Desk) -> None:
    """The label of a source is given once, in the order of the sources."""
    citations = cites(desk.store.facts["amount"].all_claims) * 2
    assert legend(citations, desk.store).sources == (
        ("010", "Early Word"),
        ("011", "Signed Deal"),
        ("012", "Short Overview"),
    )


ROUNDER = '      - {value: $2 billion, stage: talks, at: 5, quote: "A sum north of $2 billion"}\n'
SILENT = '    "012": silent\n'
PLAIN_STAKE = '    "012":\n      - {value: 25%, stage: planned, at: 2, quote: "plans to invest roughly $2.1 billion"}\n'
ALL_SILENT = """
    debt:
      question: "What does Kestrel Robotics owe?"
      about: [kestrel]
      subject: company
      kind: money
      says: "{kestrel} owes {value}"
      claims: {"010": silent, "011": silent, "012": silent}
"""

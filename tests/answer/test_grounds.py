"""Is everything shown that a verdict rests on, and is the fact found by whatever people call it?"""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answer import Notice
from bot.answer.grounds import grounds, why
from bot.comparison import Verdict
from bot.desk import Desk
from bot.text import render
from tests.desks import add, desk_of, real_desk
from tests.sample.records import Records


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return desk_of(Records(tmp_path_factory.mktemp("records")))


def test_a_disagreement_is_shown_with_its_proof(desk: Desk) -> None:
    """The positions with their quotes, the reason, the figures that fit, how solid it is."""
    lines = render(grounds("amount", desk.store, desk.deal)).splitlines()
    assert lines[0] == "How much does Harbour Mills pay?"
    assert "Sources disagree (minor)" in lines
    assert "      012 ¶2: “plans to invest roughly $2.1 billion”" in lines
    assert "they are $50 million (2.4%) apart. [011 ¶2; 012 ¶2]" in next(line for line in lines if "Why: " in line)
    assert (
        "• 25% [011] × $8 billion [011] comes to about $2 billion; 011 gives $2 billion, which fits. [011 ¶2, ¶5]"
        in (lines)
    )
    assert lines[lines.index("How solid it is") + 1].startswith("It rests on 3 claims from 3 sources:")


def test_a_fact_without_dispute_has_its_quotes_too(desk: Desk) -> None:
    """Why somebody may rely on it is shown without a notice: who speaks, in which words, and who does not."""
    answer = grounds("successor", desk.store, desk.deal)
    assert answer.verdict is Verdict.SINGLE_SOURCE
    assert not any(isinstance(element, Notice) for element in answer.elements)
    lines = render(answer).splitlines()
    assert lines[lines.index("One source only") + 1] == "011 Signed Deal: “Tom Arkwright becomes” [011 ¶4]"
    assert "010 and 012 do not say." in lines


def test_a_fact_of_which_nobody_speaks_says_so(tmp_path: Path) -> None:
    """There is no verdict on silence, and nothing that it could rest on."""
    records = Records(tmp_path)
    add(records, "company.yaml", ALL_SILENT)
    desk = desk_of(records)
    answer = grounds("debt", desk.store, desk.deal)
    assert (answer.answered, answer.verdict) == (False, None)
    assert "No source says." in render(answer)
    assert "How solid" not in render(answer)


@pytest.mark.parametrize(
    "words", ["founder-role", "founder role", "FOUNDER-ROLE ", "is fenn the founder or a co-founder"]
)
def test_a_fact_is_found_by_its_name_or_by_what_it_is_about(desk: Desk, words: str) -> None:
    """Its id, the id's words, and how people ask for it all mean the same fact."""
    assert why(words, desk.store, desk.deal, desk.asker).facts == ("founder-role",)


def test_several_facts_are_offered(desk: Desk) -> None:
    """A name that several facts are about gives each in a line, and a button for its grounds."""
    answer = why("fenn", desk.store, desk.deal, desk.asker)
    assert answer.title == "Which fact?"
    assert answer.suggestions[1:] == ("/deal why founder-role", "/deal why fenn-scope")
    assert "founder-role: Ida Fenn is the founder [010 ¶4] / a co-founder" in render(answer)


def test_nothing_named_offers_what_is_in_dispute(desk: Desk) -> None:
    """Whoever names no fact most likely wants one on which the sources do not say the same."""
    answer = why("", desk.store, desk.deal, desk.asker)
    apart = [comparison.fact.id for comparison in desk.deal.disagreements()]
    assert answer.suggestions == tuple(f"/deal why {fact}" for fact in apart)
    assert not answer.answered


def test_an_unknown_fact_is_told_what_comes_nearest() -> None:
    """What means no fact gets the nearest names where there are any, else where to find them."""
    desk = real_desk()
    near = why("market confidents level zz", desk.store, desk.deal, desk.asker)
    far = why("qqq qqq", desk.store, desk.deal, desk.asker)
    assert "No fact is called “qqq qqq”." in render(far)
    assert "/deal facts lists them." in render(far)
    assert not far.answered
    assert near.answered or "The nearest is /deal why" in render(near)


def test_every_real_fact_is_found_by_its_name_and_has_grounds() -> None:
    """No id means anything else, and of each fact everything that it rests on can be shown."""
    desk = real_desk()
    for fact in desk.store.facts.values():
        answer = why(fact.id, desk.store, desk.deal, desk.asker)
        assert answer.facts == (fact.id,)
        assert {claim.citation for claim in fact.all_claims} <= set(answer.citations)


ALL_SILENT = """
    debt:
      question: "What does Kestrel Robotics owe?"
      about: [kestrel]
      subject: company
      kind: money
      says: "{kestrel} owes {value}"
      claims:
        "010": silent
        "011": silent
        "012": silent
"""

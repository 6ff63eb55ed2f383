"""Is it said how many claims a fact rests on, and what takes from their weight?"""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answer.solidity import solidity_line
from bot.desk import Desk
from bot.text import render_line
from tests.desks import add, desk_of, real_desk
from tests.sample.records import Records


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return desk_of(Records(tmp_path_factory.mktemp("records")))


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        ("haste", "It rests on 1 claim from 1 source: 1 without naming who said it. [012 ¶5]"),
        (
            "slowdown",
            "It rests on 1 claim from 1 source: 1 put as speculation and 1 without naming who said it. [011 ¶4]",
        ),
        (
            "amount",
            (
                "It rests on 3 claims from 3 sources: 1 put as hearsay, 1 hedged and 3 without naming who said it. "
                "[010 ¶2; 011 ¶2; 012 ¶2]"
            ),
        ),
    ],
)
def test_claims_are_counted_with_what_weakens_them(desk: Desk, fact: str, said: str) -> None:
    """Claims, sources, what is less than asserted, hedged figures, and claims that credit nobody; all are cited."""
    assert render_line(solidity_line(desk.deal.facts[fact])) == said


def test_what_nothing_weakens_is_said_to_rest_and_no_more(tmp_path: Path) -> None:
    """A claim that is asserted outright and credited to somebody has no weakness to tell."""
    records = Records(tmp_path)
    add(records, "company.yaml", CREDITED)
    assert render_line(solidity_line(desk_of(records).deal.facts["town"])) == (
        "It rests on 1 claim from 1 source. [010 ¶3]"
    )


def test_the_parts_never_exceed_the_whole() -> None:
    """Of every real fact, no count is larger than that of its claims."""
    for comparison in real_desk().deal.facts.values():
        solidity = comparison.solidity
        assert max(solidity.sources, solidity.hedged, solidity.unattributed) <= solidity.claims
        assert sum(number for _, number in solidity.modalities) <= solidity.claims


CREDITED = """
    town:
      question: "Where does Kestrel Robotics build?"
      about: [kestrel]
      subject: company
      kind: text
      says: "{kestrel} builds in {value}"
      claims:
        "010":
          - {value: a harbour town, at: 3, according_to: the mayor, quote: "builds there, the mayor says"}
        "011": silent
        "012": silent
"""

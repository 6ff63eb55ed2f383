"""Does the evidence show each claim as its article puts it, how it is read, and what the verdict follows from?"""

from __future__ import annotations

import pytest

from bot.answer import Heading
from bot.answer.evidence import evidence
from bot.desk import Desk
from bot.text import render
from tests.desks import desk_of, real_desk
from tests.sample.records import Records


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return desk_of(Records(tmp_path_factory.mktemp("records")))


def test_a_claim_stands_as_it_is_put_and_as_it_is_read(desk: Desk) -> None:
    """Quote, paragraph, the figure with what its hedge leaves open, and the stage."""
    told = render(evidence("amount", desk.store, desk.deal))
    assert (
        "• “plans to invest roughly $2.1 billion” [012 ¶2], read as about $2.1 billion"
        " ($2.05 billion to $2.15 billion), hedged, as planned" in told
    )
    assert "• “is paying $2 billion for” [011 ¶2], read as $2 billion, as announced" in told


def test_the_proof_is_there(desk: Desk) -> None:
    """The verdict, why it stands, the arithmetic, how solid the fact is, and its name in the records."""
    told = render(evidence("amount", desk.store, desk.deal))
    for words in ("Sources disagree (minor)", "Why: ", "which fits.", "How solid it is", "in the records: amount"):
        assert words in told


def test_every_speaking_article_has_its_heading_and_its_remarks() -> None:
    """Each source that speaks is named with its title and what to know of it; the silent ones are named as silent."""
    desk = real_desk()
    for fact in desk.store.facts.values():
        answer = evidence(fact.id, desk.store, desk.deal)
        speaking = [source for source, cell in sorted(fact.claims.items()) if cell]
        assert [part.source for part in answer.elements if isinstance(part, Heading) and part.source] == speaking
        told = render(answer)
        for source in (desk.store.sources[source] for source in speaking):
            assert (source.title or "It has no title.") in told
            assert all(remark in told for remark in source.quality)
        assert all(claim.citation in answer.citations for claim in fact.all_claims)

"""Does the gist of an answer keep all that somebody says, with its sources?"""

from __future__ import annotations

from bot.answer import Notice, Paragraph, Silence
from bot.answer.brief import gist
from bot.answer.elements import citations_of
from tests.desks import real_desk


def test_no_citation_of_a_claim_is_lost() -> None:
    """For every fact of the real records the gist cites every claim that the whole answer cites beside arithmetic."""
    desk = real_desk()
    for fact in desk.store.facts.values():
        answer = desk.ask(fact.question)
        whole = [part for part in answer.elements if not isinstance(part, Notice)]
        stands = [stand for part in answer.elements if isinstance(part, Notice) for stand in part.stands]
        wanted = {citation for part in whole for citation in citations_of(part)}
        wanted |= {citation for stand in stands for citation in stand.citations}
        assert wanted <= {citation for part in gist(answer.elements) for citation in citations_of(part)}


def test_the_gist_leaves_out_what_goes_beside() -> None:
    """Who does not say, and the arithmetic beside a disagreement, are left out; why the sources part is not."""
    answer = real_desk().ask("What is Scale AI valued at in the deal?")
    kept = gist(answer.elements)
    (notice,) = (part for part in kept if isinstance(part, Notice))
    assert notice.reason
    assert notice.extra == ()
    assert len(kept) < len(answer.elements)


def test_an_answer_of_silence_stays() -> None:
    """That the sources do not say is an answer."""
    silent = (Paragraph((Silence("The sources do not say.", ("000", "001")),)),)
    assert gist(silent) == silent

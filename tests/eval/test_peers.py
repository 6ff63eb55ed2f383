"""Is plain search a fair peer?"""

from __future__ import annotations

from pathlib import Path

from tests.eval.peers import BEST, SentenceSearch
from tests.eval.replies import desk
from tests.eval.scoring import Question


def test_search_gives_the_sentences_that_share_the_most_words(articles: Path) -> None:
    """The best sentence for an article's own words holds them; there are five, each with its source."""
    search = SentenceSearch(desk().store, articles)
    found = search.search("Droege interim CEO")
    assert len(found) == BEST
    assert all(word in found[0].text for word in ("Droege", "CEO"))
    assert {item.source for item in found} <= set(desk().store.sources)


def test_search_always_answers_and_is_excused_from_disagreement(articles: Path) -> None:
    """It is not asked what it cannot know, and never abstains."""
    search = SentenceSearch(desk().store, articles)
    for disagree in (True, False, None):
        question = Question(
            id="q",
            kind="direct",
            question="the stake",
            expect="answer",
            must=(),
            must_not=(),
            cite=(),
            disagree=disagree,
        )
        reply = search.answer(question)
        assert reply.answered
        assert reply.disagreement is bool(disagree)
        assert reply.cited

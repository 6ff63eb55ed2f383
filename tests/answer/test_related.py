"""Are the facts that stand near to one those that somebody would ask for next?"""

from __future__ import annotations

import pytest

from bot.answer.related import related
from bot.desk import Desk
from tests.desks import desk_of, real_desk
from tests.sample.records import Records


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return desk_of(Records(tmp_path_factory.mktemp("records")))


def test_what_a_law_ties_comes_first(desk: Desk) -> None:
    """The facts that are multiplied with one another stand nearest."""
    assert set(related("amount", desk.store, desk.deal).facts[:2]) == {"stake", "valuation"}


def test_each_fact_has_others_that_sources_speak_of() -> None:
    """No fact is near to itself, none is offered of which nobody speaks, and each line has its question."""
    desk = real_desk()
    for fact in desk.store.facts:
        near = related(fact, desk.store, desk.deal)
        assert fact not in near.facts
        assert 0 < len(near.facts) <= 5
        assert all(desk.store.facts[name].all_claims for name in near.facts)
        assert near.suggestions == tuple(desk.store.facts[name].question for name in near.facts)


def test_without_a_fact_it_says_how(desk: Desk) -> None:
    """Nothing named gives examples that can be typed."""
    answer = related(None, desk.store, desk.deal)
    assert not answer.answered
    assert answer.suggestions[0] == "/deal related amount"

"""Is what a thread was about cut to what the records still hold?"""

from __future__ import annotations

import pytest

from bot.question import Focus
from bot.question.focus import MOST_ENTITIES, MOST_FACTS, MOST_TOLD


def test_what_the_records_no_longer_hold_is_left_out() -> None:
    """Facts and entities that a curator took out are forgotten, the others keep their order."""
    focus = Focus(("price", "fleet", "crew"), ("kestrel", "oakline"), ("fleet", "price"), answered=False)
    assert focus.within({"crew", "price"}, {"oakline"}) == Focus(("price", "crew"), ("oakline",), ("price",), False)


def test_more_than_the_limits_is_left_out() -> None:
    """Of a long list the first count, which are the latest."""
    ids = tuple(str(number) for number in range(100))
    cut = Focus(ids, ids, ids).within(ids, ids)
    assert (cut.facts, cut.entities, cut.told) == (ids[:MOST_FACTS], ids[:MOST_ENTITIES], ids[:MOST_TOLD])


@pytest.mark.parametrize(
    ("focus", "is_something"),
    [(Focus(), False), (Focus(told=("price",)), False), (Focus(("price",)), True), (Focus((), ("kestrel",)), True)],
)
def test_there_is_something_to_follow_up_where_a_fact_or_a_name_is(focus: Focus, *, is_something: bool) -> None:
    """What was told before does not say what the thread is about now."""
    assert bool(focus) is is_something

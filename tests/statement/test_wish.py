"""Is what somebody only wants told from what is so?"""

from __future__ import annotations

import pytest

from bot.statement.wish import Wishes
from tests.desks import real_desk
from tests.sample.records import language

FACTS = real_desk().store.facts
WISHES = Wishes(language().words)


@pytest.mark.parametrize(
    ("text", "fact", "only"),
    [
        ("Droege wants to become the permanent CEO", "droege-post", True),
        ("Droege becomes the permanent CEO", "droege-post", False),
        ("Wang hopes to stay on the board", "wang-board", True),
        ("Meta wants to catch up with its rivals", "motive-catch-up", False),
        ("Meta wants a stake without votes", "stake-votes", False),
        ("The deal hopes to stir interest in crypto", "crypto", False),
    ],
)
def test_a_wish_is_no_fact_unless_the_fact_is_one(text: str, fact: str, only: bool) -> None:
    """Motives are told as wishes, terms are wished for until they are set, and what may be is still open."""
    assert WISHES.only_wished(text, FACTS[fact]) is only

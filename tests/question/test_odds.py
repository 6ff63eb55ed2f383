"""Is the target likeliest whose wordings use a question's words, in their order, more than the others do?"""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.question.odds import Odds, weighed

BUYS = (("who", "buy", "the", "mill"), ("buyer", "of", "the", "mill"))
COSTS = (("what", "do", "the", "mill", "cost"), ("price", "of", "the", "mill"), ("what", "be", "the", "price"))
ODDS = Odds(*weighed((BUYS, COSTS)))
words = st.lists(st.sampled_from(sorted({word for wording in (*BUYS, *COSTS) for word in wording} | {"moon"})))


def test_the_likeliest_target_has_nothing_against_it() -> None:
    """Odds are told against the likeliest target, which has 0; the others have less."""
    assert ODDS.of(("who", "buy"))[0] == 0.0 > ODDS.of(("who", "buy"))[1]
    assert ODDS.of(("price",))[1] == 0.0 > ODDS.of(("price",))[0]


def test_words_that_nobody_uses_say_nothing() -> None:
    """A question without a known word leaves all targets as likely as they were."""
    assert ODDS.of(("moon",)) == ODDS.of(()) == [0.0, 0.0]


def test_the_order_of_words_counts() -> None:
    """Two targets with the same words differ by which of them stand side by side."""
    odds = Odds(*weighed(([("he", "pay", "her")], [("her", "pay", "he")])))
    assert odds.of(("he", "pay", "her"))[1] < 0.0 == odds.of(("he", "pay", "her"))[0]


def test_a_word_that_fewer_use_says_more() -> None:
    """Of two words, the one that tells the targets apart decides."""
    assert ODDS.of(("mill", "price"))[1] == 0.0


def test_without_wordings_there_is_nothing_to_tell() -> None:
    """No targets have no odds, and a target without wordings is as likely as any other."""
    assert Odds(*weighed(())).of(("mill",)) == []
    assert Odds(*weighed(((), ()))).of(("mill",)) == [0.0, 0.0]


@given(words)
def test_the_order_of_targets_does_not_matter(stems: list[str]) -> None:
    """What is likely is so wherever it stands in the records."""
    assert Odds(*weighed((COSTS, BUYS))).of(stems) == ODDS.of(stems)[::-1]


@given(words)
def test_the_likeliest_has_zero(stems: list[str]) -> None:
    """No target is likelier than the likeliest."""
    assert max(ODDS.of(stems)) == 0.0

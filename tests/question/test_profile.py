"""Is it known what words each target knows, and how specific each word is?"""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.question.profile import Index
from bot.question.tally import tally
from bot.question.target import Target, TargetKind
from bot.terms import TermReader, stem
from tests.desks import real_desk
from tests.sample.records import language

IDEAS = (("buy", "acquire"), ("staff", "people"))


def made(name: str, *wordings: str, beside: tuple[str, ...] = ()) -> Target:
    return Target(name, TargetKind.FACT, (name,), wordings, beside, frozenset({"kestrel"}), None)


PRICE = made("price", "What is the price?", "price of the robots", "price tag", beside=("costs a fortune",))
BUYER = made("buyer", "Who wants to buy robots?")


@pytest.fixture(scope="module")
def terms() -> TermReader:
    return TermReader({}, language().words.questions)


@pytest.fixture(scope="module")
def index(terms: TermReader) -> Index:
    return Index((PRICE, BUYER), tally((PRICE, BUYER), terms), IDEAS)


def test_a_profile_counts_in_how_many_wordings_a_word_stands(index: Index) -> None:
    """Fillers are no words of a subject, and a word counts once for each wording."""
    assert index.profiles[0].counts == {"price": 3, "robot": 1, "tag": 1}


def test_a_target_accounts_for_what_it_knows(index: Index) -> None:
    """A word of many wordings counts in full; one of a single wording, a quote, an entity or an idea for less."""
    assert index.accounted("price", 0) == 1.0
    assert all(0 < index.accounted(word, 0) < 1 for word in ("tag", "fortun", "@kestrel"))
    assert 0 < index.accounted("acquir", 1) < 1
    assert index.accounted("price", 1) == index.accounted("peopl", 1) == 0.0


def test_a_word_of_few_targets_weighs_more_than_one_of_many(index: Index) -> None:
    """Specific is what tells one target from the others."""
    assert index.weight("price") > index.weight("robot") > 0


@pytest.mark.parametrize(("word", "least"), [("1999", 6.0), ("qzx", 6.0), ("of", 1.0)])
def test_an_unknown_word_weighs_by_how_rare_it_is(index: Index, word: str, least: float) -> None:
    """A figure or a name that no record knows is as specific as can be; a common word hardly is."""
    assert index.weight(word) == least


def test_a_wording_of_the_record_is_found_again(index: Index, terms: TermReader) -> None:
    """The very words of a wording belong to its target."""
    assert index.exactly(terms.read("price of the ROBOTS")) == 0
    assert index.exactly(terms.read("the robots of price")) is None


def test_likeness_is_full_for_a_wording_and_none_for_other_words(index: Index, terms: TermReader) -> None:
    """The cosine runs from 0 to 1."""
    full, none, some = (
        index.likeness(index.vector(terms.read(text)), (0, 1)) for text in ("price tag", "weather", "price")
    )
    assert math.isclose(full[0], 1.0)
    assert none == {0: 0.0, 1: 0.0}
    assert 0 == some[1] < some[0] < 1


def test_what_is_made_ready_says_the_same(index: Index, terms: TermReader) -> None:
    """Who asks first waits for nothing, and is told what all are told."""
    ready = Index((PRICE, BUYER), tally((PRICE, BUYER), terms), IDEAS)
    ready.get_ready()
    vector = index.vector(terms.read("price of robots"))
    assert ready.likeness(vector, (0, 1)) == index.likeness(vector, (0, 1))


def test_words_of_one_idea_are_alike(index: Index, terms: TermReader) -> None:
    """Who says `acquire` for `buy` is nearer where the two are known to be one idea."""
    asked, plain = terms.read("Who wants to acquire robots?"), Index((PRICE, BUYER), tally((PRICE, BUYER), terms), ())
    assert index.likeness(index.vector(asked), [1])[1] > plain.likeness(plain.vector(asked), [1])[1]


def test_odds_are_those_of_the_wordings(index: Index, terms: TermReader) -> None:
    """Each target is as likely as its own wordings make it."""
    assert index.odds(terms.read("price of the robots"))[1] < 0.0 == index.odds(terms.read("price of the robots"))[0]


@settings(deadline=None, max_examples=50)
@given(st.text(max_size=60))
def test_a_vector_has_the_length_of_one(text: str) -> None:
    """Texts of any length compare alike."""
    asker = real_desk().asker
    vector = asker.index.vector(asker.terms.read(text))
    length = math.sqrt(sum(value * value for value in vector.values()))
    assert not vector or math.isclose(length, 1.0)


@settings(deadline=None, max_examples=50)
@given(st.sampled_from(["pay", "stake", "nonsense", "2024", "@meta", "robot"]))
def test_every_share_lies_between_none_and_all(word: str) -> None:
    """No target accounts for more than a word."""
    index = real_desk().asker.index
    assert all(0 <= index.accounted(stem(word), place) <= 1 for place in range(len(index.profiles)))

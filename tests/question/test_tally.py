"""Is what the wordings come to told in plain data, and the same after it was kept?"""

from __future__ import annotations

import marshal
from pathlib import Path

import pytest

from bot.desk import Desk
from bot.question.tally import Tally, key, made_by, tally, unpacked
from bot.question.target import Target, TargetKind
from bot.shelf import Shelf
from bot.terms import TermReader
from tests.sample.records import Records, language

PRICE = Target(
    "price",
    TargetKind.FACT,
    ("price",),
    ("What is the price?", "price of the robots"),
    ("costs a fortune",),
    frozenset(),
    None,
)
BUYER = Target("buyer", TargetKind.FACT, ("buyer",), ("Who buys robots?",), (), frozenset(), None)


@pytest.fixture(scope="module")
def counted() -> Tally:
    return tally((PRICE, BUYER), TermReader({}, language().words.questions), ("hurry",))


def test_words_are_counted_as_they_are_spelled(counted: Tally) -> None:
    """Every text of the records tells how its words are spelled, and so do other texts."""
    assert (counted.spelled["price"], counted.spelled["costs"], counted.spelled["hurry"]) == (2, 1, 1)


def test_a_stem_is_known_to_the_targets_that_hold_it(counted: Tally) -> None:
    """A target counts once for a stem, whether it stands in its wordings or beside them."""
    assert (counted.spread["robot"], counted.spread["price"], counted.spread["fortun"]) == (2, 1, 1)
    assert "hurri" not in counted.spread


def test_what_a_target_knows_is_packed_and_unpacked(counted: Tally) -> None:
    """Its stems come back with in how many wordings they stand, those beside them, and each wording."""
    known = unpacked(counted.knowledge[0])
    assert known.counts == {"price": 2, "robot": 1}
    assert known.beside == {"cost", "fortun"}
    assert known.asked[1] == (("price", "of", "the", "robot"), ("price", "robot"))


def test_a_wording_has_the_place_of_its_target(counted: Tally) -> None:
    """The very words of a wording lead to its target."""
    assert counted.exact[key(("who", "buy", "robot"))] == 1


def test_a_tally_comes_back_from_plain_data(counted: Tally) -> None:
    """What is kept on disk holds built-in types alone."""
    kept = marshal.dumps(counted.plain)
    assert Tally(*marshal.loads(kept)) == counted  # noqa: S302 # our own bytes


def test_a_tally_rests_on_the_code_that_makes_it() -> None:
    """Where the cutting of texts or the odds change, what was kept before is stale."""
    assert all(f"def {name}(" in made_by() for name in ("normalise", "stem", "weighed", "tally"))


def test_answers_are_the_same_from_the_shelf(tmp_path: Path) -> None:
    """Whether the wordings were gone through now or in an earlier run, a question has one answer."""
    store = Records(tmp_path / "records").store()
    shelf = Shelf(tmp_path / "cache")
    desks = [Desk(store, language()), Desk(store, language(), shelf), Desk(store, language(), shelf)]
    answers = [desk.ask("What is the stake, and who leads Kestrel?") for desk in desks]
    assert answers[0] == answers[1] == answers[2]


def test_other_wordings_are_counted_anew(tmp_path: Path) -> None:
    """A wording that was added is known at once, though others were kept."""
    records, shelf = Records(tmp_path / "records"), Shelf(tmp_path / "cache")
    assert not Desk(records.store(), language(), shelf).terms.knows("zibeline")
    records.edit("topics.yaml", "asked_as: [", "asked_as: [zibeline, ")
    desk = Desk(records.store(), language(), shelf)
    assert desk.asker.terms.knows("zibeline")
    assert len(list((tmp_path / "cache").iterdir())) == 1

"""Is it told how far a text says a fact's own sentence, and of whom?"""

from __future__ import annotations

import pytest

from bot.desk import Desk
from bot.statement.frame import Frame, Frames
from tests.desks import desk_of
from tests.sample.records import Records


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return desk_of(Records(tmp_path_factory.mktemp("records")))


@pytest.fixture(scope="module")
def frames(desk: Desk) -> Frames:
    return Frames(desk.store, desk.asker.terms)


def test_a_frame_is_a_facts_sentence_without_its_value(desk: Desk) -> None:
    """Whom it tells of first, whom else, its other words, and the kind of names that it gives."""
    frame = Frame.of(desk.store.facts["successor"], desk.asker.terms)
    assert frame.first == "ida-fenn"
    assert sorted(frame.subjects) == ["ida-fenn", "kestrel"]
    assert sorted(frame.stems) == ["follow"]
    assert sorted(frame.about) == ["ida-fenn", "kestrel", "tom-arkwright"]
    assert list(frame.kinds) == ["person"]


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("Kestrel Robotics employs many people", 1.0),
        ("Kestrel Robotics has many people", 2 / 3),
        ("Oakline has many people", 1 / 3),
        ("it rains", 0.0),
    ],
)
def test_the_share_counts_names_and_words(desk: Desk, frames: Frames, text: str, share: float) -> None:
    """Each name and each word of the sentence counts the same; the value is none of them."""
    assert frames.share("staff", desk.asker.terms.read(text)) == pytest.approx(share)


def test_two_readings_of_a_text_count_together(desk: Desk, frames: Frames) -> None:
    """What is named in one of them is there."""
    read = desk.asker.terms.read
    assert frames.share("staff", read("Kestrel Robotics"), read("employs people")) == 1.0


def test_who_is_absent_or_a_stranger_counts_against_a_fact(desk: Desk, frames: Frames) -> None:
    """The fact's own sentence counts most; without its subject less, with somebody else's besides less too."""
    read = desk.asker.terms.read
    own, lacking, mixed = (
        read("Fenn leads at Harbour Mills"),
        read("Fenn leads"),
        read("Fenn leads at Harbour Mills Oakline"),
    )
    assert frames.bonus("fenn-scope", own) > frames.bonus("fenn-scope", mixed)
    assert frames.bonus("fenn-scope", own) > frames.bonus("fenn-scope", lacking)


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("Kestrel Robotics was founded in 2011", False),
        ("it was founded in 2011", False),
        ("Oakline was founded in 2011", True),
        ("Oakline and Kestrel Robotics were founded in 2011", False),
    ],
)
def test_a_text_about_others_is_told(desk: Desk, frames: Frames, text: str, *, others: bool) -> None:
    """Others are named and none of the fact's own; who names nobody may mean anybody."""
    assert frames.are_others("founded-when", desk.asker.terms.read(text)) is others

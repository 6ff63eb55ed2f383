"""Are targets ranked by structure first: whom a question names, what it seeks, and which of its words they know?"""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.desk import Desk
from bot.question.rank import Fit, Ranker, Weights, subject_words
from bot.question.target import TargetKind
from bot.record import Sought
from tests.desks import desk_of, real_desk
from tests.sample.records import Records


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return desk_of(Records(tmp_path_factory.mktemp("records")))


def ranked(desk: Desk, question: str, ranker: Ranker | None = None) -> list[Fit]:
    return (ranker or desk.asker.ranker).rank(desk.asker.reader.whole(question))


def fit(desk: Desk, question: str, target: str) -> Fit:
    return next(found for found in ranked(desk, question) if found.target.id == target)


def test_the_best_fit_comes_first(desk: Desk) -> None:
    """Fits are in the order of their scores."""
    fits = ranked(desk, "how much money does harbour mills pay")
    assert fits[0].target.id == "amount"
    assert [found.score for found in fits] == sorted((found.score for found in fits), reverse=True)


def test_the_very_wording_of_a_record_comes_first(desk: Desk) -> None:
    """A wording belongs to its target, whatever else fits."""
    for asked in (desk, real_desk()):
        for place, profile in enumerate(asked.asker.index.profiles):
            found = asked.asker.ranker.rank(asked.asker.reader.whole(profile.target.wordings[0]))
            assert found[0].target is asked.asker.index.profiles[place].target


@pytest.mark.parametrize("question", ["", "what is it", "and so?"])
def test_fillers_ask_for_nothing(desk: Desk, question: str) -> None:
    """Without a word of a subject nothing fits."""
    assert ranked(desk, question) == []


def test_only_those_in_question_are_ranked(desk: Desk) -> None:
    """Who knows the kind of fact can leave the others out."""
    part = desk.asker.reader.whole("price of the stake")
    places = {profile.target.id: place for place, profile in enumerate(desk.asker.index.profiles)}
    assert [found.target.id for found in desk.asker.ranker.rank(part, [places["stake"]])] == ["stake"]
    assert desk.asker.ranker.rank(part, [places["clients"]]) == [], "what has no word in common fits not at all"


def test_cover_is_the_share_of_the_words_that_a_target_knows(desk: Desk) -> None:
    """A word that a target does not know leaves it uncovered, and is named."""
    known, unknown = fit(desk, "price of the stake", "amount"), fit(desk, "colour of the stake", "amount")
    assert known.cover > unknown.cover
    assert (known.strange, unknown.strange) == ((), ("colour",))


def test_a_target_of_another_kind_is_a_mismatch(desk: Desk) -> None:
    """Who asks when wants a date; who asks for nothing in particular gets anything."""
    assert fit(desk, "When was the stake paid?", "stake").mismatch == 1.0
    assert fit(desk, "When was Kestrel founded?", "founded-when").mismatch == 0.0
    assert fit(desk, "the stake", "stake").mismatch == 0.0


def test_what_people_ask_loosely_is_a_lesser_mismatch(desk: Desk) -> None:
    """People say `who` for a company and `why` for a wish."""
    assert 0 < fit(desk, "Why a stake?", "stake").mismatch < 1


def test_those_who_have_no_part_in_a_target_count_against_it(desk: Desk) -> None:
    """A question about somebody else is not answered by what is known of this one."""
    assert fit(desk, "founder Ida Fenn", "founder-role").strangers == 0
    assert fit(desk, "founder Tom Arkwright", "founder-role").strangers > 0


def test_weights_decide_what_each_part_counts_for(desk: Desk) -> None:
    """A score weighs the parts of a fit, and topics have an advantage except where agreement is asked for."""
    only_cover = Weights(1, 0, 0, 0, 0, 0)
    fits = ranked(desk, "price of the stake", Ranker(desk.asker.index, only_cover))
    assert all(found.score == found.cover for found in fits)
    topic = next(found for found in fits if found.target.kind is TargetKind.TOPIC)
    assert Weights().score(topic) > Weights().score(replace(topic, agreement=True))


@pytest.mark.parametrize(
    ("typed", "subjects"),
    [
        ("$8 billion for a quarter of the robots", ("quarter", "robot")),
        ("valued in 2024", ("valu", "2024")),
        ("25 percent", ("25", "percent")),
        ("robots and robots", ("robot",)),
    ],
)
def test_figures_are_values_and_years_are_subjects(desk: Desk, typed: str, subjects: tuple[str, ...]) -> None:
    """A figure need not be known to the records, unless nothing else is asked; a year must."""
    assert subject_words(desk.asker.terms.read(typed)) == subjects


@settings(deadline=None, max_examples=50)
@given(st.text(max_size=80), st.sampled_from([None, *Sought]))
def test_any_text_can_be_ranked(text: str, sought: Sought | None) -> None:
    """Whatever is typed fits to some degree, and no word counts twice."""
    asker = real_desk().asker
    for found in asker.ranker.rank(replace(asker.reader.whole(text), sought=sought)):
        assert 0 <= found.cover <= 1
        assert 0 <= found.likeness <= 1 + 1e-9

"""Can everybody find every fact: by subject, each in a line behind its name?"""

from __future__ import annotations

import pytest

from bot.answer import Entry
from bot.answer.subjects import facts_of, subject, subject_named, subjects
from bot.desk import Desk
from bot.text import render
from tests.desks import desk_of, real_desk
from tests.sample.records import Records


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return desk_of(Records(tmp_path_factory.mktemp("records")))


def test_the_subjects_are_listed_with_what_they_hold(desk: Desk) -> None:
    """Each subject has its count of facts, how the sources stand on them, and what to type for them."""
    assert render(subjects(desk.store, desk.deal)).splitlines()[1:3] == [
        "Terms: 5 facts, 1 with a self-contradiction and 1 on which sources disagree. /deal facts terms",
        "The robot maker: 9 facts, 1 on which sources disagree and 2 on which they differ. /deal facts company",
    ]
    assert subject(" ", desk.store, desk.deal) == subjects(desk.store, desk.deal)


@pytest.mark.parametrize("typed", ["company", "The robot maker", "robot maker", "COMPANY "])
def test_a_subject_is_found_by_id_and_label(desk: Desk, typed: str) -> None:
    """Its facts stand each in a line behind the name that `why` takes, those that are in dispute marked as such."""
    answer = subject(typed, desk.store, desk.deal)
    assert answer.title == "The robot maker"
    assert "successor: Tom Arkwright follows Ida Fenn at Kestrel Robotics [011 ¶4]" in render(answer).splitlines()
    assert (
        "fenn-scope: Ida Fenn leads all robot work [011 ¶3] / parts of the robot work at Harbour Mills [012 ¶3] "
        in (render(answer))
    )


@pytest.mark.parametrize("typed", ["compony", "teh company", "robot makr"])
def test_a_slip_is_told_the_nearest_subject(desk: Desk, typed: str) -> None:
    """An unknown subject is answered with the form that comes nearest."""
    answer = subject(typed, desk.store, desk.deal)
    assert not answer.answered
    assert "The nearest is /deal facts company." in render(answer)


def test_what_is_near_no_subject_is_told_all_of_them(desk: Desk) -> None:
    """A word unlike any subject gets their labels, each ready to be pressed."""
    answer = subject("zzzz", desk.store, desk.deal)
    assert "There are Terms and The robot maker." in render(answer)
    assert answer.suggestions == ("/deal facts terms", "/deal facts company")


def test_every_real_fact_stands_under_its_subject() -> None:
    """Going through all subjects one sees each fact of the records once."""
    desk = real_desk()
    answers = [subject(key, desk.store, desk.deal) for key in desk.store.deal.subjects]
    leads = [element.lead for answer in answers for element in answer.elements if isinstance(element, Entry)]
    assert sorted(leads) == sorted(desk.store.facts)


def test_a_subject_without_facts_is_not_listed(desk: Desk) -> None:
    """There is nothing to see under it."""
    assert facts_of("nothing", desk.deal) == ()
    assert subject_named("nothing", desk.store) is None

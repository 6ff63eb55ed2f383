"""Does a thread remember what was last said in it, and whom "he" may mean?"""

from __future__ import annotations

import pytest

from bot.answer import Answer
from bot.answer.focus import focus_of
from bot.desk import Desk
from bot.question import Focus
from bot.question.focus import MOST_ENTITIES, MOST_FACTS, MOST_TOLD
from tests.desks import desk_of, real_desk
from tests.sample.records import Records


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return desk_of(Records(tmp_path_factory.mktemp("records")))


def test_an_answer_leaves_its_facts_and_their_names(desk: Desk) -> None:
    """Whom a fact gives comes before whom it is about."""
    focus = focus_of(desk.ask("Who takes over as chief executive?"), desk.store)
    assert focus == Focus(("successor",), ("tom-arkwright", "kestrel", "ida-fenn"), ("successor",))


def test_a_card_is_about_its_entity_first(desk: Desk) -> None:
    """After a card, a pronoun means whose card it was."""
    focus = focus_of(desk.who("Fenn"), desk.store)
    assert focus
    assert focus.entities[0] == "ida-fenn"


def test_a_refusal_leaves_what_came_nearest_and_who_was_named(desk: Desk) -> None:
    """Where no source answers, the thread is about what was offered instead, and is known to be unanswered."""
    answer = Answer("", (), answered=False, suggestions=("How much does Harbour Mills pay?", "Anything?"))
    focus = focus_of(Answer(**vars(answer) | {"missing": ("the anthem?",), "entities": ("ida-fenn",)}), desk.store)
    assert focus == Focus(("amount",), ("ida-fenn", "harbour-mills", "kestrel"), answered=False)


@pytest.mark.parametrize("said", ["thanks", "help", ""])
def test_small_talk_changes_nothing(desk: Desk, said: str) -> None:
    """What tells no fact and refuses none leaves a thread as it was."""
    before = Focus(("stake",), ("kestrel",), ("stake",))
    assert focus_of(desk.ask(said), desk.store, before) == before
    assert focus_of(desk.ask(said), desk.store) is None


def test_people_stay_meant_while_things_are_spoken_of(desk: Desk) -> None:
    """An answer without a person leaves "he" to whom it meant before; one with a person does not."""
    before = Focus(("successor",), ("tom-arkwright", "northgate"), ("successor",))
    after_price = focus_of(desk.ask("How much does Harbour Mills pay?"), desk.store, before)
    assert after_price
    assert after_price.entities == ("harbour-mills", "kestrel", "tom-arkwright")
    after_fenn = focus_of(desk.who("Fenn"), desk.store, before)
    assert after_fenn
    assert "ida-fenn" in after_fenn.entities[:1]


def test_what_was_heard_adds_up(desk: Desk) -> None:
    """A thread knows which facts it has heard, the latest first."""
    first = focus_of(desk.ask("How much does Harbour Mills pay?"), desk.store)
    then = focus_of(desk.ask("When was Kestrel Robotics founded?"), desk.store, first)
    assert then
    assert then.told == ("founded-when", "amount")


def test_a_thread_stays_small() -> None:
    """However much an answer tells, a bounded number of facts and names is kept."""
    desk = real_desk()
    focus: Focus | None = None
    for answer in (desk.facts, desk.disagreements, desk.summary, desk.timeline):
        focus = focus_of(answer, desk.store, focus)
        assert focus
        assert len(focus.facts) <= MOST_FACTS
        assert len(focus.entities) <= MOST_ENTITIES
        assert len(focus.told) <= MOST_TOLD

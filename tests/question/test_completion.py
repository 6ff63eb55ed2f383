"""Is a question completed by what was said before, and only by what fits it?"""

from __future__ import annotations

import pytest

from bot.desk import Desk
from bot.question import Focus
from bot.question.completion import Completer
from tests.desks import desk_of, real_desk
from tests.sample.records import Records

PRICE = Focus(("amount",), ("harbour-mills", "kestrel"))
CLIENTS = Focus(("clients",), ("northgate", "oakline", "kestrel"))
BOSS = Focus(("successor",), ("tom-arkwright", "kestrel", "ida-fenn"))


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return desk_of(Records(tmp_path_factory.mktemp("records")))


@pytest.fixture(scope="module")
def completer(desk: Desk) -> Completer:
    return Completer(desk.store, desk.language.words.follow_ups, desk.asker, desk.assertions)


def facts(completer: Completer, said: str, focus: Focus) -> list[tuple[str, ...]]:
    """The facts that answer each part."""
    asked = completer.complete(said, focus)
    assert asked
    return [part.facts[:1] for part in asked.parts]


def test_a_pronoun_means_somebody_of_the_thread(completer: Completer) -> None:
    """A pronoun is whoever the question fits best, and what answers is told by name."""
    asked = completer.complete("is she the founder?", Focus(("fenn-scope",), ("ida-fenn",)))
    assert asked
    assert (asked.parts[0].facts, asked.parts[0].part.text) == (("founder-role",), "is Ida Fenn the founder?")


def test_who_is_he_asks_for_the_card(completer: Completer) -> None:
    """A pronoun alone asks for all that is known of whom it means."""
    asked = completer.complete("who is he?", BOSS)
    assert asked
    assert asked.entity == "tom-arkwright"


def test_a_bare_kind_of_answer_is_sought_beside_what_was_told(completer: Completer) -> None:
    """A bare "how much?" after the share asks for the sum of the same deal."""
    assert facts(completer, "how much?", Focus(("stake",), ("harbour-mills", "kestrel"))) == [("amount",)]


def test_a_bare_kind_that_nothing_gives_is_not_guessed(completer: Completer) -> None:
    """A bare "when?" after a sum has no answer where no date of it is recorded."""
    assert facts(completer, "when?", PRICE) == [()]


@pytest.mark.parametrize("said", ["what about Northgate?", "and Oakline?", "is Northgate one of them?"])
def test_a_name_is_looked_for_in_the_list_that_was_told(completer: Completer, said: str) -> None:
    """A list is asked again whether it holds a name, as a question for yes or no."""
    asked = completer.complete(said, CLIENTS)
    assert asked
    assert asked.parts[0].facts == ("clients",)
    assert asked.parts[0].part.yes_no


@pytest.mark.parametrize("said", ["parking?", "and the parking?", "and the helicopter deck?"])
def test_a_word_that_nothing_accounts_for_is_not_passed_over(completer: Completer, said: str) -> None:
    """What has no part in any fact is not answered by what the thread was about."""
    asked = completer.complete(said, PRICE)
    assert asked is None or asked.parts[0].facts == ()


@pytest.mark.parametrize("said", ["Who buys from Kestrel Robotics?", "Is Ida Fenn happy with her job?"])
def test_a_question_with_its_own_subject_needs_nothing(completer: Completer, said: str) -> None:
    """A pronoun that means somebody in the question itself points nowhere else."""
    assert completer.complete(said, PRICE) is None


def test_a_question_known_to_have_no_answer_is_not_bent_to_the_thread() -> None:
    """After any fact, the own words of a question that no source answers are refused as they are alone."""
    desk = real_desk()
    focus = desk.focus(desk.ask("How much does Meta invest in Scale AI?"))
    assert focus
    known = [gap.question for gap in desk.store.unanswered.values()]
    bent = [question for question in known if desk.ask(question, focus).answered != desk.ask(question).answered]
    assert bent == []


def test_each_part_is_completed(completer: Completer) -> None:
    """Two questions in one message are two, both about the thread."""
    assert len(facts(completer, "and who follows her, and what is it worth?", BOSS)) == 2

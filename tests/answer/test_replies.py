"""Is a question answered part by part, with what the sources do not say told as plainly as what they do?"""

from __future__ import annotations

import pytest

from bot import text
from bot.answer import Answer, Heading, Mark, Notice, Pointer
from bot.answer.replies import unknown
from bot.comparison import Verdict
from bot.desk import Desk
from tests.desks import add, desk_of, spans_of
from tests.sample.records import Records

PRICE, SHARE = "How much does Harbour Mills pay?", "What share does Harbour Mills take?"
NONSENSE = "What is the weather on Mars today?"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return desk_of(Records(tmp_path_factory.mktemp("records")))


def said(answer: Answer) -> list[str]:
    return text.render(answer).splitlines()


def test_a_reply_states_the_fact_under_its_own_question(desk: Desk) -> None:
    """The title is the question that is answered, so that a misunderstanding shows at once."""
    answer = desk.ask("price of the kestrel stake")
    assert answer.title == PRICE
    assert answer.facts == ("amount",)


def test_a_disagreement_is_shown_and_not_marked_twice(desk: Desk) -> None:
    """Where the notice stands below, the sentence above needs no mark."""
    answer = desk.ask(PRICE)
    assert [element.fact for element in answer.elements if isinstance(element, Notice)] == ["amount"]
    assert not any(isinstance(span, Mark) for span in spans_of(answer))
    assert (answer.verdict, answer.severity) == (Verdict.DISAGREE, "minor")


def test_who_is_silent_is_said(desk: Desk) -> None:
    """A reply on what one source says names those that do not."""
    assert "010 and 012 do not say." in said(desk.ask(SHARE))


def test_several_questions_are_answered_one_by_one(desk: Desk) -> None:
    """Each part has its heading, and the verdict is the worst of them."""
    answer = desk.ask(f"{PRICE} {SHARE}")
    assert [element.text for element in answer.elements if isinstance(element, Heading)] == [PRICE, SHARE]
    assert answer.facts == ("amount", "stake")
    assert answer.verdict is Verdict.DISAGREE


def test_the_part_that_is_not_answered_is_named(desk: Desk) -> None:
    """One part known is an answer; the unknown one is told beside it."""
    answer = desk.ask(f"{SHARE} {NONSENSE}")
    assert answer.answered
    assert "“What is the weather on Mars today”: The sources do not say." in said(answer)


def test_little_of_a_long_question_is_repeated(desk: Desk) -> None:
    """Enough to recognise the part, not a page of somebody's words."""
    answer = desk.ask(f"{SHARE} What is the weather on {'dusty ' * 100}Mars?")
    assert max(map(len, said(answer))) < 200


def test_what_one_source_says_is_said_of_it_alone(desk: Desk) -> None:
    """A question about one source gets that source's words and no other's."""
    answer = desk.ask("What does 012 say about how much Harbour Mills pays?")
    assert {citation.source for citation in answer.citations} == {"012"}
    assert answer.answered


def test_a_source_that_is_silent_has_not_answered(desk: Desk) -> None:
    """That others speak does not answer what this one says."""
    answer = desk.ask("According to 012, what share does Harbour Mills take?")
    assert "012 does not say." in said(answer)
    assert (answer.answered, answer.verdict) == (False, None)


def test_what_no_source_speaks_on_is_not_answered(records: Records) -> None:
    """A fact that was looked for and found nowhere is a silence, with no verdict."""
    add(records, "company.yaml", DEBT)
    answer = desk_of(records).ask("What does Kestrel Robotics owe?")
    assert answer.title == "What does Kestrel Robotics owe?"
    assert "010, 011 and 012 do not say." in said(answer)
    assert (answer.answered, answer.verdict, answer.citations) == (False, None, ())


def test_not_knowing_offers_what_comes_nearest(desk: Desk) -> None:
    """Questions that can be answered are offered instead of nothing."""
    answer = unknown(("amount",), desk.store)
    assert said(answer) == [
        "Not in the sources",
        "The sources do not say. They do answer these:",
        "",
        "You can ask:",
        f"• {PRICE}",
    ]
    assert not answer.answered


def test_not_knowing_with_nothing_near_leads_to_the_summary(desk: Desk) -> None:
    """Nobody is left without a next step."""
    answer = unknown((), desk.store)
    assert Pointer("/deal summary") in spans_of(answer)


DEBT = """
debt:
  question: "What does Kestrel Robotics owe?"
  about: [kestrel]
  subject: company
  kind: money
  says: "{kestrel} owes {value}"
  claims: {"010": silent, "011": silent, "012": silent}
"""


@pytest.fixture
def records(tmp_path_factory: pytest.TempPathFactory) -> Records:
    return Records(tmp_path_factory.mktemp("records"))

"""Products of figures in a question: only what sources give is combined, and both inputs are cited."""

from __future__ import annotations

import pytest

from bot.answer import Computed
from bot.answer.products import product_reply
from bot.desk import Desk
from bot.text import render
from tests.desks import real_desk, spans_of


@pytest.fixture(scope="module")
def desk() -> Desk:
    return real_desk()


def worked(desk: Desk, question: str) -> str:
    answer = product_reply(question, desk.store, desk.deal.facts, desk.language)
    return render(answer) if answer else ""


def test_a_share_of_a_sum_is_worked_out_with_its_range(desk: Desk) -> None:
    """A percentage of a sum is said with its middle and with what rounding leaves open."""
    text = worked(desk, "what does 49% of $29 billion come to?")
    assert "about $14.2 billion ($13.8 billion to $14.6 billion)" in text


def test_both_inputs_are_cited(desk: Desk) -> None:
    """What is computed cites the claims of both figures that it follows from."""
    answer = product_reply("49 percent of $29bn?", desk.store, desk.deal.facts, desk.language)
    assert answer is not None
    computed = [span for span in spans_of(answer) if isinstance(span, Computed)]
    assert {citation.source for span in computed for citation in span.citations} >= {"001", "002", "003"}


@pytest.mark.parametrize("question", ["If Meta pays $15 billion for 49%, what is the whole worth?", "15bn for 49%?"])
def test_a_sum_for_a_share_implies_the_whole(desk: Desk, question: str) -> None:
    """What a part costs tells what the whole would, within what rounding leaves open; the sum may lack its currency."""
    assert "puts the whole at about $30.6 billion ($29.3 billion to $32 billion)" in worked(desk, question)


@pytest.mark.parametrize("question", ["what is 49% of $27.6 billion?", "what is 47% of $29 billion?"])
def test_what_a_hedge_leaves_open_is_not_what_it_says(desk: Desk, question: str) -> None:
    """27.6 lies within "around $28 billion", and 47% within "nearly half"; no source gives them."""
    assert not worked(desk, question)


def test_a_plain_figure_is_the_hedged_one_that_holds_it(desk: Desk) -> None:
    """Who asks of 28 billion means the source's "around $28 billion", and it is said so."""
    assert "49% of around $28 billion" in worked(desk, "how much is 49% of 28 billion")


@pytest.mark.parametrize("question", ["what is 51% of $29 billion?", "what is 49% of $31 billion?"])
def test_a_figure_that_no_source_gives_is_not_combined(desk: Desk, question: str) -> None:
    """A figure that no source gives is worked out with nothing."""
    assert not worked(desk, question)


@pytest.mark.parametrize("question", ["what is the stake?", "49% for $14 to 15 billion or for $29 billion?", "49%?"])
def test_other_questions_are_left_alone(desk: Desk, question: str) -> None:
    """Only one percentage beside one sum asks for a product."""
    assert not worked(desk, question)

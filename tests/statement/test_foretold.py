"""Is what the sources only expect not taken for done?"""

from __future__ import annotations

import pytest

from bot.answer.checks import why
from bot.comparison import Judgement
from bot.text import render_line
from tests.desks import real_desk

DESK = real_desk()


@pytest.mark.parametrize(
    "text",
    [
        "Scale AI's revenue reached $2 billion in 2025.",
        "Scale AI made $2 billion in revenue last year.",
        "Scale AI's revenue is already $2 billion.",
    ],
)
def test_a_forecast_told_as_done_is_not_covered(text: str) -> None:
    """Nobody says that it has come true, and the reason says so."""
    (clause,) = DESK.checker.check(text).clauses
    assert clause.judgement is Judgement.NOT_COVERED
    told = render_line(why(clause, DESK.store, DESK.deal))
    assert "(a forecast)" in told
    assert "the sources only expect it or hold it possible" in told


@pytest.mark.parametrize(
    "text", ["Scale AI's revenue is projected to reach $2 billion in 2025.", "Scale AI expects $2 billion in revenue."]
)
def test_a_forecast_told_as_one_is_borne_out(text: str) -> None:
    """What leaves it to the future says what the sources say."""
    assert DESK.checker.check(text).judgement is Judgement.SUPPORTED


def test_what_a_source_says_has_happened_may_be_told_as_done() -> None:
    """A past clause on a plain claim is borne out."""
    assert DESK.checker.check("Scale AI was founded in 2016.").judgement is Judgement.SUPPORTED


def test_what_is_only_held_possible_may_not_be_told_as_it_is() -> None:
    """A speculation told without a word for that is not covered; with one it is borne out."""
    certain, possible = "Meta controls", "Meta could control"
    rest = "Scale AI's data services to competitors."
    assert DESK.checker.check(f"{certain} {rest}").judgement is Judgement.NOT_COVERED
    assert DESK.checker.check(f"{possible} {rest}").judgement is Judgement.SUPPORTED

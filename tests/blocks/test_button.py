"""Does a button carry what it asks for, within its limits?"""

from __future__ import annotations

import html
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from bot.blocks.button import Exhibit, Request, Statement, button, request_for, shortened, statement_for
from bot.blocks.limits import LABEL_CHARACTERS, VALUE_CHARACTERS
from bot.command import LONGEST
from bot.question import Focus
from bot.question.focus import MOST_ENTITIES, MOST_FACTS, MOST_TOLD


@given(st.text(max_size=600))
def test_a_request_comes_back_from_its_button(typed: str) -> None:
    """Any text that may be asked fits into a button's value and is read back the same."""
    request = request_for(typed)
    if request:
        value = button("ask", "Ask", request)["value"]
        assert len(value) <= VALUE_CHARACTERS
        assert Request.model_validate_json(value) == request


def ids(most: int) -> st.SearchStrategy[tuple[str, ...]]:
    """Up to that many ids of up to 40 letters."""
    named = st.sampled_from(["amount", "harbour-mills", "meta-advantage-by-limiting", "x" * 40])
    return st.lists(named, max_size=most).map(tuple)


threads = st.builds(Focus, ids(MOST_FACTS), ids(MOST_ENTITIES), ids(MOST_TOLD), st.booleans())


@given(st.text(max_size=600), threads)
def test_a_request_carries_what_its_thread_was_about(typed: str, focus: Focus) -> None:
    """A follow-up's button asks for it in the same thread; where it cannot hold all, what was heard goes first."""
    request = request_for(typed, focus)
    if request:
        value = button("ask", "Ask", request.at(2))["value"]
        assert len(value) <= VALUE_CHARACTERS
        assert Request.model_validate_json(value) == request.at(2)
        assert request.focus in ((focus, replace(focus, told=())) if focus else (None,))


@given(st.lists(st.text("abcdefgh-", min_size=1, max_size=60), min_size=1, max_size=150, unique=True))
def test_evidence_fits_whatever_is_chosen_of_it(facts: list[str]) -> None:
    """Where a button takes all facts of an answer, those in its dialog take any of them and any page."""
    exhibit = Exhibit(facts=tuple(facts))
    if exhibit.fits:
        longest = max(len(exhibit.choosing(fact).at(999).value) for fact in facts)
        assert longest <= VALUE_CHARACTERS


def test_too_many_facts_make_no_evidence() -> None:
    """Some hundred facts fit; what would leave no room for a choice and a page does not."""
    assert Exhibit(facts=("stake-of-harbour-mills",) * 70).fits
    assert not Exhibit(facts=("stake-of-harbour-mills",) * 79).fits


def test_a_text_that_is_too_long_to_ask_makes_no_request() -> None:
    """What would not be answered anyway is not put on a button."""
    assert request_for("x" * (LONGEST + 1)) is None


@pytest.mark.parametrize("typed", ["check it pays", " CHECK: it pays", "/deal check it pays", "check"])
def test_a_text_that_was_checked_makes_no_request(typed: str) -> None:
    """Somebody's words stand on no button but the one that shares the check, and asks first."""
    assert request_for(typed) is None


@given(st.text(max_size=2_100), st.text("0123456789abcdef", max_size=8))
def test_a_checked_text_comes_back_from_its_button(said: str, digest: str) -> None:
    """A text with words is carried as it is, with its lines and signs, or not at all where a button cannot hold it."""
    statement = statement_for(said, digest)
    if statement:
        value = button("sharecheck", "Share", statement)["value"]
        assert len(value) <= VALUE_CHARACTERS
        assert Statement.model_validate_json(value) == statement == Statement(checked=said, digest=digest)


@pytest.mark.parametrize(("said", "fits"), [("x" * 1_980, True), ("x" * 2_000, False), ('"' * 999 + "x", False)])
def test_a_button_holds_a_text_with_everything_else_in_it(said: str, fits: bool) -> None:
    """What counts is the whole value, signs that take two characters included."""
    assert (statement_for(said, "") is not None) is fits


def test_what_slack_escapes_comes_back_as_it_was() -> None:
    """A value that is given back as HTML would write it still says the same."""
    said = 'Q&A: <b> pays > 3 &amp; "more"'
    request, statement = request_for(said), statement_for(said, "")
    assert request
    assert statement
    assert Request.model_validate_json(html.escape(request.value, quote=False)) == request
    assert Statement.model_validate_json(html.escape(statement.value, quote=False)) == statement


def test_a_text_without_words_is_not_carried() -> None:
    """There is nothing in it to share."""
    assert statement_for("👍", "") is None


@pytest.mark.parametrize("value", ["", "next", "{}", '{"text":"a","page":0}', '{"text":"a","ids":[1]}'])
def test_a_value_of_another_shape_is_refused(value: str) -> None:
    """Only what our own buttons carry is taken for a request."""
    with pytest.raises(ValidationError):
        Request.model_validate_json(value)


def test_a_long_label_ends_visibly() -> None:
    """A label that does not fit ends in an ellipsis; one that fits is left alone."""
    made = button("ask", "why " * 50, Request(text="why"), spoken="because " * 50)
    assert len(made["text"]["text"]) <= LABEL_CHARACTERS
    assert made["text"]["text"].endswith("…")
    assert len(made["accessibility_label"]) <= LABEL_CHARACTERS
    assert shortened("short", 5) == "short"

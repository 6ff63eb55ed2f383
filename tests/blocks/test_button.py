"""Does a button carry what it asks for, within its limits?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from bot.blocks.button import Request, button, request_for, shortened
from bot.blocks.kit import LABEL_CHARACTERS, VALUE_CHARACTERS
from bot.command import LONGEST


@given(st.text(max_size=600))
def test_a_request_comes_back_from_its_button(typed: str) -> None:
    """Any text that may be asked fits into a button's value and is read back the same."""
    request = request_for(typed)
    if request:
        value = button("ask", "Ask", request)["value"]
        assert len(value) <= VALUE_CHARACTERS
        assert Request.model_validate_json(value) == request


def test_a_text_that_is_too_long_to_ask_makes_no_request() -> None:
    """What would not be answered anyway is not put on a button."""
    assert request_for("x" * (LONGEST + 1)) is None


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

"""What does Slack make of what somebody typed or chose?"""

from typing import Any

import pytest

from bot.playground.choices import Choice, chosen, control_at, controls, initial, is_empty
from bot.playground.refusal import RefusedError
from tests.playground.sample_blocks import chooser, report_form, typed

FEEDBACK = {
    "type": "feedback_buttons",
    "positive_button": {"text": {"type": "plain_text", "text": "Good"}, "value": "+"},
    "negative_button": {"text": {"type": "plain_text", "text": "Bad"}, "value": "-"},
}
GROUPED = {
    "type": "static_select",
    "option_groups": [{"label": {}, "options": chooser("", "", "Price")["options"]}],
}
PRICE = {"text": {"type": "plain_text", "text": "Price"}, "value": "price"}

CHOICES: dict[str, tuple[dict[str, Any], Choice, dict[str, Any]]] = {
    "words": (typed("a"), "hello", {"value": "hello"}),
    "no words": (typed("a"), "", {"value": None}),
    "a date": ({"type": "datepicker"}, "2025-06-13", {"selected_date": "2025-06-13"}),
    "one of a menu": (chooser("static_select", "a", "Price", "Stake"), "price", {"selected_option": PRICE}),
    "one of a group": (GROUPED, "price", {"selected_option": PRICE}),
    "none of a menu": (chooser("radio_buttons", "a", "Price"), None, {"selected_option": None}),
    "some boxes": (chooser("checkboxes", "a", "Price", "Stake"), ["price"], {"selected_options": [PRICE]}),
    "no box": (chooser("checkboxes", "a", "Price"), None, {"selected_options": []}),
    "thumbs up": (FEEDBACK, "+", {"value": "+"}),
    "a button": ({"type": "button", "value": "1"}, None, {}),
}


@pytest.mark.parametrize("name", CHOICES)
def test_a_choice_is_written_as_slack_does(name: str) -> None:
    """Each kind of element has its own field for it."""
    element, choice, written = CHOICES[name]
    assert chosen(element, choice) == written


@pytest.mark.parametrize("element", [chooser("static_select", "a", "Price"), chooser("checkboxes", "a", "x"), FEEDBACK])
def test_what_is_not_offered_cannot_be_chosen(element: dict[str, Any]) -> None:
    """A value of one's own is refused."""
    with pytest.raises(RefusedError, match="no_such_option"):
        chosen(element, "mine")


def test_a_field_holds_what_the_app_put_there() -> None:
    """Before anybody touches it, an element holds its initial value, or nothing."""
    assert initial(typed("a", initial_value="x")) == {"value": "x"}
    assert initial(chooser("checkboxes", "a", "x")) == {"selected_options": []}
    assert initial({"type": "datepicker", "initial_date": "2025-06-13"}) == {"selected_date": "2025-06-13"}
    assert initial(chooser("static_select", "a", "x")) == {"selected_option": None}


def test_nothing_is_told_from_something() -> None:
    """A field counts as empty whatever it is that it does not hold."""
    assert is_empty({"type": "checkboxes", "selected_options": []})
    assert not is_empty({"type": "plain_text_input", "value": "x"})


def test_an_element_is_found_by_both_its_ids() -> None:
    """Inputs, accessories and buttons are all there; any other pair of ids is refused."""
    blocks = report_form()["blocks"]
    assert [element["action_id"] for _, element in controls(blocks)] == [
        "fact", "text", "where", "kind", "more", "evidence",
    ]  # fmt: skip
    assert control_at(blocks, ("what", "text"))[0]["block_id"] == "what"
    with pytest.raises(RefusedError, match="no_such_element"):
        control_at(blocks, ("what", "where"))

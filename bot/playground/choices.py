"""What does Slack make of what somebody typed or chose in an element?

A choice comes as the page knows it: text, the value of an option, or the values of several. It goes to the app as
in Slack's reference of interaction payloads and of a view's state.
"""

from collections.abc import Iterator

from bot.playground.message import Json
from bot.playground.refusal import RefusedError

Choice = str | list[str] | None

_TYPED = {
    "plain_text_input": "value",
    "email_text_input": "value",
    "url_text_input": "value",
    "number_input": "value",
    "datepicker": "selected_date",
    "timepicker": "selected_time",
}
_ONE_OF = ("static_select", "radio_buttons", "overflow")
_INITIAL = {"datepicker": "initial_date", "timepicker": "initial_time"}
# What keeps its state while a message or a view is shown; a button and an overflow menu do not.
STATEFUL = (*_TYPED, "static_select", "radio_buttons", "checkboxes")


def chosen(element: Json, choice: Choice) -> Json:
    """The choice in the words of the payload. Raises `RefusedError` if the element does not offer it."""
    kind = element["type"]
    if kind in _TYPED:
        return {_TYPED[kind]: choice or None}
    if kind == "checkboxes":
        return {"selected_options": [_option(element, value) for value in _values(choice)]}
    if kind in _ONE_OF:
        return {"selected_option": _option(element, choice) if choice else None}
    if kind == "feedback_buttons" and isinstance(choice, str):
        return {"value": _feedback(element, choice)}
    return {}


def initial(element: Json) -> Json:
    """What the element holds before anybody touches it."""
    kind = element["type"]
    if kind in _TYPED:
        return {_TYPED[kind]: element.get(_INITIAL.get(kind, "initial_value"))}
    if kind == "checkboxes":
        return {"selected_options": element.get("initial_options", [])}
    return {"selected_option": element.get("initial_option")}


def is_empty(held: Json) -> bool:
    return not any(value for key, value in held.items() if key != "type")


def controls(blocks: list[Json]) -> Iterator[tuple[Json, Json]]:
    """All elements that can be used, each with its block."""
    for block in blocks:
        candidates = [*block.get("elements", []), block.get("accessory"), block.get("element")]
        yield from ((block, found) for found in candidates if isinstance(found, dict) and "action_id" in found)


def control_at(blocks: list[Json], place: tuple[str, str]) -> tuple[Json, Json]:
    """The element at (block id, action id), with its block. Raises `RefusedError`."""
    for block, element in controls(blocks):
        if (block.get("block_id"), element.get("action_id")) == place:
            return block, element
    raise RefusedError("no_such_element", *place)


def _values(choice: Choice) -> list[str]:
    return choice if isinstance(choice, list) else [choice] if choice else []


def _option(element: Json, value: Choice) -> Json:
    grouped = [option for group in element.get("option_groups", []) for option in group["options"]]
    for option in [*element.get("options", []), *grouped]:
        if option["value"] == value:
            return dict(option)
    raise RefusedError("no_such_option", str(value))


def _feedback(element: Json, value: str) -> str:
    if value not in {element[button]["value"] for button in ("positive_button", "negative_button")}:
        raise RefusedError("no_such_option", value)
    return value

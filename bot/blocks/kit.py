"""Which of Slack's blocks does the bot send?

The shapes are those of the Block Kit reference. Plain typed dicts: Slack takes dicts, and slack_sdk's models
spend more time on checking themselves than everything else in an answer together; the tests check with them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NotRequired, TypedDict


class Plain(TypedDict):
    type: Literal["plain_text"]
    text: str
    emoji: bool


class Mrkdwn(TypedDict):
    type: Literal["mrkdwn"]
    text: str
    verbatim: bool


class Confirm(TypedDict):
    title: Plain
    text: Plain
    confirm: Plain
    deny: Plain


class Button(TypedDict):
    type: Literal["button"]
    action_id: str
    text: Plain
    value: str
    style: NotRequired[Literal["primary", "danger"]]
    accessibility_label: NotRequired[str]
    confirm: NotRequired[Confirm]


class Option(TypedDict):
    text: Plain
    value: str


class Overflow(TypedDict):
    type: Literal["overflow"]
    action_id: str
    options: list[Option]


class Select(TypedDict):
    type: Literal["static_select"]
    action_id: str
    options: list[Option]
    initial_option: NotRequired[Option]
    placeholder: Plain


class OptionGroup(TypedDict):
    label: Plain
    options: list[Option]


class GroupedSelect(TypedDict):
    type: Literal["static_select"]
    action_id: str
    option_groups: list[OptionGroup]
    initial_option: NotRequired[Option]
    placeholder: Plain


class RadioButtons(TypedDict):
    type: Literal["radio_buttons"]
    action_id: str
    options: list[Option]
    initial_option: NotRequired[Option]


class TextField(TypedDict):
    type: Literal["plain_text_input"]
    action_id: str
    multiline: bool
    max_length: int
    placeholder: Plain
    focus_on_load: NotRequired[bool]


class Input(TypedDict):
    type: Literal["input"]
    block_id: str
    label: Plain
    element: GroupedSelect | RadioButtons | TextField
    hint: NotRequired[Plain]
    optional: NotRequired[bool]


class FeedbackChoice(TypedDict):
    text: Plain
    value: str
    accessibility_label: str


class FeedbackButtons(TypedDict):
    type: Literal["feedback_buttons"]
    action_id: str
    positive_button: FeedbackChoice
    negative_button: FeedbackChoice


class Header(TypedDict):
    type: Literal["header"]
    text: Plain


class Section(TypedDict):
    type: Literal["section"]
    text: Mrkdwn
    accessory: NotRequired[Button | Select]
    expand: bool


class Context(TypedDict):
    type: Literal["context"]
    elements: list[Mrkdwn]


class Actions(TypedDict):
    type: Literal["actions"]
    elements: list[Button | Overflow | Select | RadioButtons]


class ContextActions(TypedDict):
    type: Literal["context_actions"]
    elements: list[FeedbackButtons]


class RichElement(TypedDict):
    type: Literal["text"]
    text: str


class Preformatted(TypedDict):
    type: Literal["rich_text_preformatted"]
    elements: list[RichElement]


class RichText(TypedDict):
    type: Literal["rich_text"]
    elements: list[Preformatted]


class Home(TypedDict):
    type: Literal["home"]
    blocks: list[Block]


class Modal(TypedDict):
    type: Literal["modal"]
    title: Plain
    close: Plain
    blocks: list[Block]
    callback_id: NotRequired[str]
    private_metadata: NotRequired[str]
    submit: NotRequired[Plain]


Block = Header | Section | Context | Actions | ContextActions | Input | RichText


def plain(text: str) -> Plain:
    """Text that Slack shows as it stands; emoji codes stay codes."""
    return {"type": "plain_text", "text": text, "emoji": False}


def mrkdwn(text: str) -> Mrkdwn:
    """Marked-up text. Verbatim: Slack makes no links or mentions of its own out of plain words."""
    return {"type": "mrkdwn", "text": text, "verbatim": True}


def header(text: str) -> Header:
    return {"type": "header", "text": plain(text)}


def section(text: str, accessory: Button | Select | None = None) -> Section:
    """Expanded: Slack folds a long section otherwise, and what is folded away first are the last lines' sources."""
    block: Section = {"type": "section", "text": mrkdwn(text), "expand": True}
    if accessory:
        block["accessory"] = accessory
    return block


def context(*texts: str) -> Context:
    return {"type": "context", "elements": [mrkdwn(text) for text in texts]}


def actions(controls: Iterable[Button | Overflow | Select | RadioButtons]) -> Actions:
    return {"type": "actions", "elements": list(controls)}


def confirm(title: str, text: str, yes: str, no: str) -> Confirm:
    """What a person is asked before a click counts."""
    return {"title": plain(title), "text": plain(text), "confirm": plain(yes), "deny": plain(no)}


def option(label: str, value: str) -> Option:
    return {"text": plain(label), "value": value}


def overflow(action: str, options: list[Option]) -> Overflow:
    """The menu behind three dots: two to five choices."""
    return {"type": "overflow", "action_id": action, "options": options}


def select(action: str, options: list[Option], chosen: Option | None, placeholder: str) -> Select:
    """A menu of up to a hundred choices, one of which may be chosen; `placeholder` is what screen readers call it."""
    made: Select = {
        "type": "static_select",
        "action_id": action,
        "options": options,
        "placeholder": plain(placeholder),
    }
    if chosen:
        made["initial_option"] = chosen
    return made


def feedback(action: str, good: Option, bad: Option) -> ContextActions:
    """Slack's own pair of thumbs under an answer; it stands in messages alone."""
    positive, negative = (_choice(one) for one in (good, bad))
    buttons: FeedbackButtons = {
        "type": "feedback_buttons",
        "action_id": action,
        "positive_button": positive,
        "negative_button": negative,
    }
    return {"type": "context_actions", "elements": [buttons]}


def _choice(option: Option) -> FeedbackChoice:
    return {"text": option["text"], "value": option["value"], "accessibility_label": option["text"]["text"]}


def grouped_select(action: str, groups: list[OptionGroup], placeholder: str, chosen: Option | None) -> GroupedSelect:
    """A menu whose choices stand under labels."""
    made: GroupedSelect = {
        "type": "static_select",
        "action_id": action,
        "option_groups": groups,
        "placeholder": plain(placeholder),
    }
    if chosen:
        made["initial_option"] = chosen
    return made


def radio_buttons(action: str, options: list[Option], chosen: Option | None = None) -> RadioButtons:
    made: RadioButtons = {"type": "radio_buttons", "action_id": action, "options": options}
    if chosen:
        made["initial_option"] = chosen
    return made


def text_field(action: str, placeholder: str, longest: int, *, multiline: bool = False) -> TextField:
    return {
        "type": "plain_text_input",
        "action_id": action,
        "multiline": multiline,
        "max_length": longest,
        "placeholder": plain(placeholder),
    }


def field(name: str, label: str, element: GroupedSelect | RadioButtons | TextField, hint: str = "") -> Input:
    """A field of a form; `name` is its block's id, under which it is sent and under which an error is shown."""
    made: Input = {"type": "input", "block_id": name, "label": plain(label), "element": element}
    if hint:
        made["hint"] = plain(hint)
    return made


def preformatted(text: str) -> RichText:
    """Text that is shown as it stands, in letters of one width, and can be copied so."""
    return {
        "type": "rich_text",
        "elements": [{"type": "rich_text_preformatted", "elements": [{"type": "text", "text": text}]}],
    }

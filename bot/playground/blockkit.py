"""Would Slack take these blocks, and if not, what is wrong with them?

The shapes and limits are those of Slack's Block Kit reference, as far as messages use them. Elements that
this workspace cannot show yet are known by their type only, and their inside is not judged.
"""

import secrets
from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Literal

from annotated_types import Len
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    TypeAdapter,
    ValidationError,
    model_validator,
)
from pydantic_core import ErrorDetails

from bot.playground.workspace import Json, RefusedError

MESSAGE_BLOCKS = 50
# Slack publishes no figure for a message as a whole; apps report refusals from about 13,200 characters on.
MESSAGE_CHARACTERS = 13_000


def accept(blocks: object) -> tuple[Json, ...]:
    """The blocks as Slack keeps them, each block and each element with its id.

    Raises `RefusedError` with `invalid_blocks` and one detail for each slip, or with `msg_blocks_too_long`.
    """
    found = slips(blocks)
    if found:
        raise RefusedError("invalid_blocks", *found)
    if sum(map(len, _texts(blocks))) > MESSAGE_CHARACTERS:
        raise RefusedError("msg_blocks_too_long")
    return tuple(_with_ids(block) for block in _listed(blocks))


def slips(blocks: object) -> list[str]:
    """Everything that Slack would refuse, worded with a JSON pointer to the place as in Slack's answers."""
    try:
        _MESSAGE.validate_python(blocks)
    except ValidationError as error:
        return [f"{_wrong(e)} [json-pointer:{_pointer(blocks, e['loc'])}]" for e in error.errors()]
    return list(_repeated_ids(_listed(blocks)))


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class _Known(BaseModel):
    """Something Slack has, of which only the type is judged."""

    model_config = ConfigDict(extra="allow", strict=True)


class PlainText(_Strict):
    type: Literal["plain_text"]
    text: Annotated[str, Len(1)]
    emoji: bool | None = None


class Mrkdwn(_Strict):
    type: Literal["mrkdwn"]
    text: Annotated[str, Len(1)]
    verbatim: bool | None = None


def _text_up_to(limit: int) -> AfterValidator:
    def check(text: PlainText | Mrkdwn) -> PlainText | Mrkdwn:
        if len(text.text) > limit:
            raise ValueError(f"must be less than {limit + 1} characters")
        return text

    return AfterValidator(check)


_AnyText = Annotated[PlainText | Mrkdwn, Field(discriminator="type")]
_Id = Annotated[str, Len(1, 255)]
_Url = Annotated[str, Len(1, 3000)]
_Label = Annotated[PlainText, _text_up_to(75)]
_Style = Literal["primary", "danger"]


class Confirm(_Strict):
    title: Annotated[PlainText, _text_up_to(100)]
    text: Annotated[_AnyText, _text_up_to(300)]
    confirm: Annotated[PlainText, _text_up_to(30)]
    deny: Annotated[PlainText, _text_up_to(30)]
    style: _Style | None = None


class Button(_Strict):
    type: Literal["button"]
    text: _Label
    action_id: _Id | None = None
    url: _Url | None = None
    value: Annotated[str, Len(0, 2000)] | None = None
    style: _Style | None = None
    confirm: Confirm | None = None
    accessibility_label: Annotated[str, Len(0, 75)] | None = None


class Option(_Strict):
    text: Annotated[_AnyText, _text_up_to(75)]
    value: Annotated[str, Len(0, 150)]
    description: _Label | None = None
    url: _Url | None = None


class Overflow(_Strict):
    type: Literal["overflow"]
    options: Annotated[list[Option], Len(1, 5)]
    action_id: _Id | None = None
    confirm: Confirm | None = None


class OptionGroup(_Strict):
    label: _Label
    options: Annotated[list[Option], Len(1, 100)]


class StaticSelect(_Strict):
    type: Literal["static_select"]
    options: Annotated[list[Option], Len(1, 100)] | None = None
    option_groups: Annotated[list[OptionGroup], Len(1, 100)] | None = None
    action_id: _Id | None = None
    initial_option: Option | None = None
    placeholder: Annotated[PlainText, _text_up_to(150)] | None = None
    confirm: Confirm | None = None
    focus_on_load: bool | None = None


class _Picture(_Strict):
    type: Literal["image"]
    image_url: _Url | None = None
    slack_file: dict[str, str] | None = None
    alt_text: Annotated[str, Len(1, 2000)]

    @model_validator(mode="after")
    def _one_source(self) -> "_Picture":
        if (self.image_url is None) == (self.slack_file is None):
            raise ValueError("must have exactly one of image_url and slack_file")
        return self


class FeedbackChoice(_Strict):
    text: _Label
    value: Annotated[str, Len(0, 2000)]
    accessibility_label: Annotated[str, Len(0, 75)] | None = None


class FeedbackButtons(_Strict):
    type: Literal["feedback_buttons"]
    positive_button: FeedbackChoice
    negative_button: FeedbackChoice
    action_id: _Id | None = None


class OtherControl(_Known):
    type: Literal[
        "checkboxes",
        "radio_buttons",
        "datepicker",
        "timepicker",
        "datetimepicker",
        "users_select",
        "conversations_select",
        "channels_select",
        "external_select",
        "multi_static_select",
        "multi_users_select",
        "multi_conversations_select",
        "multi_channels_select",
        "multi_external_select",
        "workflow_button",
    ]


class TypedInput(_Known):
    type: Literal[
        "plain_text_input",
        "email_text_input",
        "url_text_input",
        "number_input",
        "rich_text_input",
        "file_input",
    ]


class IconButton(_Known):
    type: Literal["icon_button"]


_Control = Button | Overflow | StaticSelect | OtherControl
_InAccessory = Annotated[_Control | _Picture, Field(discriminator="type")]
_InActions = Annotated[_Control, Field(discriminator="type")]
_InContext = Annotated[PlainText | Mrkdwn | _Picture, Field(discriminator="type")]
_InContextActions = Annotated[FeedbackButtons | IconButton, Field(discriminator="type")]
_InInput = Annotated[StaticSelect | OtherControl | TypedInput, Field(discriminator="type")]


class _Block(_Strict):
    block_id: _Id | None = None


class Section(_Block):
    type: Literal["section"]
    text: Annotated[_AnyText, _text_up_to(3000)] | None = None
    fields: Annotated[list[Annotated[_AnyText, _text_up_to(2000)]], Len(1, 10)] | None = None
    accessory: _InAccessory | None = None
    expand: bool | None = None

    @model_validator(mode="after")
    def _says_something(self) -> "Section":
        if self.text is None and self.fields is None:
            raise ValueError("must have at least one of text and fields")
        return self


class Header(_Block):
    type: Literal["header"]
    text: Annotated[PlainText, _text_up_to(150)]


class Divider(_Block):
    type: Literal["divider"]


class Context(_Block):
    type: Literal["context"]
    elements: Annotated[list[_InContext], Len(1, 10)]


class Actions(_Block):
    type: Literal["actions"]
    elements: Annotated[list[_InActions], Len(1, 25)]


class ContextActions(_Block):
    type: Literal["context_actions"]
    elements: Annotated[list[_InContextActions], Len(1, 5)]


class Image(_Picture):
    block_id: _Id | None = None
    title: Annotated[PlainText, _text_up_to(2000)] | None = None


class Markdown(_Block):
    type: Literal["markdown"]
    text: Annotated[str, Len(1, 12_000)]


class RichTextElement(_Known):
    type: Literal["rich_text_section", "rich_text_list", "rich_text_preformatted", "rich_text_quote"]


class RichText(_Block):
    type: Literal["rich_text"]
    elements: list[RichTextElement]


class Input(_Block):
    type: Literal["input"]
    label: Annotated[PlainText, _text_up_to(2000)]
    element: _InInput
    hint: Annotated[PlainText, _text_up_to(2000)] | None = None
    optional: bool | None = None
    dispatch_action: bool | None = None


class Table(_Block):
    type: Literal["table"]
    rows: Annotated[list[Annotated[list[Json], Len(1, 20)]], Len(1, 100)]
    column_settings: Annotated[list[Json | None], Len(0, 20)] | None = None


class OtherBlock(_Known):
    type: Literal["alert", "card", "carousel", "container", "plan", "task_card", "video"]


_AnyBlock = Annotated[
    Section
    | Header
    | Divider
    | Context
    | Actions
    | ContextActions
    | Image
    | Markdown
    | RichText
    | Input
    | Table
    | OtherBlock,
    Field(discriminator="type"),
]
_MESSAGE: TypeAdapter[list[Any]] = TypeAdapter(Annotated[list[_AnyBlock], Len(0, MESSAGE_BLOCKS)])


def _listed(blocks: object) -> list[Json]:
    return blocks if isinstance(blocks, list) else []


def _wrong(error: ErrorDetails) -> str:
    return error["msg"].removeprefix("Value error, ")


def _pointer(blocks: object, location: tuple[int | str, ...]) -> str:
    """Where in the payload: the path without the type names that the models put between its steps."""
    steps, here = ["/blocks"], blocks
    for step in location:
        if isinstance(here, dict) and step not in here and step == here.get("type"):
            continue
        steps.append(str(step))
        here = _inside(here, step)
    return "/".join(steps)


def _inside(container: object, step: int | str) -> object:
    if isinstance(container, dict):
        return container.get(step)
    if isinstance(container, list) and isinstance(step, int) and step < len(container):
        return container[step]
    return None


def _repeated_ids(blocks: list[Json]) -> Iterator[str]:
    ids = [block.get("block_id") for block in blocks]
    for number, block in enumerate(blocks):
        if ids[number] is not None and ids[number] in ids[:number]:
            yield f"`block_id` already exists [json-pointer:/blocks/{number}/block_id]"
        yield from _repeated_actions(number, _controls(block))


def _repeated_actions(number: int, controls: list[Json]) -> Iterator[str]:
    ids = [control.get("action_id") for control in controls]
    for place, action_id in enumerate(ids):
        if action_id is not None and action_id in ids[:place]:
            yield f"`action_id` already exists [json-pointer:/blocks/{number}/elements/{place}/action_id]"


def _controls(block: Json) -> list[Json]:
    """The elements of a block that can carry an action."""
    if block["type"] in {"actions", "context_actions"}:
        return list(block["elements"])
    single = block.get("accessory") or block.get("element")
    return [single] if single else []


def _texts(part: object) -> Iterable[str]:
    """Every string that stands under a key `text`, however deep."""
    if isinstance(part, dict):
        for key, value in part.items():
            if key == "text" and isinstance(value, str):
                yield value
            else:
                yield from _texts(value)
    elif isinstance(part, (list, tuple)):
        for item in part:
            yield from _texts(item)


def _with_ids(block: Json) -> Json:
    named = {**block, "block_id": block.get("block_id") or _made_up_id()}
    if "elements" in block and block["type"] in {"actions", "context_actions"}:
        named["elements"] = [_with_action_id(element) for element in block["elements"]]
    for slot in ("accessory", "element"):
        if block.get(slot) and block[slot]["type"] != "image":
            named[slot] = _with_action_id(block[slot])
    return named


def _with_action_id(element: Json) -> Json:
    return {**element, "action_id": element.get("action_id") or _made_up_id()}


def _made_up_id() -> str:
    return secrets.token_urlsafe(4)

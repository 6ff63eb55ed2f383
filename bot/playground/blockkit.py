"""What may stand in a block, and how much of it?

The shapes and limits are those of Slack's Block Kit reference, as far as messages use them. Elements that
this workspace cannot show yet are known by their type only, and their inside is not judged.
"""

from typing import Annotated, Any, Literal

from annotated_types import Len
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter, model_validator

from bot.playground.workspace import Json

MESSAGE_BLOCKS = 50


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
MESSAGE: TypeAdapter[list[Any]] = TypeAdapter(Annotated[list[_AnyBlock], Len(0, MESSAGE_BLOCKS)])

"""What may stand in an element of a block: a button, a menu, a field to fill in?

The shapes and limits are those of Slack's reference of block elements and composition objects. Elements that
this workspace cannot show yet are known by their type only, and their inside is not judged.
"""

from typing import Annotated, Literal

from annotated_types import Len
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from bot.blocks import limits


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class Known(BaseModel):
    """Something Slack has, of which only the type is judged."""

    model_config = ConfigDict(extra="allow", strict=True)


class PlainText(Strict):
    type: Literal["plain_text"]
    text: Annotated[str, Len(1)]
    emoji: bool | None = None


class Mrkdwn(Strict):
    type: Literal["mrkdwn"]
    text: Annotated[str, Len(1)]
    verbatim: bool | None = None


def text_up_to(limit: int) -> AfterValidator:
    """Counts the characters of a text object."""

    def check(text: PlainText | Mrkdwn) -> PlainText | Mrkdwn:
        if len(text.text) > limit:
            raise ValueError(f"must be less than {limit + 1} characters")
        return text

    return AfterValidator(check)


AnyText = Annotated[PlainText | Mrkdwn, Field(discriminator="type")]
Id = Annotated[str, Len(1, limits.ID_CHARACTERS)]
Url = Annotated[str, Len(1, limits.URL_CHARACTERS)]
_Label = Annotated[PlainText, text_up_to(limits.LABEL_CHARACTERS)]
_Placeholder = Annotated[PlainText, text_up_to(limits.PLACEHOLDER_CHARACTERS)]
_Style = Literal["primary", "danger"]


class Confirm(Strict):
    title: Annotated[PlainText, text_up_to(limits.CONFIRM_TITLE_CHARACTERS)]
    text: Annotated[AnyText, text_up_to(limits.CONFIRM_CHARACTERS)]
    confirm: Annotated[PlainText, text_up_to(limits.CONFIRM_BUTTON_CHARACTERS)]
    deny: Annotated[PlainText, text_up_to(limits.CONFIRM_BUTTON_CHARACTERS)]
    style: _Style | None = None


class _Element(Strict):
    action_id: Id | None = None


class Button(_Element):
    type: Literal["button"]
    text: _Label
    url: Url | None = None
    value: Annotated[str, Len(0, limits.VALUE_CHARACTERS)] | None = None
    style: _Style | None = None
    confirm: Confirm | None = None
    accessibility_label: Annotated[str, Len(0, limits.LABEL_CHARACTERS)] | None = None


class Option(Strict):
    """One of a menu; its words have no markup."""

    text: _Label
    value: Annotated[str, Len(1, limits.OPTION_VALUE_CHARACTERS)]
    description: _Label | None = None
    url: Url | None = None


class MarkedOption(Option):
    """One of a group of radio buttons or check boxes, whose words may have markup."""

    text: Annotated[AnyText, text_up_to(limits.LABEL_CHARACTERS)]  # type: ignore[assignment]  # wider than in a menu, as Slack has it
    description: Annotated[AnyText, text_up_to(limits.LABEL_CHARACTERS)] | None = None  # type: ignore[assignment]  # as `text`


class Overflow(_Element):
    type: Literal["overflow"]
    options: Annotated[list[Option], Len(1, limits.OVERFLOW_OPTIONS)]
    confirm: Confirm | None = None


class OptionGroup(Strict):
    label: _Label
    options: Annotated[list[Option], Len(1, limits.MENU_OPTIONS)]


class StaticSelect(_Element):
    type: Literal["static_select"]
    options: Annotated[list[Option], Len(1, limits.MENU_OPTIONS)] | None = None
    option_groups: Annotated[list[OptionGroup], Len(1, limits.MENU_OPTIONS)] | None = None
    initial_option: Option | None = None
    placeholder: _Placeholder | None = None
    confirm: Confirm | None = None
    focus_on_load: bool | None = None

    @model_validator(mode="after")
    def _consistent(self) -> "StaticSelect":
        groups = self.option_groups or []
        offered = [*(self.options or []), *(option for group in groups for option in group.options)]
        if (self.options is None) == (self.option_groups is None):
            raise ValueError("must have exactly one of options and option_groups")
        if self.initial_option is not None and self.initial_option not in offered:
            raise ValueError("initial_option must be one of the options")
        return self


class RadioButtons(_Element):
    type: Literal["radio_buttons"]
    options: Annotated[list[MarkedOption], Len(1, limits.CHOICE_OPTIONS)]
    initial_option: MarkedOption | None = None
    confirm: Confirm | None = None
    focus_on_load: bool | None = None

    @model_validator(mode="after")
    def _consistent(self) -> "RadioButtons":
        if self.initial_option is not None and self.initial_option not in self.options:
            raise ValueError("initial_option must be one of the options")
        return self


class Checkboxes(_Element):
    type: Literal["checkboxes"]
    options: Annotated[list[MarkedOption], Len(1, limits.CHOICE_OPTIONS)]
    initial_options: Annotated[list[MarkedOption], Len(1, limits.CHOICE_OPTIONS)] | None = None
    confirm: Confirm | None = None
    focus_on_load: bool | None = None

    @model_validator(mode="after")
    def _consistent(self) -> "Checkboxes":
        if any(option not in self.options for option in self.initial_options or []):
            raise ValueError("initial_options must be among the options")
        return self


class DispatchConfig(Strict):
    trigger_actions_on: Annotated[list[Literal["on_enter_pressed", "on_character_entered"]], Len(1, 2)]


class PlainTextInput(_Element):
    type: Literal["plain_text_input"]
    initial_value: str | None = None
    multiline: bool | None = None
    min_length: Annotated[int, Field(ge=0, le=limits.TYPED_CHARACTERS)] | None = None
    max_length: Annotated[int, Field(ge=1, le=limits.TYPED_CHARACTERS)] | None = None
    placeholder: _Placeholder | None = None
    dispatch_action_config: DispatchConfig | None = None
    focus_on_load: bool | None = None


class Picture(Strict):
    type: Literal["image"]
    image_url: Url | None = None
    slack_file: dict[str, str] | None = None
    alt_text: Annotated[str, Len(1, limits.ALT_CHARACTERS)]

    @model_validator(mode="after")
    def _one_source(self) -> "Picture":
        if (self.image_url is None) == (self.slack_file is None):
            raise ValueError("must have exactly one of image_url and slack_file")
        return self


class FeedbackChoice(Strict):
    text: _Label
    value: Annotated[str, Len(0, limits.VALUE_CHARACTERS)]
    accessibility_label: Annotated[str, Len(0, limits.LABEL_CHARACTERS)] | None = None


class FeedbackButtons(_Element):
    type: Literal["feedback_buttons"]
    positive_button: FeedbackChoice
    negative_button: FeedbackChoice


class IconButton(_Element):
    """`trash` is the only icon that Slack has."""

    type: Literal["icon_button"]
    icon: Literal["trash"]
    text: _Label
    value: Annotated[str, Len(0, limits.VALUE_CHARACTERS)] | None = None
    confirm: Confirm | None = None
    accessibility_label: Annotated[str, Len(0, limits.LABEL_CHARACTERS)] | None = None
    visible_to_user_ids: list[str] | None = None


class OtherControl(Known):
    type: Literal[
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


class OtherInput(Known):
    type: Literal["email_text_input", "url_text_input", "number_input", "rich_text_input", "file_input"]


_Control = Button | Overflow | StaticSelect | RadioButtons | Checkboxes | OtherControl
_Choice = StaticSelect | RadioButtons | Checkboxes | OtherControl
InAccessory = Annotated[_Control | Picture, Field(discriminator="type")]
InActions = Annotated[_Control, Field(discriminator="type")]
InContext = Annotated[PlainText | Mrkdwn | Picture, Field(discriminator="type")]
InContextActions = Annotated[FeedbackButtons | IconButton, Field(discriminator="type")]
InInput = Annotated[_Choice | PlainTextInput | OtherInput, Field(discriminator="type")]

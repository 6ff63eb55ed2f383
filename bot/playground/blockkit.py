"""What may stand in a block, in a message and in a view, and how much of it?

The shapes and limits are those of Slack's reference of blocks and of views. Blocks that this workspace cannot show
are known by their type only, and their inside is not judged.
"""

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from annotated_types import Len
from pydantic import AfterValidator, Field, TypeAdapter, model_validator

from bot.blocks import limits
from bot.playground.elements import (
    AnyText,
    Id,
    InAccessory,
    InActions,
    InContext,
    InContextActions,
    InInput,
    Known,
    Picture,
    PlainText,
    Strict,
    text_up_to,
)
from bot.playground.message import Json


class _Block(Strict):
    block_id: Id | None = None


class Section(_Block):
    type: Literal["section"]
    text: Annotated[AnyText, text_up_to(limits.SECTION_CHARACTERS)] | None = None
    fields: (
        Annotated[list[Annotated[AnyText, text_up_to(limits.FIELD_CHARACTERS)]], Len(1, limits.SECTION_FIELDS)] | None
    ) = None
    accessory: InAccessory | None = None
    expand: bool | None = None

    @model_validator(mode="after")
    def _says_something(self) -> "Section":
        if self.text is None and self.fields is None:
            raise ValueError("must have at least one of text and fields")
        return self


class Header(_Block):
    type: Literal["header"]
    text: Annotated[PlainText, text_up_to(limits.HEADER_CHARACTERS)]


class Divider(_Block):
    type: Literal["divider"]


class Context(_Block):
    type: Literal["context"]
    elements: Annotated[list[InContext], Len(1, limits.CONTEXT_ELEMENTS)]


class Actions(_Block):
    type: Literal["actions"]
    elements: Annotated[list[InActions], Len(1, limits.ACTIONS_ELEMENTS)]


class ContextActions(_Block):
    type: Literal["context_actions"]
    elements: Annotated[list[InContextActions], Len(1, limits.CONTEXT_ACTIONS_ELEMENTS)]


class Image(Picture):
    block_id: Id | None = None
    title: Annotated[PlainText, text_up_to(limits.PICTURE_TITLE_CHARACTERS)] | None = None


class Markdown(_Block):
    type: Literal["markdown"]
    text: Annotated[str, Len(1, limits.MARKDOWN_CHARACTERS)]


class RichTextElement(Known):
    type: Literal["rich_text_section", "rich_text_list", "rich_text_preformatted", "rich_text_quote"]


class RichText(_Block):
    type: Literal["rich_text"]
    elements: list[RichTextElement]


class Input(_Block):
    type: Literal["input"]
    label: Annotated[PlainText, text_up_to(limits.INPUT_CHARACTERS)]
    element: InInput
    hint: Annotated[PlainText, text_up_to(limits.INPUT_CHARACTERS)] | None = None
    optional: bool | None = None
    dispatch_action: bool | None = None


class Table(_Block):
    type: Literal["table"]
    rows: Annotated[list[Annotated[list[Json], Len(1, limits.TABLE_COLUMNS)]], Len(1, limits.TABLE_ROWS)]
    column_settings: Annotated[list[Json | None], Len(0, limits.TABLE_COLUMNS)] | None = None


class OtherBlock(Known):
    type: Literal["alert", "card", "carousel", "container", "plan", "task_card", "video"]


_Anywhere = Section | Header | Divider | Context | Actions | Image | RichText | Input | OtherBlock
_InMessage = Annotated[_Anywhere | ContextActions | Markdown | Table, Field(discriminator="type")]
_InView = Annotated[_Anywhere, Field(discriminator="type")]
_Title = Annotated[PlainText, text_up_to(limits.VIEW_TITLE_CHARACTERS)]


def _one_focus(blocks: list[Any]) -> list[Any]:
    if sum(map(bool, _focused(blocks))) > 1:
        raise ValueError("only one element may have focus_on_load")
    return blocks


def _focused(blocks: list[Any]) -> Iterator[bool | None]:
    for block in blocks:
        inside = [*getattr(block, "elements", []), getattr(block, "accessory", None), getattr(block, "element", None)]
        yield from (getattr(element, "focus_on_load", None) for element in inside)


_ViewBlocks = Annotated[list[_InView], Len(0, limits.VIEW_BLOCKS), AfterValidator(_one_focus)]


class _View(Strict):
    blocks: _ViewBlocks
    private_metadata: Annotated[str, Len(0, limits.VIEW_METADATA_CHARACTERS)] | None = None
    callback_id: Annotated[str, Len(0, limits.ID_CHARACTERS)] | None = None
    external_id: Annotated[str, Len(0, limits.ID_CHARACTERS)] | None = None


class Modal(_View):
    type: Literal["modal"]
    title: _Title
    close: _Title | None = None
    submit: _Title | None = None
    clear_on_close: bool | None = None
    notify_on_close: bool | None = None
    submit_disabled: bool | None = None

    @model_validator(mode="after")
    def _can_be_sent(self) -> "Modal":
        if self.submit is None and any(isinstance(block, Input) for block in self.blocks):
            raise ValueError("must have submit where there is an input block")
        return self


class Home(_View):
    type: Literal["home"]


MESSAGE: TypeAdapter[list[Any]] = TypeAdapter(Annotated[list[_InMessage], Len(0, limits.MESSAGE_BLOCKS)])
MODAL: TypeAdapter[Modal] = TypeAdapter(Modal)
HOME: TypeAdapter[Home] = TypeAdapter(Home)

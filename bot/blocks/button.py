"""What does a button carry, so that a click can be answered without anything kept in between?"""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, PositiveInt, StringConstraints

from bot.blocks import kit
from bot.blocks.mrkdwn import visible
from bot.command import LONGEST, tidy

ASK, PAGE, SHARE = "ask", "page", "share"
_ELLIPSIS = "…"


class Request(BaseModel):
    """What was asked, as typed after the slash command, and which page of the answer is meant (from 1)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: Annotated[str, StringConstraints(max_length=LONGEST)]
    page: PositiveInt = 1


def request_for(typed: str) -> Request | None:
    """The request for the first page of an answer; none where the text is longer than a question may be."""
    text = tidy(typed)
    return Request(text=text) if len(text) <= LONGEST else None


def button(action: str, label: str, request: Request, *, spoken: str = "") -> kit.Button:
    """A button that asks for `request`; `spoken` is what screen readers say where the shown label is terse."""
    made: kit.Button = {
        "type": "button",
        "action_id": action,
        "text": kit.plain(shortened(visible(label), kit.LABEL_CHARACTERS)),
        "value": request.model_dump_json(),
    }
    if spoken:
        made["accessibility_label"] = shortened(visible(spoken), kit.LABEL_CHARACTERS)
    return made


def shortened(text: str, longest: int) -> str:
    """The text, or as much of it as fits, with a visible ellipsis."""
    return text if len(text) <= longest else text[: longest - len(_ELLIPSIS)].rstrip() + _ELLIPSIS

"""What does a button carry, so that a click can be answered without anything kept in between?"""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from pydantic import BaseModel, ConfigDict, PositiveInt, StringConstraints

from bot.blocks import kit, limits
from bot.blocks.mrkdwn import visible
from bot.command import LONGEST, statement_in, tidy
from bot.question import Focus

ASK, PAGE, SHARE, FILE = "ask", "page", "share", "file"
_ELLIPSIS = "…"


class Request(BaseModel):
    """What was asked, as typed after the slash command, and which page of the answer is meant (from 1).

    `focus` is what a thread was about when it was asked there.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: Annotated[str, StringConstraints(max_length=LONGEST)]
    page: PositiveInt = 1
    focus: Focus | None = None

    def at(self, page: int) -> Request:
        """The same on another page."""
        return self.model_copy(update={"page": page})

    @property
    def value(self) -> str:
        """As a button carries it."""
        return self.model_dump_json(exclude_defaults=True)


def request_for(typed: str, focus: Focus | None = None) -> Request | None:
    """The request for the first page of an answer; none where it is longer than a question, or than a button holds.

    A text that was checked makes none either: it is somebody's words, which nothing may keep and nobody but the person
    who asked has a reason to see, so that no button carries them, and a check is not shared.
    What the thread has heard is left out first: only "more" needs it.
    """
    text = tidy(typed)
    if len(text) > LONGEST or statement_in(typed) is not None:
        return None
    kept = [focus, replace(focus, told=())] if focus else [None]
    requests = (Request(text=text, focus=own) for own in kept)
    return next((request for request in requests if len(request.value) <= limits.VALUE_CHARACTERS), None)


def button(action: str, label: str, request: Request, *, spoken: str = "") -> kit.Button:
    """A button that asks for `request`; `spoken` is what screen readers say where the shown label is terse."""
    made: kit.Button = {
        "type": "button",
        "action_id": action,
        "text": kit.plain(shortened(visible(label), limits.LABEL_CHARACTERS)),
        "value": request.value,
    }
    if spoken:
        made["accessibility_label"] = shortened(visible(spoken), limits.LABEL_CHARACTERS)
    return made


def shortened(text: str, longest: int) -> str:
    """The text, or as much of it as fits, with a visible ellipsis."""
    return text if len(text) <= longest else text[: longest - len(_ELLIPSIS)].rstrip() + _ELLIPSIS

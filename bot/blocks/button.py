"""What does a button carry, so that a click can be answered without anything kept in between?"""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from pydantic import BaseModel, ConfigDict, PositiveInt, StringConstraints

from bot.blocks import kit, limits
from bot.blocks.mrkdwn import visible
from bot.command import LONGEST, has_words, statement_in, tidy
from bot.question import Focus

ASK, PAGE, SHARE, REMOVE, FILE, EVIDENCE, MORE = "ask", "page", "share", "remove", "file", "evidence", "more"
SHARE_CHECK = "sharecheck"
# Of a button's value; the page, the digest and the wish for all of it are put in later.
_ROOM = limits.VALUE_CHARACTERS - 60
_ELLIPSIS = "…"
# Slack gives back some of what a message holds with these three as HTML writes them; as JSON writes them they stay.
_RESERVED = str.maketrans({sign: f"\\u{ord(sign):04x}" for sign in "&<>"})


class Request(BaseModel):
    """What was asked, as typed after the slash command, and which page of the answer is meant (from 1).

    `focus` is what a thread was about when it was asked there, `digest` tells what its facts said at that time
    (bot/edition.py); empty where that does not matter. `whole` asks for all of it, also for who wants the gist.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: Annotated[str, StringConstraints(max_length=LONGEST)]
    page: PositiveInt = 1
    focus: Focus | None = None
    digest: Annotated[str, StringConstraints(max_length=64)] = ""
    whole: bool = False

    def at(self, page: int) -> Request:
        """The same on another page."""
        return self.model_copy(update={"page": page})

    def seen(self, digest: str) -> Request:
        """The same, with what its facts say now."""
        return self.model_copy(update={"digest": digest})

    @property
    def value(self) -> str:
        """As a button carries it."""
        return _inert(self.model_dump_json(exclude_defaults=True))


class Exhibit(BaseModel):
    """What a dialog shows, and which page of it (from 1).

    The evidence of one of several `facts`, or (a `source`) the card of an article, or (a `request`) an answer.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    facts: tuple[str, ...] = ()
    fact: str = ""
    source: str = ""
    request: Request | None = None
    page: PositiveInt = 1

    @property
    def shown(self) -> str:
        """The fact that is shown: the chosen one, else the first."""
        return self.fact or next(iter(self.facts), "")

    @property
    def fits(self) -> bool:
        """Whether a button holds it whichever of the facts is chosen later, and whatever page of it."""
        longest = max((self.choosing(fact) for fact in self.facts), key=lambda chosen: len(chosen.fact), default=self)
        return len(longest.value) <= _ROOM

    def at(self, page: int) -> Exhibit:
        """The same on another page."""
        return self.model_copy(update={"page": page})

    def choosing(self, fact: str) -> Exhibit:
        """The evidence of another of the facts, from its first page."""
        return self.model_copy(update={"fact": fact, "page": 1})

    @property
    def value(self) -> str:
        """As a button carries it."""
        return self.model_dump_json(exclude_defaults=True)


class Sharer(BaseModel):
    """Who shared an answer, and may take it back."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    sharer: str

    @property
    def value(self) -> str:
        """As a button carries it."""
        return self.model_dump_json()


class Statement(BaseModel):
    """A text that was checked, word for word, and what the facts that it touches said then (bot/edition.py).

    It stands on one button of the message that the person alone sees, and nowhere else.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    checked: Annotated[str, StringConstraints(max_length=limits.VALUE_CHARACTERS)]
    digest: Annotated[str, StringConstraints(max_length=64)] = ""

    @property
    def value(self) -> str:
        """As a button carries it."""
        return _inert(self.model_dump_json(exclude_defaults=True))


Carried = Request | Exhibit | Sharer | Statement


def request_for(typed: str, focus: Focus | None = None) -> Request | None:
    """The request for the first page of an answer; none where it is longer than a question, or than a button holds.

    A text that was checked makes none either: it is somebody's words, which only the button to share the check carries
    (`statement_for`).
    What the thread has heard is left out first: only "more" needs it.
    """
    text = tidy(typed)
    if len(text) > LONGEST or statement_in(typed) is not None:
        return None
    kept = [focus, replace(focus, told=())] if focus else [None]
    requests = (Request(text=text, focus=own) for own in kept)
    return next((request for request in requests if len(request.value) <= _ROOM), None)


def statement_for(said: str, digest: str) -> Statement | None:
    """What the button carries that shares a check; none for a text without words, or longer than a button holds."""
    if len(said) > limits.VALUE_CHARACTERS or not has_words(said):
        return None
    statement = Statement(checked=said, digest=digest)
    return statement if len(statement.value) <= limits.VALUE_CHARACTERS else None


def button(action: str, label: str, carried: Carried, *, spoken: str = "") -> kit.Button:
    """A button with what a click on it is about; `spoken` is what screen readers say where the label is terse."""
    made: kit.Button = {
        "type": "button",
        "action_id": action,
        "text": kit.plain(shortened(visible(label), limits.LABEL_CHARACTERS)),
        "value": carried.value,
    }
    if spoken:
        made["accessibility_label"] = shortened(visible(spoken), limits.LABEL_CHARACTERS)
    return made


def shortened(text: str, longest: int) -> str:
    """The text, or as much of it as fits, with a visible ellipsis."""
    return text if len(text) <= longest else text[: longest - len(_ELLIPSIS)].rstrip() + _ELLIPSIS


def _inert(value: str) -> str:
    """JSON without the signs that Slack may escape, so that what people wrote comes back as they wrote it."""
    return value.translate(_RESERVED)

"""What does the page send when a person does something?"""

from typing import Annotated, Literal

from annotated_types import Ge, Le
from pydantic import AfterValidator, BaseModel

from bot.playground.choices import Choice
from bot.playground.faults import FAULTS
from bot.playground.screen import Filled


class Typed(BaseModel):
    channel: str
    text: str
    thread_ts: str | None = None


class Used(BaseModel):
    channel: str
    ts: str
    block_id: str
    action_id: str
    choice: Choice = None


class Taken(BaseModel):
    """A shortcut on a message."""

    channel: str
    ts: str
    callback_id: str


class Started(BaseModel):
    """A shortcut on none."""

    callback_id: str


class Opened(BaseModel):
    tab: Literal["home", "messages"]


class Looked(BaseModel):
    channel: str


class UsedInView(BaseModel):
    view_id: str
    block_id: str
    action_id: str
    choice: Choice = None
    filled: Filled = {}


class Submitted(BaseModel):
    view_id: str
    filled: Filled = {}


class Closed(BaseModel):
    whole: bool = False


def _known(name: str) -> str:
    if name not in FAULTS:
        raise ValueError("no such fault")
    return name


class Failing(BaseModel):
    method: str
    fault: Annotated[str, AfterValidator(_known)]
    times: Annotated[int, Ge(1), Le(20)] = 1

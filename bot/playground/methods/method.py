"""What is a method of the Web API?"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, Generic, TypeVar

from pydantic import BaseModel, BeforeValidator

from bot.playground.message import Json
from bot.playground.refusal import RefusedError
from bot.playground.workspace import Workspace

Arguments = TypeVar("Arguments", bound=BaseModel)


def decoded(value: object) -> object:
    """Form bodies carry lists and objects as JSON text."""
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        raise RefusedError("invalid_json") from None


Decoded = Annotated[Any, BeforeValidator(decoded)]


class NoArguments(BaseModel):
    pass


@dataclass(frozen=True)
class Method(Generic[Arguments]):
    """`scopes` are those of which one is enough; none where every token will do."""

    arguments: type[Arguments]
    run: Callable[[Workspace, Arguments], Json]
    scopes: tuple[str, ...] = ()

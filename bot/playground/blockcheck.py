"""Would Slack take these blocks, or this view, and if not, what is wrong with them?"""

import json
import secrets
from collections.abc import Iterable, Iterator
from typing import Any, Literal

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from bot.blocks import limits
from bot.playground.blockkit import HOME, MESSAGE, MODAL
from bot.playground.message import Json
from bot.playground.refusal import RefusedError

_VIEWS: dict[str, TypeAdapter[Any]] = {"modal": MODAL, "home": HOME}


def accept(blocks: object) -> tuple[Json, ...]:
    """The blocks as Slack keeps them, each block and each element with its id.

    Raises `RefusedError` with `invalid_blocks` and one detail for each slip, or with `msg_blocks_too_long`.
    """
    found = slips(blocks)
    if found:
        raise RefusedError("invalid_blocks", *found)
    if sum(map(len, _texts(blocks))) > limits.MESSAGE_CHARACTERS:
        raise RefusedError("msg_blocks_too_long")
    return tuple(_with_ids(block) for block in _listed(blocks))


def accept_view(view: object, kind: Literal["modal", "home"]) -> Json:
    """The view as Slack keeps it, its blocks and their elements with ids.

    Raises `RefusedError` with `invalid_arguments` and one detail for each slip, or with `view_too_large`.
    """
    found = view_slips(view, kind)
    if found or not isinstance(view, dict):
        raise RefusedError("invalid_arguments", *found)
    if len(json.dumps(view).encode()) > limits.VIEW_BYTES:
        raise RefusedError("view_too_large")
    return {**view, "blocks": [_with_ids(block) for block in view["blocks"]]}


def slips(blocks: object) -> list[str]:
    """Everything that Slack would refuse, worded with a JSON pointer to the place as in Slack's answers."""
    return _found(MESSAGE, blocks, "/blocks") or list(_repeated_ids(_listed(blocks), "/blocks"))


def view_slips(view: object, kind: Literal["modal", "home"]) -> list[str]:
    """As `slips`, of a whole view."""
    found = _found(_VIEWS[kind], view, "/view")
    blocks = view.get("blocks") if isinstance(view, dict) else None
    return found or list(_repeated_ids(_listed(blocks), "/view/blocks"))


def _found(shape: TypeAdapter[Any], given: object, root: str) -> list[str]:
    try:
        shape.validate_python(given)
    except ValidationError as error:
        return [f"{_wrong(e)} [json-pointer:{_pointer(given, e['loc'], root)}]" for e in error.errors()]
    return []


def _listed(blocks: object) -> list[Json]:
    return blocks if isinstance(blocks, list) else []


def _wrong(error: ErrorDetails) -> str:
    return error["msg"].removeprefix("Value error, ")


def _pointer(given: object, location: tuple[int | str, ...], root: str) -> str:
    """Where in the payload: the path without the type names that the models put between its steps."""
    steps, here = [root], given
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


def _repeated_ids(blocks: list[Json], root: str) -> Iterator[str]:
    ids = [block.get("block_id") for block in blocks]
    for number, block in enumerate(blocks):
        if ids[number] is not None and ids[number] in ids[:number]:
            yield f"`block_id` already exists [json-pointer:{root}/{number}/block_id]"
        yield from _repeated_actions(f"{root}/{number}", _controls(block))


def _repeated_actions(place: str, controls: list[Json]) -> Iterator[str]:
    ids = [control.get("action_id") for control in controls]
    for number, action_id in enumerate(ids):
        if action_id is not None and action_id in ids[:number]:
            yield f"`action_id` already exists [json-pointer:{place}/elements/{number}/action_id]"


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

"""What can a person do with a modal and in the Home tab, and what comes of it?"""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BaseModel, Field, TypeAdapter, ValidationError

from bot.playground import interaction
from bot.playground.blockcheck import accept_view
from bot.playground.choices import Choice, control_at, controls, is_empty
from bot.playground.delivery import Delivery
from bot.playground.message import Json
from bot.playground.refusal import RefusedError
from bot.playground.screens import View
from bot.playground.workspace import User, Workspace

# What somebody has typed or chosen so far: by block id and action id.
Filled = dict[str, dict[str, Choice]]


class Clear(BaseModel):
    response_action: Literal["clear"]


class Errors(BaseModel):
    response_action: Literal["errors"]
    errors: dict[str, str]


class NewView(BaseModel):
    response_action: Literal["update", "push"]
    view: Json


_Answer = TypeAdapter[Clear | Errors | NewView](
    Annotated[Clear | Errors | NewView, Field(discriminator="response_action")]
)


@dataclass(frozen=True)
class Screen:
    """What one person sees in front of the channel. All of it raises `RefusedError` and `UndeliveredError`."""

    user: User
    workspace: Workspace
    delivery: Delivery

    async def press(self, view: View, label: str) -> None:
        """Clicks the button with that text."""
        for block, element in controls(view.blocks):
            if element.get("text", {}).get("text") == label:
                return await self.use(view.id, (block["block_id"], element["action_id"]))
        raise RefusedError("no_such_element", label)

    async def use(
        self, view_id: str, where: tuple[str, str], choice: Choice = None, filled: Filled | None = None
    ) -> None:
        """Uses the element at (block id, action id), after filling in `filled`."""
        view = self._mine(view_id)
        control = control_at(view.blocks, where)
        self._fill(view, filled or {})
        self.workspace.screens.touch(view.id, view.blocks, where, choice)
        await self._send(interaction.view_actions(self.workspace, view, control, choice))

    async def submit(self, view_id: str, filled: Filled | None = None) -> dict[str, str]:
        """Sends the modal off. Returns what is wrong, by block id; then it stays, and if Slack sees it itself the
        bot never hears of it.
        """
        view = self._mine(view_id)
        if view.kind != "modal" or view != self.workspace.screens.top(self.user.id):
            raise RefusedError("not_found")
        self._fill(view, filled or {})
        if faults := self._faults(view):
            return faults
        body = interaction.view_submission(self.workspace, view)
        ack = await self.delivery.interact(body)
        return self._answered(view, ack.body)

    async def close(self, *, whole: bool = False) -> None:
        """Leaves the top modal, or all of them; the app hears of those that ask for it."""
        top = self.workspace.screens.top(self.user.id)
        whole = whole or bool(top and top.definition.get("clear_on_close"))
        for view in self.workspace.screens.close(self.user.id, whole=whole):
            if view.definition.get("notify_on_close"):
                await self._send(interaction.view_closed(self.workspace, view, whole=whole))

    def _answered(self, view: View, body: str) -> dict[str, str]:
        """Does what the app has answered to a modal that was sent."""
        screens = self.workspace.screens
        match _read(body):
            case None:
                screens.close(self.user.id)
            case Clear():
                screens.close(self.user.id, whole=True)
            case Errors(errors=errors):
                return _known(view, errors)
            case NewView(response_action="update", view=written):
                screens.update(view, accept_view(written, "modal"))
            case NewView(view=written):
                screens.push(self.user.id, view.id, accept_view(written, "modal"))
        return {}

    def _mine(self, view_id: str) -> View:
        view = self.workspace.screens.find(view_id)
        if view.user != self.user.id:
            raise RefusedError("not_found")
        return view

    def _fill(self, view: View, filled: Filled) -> None:
        for block_id, actions in filled.items():
            for action_id, choice in actions.items():
                self.workspace.screens.touch(view.id, view.blocks, (block_id, action_id), choice)

    def _faults(self, view: View) -> dict[str, str]:
        state = self.workspace.screens.state(view.id, view.blocks)
        inputs = [block for block in view.blocks if block["type"] == "input"]
        found = {block["block_id"]: _fault(block, _held(state, block)) for block in inputs}
        return {block_id: fault for block_id, fault in found.items() if fault}

    async def _send(self, body: Json) -> None:
        await self.delivery.interact(body)


def _read(body: str) -> Clear | Errors | NewView | None:
    if not body.strip():
        return None
    try:
        return _Answer.validate_json(body)
    except ValidationError as error:
        raise RefusedError("invalid_view_response", *(e["msg"] for e in error.errors())) from None


def _known(view: View, errors: dict[str, str]) -> dict[str, str]:
    """Slack shows errors below input blocks only, and takes none for anything else."""
    inputs = {block["block_id"] for block in view.blocks if block["type"] == "input"}
    unknown = sorted(set(errors) - inputs)
    if unknown or not errors:
        raise RefusedError("invalid_view_response", *(f"no input block {block_id}" for block_id in unknown))
    return errors


def _held(state: Json, block: Json) -> Json:
    element = block["element"]
    held: Json = state.get(block["block_id"], {}).get(element["action_id"], {})
    return held


def _fault(block: Json, held: Json) -> str:
    """What Slack itself finds wrong with an input, in its words."""
    if is_empty(held):
        return "" if block.get("optional") else "Please complete this required field."
    typed = held.get("value") or ""
    if len(typed) < block["element"].get("min_length", 0):
        return f"Please enter at least {block['element']['min_length']} characters."
    if len(typed) > block["element"].get("max_length", 3000):
        return f"Please enter at most {block['element'].get('max_length', 3000)} characters."
    return ""

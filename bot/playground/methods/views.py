"""How does the app show modals and the Home tab?"""

from typing import Annotated

from annotated_types import Len
from pydantic import BaseModel

from bot.playground import payload
from bot.playground.blockcheck import accept_view
from bot.playground.message import Json
from bot.playground.methods.method import Decoded
from bot.playground.refusal import RefusedError
from bot.playground.screens import View
from bot.playground.workspace import Workspace


class Opened(BaseModel):
    trigger_id: Annotated[str, Len(1)]
    view: Decoded


class Updated(BaseModel):
    view: Decoded
    view_id: str | None = None
    external_id: str | None = None
    hash: str | None = None


class Published(BaseModel):
    user_id: str
    view: Decoded
    hash: str | None = None


def open_modal(workspace: Workspace, new: Opened) -> Json:
    definition = accept_view(new.view, "modal")
    granted = workspace.grants.use_trigger(new.trigger_id)
    return _told(workspace, workspace.screens.open(granted.user, definition))


def push_modal(workspace: Workspace, new: Opened) -> Json:
    definition = accept_view(new.view, "modal")
    granted = workspace.grants.use_trigger(new.trigger_id)
    return _told(workspace, workspace.screens.push(granted.user, granted.view, definition))


def update_view(workspace: Workspace, new: Updated) -> Json:
    if not (new.view_id or new.external_id):
        raise RefusedError("invalid_arguments", "missing required field: view_id [json-pointer:/view_id]")
    known = workspace.screens.find(new.view_id, new.external_id)
    definition = accept_view(new.view, known.kind)
    return _told(workspace, workspace.screens.update(known, definition, new.hash))


def publish_home(workspace: Workspace, new: Published) -> Json:
    if not workspace.app.has_home:
        raise RefusedError("not_enabled")
    definition = accept_view(new.view, "home")
    user = workspace.user(new.user_id)
    return _told(workspace, workspace.screens.publish(user.id, definition, new.hash))


def _told(workspace: Workspace, shown: View) -> Json:
    return {"view": payload.view(workspace, shown)}

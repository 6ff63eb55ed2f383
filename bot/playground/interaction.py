"""How does Slack write down a click, a shortcut, and what somebody does with a modal?

Shapes as in Slack's reference of interaction payloads. Fields that Slack does not promise are left out.
"""

from dataclasses import dataclass

from bot.playground import payload
from bot.playground.choices import Choice, chosen
from bot.playground.grants import ResponseUrl
from bot.playground.message import Json, Message
from bot.playground.screens import View
from bot.playground.workspace import User, Workspace


@dataclass(frozen=True)
class Click:
    """What a person did with an element of a message: the choice, where the element offers one."""

    message: Message
    block: Json
    element: Json
    choice: Choice = None


def block_actions(workspace: Workspace, who: User, click: Click, answer_at: tuple[ResponseUrl, str]) -> Json:
    """A click. As in Slack, an ephemeral message does not travel with it."""
    blocks = list(click.message.draft.blocks)
    body: Json = _about_message(workspace, who, click.message, answer_at) | {
        "type": "block_actions",
        "api_app_id": workspace.app.id,
        "container": _container(click.message),
        "state": {"values": workspace.screens.state(state_key(who, click.message), blocks)},
        "actions": [_action(workspace, click.block, click.element, click.choice)],
    }
    if not click.message.is_ephemeral:
        body["message"] = payload.message(workspace, click.message)
    return body


def state_key(who: User, said: Message) -> str:
    """Under which what a person has filled in in a message is kept: each sees their own."""
    return f"{who.id}/{said.channel}/{said.ts}"


def message_action(
    workspace: Workspace, who: User, said: Message, callback_id: str, answer_at: tuple[ResponseUrl, str]
) -> Json:
    """A shortcut that was taken on a message, which travels with it."""
    return _about_message(workspace, who, said, answer_at) | {
        "type": "message_action",
        "callback_id": callback_id,
        "action_ts": workspace.now_ts(),
        "message_ts": said.ts,
        "message": payload.message(workspace, said),
    }


def shortcut(workspace: Workspace, who: User, callback_id: str) -> Json:
    """A shortcut that was taken from anywhere: it knows no channel, and there is nowhere to respond."""
    return _about_person(workspace, who) | {
        "type": "shortcut",
        "callback_id": callback_id,
        "action_ts": workspace.now_ts(),
        "trigger_id": workspace.grants.trigger(who.id),
    }


def view_actions(workspace: Workspace, shown: View, control: tuple[Json, Json], choice: Choice) -> Json:
    """A click in a modal or in the Home tab; `control` is the block and its element."""
    return _about_view(workspace, shown) | {
        "type": "block_actions",
        "container": {"type": "view", "view_id": shown.id},
        "trigger_id": workspace.grants.trigger(shown.user, shown.id),
        "actions": [_action(workspace, *control, choice)],
    }


def view_submission(workspace: Workspace, shown: View) -> Json:
    return _about_view(workspace, shown) | {
        "type": "view_submission",
        "trigger_id": workspace.grants.trigger(shown.user, shown.id),
        "response_urls": [],
    }


def view_closed(workspace: Workspace, shown: View, *, whole: bool) -> Json:
    """`whole` says that the whole stack went."""
    return _about_view(workspace, shown) | {"type": "view_closed", "is_cleared": whole}


def _about_view(workspace: Workspace, shown: View) -> Json:
    return _about_person(workspace, workspace.user(shown.user)) | {
        "api_app_id": workspace.app.id,
        "view": payload.view(workspace, shown),
    }


def _about_message(workspace: Workspace, who: User, said: Message, answer_at: tuple[ResponseUrl, str]) -> Json:
    """What is told of everything that a person does with a message: who, where, and where an answer goes."""
    where = workspace.channels[said.channel]
    return _about_person(workspace, who) | {
        "channel": {"id": where.id, "name": where.name},
        "trigger_id": workspace.grants.trigger(who.id),
        "response_url": answer_at[1] + answer_at[0].id,
    }


def _about_person(workspace: Workspace, who: User) -> Json:
    return {
        "token": payload.VERIFICATION_TOKEN,
        "user": {"id": who.id, "username": who.name, "name": who.name, "team_id": workspace.team.id},
        "team": {"id": workspace.team.id, "domain": workspace.team.domain},
        "enterprise": None,
        "is_enterprise_install": False,
    }


def _container(said: Message) -> Json:
    place: Json = {
        "type": "message",
        "message_ts": said.ts,
        "channel_id": said.channel,
        "is_ephemeral": said.is_ephemeral,
    }
    return place | ({"thread_ts": said.draft.thread_ts} if said.draft.thread_ts else {})


def _action(workspace: Workspace, block: Json, element: Json, choice: Choice) -> Json:
    kept = {key: element[key] for key in ("type", "action_id", "text", "value", "style") if key in element}
    about = {"block_id": block["block_id"], "action_ts": workspace.now_ts()}
    return kept | about | chosen(element, choice)

"""How does Slack write down a user, a message, a command, an event, a click or a shortcut?

Shapes as in Slack's reference of Web API objects, slash commands, the Events API and interaction payloads.
Fields that Slack does not promise are left out, so that an app cannot come to lean on them.
"""

import itertools
import re
from dataclasses import dataclass

from bot.playground.grants import ResponseUrl
from bot.playground.message import Json, Message
from bot.playground.workspace import Channel, User, Workspace

VERIFICATION_TOKEN = "playground"  # noqa: S105 # Slack still sends this field; signatures took its place
_MENTION = re.compile(r"(<@U[A-Z0-9]+>)")


def user(workspace: Workspace, who: User) -> Json:
    return {
        "id": who.id,
        "team_id": workspace.team.id,
        "name": who.name,
        "real_name": who.real_name,
        "deleted": False,
        "is_bot": who.is_bot,
        "tz": "Etc/UTC",
        "profile": {"real_name": who.real_name, "display_name": who.real_name, "team": workspace.team.id},
    }


def channel(where: Channel, member: str) -> Json:
    """A conversation as `member` sees it."""
    common = {"id": where.id, "is_im": where.is_im, "is_archived": where.is_archived}
    if where.is_im:
        return common | {"user": next(iter(where.members - {member}), member)}
    return common | {
        "name": where.name,
        "name_normalized": where.name,
        "is_channel": True,
        "is_private": False,
        "is_member": member in where.members,
        "topic": {"value": where.topic},
        "num_members": len(where.members),
    }


def message(workspace: Workspace, said: Message) -> Json:
    """A message as Slack returns it from its history; the counts of a thread stand at its first message."""
    body: Json = {"type": "message", "user": said.user, "text": said.draft.text, "ts": said.ts}
    if workspace.users[said.user].is_bot:
        body |= {"bot_id": workspace.app.bot_id, "app_id": workspace.app.id, "team": workspace.team.id}
    if blocks := said.draft.blocks or _typed_blocks(workspace, said):
        body["blocks"] = list(blocks)
    if said.draft.attachments:
        body["attachments"] = list(said.draft.attachments)
    if said.edited:
        body["edited"] = {"user": said.user, "ts": said.edited}
    if said.reactions:
        body["reactions"] = [{"name": n, "users": list(u), "count": len(u)} for n, u in said.reactions]
    return body | _thread(workspace, said)


def command(workspace: Workspace, where: Channel, who: User, typed: tuple[str, str]) -> dict[str, str]:
    """The form fields of a slash command but the response_url; `typed` is the command and its text."""
    return {
        "token": VERIFICATION_TOKEN,
        "team_id": workspace.team.id,
        "team_domain": workspace.team.domain,
        "channel_id": where.id,
        "channel_name": where.name,
        "user_id": who.id,
        "user_name": who.name,
        "command": typed[0],
        "text": typed[1],
        "api_app_id": workspace.app.id,
        "is_enterprise_install": "false",
        "trigger_id": workspace.grants.trigger(),
    }


def event(workspace: Workspace, inner: Json, event_id: str) -> Json:
    """The envelope of one event."""
    bot = {
        "enterprise_id": None,
        "team_id": workspace.team.id,
        "user_id": workspace.bot.id,
        "is_bot": True,
        "is_enterprise_install": False,
    }
    return {
        "token": VERIFICATION_TOKEN,
        "team_id": workspace.team.id,
        "api_app_id": workspace.app.id,
        "event": inner,
        "type": "event_callback",
        "event_id": event_id,
        "event_time": int(workspace.clock()),
        "authorizations": [bot],
        "is_ext_shared_channel": False,
        "event_context": f"4-{event_id}",
    }


def message_event(workspace: Workspace, said: Message) -> Json:
    where = workspace.channels[said.channel]
    inner = message(workspace, said) | _place(said) | {"channel_type": "im" if where.is_im else "channel"}
    parent = workspace.messages.get((said.channel, said.draft.thread_ts or ""))
    return inner | ({"parent_user_id": parent.user} if said.is_reply and parent else {})


def mention_event(workspace: Workspace, said: Message) -> Json:
    return message(workspace, said) | _place(said) | {"type": "app_mention"}


def edited_event(workspace: Workspace, said: Message, before: Message) -> Json:
    return _subtyped(workspace, said, "message_changed") | {
        "message": message(workspace, said),
        "previous_message": message(workspace, before),
    }


def deleted_event(workspace: Workspace, said: Message) -> Json:
    return _subtyped(workspace, said, "message_deleted") | {
        "deleted_ts": said.ts,
        "previous_message": message(workspace, said),
    }


@dataclass(frozen=True)
class Click:
    """What a person did with an element of a message: the choice, where the element offers one."""

    message: Message
    block: Json
    element: Json
    choice: str | None = None


def block_actions(workspace: Workspace, who: User, click: Click, answer_at: tuple[ResponseUrl, str]) -> Json:
    """A click. As in Slack, an ephemeral message does not travel with it."""
    body: Json = _interaction(workspace, who, click.message, answer_at) | {
        "type": "block_actions",
        "api_app_id": workspace.app.id,
        "container": _container(click.message),
        "state": {"values": {}},
        "actions": [_action(workspace, click)],
    }
    if not click.message.is_ephemeral:
        body["message"] = message(workspace, click.message)
    return body


def message_action(
    workspace: Workspace, who: User, said: Message, callback_id: str, answer_at: tuple[ResponseUrl, str]
) -> Json:
    """A shortcut that was taken on a message, which travels with it."""
    return _interaction(workspace, who, said, answer_at) | {
        "type": "message_action",
        "callback_id": callback_id,
        "action_ts": workspace.now_ts(),
        "message_ts": said.ts,
        "message": message(workspace, said),
    }


def _interaction(workspace: Workspace, who: User, said: Message, answer_at: tuple[ResponseUrl, str]) -> Json:
    """What is told of everything that a person does with a message: who, where, and where an answer goes."""
    where = workspace.channels[said.channel]
    return {
        "token": VERIFICATION_TOKEN,
        "user": {"id": who.id, "username": who.name, "name": who.name, "team_id": workspace.team.id},
        "team": {"id": workspace.team.id, "domain": workspace.team.domain},
        "enterprise": None,
        "is_enterprise_install": False,
        "channel": {"id": where.id, "name": where.name},
        "trigger_id": workspace.grants.trigger(),
        "response_url": answer_at[1] + answer_at[0].id,
    }


def _typed_blocks(workspace: Workspace, said: Message) -> tuple[Json, ...]:
    """What a person types has rich-text blocks in Slack; here its words and the people it names."""
    if workspace.users[said.user].is_bot or not said.draft.text:
        return ()
    parts = [part for part in _MENTION.split(said.draft.text) if part]
    section = {"type": "rich_text_section", "elements": [_rich(part) for part in parts]}
    return ({"type": "rich_text", "block_id": f"t{said.ts[-4:]}", "elements": [section]},)


def _rich(part: str) -> Json:
    if _MENTION.fullmatch(part):
        return {"type": "user", "user_id": part[2:-1]}
    plain = part.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return {"type": "text", "text": plain}


def _thread(workspace: Workspace, said: Message) -> Json:
    if said.is_reply:
        return {"thread_ts": said.draft.thread_ts}
    replies = workspace.replies(workspace.channels[said.channel], said.ts)
    if not replies:
        return {}
    people = [who for who, _ in itertools.groupby(sorted(reply.user for reply in replies))]
    return {
        "thread_ts": said.ts,
        "reply_count": len(replies),
        "reply_users": people,
        "reply_users_count": len(people),
        "latest_reply": replies[-1].ts,
    }


def _place(said: Message) -> Json:
    return {"channel": said.channel, "event_ts": said.ts}


def _subtyped(workspace: Workspace, said: Message, subtype: str) -> Json:
    where, now = workspace.channels[said.channel], workspace.now_ts()
    return {
        "type": "message",
        "subtype": subtype,
        "hidden": True,
        "channel": said.channel,
        "channel_type": "im" if where.is_im else "channel",
        "ts": now,
        "event_ts": now,
    }


def _container(said: Message) -> Json:
    place: Json = {
        "type": "message",
        "message_ts": said.ts,
        "channel_id": said.channel,
        "is_ephemeral": said.is_ephemeral,
    }
    return place | ({"thread_ts": said.draft.thread_ts} if said.draft.thread_ts else {})


def _action(workspace: Workspace, click: Click) -> Json:
    kept = {key: click.element[key] for key in ("type", "action_id", "text", "value", "style") if key in click.element}
    action = kept | {"block_id": click.block["block_id"], "action_ts": workspace.now_ts()}
    if click.choice is None:
        return action
    if click.element["type"] == "feedback_buttons":
        return action | {"value": click.choice}
    return action | {"selected_option": _option(click.element, click.choice)}


def _option(element: Json, value: str) -> Json:
    grouped = [option for group in element.get("option_groups", []) for option in group["options"]]
    return next(option for option in [*element.get("options", []), *grouped] if option["value"] == value)

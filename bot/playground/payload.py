"""How does Slack write down a user, a message, a file, a view, a command or an event?

Shapes as in Slack's reference of Web API objects, slash commands and the Events API.
Fields that Slack does not promise are left out, so that an app cannot come to lean on them.
"""

import itertools
import re

from bot.playground.files import File
from bot.playground.message import Json, Message
from bot.playground.screens import View
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
    if said.draft.files:
        body["files"] = [file(workspace.shelf.brought(file_id), workspace) for file_id in said.draft.files]
    if said.edited:
        body["edited"] = {"user": said.user, "ts": said.edited}
    if said.reactions:
        body["reactions"] = [{"name": n, "users": list(u), "count": len(u)} for n, u in said.reactions]
    return body | _thread(workspace, said)


def file(brought: File, workspace: Workspace) -> Json:
    """A file as Slack describes it; its address is good for people of the workspace."""
    address = f"{workspace.address}/files/{brought.id}"
    about: Json = {
        "id": brought.id,
        "created": int(brought.created),
        "timestamp": int(brought.created),
        "name": brought.name,
        "title": brought.title or brought.name,
        "mimetype": brought.media_type,
        "filetype": brought.kind,
        "size": brought.length,
        "user": brought.user,
        "url_private": address,
        "url_private_download": address,
    }
    return about | ({"alt_txt": brought.alt_text} if brought.alt_text else {})


def view(workspace: Workspace, shown: View) -> Json:
    """A view as Slack returns it and sends it along, with what was filled in."""
    written = shown.definition
    body: Json = {
        "id": shown.id,
        "team_id": workspace.team.id,
        "type": shown.kind,
        "blocks": shown.blocks,
        "private_metadata": written.get("private_metadata") or "",
        "callback_id": written.get("callback_id") or "",
        "state": {"values": workspace.screens.state(shown.id, shown.blocks)},
        "hash": shown.hash,
        "clear_on_close": bool(written.get("clear_on_close")),
        "notify_on_close": bool(written.get("notify_on_close")),
        "root_view_id": shown.root,
        "previous_view_id": shown.previous,
        "app_id": workspace.app.id,
        "external_id": written.get("external_id") or "",
        "app_installed_team_id": workspace.team.id,
        "bot_id": workspace.app.bot_id,
    }
    return body | ({key: written.get(key) for key in ("title", "close", "submit")} if shown.kind == "modal" else {})


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
        "trigger_id": workspace.grants.trigger(who.id),
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
    if said.draft.files:
        inner["subtype"] = "file_share"
    parent = workspace.messages.get((said.channel, said.draft.thread_ts or ""))
    return inner | ({"parent_user_id": parent.user} if said.is_reply and parent else {})


def home_event(workspace: Workspace, who: User, tab: str) -> Json:
    """Somebody opened the app: its Home tab, with the view if there is one, or the messages with it."""
    line = workspace.direct_messages(who.id, workspace.bot.id)
    inner: Json = {
        "type": "app_home_opened",
        "user": who.id,
        "channel": line.id,
        "tab": tab,
        "event_ts": workspace.now_ts(),
    }
    shown = workspace.screens.homes.get(who.id)
    return inner | ({"view": view(workspace, shown)} if shown and tab == "home" else {})


def context_event(workspace: Workspace, who: User, where: Channel) -> Json:
    """Somebody went to another channel while the app's messages stood open beside it."""
    entity = {"type": "slack#/types/channel_id", "value": where.id, "team_id": workspace.team.id}
    return {
        "type": "app_context_changed",
        "user": who.id,
        "channel": workspace.direct_messages(who.id, workspace.bot.id).id,
        "context": {"entities": [entity]},
        "event_ts": workspace.now_ts(),
    }


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

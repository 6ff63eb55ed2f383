"""Which events does the app get when something happens in the workspace?"""

from bot.playground.message import Change, Json, Message
from bot.playground.payload import deleted_event, edited_event, mention_event, message_event
from bot.playground.workspace import Channel, Workspace

ALL_EVENTS = frozenset({"app_mention", "message.channels", "message.im", "app_home_opened", "app_context_changed"})


def events_of(workspace: Workspace, change: Change, subscribed: frozenset[str] = ALL_EVENTS) -> list[Json]:
    """The inner events, in the order of sending. A mention in a channel is two: `app_mention` and `message`.

    As in Slack an app hears nothing of ephemeral messages and of channels it is not in, it hears its own
    messages too, and a mention in a direct message is only a message.
    """
    said, where = change.message, workspace.channels[change.message.channel]
    if said.is_ephemeral or workspace.bot.id not in where.members:
        return []
    heard = []
    if "app_mention" in subscribed and _is_new_mention(workspace, change, where):
        heard.append(mention_event(workspace, said))
    if ("message.im" if where.is_im else "message.channels") in subscribed:
        heard.append(_message_event(workspace, change))
    return heard


def mentions_bot(workspace: Workspace, said: Message) -> bool:
    return f"<@{workspace.bot.id}>" in said.draft.text


def _is_new_mention(workspace: Workspace, change: Change, where: Channel) -> bool:
    by_a_person = not workspace.users[change.message.user].is_bot
    return change.kind == "posted" and by_a_person and not where.is_im and mentions_bot(workspace, change.message)


def _message_event(workspace: Workspace, change: Change) -> Json:
    if change.kind == "edited" and change.before:
        return edited_event(workspace, change.message, change.before)
    if change.kind == "deleted":
        return deleted_event(workspace, change.message)
    return message_event(workspace, change.message)

"""Which methods of the Web API does the workspace have?"""

from typing import Any

from bot.playground.methods import agent, conversations, files, messages, people, streams, views
from bot.playground.methods.method import Method, NoArguments

_WRITE = ("chat:write",)
_READ = ("channels:read", "im:read")
_HISTORY = ("channels:history", "im:history")
_AGENT = ("assistant:write",)

METHODS: dict[str, Method[Any]] = {
    "auth.test": Method(NoArguments, people.auth_test),
    "users.info": Method(people.OneUser, people.user_info, ("users:read",)),
    "bots.info": Method(people.OneBot, people.bot_info, ("users:read",)),
    "chat.postMessage": Method(messages.NewMessage, messages.post_message, _WRITE),
    "chat.postEphemeral": Method(messages.NewEphemeral, messages.post_ephemeral, _WRITE),
    "chat.update": Method(messages.NewVersion, messages.update_message, _WRITE),
    "chat.delete": Method(messages.Place, messages.delete_message, _WRITE),
    "chat.startStream": Method(streams.NewStream, streams.start, _WRITE),
    "chat.appendStream": Method(streams.More, streams.append, _WRITE),
    "chat.stopStream": Method(streams.End, streams.stop, _WRITE),
    "reactions.add": Method(messages.Reaction, messages.add_reaction, ("reactions:write",)),
    "conversations.open": Method(conversations.People, conversations.open_conversation, ("im:write",)),
    "conversations.info": Method(conversations.Conversation, conversations.info, _READ),
    "conversations.replies": Method(conversations.Thread, conversations.replies, _HISTORY),
    "conversations.history": Method(conversations.Conversation, conversations.history, _HISTORY),
    "files.getUploadURLExternal": Method(files.NewFile, files.upload_url, ("files:write",)),
    "files.completeUploadExternal": Method(files.Uploaded, files.complete_upload, ("files:write",)),
    "views.open": Method(views.Opened, views.open_modal),
    "views.push": Method(views.Opened, views.push_modal),
    "views.update": Method(views.Updated, views.update_view),
    "views.publish": Method(views.Published, views.publish_home),
    "assistant.threads.setStatus": Method(agent.NewStatus, agent.set_status, (*_WRITE, *_AGENT)),
    "assistant.threads.setSuggestedPrompts": Method(agent.NewPrompts, agent.set_suggested_prompts, _AGENT),
    "assistant.threads.setTitle": Method(agent.NewTitle, agent.set_title, _AGENT),
}
ALL_SCOPES = frozenset(scope for method in METHODS.values() for scope in method.scopes)

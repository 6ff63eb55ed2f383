"""What does the bot listen to, who takes it, and what must a workspace allow for it? One entry for each in LISTENERS.

The app registers its listeners from these entries, and the manifest (bot/slack/manifest.py) is made from them: what
stands here is listened to and asked for, and nothing else is.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.blocks import ASK, CARD, CHOOSE, EVIDENCE, FEEDBACK, FILE, LEAF, MORE, PAGE, REMOVE, SHARE, SHARE_CHECK
from bot.blocks.controls import COPY
from bot.blocks.forms import QUESTION_FORM, REASON, REPORT_FORM
from bot.blocks.home import SETTING
from bot.command import ASK_DEAL, CHECK_MESSAGE, COMMANDS, SLASH, Shortcut
from bot.settings import DEFAULT_WHO
from bot.slack.actions import Actions
from bot.slack.commands import Commands
from bot.slack.evidence import Evidence
from bot.slack.home import Homes
from bot.slack.opinions import Opinions
from bot.slack.posts import Posts
from bot.slack.shortcuts import Shortcuts
from bot.slack.tables import Tables

# Built into Slack, but workspaces that stand in for it, and some that allow it, may send it.
BUILT_IN_WHO = "/who"


@dataclass(frozen=True)
class Staff:
    """Those who take what is heard."""

    commands: Commands
    actions: Actions
    evidence: Evidence
    homes: Homes
    opinions: Opinions
    shortcuts: Shortcuts
    posts: Posts
    tables: Tables


@dataclass(frozen=True)
class Options:
    """What whoever runs the bot may choose of it.

    `follow_threads` lets people go on in a thread of ours without a mention, for which the bot must be sent every
    message of its channels.
    """

    who_command: str = DEFAULT_WHO
    follow_threads: bool = False


DEFAULTS = Options()


@dataclass(frozen=True)
class Slash:
    """A slash command. `also` are names under which some workspaces send it; no manifest registers them."""

    command: str
    description: str
    hint: str
    also: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Press:
    """A button, a menu or a choice with this action id; what tells several in one message apart follows behind `_`."""

    action: str


@dataclass(frozen=True)
class Submission:
    """A dialog with this callback id was submitted."""

    callback_id: str


@dataclass(frozen=True)
class Closing:
    """A dialog with this callback id was closed; Slack tells only of those that ask for it (`notify_on_close`)."""

    callback_id: str


@dataclass(frozen=True)
class Pick:
    """A shortcut, in the menu of each message or wherever one writes."""

    shortcut: Shortcut


@dataclass(frozen=True)
class Happening:
    """An event of this type; `subscriptions` are the names by which an app asks for it (`message.im`)."""

    event: str
    subscriptions: tuple[str, ...]


Heard = Slash | Press | Submission | Closing | Pick | Happening


@dataclass(frozen=True)
class Listener:
    """Something heard, the method of ours that takes it, and the methods of the Web API that are called in answer.

    What is sent to a response URL or in an acknowledgement takes no method. The scopes of events and methods stand in
    bot/slack/scopes.py.
    """

    heard: Heard
    taken_by: Callable[[Staff], Callable[..., Awaitable[None]]]
    calls: tuple[str, ...] = ()


_FILES = ("files.getUploadURLExternal", "files.completeUploadExternal")
_STREAM = ("chat.startStream", "chat.appendStream", "chat.stopStream", "chat.update")
_DIALOG = ("views.open", "views.push", "views.update")
_OTHERWISE = ("chat.postEphemeral", "chat.postMessage")  # where a response URL is over
_TO_PERSON = ("conversations.open", *_FILES)


def listeners(options: Options) -> tuple[Listener, ...]:
    """Everything the bot listens to."""
    return (
        Listener(_deal(), lambda staff: staff.commands.deal, calls=_TO_PERSON),
        Listener(_who(options.who_command), lambda staff: staff.commands.who),
        Listener(Press(ASK), lambda staff: staff.actions.ask, calls=_OTHERWISE),
        Listener(Press(PAGE), lambda staff: staff.actions.page, calls=_OTHERWISE),
        Listener(Press(SHARE), lambda staff: staff.actions.share),
        Listener(Press(SHARE_CHECK), lambda staff: staff.actions.share_check),
        Listener(Press(FILE), lambda staff: staff.tables.send, calls=_TO_PERSON),
        Listener(Press(REMOVE), lambda staff: staff.actions.remove),
        Listener(Press(MORE), lambda staff: staff.actions.more, calls=_DIALOG),
        Listener(Press(EVIDENCE), lambda staff: staff.evidence.open, calls=_DIALOG),
        Listener(Press(CARD), lambda staff: staff.evidence.open, calls=_DIALOG),
        Listener(Press(CHOOSE), lambda staff: staff.evidence.choose, calls=("views.update",)),
        Listener(Press(FEEDBACK), lambda staff: staff.opinions.judge, calls=_DIALOG),
        Listener(Submission(REASON), lambda staff: staff.opinions.reason),
        Listener(Submission(REPORT_FORM), lambda staff: staff.opinions.report),
        Listener(Press(SETTING), lambda staff: staff.homes.set, calls=("views.publish",)),
        Listener(
            Happening("app_home_opened", ("app_home_opened",)),
            lambda staff: staff.homes.opened,
            calls=("views.publish", "assistant.threads.setSuggestedPrompts"),
        ),
        Listener(Happening("app_context_changed", ("app_context_changed",)), lambda staff: staff.homes.moved),
        Listener(Press(COPY), lambda staff: staff.evidence.copy, calls=_DIALOG),
        Listener(Pick(ASK_DEAL), lambda staff: staff.shortcuts.ask, calls=_DIALOG),
        Listener(Submission(QUESTION_FORM), lambda staff: staff.shortcuts.answer),
        Listener(Press(LEAF), lambda staff: staff.evidence.turn, calls=("views.update",)),
        Listener(Pick(CHECK_MESSAGE), lambda staff: staff.shortcuts.check_message, calls=_OTHERWISE),
        Listener(
            Happening("app_mention", ("app_mention",)),
            lambda staff: staff.posts.mention,
            calls=("chat.postMessage", *_FILES),
        ),
        Listener(
            _messages(options),
            lambda staff: staff.posts.message,
            calls=("assistant.threads.setStatus", "chat.postMessage", *_STREAM, *_FILES),
        ),
    )


def _deal() -> Slash:
    usages = (command.usage.removeprefix(f"{SLASH} ") for command in COMMANDS)
    return Slash(SLASH, "Cited answers about the deal", f"[{' | '.join(usages)}]")


def _who(name: str) -> Slash:
    (who,) = (command for command in COMMANDS if command.name == "who")
    description = who.description[0].upper() + who.description[1:]
    return Slash(name, description, who.hint, frozenset({BUILT_IN_WHO, DEFAULT_WHO}))


def _messages(options: Options) -> Happening:
    """Direct messages; where threads are followed, also what is written in channels and groups of people."""
    followed = ("message.channels", "message.groups", "message.mpim") if options.follow_threads else ()
    return Happening("message", ("message.im", *followed))

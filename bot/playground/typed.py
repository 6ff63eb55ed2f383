"""What does Slack make of the words that a person types?"""

import re
from collections.abc import Callable, Iterable

from bot.playground.workspace import Workspace

_CODE = re.compile(r"(```.*?```|`[^`\n]+`)", re.DOTALL)
_URL = re.compile(r"https?://[^\s<>|]+[^\s<>|.,;:!?)\]'\"]")
_BROADCASTS = ("channel", "here", "everyone")


def message_text(workspace: Workspace, typed: str) -> str:
    """Typed text as it stands in a message: escaped, with people, channels and links in angle brackets.

    Code is only escaped, as in Slack.
    """
    return _outside_code(escape(typed.strip()), lambda text: _linked(workspace, text, with_names=False))


def command_parts(workspace: Workspace, typed: str) -> tuple[str, str]:
    """A typed line as command and text; people and channels are written out with their ids and names.

    That is Slack's `should_escape: true`, which the app asks for in its manifest.
    """
    command, _, text = typed.strip().partition(" ")
    return command, _named(workspace, escape(text.strip()), with_names=True)


def escape(text: str) -> str:
    """The three characters that Slack's markup reserves."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _outside_code(text: str, change: Callable[[str], str]) -> str:
    parts = _CODE.split(text)
    return "".join(part if number % 2 else change(part) for number, part in enumerate(parts))


def _linked(workspace: Workspace, text: str, *, with_names: bool) -> str:
    return _named(workspace, _URL.sub(lambda found: f"<{found[0]}>", text), with_names=with_names)


def _named(workspace: Workspace, text: str, *, with_names: bool) -> str:
    people = {name: user.id for user in workspace.users.values() for name in (user.real_name, user.name)}
    ids = {escape(name).lower(): (who, workspace.users[who].name) for name, who in people.items()}

    def mention(found: re.Match[str]) -> str:
        name = found[1].lower()
        if name in _BROADCASTS:
            return f"<!{name}>"
        who, handle = ids[name]
        return f"<@{who}|{handle}>" if with_names else f"<@{who}>"

    channels = {channel.name: channel.id for channel in workspace.channels.values() if not channel.is_im}
    text = _any_of("@", [*ids, *_BROADCASTS]).sub(mention, text)
    return _any_of("#", channels).sub(lambda found: f"<#{channels[found[1].lower()]}|{found[1].lower()}>", text)


def _any_of(sign: str, names: Iterable[str]) -> re.Pattern[str]:
    """Longest first, so that a full name is not cut to the first name of somebody else."""
    choices = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<![\w<]){sign}({choices})(?!\w)", re.IGNORECASE)

"""How is a new workspace furnished, with people, channels and the bot?"""

import itertools
import time
from collections.abc import Iterable
from dataclasses import dataclass

from bot.playground.grants import Clock, Grants
from bot.playground.workspace import NOTICES_FROM, App, Channel, Team, User, Workspace


@dataclass(frozen=True)
class Roster:
    """How a workspace is furnished. The first person sits at the keyboard; the bot is in every channel.

    `has_home` says whether the app's manifest enables its Home tab.
    """

    bot_name: str
    team_name: str = "Playground"
    people: tuple[str, ...] = ("Jamie Rivera", "Noor Haddad")
    channels: tuple[tuple[str, str], ...] = (("general", "Everything that has no channel of its own"),)
    has_home: bool = True


def furnish(roster: Roster, clock: Clock = time.time) -> Workspace:
    """A workspace with people, the bot in every channel, and a direct line from each person to the bot."""
    people = [_user(number, name) for number, name in enumerate(roster.people, start=1)]
    bot = User("U0PLAYBOT", _handle(roster.bot_name), roster.bot_name, is_bot=True)
    notices = User(NOTICES_FROM, "workspace", "Workspace")
    everyone = frozenset(user.id for user in [*people, bot])
    workspace = Workspace(
        team=Team("T0PLAYGROUND", _handle(roster.team_name), roster.team_name),
        app=App("A0PLAYGROUND", "B0PLAYBOT", bot.id, roster.bot_name, roster.has_home),
        users={user.id: user for user in [*people, bot, notices]},
        channels={c.id: c for c in _channels(roster.channels, everyone)},
        grants=Grants(clock),
        clock=clock,
    )
    for person in people:
        workspace.direct_messages(person.id, bot.id)
    return workspace


def _user(number: int, name: str) -> User:
    return User(f"U0PLAY{number:04d}", _handle(name), name)


def _channels(named: Iterable[tuple[str, str]], members: frozenset[str]) -> Iterable[Channel]:
    for number, (name, topic) in zip(itertools.count(1), named, strict=False):
        yield Channel(f"C0PLAY{number:04d}", name, members, topic)


def _handle(name: str) -> str:
    return name.lower().replace(" ", ".")

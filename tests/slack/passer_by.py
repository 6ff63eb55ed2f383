"""What does somebody do who presses everything? Each control of each message and view, with whatever it then shows."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from functools import partial

from bot.command import COMMANDS
from bot.playground.choices import Choice, controls
from bot.playground.message import Json, Message
from bot.playground.screens import View
from tests.slack.office import CHANNEL, Office

DEPTH = 3  # how many clicks away from what was typed
TYPED = "Typed by somebody: <b> & *c*"


@dataclass
class PasserBy:
    """Somebody at work in an office.

    `pressed` holds what was tried since they last began: the kind of control, and its words.
    """

    office: Office
    pressed: set[tuple[str, str]] = field(default_factory=set)

    async def try_everything(self) -> None:
        """Types each command, asks in both places, takes each shortcut, and presses all that comes of it."""
        desk, you = self.office.desk, self.office.playground.you
        for typed in (*(command.sample(desk.store) for command in COMMANDS), "/deal sumary", "/deal check"):
            await self._begin(partial(you.command, CHANNEL, typed))
        prompt, direct = desk.store.deal.prompts[0], self.office.direct
        for channel, asked in (
            (CHANNEL, f"@Beacon {prompt}"),
            *((direct, said) for said in (prompt, "sources?", "timeline")),
        ):
            await self._begin(partial(you.type, channel, asked))
        said = you.say(CHANNEL, "Harbour Mills pays 300 million dollars.")
        for shortcut in sorted(you.shortcuts):
            await self._begin(partial(you.take, (said.channel, said.ts), shortcut))
        for shortcut in sorted(you.everywhere):
            await self._begin(partial(you.start, shortcut))
        you.open_app("messages")
        you.look_at(CHANNEL)
        you.open_app("home")
        await self.office.settled()
        if home := self.office.playground.workspace.screens.homes.get(you.user.id):
            await self._use(home, DEPTH)

    async def _begin(self, act: Callable[[], Awaitable[object]]) -> None:
        self.pressed.clear()
        await self._follow(act, DEPTH)

    async def _follow(self, act: Callable[[], Awaitable[object]], depth: int) -> None:
        """Does something, then goes on with the messages and the view that came of it."""
        known = {(message.channel, message.ts) for message in self.office.ours()}
        below = self._top()
        await act()
        await self.office.settled()
        fresh = [message for message in self.office.ours() if (message.channel, message.ts) not in known]
        top = self._top()
        if top and (below is None or top.id != below.id):
            await self._use(top, depth - 1)
            await self.office.playground.you.screen.close()
        for message in fresh if depth else []:
            await self._press(message, depth - 1)

    async def _press(self, message: Message, depth: int) -> None:
        place, you = (message.channel, message.ts), self.office.playground.you
        for action, choice in self._untried(list(message.draft.blocks)):
            if self._stands(list(self._now(message)), action):
                await self._follow(partial(you.choose, place, action, choice), depth)

    async def _use(self, view: View, depth: int) -> None:
        screen = self.office.playground.you.screen
        for action, choice in self._untried(view.blocks):
            current = self.office.playground.workspace.screens.find(view.id)
            if self._stands(current.blocks, action):
                await self._follow(partial(screen.use, view.id, action, choice), max(depth, 0))
        if view.kind == "modal" and "submit" in view.definition:
            await self._follow(partial(screen.submit, view.id), 0)
            if self._top() == view:
                await self._follow(partial(screen.submit, view.id, dict(_filled(view.blocks))), 0)

    def _untried(self, blocks: list[Json]) -> Iterator[tuple[tuple[str, str], Choice]]:
        for block, control in controls(blocks):
            for words, choice in _choices(control) if block["type"] != "input" else ():
                key = (control["action_id"].partition("_")[0], words)
                if key not in self.pressed:
                    self.pressed.add(key)
                    yield (block["block_id"], control["action_id"]), choice

    def _stands(self, blocks: list[Json], action: tuple[str, str]) -> bool:
        return any((block["block_id"], control["action_id"]) == action for block, control in controls(blocks))

    def _now(self, message: Message) -> tuple[Json, ...]:
        """The blocks of a message as it stands now; none if it is gone."""
        found = self.office.playground.workspace.messages.get((message.channel, message.ts))
        return found.draft.blocks if found else ()

    def _top(self) -> View | None:
        return self.office.playground.workspace.screens.top(self.office.playground.you.user.id)


def _choices(control: Json) -> Iterator[tuple[str, Choice]]:
    """What can be done with a control, by what it is called."""
    match control:
        case {"type": "feedback_buttons"}:
            yield from ((thumb["text"]["text"], thumb["value"]) for thumb in _thumbs(control))
        case {"options": _} | {"option_groups": _}:
            yield from ((option["text"]["text"], option["value"]) for option in _options(control))
        case {"text": {"text": str(label)}}:
            yield label, None


def _thumbs(control: Json) -> list[Json]:
    return [control["positive_button"], control["negative_button"]]


def _filled(blocks: list[Json]) -> Iterator[tuple[str, dict[str, Choice]]]:
    """Something for every field of a form."""
    for block, control in controls(blocks):
        if block["type"] == "input":
            offered = [option["value"] for option in _options(control)]
            yield block["block_id"], {control["action_id"]: offered[-1] if offered else TYPED}


def _options(control: Json) -> list[Json]:
    """What a menu or a choice offers, in groups or not."""
    grouped = (option for group in control.get("option_groups", []) for option in group["options"])
    return [*control.get("options", []), *grouped]

"""Which modals does each person have open, what does their Home tab show, and what have they filled in?"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Literal

from bot.playground.choices import STATEFUL, Choice, chosen, control_at, controls, initial
from bot.playground.message import Json
from bot.playground.refusal import RefusedError

STACK = 3


@dataclass(frozen=True)
class View:
    """A modal or a Home tab; `definition` is what the app wrote, with all ids."""

    id: str
    user: str
    kind: Literal["modal", "home"]
    definition: Json
    hash: str
    root: str
    previous: str | None = None

    @property
    def blocks(self) -> list[Json]:
        return list(self.definition["blocks"])


@dataclass
class Screens:
    """Modals are a stack for each person, the last one on top. `now` gives hashes that rise."""

    now: Callable[[], str]
    homes: dict[str, View] = field(default_factory=dict)
    _stacks: dict[str, tuple[View, ...]] = field(default_factory=dict)
    _touched: dict[tuple[str, str, str], Json] = field(default_factory=dict)
    _listeners: list[Callable[[str], None]] = field(default_factory=list)

    def subscribe(self, listener: Callable[[str], None]) -> Callable[[], None]:
        """Calls `listener` with the person whose screen has changed, until the returned function is called."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def stack(self, user: str) -> tuple[View, ...]:
        return self._stacks.get(user, ())

    def top(self, user: str) -> View | None:
        return next(reversed(self.stack(user)), None)

    def find(self, view_id: str | None = None, external_id: str | None = None) -> View:
        """The view of that id, or of the id that the app gave it. Raises `RefusedError("not_found")`."""
        for view in self._all():
            named = external_id is not None and view.definition.get("external_id") == external_id
            if view.id == view_id or named:
                return view
        raise RefusedError("not_found")

    def open(self, user: str, definition: Json) -> View:
        """Shows a modal in the place of whatever was open."""
        self._keep_unique(definition)
        view = self._new(user, "modal", definition)
        return self._show(user, (view,), view)

    def push(self, user: str, below: str | None, definition: Json) -> View:
        """Puts a modal on the one in which the person did something."""
        stack = self.stack(user)
        if below not in {view.id for view in stack}:
            raise RefusedError("not_found")
        if len(stack) >= STACK:
            raise RefusedError("push_limit_reached")
        self._keep_unique(definition)
        view = replace(self._new(user, "modal", definition), root=stack[0].root, previous=stack[-1].id)
        return self._show(user, (*stack, view), view)

    def update(self, view: View, definition: Json, expected: str | None = None) -> View:
        """Replaces what a view shows; what was filled in stays where block and action ids are the same."""
        if expected not in {None, view.hash}:
            raise RefusedError("hash_conflict")
        self._keep_unique(definition, view)
        fresh = replace(view, definition=definition, hash=self.now())
        if view.kind == "home":
            self.homes[view.user] = fresh
            self._tell(view.user)
            return fresh
        stack = tuple(fresh if known.id == view.id else known for known in self.stack(view.user))
        return self._show(view.user, stack, fresh)

    def publish(self, user: str, definition: Json, expected: str | None = None) -> View:
        """Sets the Home tab of one person."""
        if known := self.homes.get(user):
            return self.update(known, definition, expected)
        self._keep_unique(definition)
        self.homes[user] = self._new(user, "home", definition)
        self._tell(user)
        return self.homes[user]

    def close(self, user: str, *, whole: bool = False) -> tuple[View, ...]:
        """Takes the top modal away, or the whole stack, and returns what is gone, top first."""
        stack = self.stack(user)
        kept = () if whole else stack[:-1]
        self._stacks[user] = kept
        self._tell(user)
        return tuple(reversed(stack[len(kept) :]))

    def touch(self, place: str, blocks: list[Json], where: tuple[str, str], choice: Choice) -> None:
        """Notes what a person has filled in; `place` is the view's id, or a person's own key for a message."""
        _, element = control_at(blocks, where)
        if element["type"] in STATEFUL:
            self._touched[place, *where] = chosen(element, choice)

    def state(self, place: str, blocks: list[Json]) -> Json:
        """`state.values` as Slack writes it: by block id and action id, for whatever keeps a state."""
        values: Json = {}
        for block, element in controls(blocks):
            if element["type"] in STATEFUL:
                held = self._touched.get((place, block["block_id"], element["action_id"])) or initial(element)
                values.setdefault(block["block_id"], {})[element["action_id"]] = {"type": element["type"], **held}
        return values

    def _all(self) -> list[View]:
        return [*(view for stack in self._stacks.values() for view in stack), *self.homes.values()]

    def _new(self, user: str, kind: Literal["modal", "home"], definition: Json) -> View:
        view_id = f"V{secrets.token_hex(5).upper()}"
        return View(view_id, user, kind, definition, self.now(), root=view_id)

    def _keep_unique(self, definition: Json, itself: View | None = None) -> None:
        external_id = definition.get("external_id")
        others = [view for view in self._all() if itself is None or view.id != itself.id]
        if external_id and any(view.definition.get("external_id") == external_id for view in others):
            raise RefusedError("duplicate_external_id")

    def _show(self, user: str, stack: tuple[View, ...], view: View) -> View:
        self._stacks[user] = stack
        self._tell(user)
        return view

    def _tell(self, user: str) -> None:
        for listener in tuple(self._listeners):
            listener(user)

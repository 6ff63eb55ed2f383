"""What can a person do in the workspace, and what comes of it?"""

from dataclasses import dataclass
from typing import Literal

from bot.playground import interaction, payload
from bot.playground.choices import Choice, control_at, controls
from bot.playground.delivery import Delivery
from bot.playground.events import mentions_bot
from bot.playground.grants import ResponseUrl
from bot.playground.line import Ack, UndeliveredError, explain
from bot.playground.message import Draft, Message
from bot.playground.refusal import RefusedError
from bot.playground.response import read_ack, respond
from bot.playground.screen import Screen
from bot.playground.typed import command_parts, message_text
from bot.playground.workspace import Channel, User, Workspace


@dataclass(frozen=True)
class Person:
    """One person at the keyboard.

    `response_urls` is the address where the workspace takes responses, ending in a slash; `commands` are
    the slash commands that the app has registered, or none to pass on every command; `shortcuts` are the ids of
    its shortcuts on messages and `everywhere` of those that are on none.
    """

    user: User
    workspace: Workspace
    delivery: Delivery
    response_urls: str
    commands: frozenset[str] = frozenset()
    shortcuts: frozenset[str] = frozenset()
    everywhere: frozenset[str] = frozenset()

    @property
    def screen(self) -> Screen:
        """What this person does with modals and with the Home tab."""
        return Screen(self.user, self.workspace, self.delivery)

    async def type(self, channel: str, typed: str, thread_ts: str | None = None) -> Message | None:
        """Sends what was typed: a line that begins with a slash is a command, all else is a message."""
        if not typed.startswith("/"):
            return self.say(channel, typed, thread_ts)
        if thread_ts is None:
            return await self.command(channel, typed)
        command = typed.split(maxsplit=1)[0]
        return self._notice(channel, f"`{command}` is not supported in threads. Sorry!", thread_ts)

    def say(self, channel: str, typed: str, thread_ts: str | None = None) -> Message:
        """Posts a message; the bot hears of it in the background. Raises `RefusedError`."""
        where = self._my_channel(channel)
        text = message_text(self.workspace, typed)
        if not text:
            raise RefusedError("no_text")
        said = self.workspace.post(where, self.user.id, Draft(text=text, thread_ts=thread_ts))
        if mentions_bot(self.workspace, said) and self.workspace.bot.id not in where.members:
            name = self.workspace.bot.real_name
            self._notice(channel, f"{name} is not in this channel, so it did not hear you.", thread_ts)
        return said

    async def command(self, channel: str, typed: str) -> Message | None:
        """Runs a slash command and returns the message that its answer became, if there was one."""
        where = self._my_channel(channel)
        command, text = command_parts(self.workspace, typed)
        if self.commands and command not in self.commands:
            return self._notice(channel, self._no_such_command(command))
        allowed = self.workspace.grants.response_url(where.id, self.user.id)
        fields = payload.command(self.workspace, where, self.user, (command, text))
        try:
            ack = await self.delivery.command(fields | {"response_url": self.response_urls + allowed.id})
        except UndeliveredError as failure:
            cause = explain(self.workspace.bot.real_name, failure)
            return self._notice(channel, f"{_failed(command, failure.code)}\n{cause}.")
        return self._show(allowed, ack, typed.strip())

    async def press(self, message: Message, label: str) -> None:
        """Clicks the button with that text. Raises as `click`, and `RefusedError` if there is none."""
        for block, element in controls(list(message.draft.blocks)):
            if element.get("text", {}).get("text") == label:
                return await self.click(interaction.Click(message, block, element))
        raise RefusedError("no_such_element", label)

    async def choose(self, place: tuple[str, str], action: tuple[str, str], choice: Choice) -> None:
        """Uses the element at (block id, action id) of the message at (channel, ts). Raises as `click`."""
        message = self.workspace.message(*place)
        if not self.workspace.may_read(self.user.id, message):
            raise RefusedError("message_not_found")
        blocks = list(message.draft.blocks)
        block, element = control_at(blocks, action)
        self.workspace.screens.touch(interaction.state_key(self.user, message), blocks, action, choice)
        await self.click(interaction.Click(message, block, element, choice))

    async def click(self, click: interaction.Click) -> None:
        """Tells the bot of a click. Raises `UndeliveredError` if it does not take it."""
        where = self._my_channel(click.message.channel)
        allowed = self.workspace.grants.response_url(where.id, self.user.id, origin=click.message.ts)
        body = interaction.block_actions(self.workspace, self.user, click, (allowed, self.response_urls))
        await self.delivery.interact(body)

    async def take(self, place: tuple[str, str], callback_id: str) -> None:
        """Takes a shortcut of the app on the message at (channel, ts). Raises `RefusedError` and `UndeliveredError`.

        As in Slack, what only one person sees has no shortcuts.
        """
        message = self.workspace.message(*place)
        if message.is_ephemeral or not self.workspace.may_read(self.user.id, message):
            raise RefusedError("message_not_found")
        if callback_id not in self.shortcuts:
            raise RefusedError("no_such_shortcut", callback_id)
        allowed = self.workspace.grants.response_url(message.channel, self.user.id)
        answer_at = (allowed, self.response_urls)
        body = interaction.message_action(self.workspace, self.user, message, callback_id, answer_at)
        await self.delivery.interact(body)

    async def start(self, callback_id: str) -> None:
        """Takes a shortcut of the app that is on no message. Raises as `take`."""
        if callback_id not in self.everywhere:
            raise RefusedError("no_such_shortcut", callback_id)
        body = interaction.shortcut(self.workspace, self.user, callback_id)
        await self.delivery.interact(body)

    def open_app(self, tab: Literal["home", "messages"] = "home") -> None:
        """Opens the app's own place; the bot hears of it in the background."""
        self.delivery.tell(payload.home_event(self.workspace, self.user, tab))

    def look_at(self, channel: str) -> None:
        """Goes to a channel while the app's messages stand open beside it."""
        self.delivery.tell(payload.context_event(self.workspace, self.user, self._my_channel(channel)))

    def _show(self, allowed: ResponseUrl, ack: Ack, typed: str) -> Message | None:
        try:
            response = read_ack(ack.body, ack.content_type)
            return respond(self.workspace, allowed, response, typed) if response else None
        except RefusedError as refusal:
            detail = "\n".join([refusal.code, *refusal.details])
            line = _failed(typed.split(maxsplit=1)[0], "invalid_command_response")
            return self._notice(allowed.channel, f"{line}\n```{detail}```")

    def _my_channel(self, channel: str) -> Channel:
        where = self.workspace.channel(channel)
        if self.user.id not in where.members:
            raise RefusedError("channel_not_found")
        return where

    def _notice(self, channel: str, text: str, thread_ts: str | None = None) -> Message:
        return self.workspace.notice(self.workspace.channel(channel), self.user.id, text, thread_ts)

    def _no_such_command(self, command: str) -> str:
        known = " or ".join(f"`{name}`" for name in sorted(self.commands))
        return (
            f"`{command}` is not a command here. Try {known}. "
            "To send a message that begins with a slash, put a space in front of it."
        )


def _failed(command: str, code: str) -> str:
    return f"`{command}` failed with the error “{code}”"

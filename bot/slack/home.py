"""What happens when somebody opens the bot? Home shows the deal and their settings, the messages offer what to ask."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from typing import Any

from slack_bolt.async_app import AsyncAck
from slack_sdk.errors import SlackApiError

from bot.blocks.button import shortened
from bot.blocks.home import ANSWERS, CITATIONS, SETTING, render_home
from bot.journal import Preferences
from bot.slack.connection import Connection
from bot.slack.conversation import Conversation
from bot.slack.errors import Errors
from bot.slack.payload import Click, Opened
from bot.slack.places import Direct

_PROMPTS = 4  # as many as Slack shows
_TITLE_CHARACTERS = 75  # Slack publishes no figure; as long as a button's label
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Homes:
    """The listeners for both tabs of the bot, and for the settings on Home."""

    conversation: Conversation
    connection: Connection
    errors: Errors

    async def opened(self, body: dict[str, Any]) -> None:
        """One of the two tabs was opened; each is made anew, so that it shows the records as they are."""
        event = Opened.model_validate(body).event
        if event.tab == "home":
            self.errors.watch(self._publish(event.user), Direct(event.user))
        elif event.tab == "messages":
            self.errors.watch(self._suggest(event.channel), Direct(event.user))

    async def moved(self, body: dict[str, Any]) -> None:
        """Somebody looks at another channel beside the bot: that changes nothing that the sources say."""

    async def set(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """A setting was chosen: it holds from now on, and Home shows it."""
        await ack()
        click = Click.model_validate(body)
        before = self.conversation.journal.preferences(click.user.id)
        chosen = _changed(before, click.actions[0].action_id.removeprefix(f"{SETTING}_"), click.value)
        self.conversation.journal.prefer(click.user.id, chosen)
        self.errors.watch(self._publish(click.user.id), click.place)

    async def _publish(self, person: str) -> None:
        view = render_home(self.conversation.desk, self.conversation.look(person))
        await self.connection.client.views_publish(user_id=person, view=dict(view))

    async def _suggest(self, channel: str) -> None:
        """What can be asked. Where the app has no agent view Slack refuses, and people ask without."""
        asked = self.conversation.desk.store.deal.prompts[:_PROMPTS]
        prompts = [{"title": shortened(prompt, _TITLE_CHARACTERS), "message": prompt} for prompt in asked]
        title = shortened(f"Ask about {self.conversation.desk.store.deal.title}", _TITLE_CHARACTERS)
        try:
            await self.connection.client.assistant_threads_setSuggestedPrompts(
                channel_id=channel, title=title, prompts=prompts
            )
        except SlackApiError as error:
            _LOG.info("No prompts were suggested: %s", error.response.data)


def _changed(before: Preferences, name: str, chosen: str) -> Preferences:
    """A value of another version changes nothing."""
    match name, chosen:
        case str(found), "short" | "names" if found == CITATIONS:
            return replace(before, citations=chosen)
        case str(found), "full" | "short" if found == ANSWERS:
            return replace(before, answers=chosen)
        case _:
            return before

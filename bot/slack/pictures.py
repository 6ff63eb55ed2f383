"""How do pictures follow an answer? Drawn beside everything else, and brought where the person looks."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from bot.answer.charts import Chart
from bot.blocks import Message
from bot.blocks.mrkdwn import safe
from bot.chart import Picture, picture_of
from bot.command import SLASH
from bot.desk import Desk
from bot.slack.connection import Thread
from bot.slack.files import ALTERNATIVE_CHARACTERS, Enclosure, Files, FilesRefusedError
from bot.slack.payload import SlashCommand


@dataclass(frozen=True)
class Pictures:
    """The pictures of one deal; each is drawn once. The answer before them says the same in words."""

    desk: Desk
    files: Files
    _drawn: dict[Chart, bytes] = field(default_factory=dict)

    async def show(self, charts: tuple[Chart, ...], place: Thread) -> None:
        """Brings them into the thread of the answer, or says there why not. Raises SlackApiError."""
        pictures = self._pictures(charts)
        if not pictures:
            return
        try:
            await self.files.to_thread(await self._enclosures(pictures), place, _comment(pictures))
        except FilesRefusedError as refused:
            await self.files.connection.post(place, _refused(refused))

    async def send(self, charts: tuple[Chart, ...], sent: SlashCommand) -> None:
        """Brings them to the person's direct messages, and says where they are, or why not, where the command was.

        Raises SlackApiError and ResponseRefusedError.
        """
        pictures = self._pictures(charts)
        note = await self._sent(pictures, sent) if pictures else None
        if note:
            await self.files.connection.show(sent.place, [note])

    async def _sent(self, pictures: list[Picture], sent: SlashCommand) -> Message | None:
        """What is left to say: nothing where the command was typed in those direct messages."""
        try:
            enclosures = await self._enclosures(pictures)
            channel = await self.files.to_person(enclosures, sent.user_id, _comment(pictures))
        except FilesRefusedError as refused:
            return _refused(refused)
        if channel == sent.channel_id:
            return None
        me = self.files.connection.identity.user_id
        return Message(f"The pictures of this are in your direct messages with <@{me}>.", [])

    def _pictures(self, charts: tuple[Chart, ...]) -> list[Picture]:
        found = (picture_of(chart, self.desk) for chart in charts)
        return [picture for picture in found if picture]

    async def _enclosures(self, pictures: list[Picture]) -> list[Enclosure]:
        return [_enclosure(picture, await self._file(picture)) for picture in pictures]

    async def _file(self, picture: Picture) -> bytes:
        """Drawn in a thread: it takes about a second, in which others are answered."""
        if picture.chart not in self._drawn:
            self._drawn[picture.chart] = await asyncio.to_thread(picture.file)
        return self._drawn[picture.chart]


def _enclosure(picture: Picture, content: bytes) -> Enclosure:
    alternative = picture.alternative_within(ALTERNATIVE_CHARACTERS)
    return Enclosure(picture.filename, picture.title, content, alternative)


def _comment(pictures: list[Picture]) -> str:
    """What the pictures show, and how to have the same in words; their sources stand in them."""
    titles = "\n".join(f"•  {safe(picture.title)}" for picture in pictures)
    words = f"`{SLASH} chart {pictures[0].chart}`" if len(pictures) == 1 else f"`{SLASH} chart`"
    return f"{titles}\nThe same in words, with its sources: {words}"


def _refused(refused: FilesRefusedError) -> Message:
    return Message(f"The picture cannot be shown here: {refused}. The answer above says the same in words.", [])

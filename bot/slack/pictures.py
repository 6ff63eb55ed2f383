"""How do pictures follow an answer? Drawn beside everything else, and brought where the person looks."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from bot.answer.charts import Chart
from bot.blocks.mrkdwn import safe
from bot.chart import Picture, picture_of
from bot.command import SLASH
from bot.desk import Desk
from bot.slack.files import ALTERNATIVE_CHARACTERS, Enclosure, Files, Parcel, Person
from bot.slack.places import Thread


@dataclass(frozen=True)
class Pictures:
    """The pictures of one deal; each is drawn once. The answer before them says the same in words."""

    desk: Desk
    files: Files
    _drawn: dict[Chart, bytes] = field(default_factory=dict)

    async def show(self, charts: tuple[Chart, ...], place: Thread) -> None:
        """Brings them into the thread of the answer. Raises as Files does."""
        if pictures := self._pictures(charts):
            await self.files.to_thread(await self._parcel(pictures), place)

    async def send(self, charts: tuple[Chart, ...], person: Person) -> None:
        """Brings them to somebody's direct messages. Raises as Files does."""
        if pictures := self._pictures(charts):
            await self.files.to_person(await self._parcel(pictures), person)

    def _pictures(self, charts: tuple[Chart, ...]) -> list[Picture]:
        found = (picture_of(chart, self.desk) for chart in charts)
        return [picture for picture in found if picture]

    async def _parcel(self, pictures: list[Picture]) -> Parcel:
        enclosures = [_enclosure(picture, await self._file(picture)) for picture in pictures]
        return Parcel("The picture" if len(pictures) == 1 else "The pictures", _comment(pictures), tuple(enclosures))

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

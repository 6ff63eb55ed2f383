"""What happens when somebody wants an answer as a file? Its table comes as CSV into their direct messages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from slack_bolt.async_app import AsyncAck

from bot.answer.tables import Table
from bot.blocks.mrkdwn import safe
from bot.command import SLASH, table_of
from bot.desk import Desk
from bot.slack.conversation import OUTDATED
from bot.slack.errors import Errors
from bot.slack.files import Enclosure, Files, Parcel, Person
from bot.slack.payload import Click
from bot.table import csv_file


@dataclass(frozen=True)
class Tables:
    """The listener for the button under an answer that is a table too."""

    desk: Desk
    files: Files
    errors: Errors

    async def send(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Made anew from the records, whatever the clicked message holds."""
        await ack()
        click = Click.model_validate(body)
        self.errors.watch(self._send(click), click.place)

    async def _send(self, click: Click) -> None:
        table = table_of(self.desk, click.request.text) if click.request else None
        if table is None:
            await self.files.connection.show(click.place, [OUTDATED])
        else:
            person = Person(click.user.id, click.container.channel_id, click.place)
            await self.files.to_person(self._parcel(table), person)

    def _parcel(self, table: Table) -> Parcel:
        deal = self.desk.store.deal
        title = f"{deal.title}: {table.title}"
        comment = f"{safe(title)}\nThe same to read, with its sources: `{SLASH} {table.name}`"
        return Parcel("The file", comment, (Enclosure(f"{deal.id}-{table.name}.csv", title, csv_file(table)),))

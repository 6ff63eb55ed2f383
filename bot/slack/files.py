"""How do files reach people: in a thread, or in somebody's direct messages, and where does Slack take none?"""

from __future__ import annotations

from dataclasses import dataclass

from slack_sdk.errors import SlackApiError

from bot.blocks import Message
from bot.slack.connection import Connection
from bot.slack.places import Place, Thread

ALTERNATIVE_CHARACTERS = 1_000  # Slack's limit for the description of an image
_REFUSALS = {
    "missing_scope": "this app has not been given the permission for it",
    "file_uploads_disabled": "this workspace has switched uploads off",
    "file_uploads_except_images_disabled": "this workspace takes images alone",
    "file_upload_size_restricted": "this workspace takes small files alone",
    "file_type_not_allowed": "this workspace does not take files of this type",
}


@dataclass(frozen=True)
class Enclosure:
    """A file as it is brought; `alternative` describes an image, in at most ALTERNATIVE_CHARACTERS."""

    name: str
    title: str
    content: bytes
    alternative: str | None = None


@dataclass(frozen=True)
class Parcel:
    """Files that come together in one message; `name` is what people call them, `comment` the message's markup."""

    name: str
    comment: str
    enclosures: tuple[Enclosure, ...]


@dataclass(frozen=True)
class Person:
    """Whom a file is for, and where that person is looking right now."""

    user: str
    channel: str
    place: Place


@dataclass(frozen=True)
class Files:
    """Brings files to one workspace. Whatever is brought follows an answer that says the same in words.

    Where the workspace takes no files that is said; any other failure is a SlackApiError.
    """

    connection: Connection

    async def to_thread(self, parcel: Parcel, place: Thread) -> None:
        """Into a thread, where it is said too if that cannot be."""
        refusal = await self._bring(parcel, place.channel, place.ts)
        if refusal:
            await self.connection.post(place, _refused(parcel, refusal))

    async def to_person(self, parcel: Parcel, person: Person) -> None:
        """Into the direct messages with the bot; where the person is looking it is said so, or why that cannot be.

        Raises ResponseRefusedError, too.
        """
        note = await self._sent(parcel, person)
        if note:
            await self.connection.show(person.place, [note])

    async def _sent(self, parcel: Parcel, person: Person) -> Message | None:
        """What is left to say: nothing to somebody who is looking at those direct messages."""
        try:
            opened = await self.connection.client.conversations_open(users=person.user)
        except SlackApiError as error:
            return _refused(parcel, _reason(error))
        channel = str(opened["channel"]["id"])
        if refusal := await self._bring(parcel, channel):
            return _refused(parcel, refusal)
        where = f"{parcel.name}: in your direct messages with <@{self.connection.identity.user_id}>."
        return None if channel == person.channel else Message(where, [])

    async def _bring(self, parcel: Parcel, channel: str, thread_ts: str | None = None) -> str | None:
        """Why the workspace does not take the files, if it does not."""
        uploads = [
            {"filename": file.name, "title": file.title, "content": file.content, "alt_txt": file.alternative}
            for file in parcel.enclosures
        ]
        try:
            await self.connection.client.files_upload_v2(
                file_uploads=uploads, channel=channel, thread_ts=thread_ts, initial_comment=parcel.comment
            )
        except SlackApiError as error:
            return _reason(error)
        return None


def _reason(error: SlackApiError) -> str:
    """Why a second try would change nothing, with the scope that is missing. Raises any other error again."""
    told = error.response
    reason = _REFUSALS.get(told.get("error", ""))
    if reason is None:
        raise error
    needed = told.get("needed")
    return f"{reason} (`{needed}`)" if needed else reason


def _refused(parcel: Parcel, reason: str) -> Message:
    return Message(f"{parcel.name}: not possible here, {reason}. The answer above says the same in words.", [])

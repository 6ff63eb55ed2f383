"""How do files reach people: in a thread, or in somebody's direct messages, and where does Slack take none?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from slack_sdk.errors import SlackApiError

from bot.slack.connection import Connection, Thread

ALTERNATIVE_CHARACTERS = 1_000  # Slack's limit for the description of an image
_REFUSALS = {
    "missing_scope": "this app has not been given the permission for it",
    "file_uploads_disabled": "this workspace has switched uploads off",
    "file_uploads_except_images_disabled": "this workspace takes images alone",
    "file_upload_size_restricted": "this workspace takes small files alone",
    "file_type_not_allowed": "this workspace does not take files of this type",
}


class FilesRefusedError(Exception):
    """The workspace takes no such file from the bot; the message says why, for people."""


@dataclass(frozen=True)
class Enclosure:
    """A file as it is brought; `alternative` describes an image, in at most ALTERNATIVE_CHARACTERS."""

    name: str
    title: str
    content: bytes
    alternative: str | None = None


@dataclass(frozen=True)
class Files:
    """Brings files to one workspace. All methods raise FilesRefusedError, and SlackApiError for any other failure."""

    connection: Connection

    async def to_thread(self, enclosures: Sequence[Enclosure], place: Thread, comment: str) -> None:
        """One message with all files in a thread; `comment` is markup."""
        await self._bring(enclosures, comment, channel=place.channel, thread_ts=place.ts)

    async def to_person(self, enclosures: Sequence[Enclosure], user: str, comment: str) -> str:
        """One message with all files in somebody's direct messages with the bot, whose channel is the result."""
        try:
            opened = await self.connection.client.conversations_open(users=user)
        except SlackApiError as error:
            raise _refusal(error) from error
        channel = str(opened["channel"]["id"])
        await self._bring(enclosures, comment, channel=channel)
        return channel

    async def _bring(
        self, enclosures: Sequence[Enclosure], comment: str, *, channel: str, thread_ts: str | None = None
    ) -> None:
        uploads = [
            {"filename": file.name, "title": file.title, "content": file.content, "alt_txt": file.alternative}
            for file in enclosures
        ]
        try:
            await self.connection.client.files_upload_v2(
                file_uploads=uploads, channel=channel, thread_ts=thread_ts, initial_comment=comment
            )
        except SlackApiError as error:
            raise _refusal(error) from error


def _refusal(error: SlackApiError) -> FilesRefusedError | SlackApiError:
    """A refusal that no second try would change, with the scope that Slack says is missing; else the error itself."""
    told = error.response
    reason = _REFUSALS.get(told.get("error", ""))
    if reason is None:
        return error
    needed = told.get("needed")
    return FilesRefusedError(f"{reason} (`{needed}`)" if needed else reason)

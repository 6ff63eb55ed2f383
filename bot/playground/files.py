"""Which files has the app brought, and whose eyes are they for?"""

import mimetypes
import secrets
from dataclasses import dataclass, field, replace

from bot.playground.refusal import RefusedError

FILE_BYTES = 1_000_000_000  # as in Slack


@dataclass(frozen=True)
class File:
    """A file; `content` is missing until it was uploaded, and it counts for people once it was shared."""

    id: str
    name: str
    length: int
    user: str
    created: float
    alt_text: str | None = None
    title: str | None = None
    content: bytes | None = None
    is_shared: bool = False

    @property
    def media_type(self) -> str:
        return mimetypes.guess_type(self.name)[0] or "application/octet-stream"

    @property
    def kind(self) -> str:
        """What Slack calls `filetype`: the ending, or `text`."""
        return self.name.rpartition(".")[2].lower() if "." in self.name else "text"


@dataclass
class Shelf:
    """Files by id, and the tickets with which their contents may be brought, once each."""

    _files: dict[str, File] = field(default_factory=dict)
    _tickets: dict[str, str] = field(default_factory=dict)

    def expect(self, file: File) -> str:
        """The ticket for bringing the content of a new file. Raises `RefusedError`."""
        if not 0 < file.length <= FILE_BYTES:
            raise RefusedError("file_upload_size_restricted" if file.length > 0 else "invalid_arguments")
        ticket = secrets.token_hex(16)
        self._files[file.id] = file
        self._tickets[ticket] = file.id
        return ticket

    def bring(self, ticket: str, content: bytes) -> File:
        """Raises `RefusedError` for an unknown or used ticket, and if the length is not what was announced."""
        file = self._files.get(self._tickets.pop(ticket, ""))
        if file is None:
            raise RefusedError("invalid_upload_url")
        if len(content) != file.length:
            raise RefusedError("file_size_mismatch")
        return self._keep(replace(file, content=content))

    def brought(self, file_id: str) -> File:
        """A file whose content is there. Raises `RefusedError("file_not_found")`."""
        file = self._files.get(file_id)
        if file is None or file.content is None:
            raise RefusedError("file_not_found")
        return file

    def finish(self, file: File, title: str | None, *, is_shared: bool) -> File:
        return self._keep(replace(file, title=title or file.name, is_shared=is_shared))

    def _keep(self, file: File) -> File:
        self._files[file.id] = file
        return file


def new_id() -> str:
    return f"F{secrets.token_hex(5).upper()}"

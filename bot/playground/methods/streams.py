"""How does the app write a message bit by bit?"""

from typing import Annotated

from pydantic import BaseModel, BeforeValidator

from bot.blocks import limits
from bot.playground import payload
from bot.playground.blockcheck import accept
from bot.playground.message import Draft, Json, Message
from bot.playground.methods.messages import Blocks
from bot.playground.methods.method import decoded
from bot.playground.refusal import RefusedError
from bot.playground.response import TEXT_CHARACTERS
from bot.playground.workspace import Channel, Workspace


class Piece(BaseModel):
    """Words as Markdown, or as chunks of which this workspace shows those with words."""

    channel: str
    markdown_text: str | None = None
    chunks: Annotated[list[Json] | None, BeforeValidator(decoded)] = None

    @property
    def words(self) -> str:
        chunks = [str(chunk.get("text", "")) for chunk in self.chunks or [] if chunk.get("type") == "markdown_text"]
        return (self.markdown_text or "") + "".join(chunks)


class NewStream(Piece):
    thread_ts: str | None = None
    recipient_user_id: str | None = None
    recipient_team_id: str | None = None
    task_display_mode: str | None = None


class More(Piece):
    ts: str


class End(More):
    blocks: Blocks = None


def start(workspace: Workspace, new: NewStream) -> Json:
    """Begins a message. Outside of direct messages Slack wants to know for whom it is."""
    channel = workspace.channel(new.channel)
    _check_length(new.words)
    if not channel.is_im:
        _check_recipient(workspace, channel, new)
    draft = Draft(new.words, _markdown(new.words), thread_ts=new.thread_ts)
    said = workspace.post_as_member(channel, workspace.bot.id, draft)
    workspace.streams.begin(said)
    return {"channel": channel.id, "ts": said.ts}


def append(workspace: Workspace, more: More) -> Json:
    said = _streamed(workspace, more)
    if not (more.markdown_text or more.chunks):
        raise RefusedError("no_text")
    workspace.streams.go_on(said)
    said = _extend(workspace, said, more.words)
    return {"channel": said.channel, "ts": said.ts}


def stop(workspace: Workspace, end: End) -> Json:
    """The last words, and blocks that come to stand below the text."""
    said = _streamed(workspace, end)
    below = accept(end.blocks or [])
    workspace.streams.end(said)
    said = _extend(workspace, said, end.words, below)
    return {"channel": said.channel, "ts": said.ts, "message": payload.message(workspace, said)}


def _streamed(workspace: Workspace, piece: More) -> Message:
    said = workspace.message(workspace.channel(piece.channel).id, piece.ts)
    _check_length(piece.words)
    if said.user != workspace.bot.id:
        raise RefusedError("message_not_owned_by_app")
    return said


def _extend(workspace: Workspace, said: Message, words: str, below: tuple[Json, ...] = ()) -> Message:
    text = said.draft.text + words
    if len(text) > TEXT_CHARACTERS:
        raise RefusedError("msg_too_long")
    return workspace.edit(said, Draft(text, (*_markdown(text), *below)))


def _markdown(words: str) -> tuple[Json, ...]:
    return ({"type": "markdown", "block_id": "streamed", "text": words},) if words else ()


def _check_length(words: str) -> None:
    if len(words) > limits.MARKDOWN_CHARACTERS:
        raise RefusedError("msg_too_long")


def _check_recipient(workspace: Workspace, channel: Channel, new: NewStream) -> None:
    if not new.recipient_team_id:
        raise RefusedError("missing_recipient_team_id")
    if not new.recipient_user_id:
        raise RefusedError("missing_recipient_user_id")
    if new.recipient_user_id not in channel.members or new.recipient_team_id != workspace.team.id:
        raise RefusedError("user_not_found")

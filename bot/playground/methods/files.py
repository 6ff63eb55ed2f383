"""How does the app bring a file and share it?"""

from pydantic import BaseModel

from bot.playground import payload
from bot.playground.blockcheck import accept
from bot.playground.files import File, new_id
from bot.playground.message import Draft, Json
from bot.playground.methods.messages import Blocks
from bot.playground.methods.method import Decoded
from bot.playground.refusal import RefusedError
from bot.playground.workspace import Channel, Workspace


class NewFile(BaseModel):
    filename: str
    length: int
    alt_txt: str | None = None
    snippet_type: str | None = None


class FileTitle(BaseModel):
    id: str
    title: str | None = None
    highlight_type: str | None = None


class Uploaded(BaseModel):
    files: Decoded
    channel_id: str | None = None
    channels: str | None = None
    thread_ts: str | None = None
    initial_comment: str | None = None
    blocks: Blocks = None


def upload_url(workspace: Workspace, new: NewFile) -> Json:
    if not new.filename:
        raise RefusedError("invalid_arguments", "missing required field: filename [json-pointer:/filename]")
    file = File(new_id(), new.filename, new.length, workspace.bot.id, workspace.clock(), new.alt_txt)
    ticket = workspace.shelf.expect(file)
    return {"upload_url": f"{workspace.address}/upload/{ticket}", "file_id": file.id}


def complete_upload(workspace: Workspace, done: Uploaded) -> Json:
    """Shares the files in one message for each channel; without a channel they stay with the app."""
    titles = [FileTitle.model_validate(title) for title in done.files or []]
    if not titles:
        raise RefusedError("invalid_arguments", "missing required field: files [json-pointer:/files]")
    brought = [(workspace.shelf.brought(title.id), title.title) for title in titles]
    places = [_place(workspace, channel_id) for channel_id in _channel_ids(done)]
    draft = _draft(done, tuple(file.id for file, _ in brought))
    finished = [workspace.shelf.finish(file, title, is_shared=bool(places)) for file, title in brought]
    for place in places:
        workspace.post_as_member(place, workspace.bot.id, draft)
    return {"files": [payload.file(file, workspace) for file in finished]}


def _channel_ids(done: Uploaded) -> list[str]:
    named = [done.channel_id] if done.channel_id else (done.channels or "").split(",")
    if done.thread_ts and len(named) > 1:
        raise RefusedError("invalid_arguments", "thread_ts goes with one channel [json-pointer:/thread_ts]")
    return [channel_id for channel_id in named if channel_id]


def _place(workspace: Workspace, channel_id: str) -> Channel:
    """Only an id will do here; a person's id is not one of a channel."""
    if channel_id not in workspace.channels:
        raise RefusedError("channel_not_found")
    return workspace.channels[channel_id]


def _draft(done: Uploaded, files: tuple[str, ...]) -> Draft:
    """Beside a comment the blocks are ignored, as in Slack."""
    blocks = () if done.initial_comment else accept(done.blocks or [])
    return Draft(done.initial_comment or "", blocks, files=files, thread_ts=done.thread_ts)

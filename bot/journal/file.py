"""How does what is remembered lie on the disk? The one owner of the SQLite file and its tables."""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.question import Focus

MOST_THREADS = 10_000  # that are taken up again; the latest ones
MOST_GAPS = 5_000  # a curator reads the first hundred
PATIENCE_SECONDS = 2.0  # how long another program may hold the file locked before an entry is given up

_VERSION = 1
_APPLICATION = 0x6465616C  # "deal": tells our file from any other program's
_TABLES = (
    """CREATE TABLE threads (
         channel TEXT NOT NULL, thread TEXT NOT NULL, facts TEXT NOT NULL, entities TEXT NOT NULL,
         told TEXT NOT NULL, answered INTEGER NOT NULL, updated INTEGER NOT NULL,
         PRIMARY KEY (channel, thread)) WITHOUT ROWID""",
    """CREATE TABLE gaps (
         question TEXT NOT NULL PRIMARY KEY, count INTEGER NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL
       ) WITHOUT ROWID""",
    f"PRAGMA application_id = {_APPLICATION}",
    f"PRAGMA user_version = {_VERSION}",
)


class JournalError(Exception):
    """The file cannot be read as a journal of ours; one line that says why."""


@dataclass(frozen=True)
class Gap:
    """A question that no source answers: how often it was asked, and on which days first and last (YYYY-MM-DD)."""

    question: str
    count: int
    first: str
    last: str


@dataclass(frozen=True)
class Remembered:
    channel: str
    thread: str
    focus: Focus
    updated: int


@dataclass(frozen=True)
class Asked:
    question: str
    day: str


Entry = Remembered | Asked


def read_gaps(path: Path) -> tuple[Gap, ...]:
    """The questions that no source answers, the most frequent first; none without a file. Raises JournalError."""
    if not path.exists():
        return ()
    try:
        with contextlib.closing(File(path, PATIENCE_SECONDS).connected()) as db:
            rows = db.execute("SELECT question, count, first, last FROM gaps ORDER BY count DESC, last DESC, question")
            return tuple(Gap(*row) for row in rows)
    except (sqlite3.Error, OSError, JournalError) as error:
        raise JournalError(f"{path}: {error}") from None


def try_out(path: Path) -> None:
    """Opens the file as the bot would, and takes its lock for writing without writing. Raises JournalError."""
    try:
        with contextlib.closing(File(path, PATIENCE_SECONDS).connected()) as db:
            db.execute("BEGIN IMMEDIATE")
    except (sqlite3.Error, OSError, JournalError) as error:
        raise JournalError(f"{path}: {error}") from None


class File:
    """The SQLite file, as one thread at a time uses it. Raises sqlite3.Error, OSError and JournalError."""

    def __init__(self, path: Path, patience: float) -> None:
        self.path = path
        self.patience = patience
        self._db: sqlite3.Connection | None = None

    def threads(self, since: int) -> tuple[Remembered, ...]:
        """The latest threads, the oldest of them first."""
        rows = self._open().execute(
            "SELECT * FROM threads WHERE updated >= ? ORDER BY updated DESC LIMIT ?",
            (since, MOST_THREADS),
        )
        return tuple(_remembered(row) for row in reversed(rows.fetchall()))

    def write(self, entries: list[Entry]) -> None:
        with self._open() as db:
            for entry in entries:
                match entry:
                    case Remembered():
                        _write_thread(entry, db)
                    case Asked():
                        _write_gap(entry, db)

    def prune(self, oldest: int) -> None:
        """Forget old threads, and beyond the most gaps those that were asked least."""
        with self._open() as db:
            db.execute("DELETE FROM threads WHERE updated < ?", (oldest,))
            db.execute(
                "DELETE FROM gaps WHERE question IN"
                " (SELECT question FROM gaps ORDER BY count DESC, last DESC LIMIT -1 OFFSET ?)",
                (MOST_GAPS,),
            )

    def close(self) -> None:
        if self._db:
            self._db.close()
            self._db = None

    def connected(self) -> sqlite3.Connection:
        """A connection to the file, which is made where there is none."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.touch(mode=0o600, exist_ok=True)  # what people asked is for nobody else on the machine
        db = sqlite3.connect(self.path, timeout=self.patience, check_same_thread=False)
        try:
            _prepare(db)
        except BaseException:
            db.close()
            raise
        return db

    def _open(self) -> sqlite3.Connection:
        self._db = self._db or self.connected()
        return self._db


def _prepare(db: sqlite3.Connection) -> None:
    """Makes the tables of a new file; refuses a file that is another program's, or of a later version of ours."""
    if _marks(db) == (0, 0):
        _create(db)
    if _marks(db) != (_APPLICATION, _VERSION):
        raise JournalError("the file is another program's, or of a later version")


def _marks(db: sqlite3.Connection) -> tuple[int, int]:
    """Whose file it is, and of which version; two noughts where nobody has said so."""
    return tuple(db.execute(f"PRAGMA {mark}").fetchone()[0] for mark in ("application_id", "user_version"))


def _create(db: sqlite3.Connection) -> None:
    """Makes the tables, unless the file has some already or another program is faster."""
    with db:
        db.execute("BEGIN IMMEDIATE")
        empty = not db.execute("SELECT 1 FROM sqlite_master").fetchone()
        for statement in _TABLES if empty else ():
            db.execute(statement)
    if empty:
        db.execute("PRAGMA journal_mode = WAL")


def _write_thread(entry: Remembered, db: sqlite3.Connection) -> None:
    focus = entry.focus
    ids = (" ".join(named) for named in (focus.facts, focus.entities, focus.told))
    row = (entry.channel, entry.thread, *ids, focus.answered, entry.updated)
    db.execute("INSERT OR REPLACE INTO threads VALUES (?, ?, ?, ?, ?, ?, ?)", row)


def _write_gap(entry: Asked, db: sqlite3.Connection) -> None:
    db.execute(
        "INSERT INTO gaps VALUES (?, 1, ?, ?)"
        " ON CONFLICT (question) DO UPDATE SET count = count + 1, last = excluded.last",
        (entry.question, entry.day, entry.day),
    )


def _remembered(row: tuple[Any, ...]) -> Remembered:
    channel, thread, *ids, answered, updated = row
    facts, entities, told = (tuple(named.split()) for named in ids)
    return Remembered(channel, thread, Focus(facts, entities, told, bool(answered)), updated)

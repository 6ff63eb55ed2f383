"""How does what is remembered lie on the disk? The one owner of the SQLite file and its tables.

Each version of the file added tables to the one before; a file of an older version is given what it lacks.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any, Literal, TypeVar

from bot.question import Focus

MOST_THREADS = 10_000  # that are taken up again; the latest ones
MOST_GAPS = 5_000  # a curator reads the first hundred
PATIENCE_SECONDS = 2.0  # how long another program may hold the file locked before an entry is given up

MOST_OPINIONS = 50_000
_APPLICATION = 0x6465616C  # "deal": tells our file from any other program's
# What each version added, from the first.
VERSIONS = (
    (
        """CREATE TABLE threads (
             channel TEXT NOT NULL, thread TEXT NOT NULL, facts TEXT NOT NULL, entities TEXT NOT NULL,
             told TEXT NOT NULL, answered INTEGER NOT NULL, updated INTEGER NOT NULL,
             PRIMARY KEY (channel, thread)) WITHOUT ROWID""",
        """CREATE TABLE gaps (
             question TEXT NOT NULL PRIMARY KEY, count INTEGER NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL
           ) WITHOUT ROWID""",
    ),
    (
        """CREATE TABLE opinions (
             person TEXT NOT NULL, about TEXT NOT NULL, helpful INTEGER NOT NULL, reason TEXT NOT NULL,
             day TEXT NOT NULL, PRIMARY KEY (person, about)) WITHOUT ROWID""",
        """CREATE TABLE reports (
             reference TEXT NOT NULL PRIMARY KEY, fact TEXT NOT NULL, wrong TEXT NOT NULL, said_in TEXT NOT NULL,
             person TEXT NOT NULL, day TEXT NOT NULL) WITHOUT ROWID""",
        """CREATE TABLE preferences (
             person TEXT NOT NULL PRIMARY KEY, citations TEXT NOT NULL, answers TEXT NOT NULL) WITHOUT ROWID""",
    ),
)
_VERSION = len(VERSIONS)


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
class Opinion:
    """Whether a person found an answer helpful; of several on one answer the last counts.

    `about` is the answer's first fact and what its facts said (bot/edition.py), parted by a blank; `day` as in Gap.
    """

    person: str
    about: str
    helpful: bool
    reason: str
    day: str


@dataclass(frozen=True)
class Report:
    """An error that somebody reported: on which fact, what is wrong, and where it is said; `day` as in Gap."""

    reference: str
    fact: str
    wrong: str
    said_in: str
    person: str
    day: str


@dataclass(frozen=True)
class Preferences:
    """How a person wants answers: sources by number or by name, and all that belongs to an answer or the gist."""

    citations: Literal["short", "names"] = "short"
    answers: Literal["full", "short"] = "full"


@dataclass(frozen=True)
class Preferring:
    person: str
    preferences: Preferences


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


Entry = Remembered | Asked | Opinion | Report | Preferring
_Row = TypeVar("_Row")


def read_gaps(path: Path) -> tuple[Gap, ...]:
    """The questions that no source answers, the most frequent first; none without a file. Raises JournalError."""
    query = "SELECT question, count, first, last FROM gaps ORDER BY count DESC, last DESC, question"
    return _read(path, query, lambda row: Gap(*row))


def read_reports(path: Path) -> tuple[Report, ...]:
    """The errors that were reported, the latest first; otherwise as `read_gaps`."""
    query = "SELECT reference, fact, wrong, said_in, person, day FROM reports ORDER BY day DESC, reference"
    return _read(path, query, lambda row: Report(*row))


def read_opinions(path: Path) -> tuple[Opinion, ...]:
    """What people thought of answers, the latest first; otherwise as `read_gaps`."""
    query = "SELECT person, about, helpful, reason, day FROM opinions ORDER BY day DESC, about, person"
    return _read(path, query, lambda row: Opinion(row[0], row[1], bool(row[2]), *row[3:]))


def _read(path: Path, query: str, made: Callable[[tuple[Any, ...]], _Row]) -> tuple[_Row, ...]:
    if not path.exists():
        return ()
    try:
        with contextlib.closing(File(path, PATIENCE_SECONDS).connected()) as db:
            return tuple(map(made, db.execute(query)))
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

    def preferences(self) -> dict[str, Preferences]:
        """What people prefer, by person."""
        rows = self._open().execute("SELECT person, citations, answers FROM preferences")
        return {person: Preferences(citations, answers) for person, citations, answers in rows}

    def write(self, entries: list[Entry]) -> None:
        with self._open() as db:
            for entry in entries:
                match entry:
                    case Remembered():
                        _write_thread(entry, db)
                    case Asked():
                        _write_gap(entry, db)
                    case Opinion():
                        row = (entry.person, entry.about, entry.helpful, entry.reason, entry.day)
                        db.execute("INSERT OR REPLACE INTO opinions VALUES (?, ?, ?, ?, ?)", row)
                    case Report():
                        db.execute("INSERT INTO reports VALUES (?, ?, ?, ?, ?, ?)", astuple(entry))
                    case Preferring(person, chosen):
                        preferred = (person, chosen.citations, chosen.answers)
                        db.execute("INSERT OR REPLACE INTO preferences VALUES (?, ?, ?)", preferred)

    def prune(self, oldest: int) -> None:
        """Forget old threads, beyond the most gaps those that were asked least, and the oldest opinions."""
        with self._open() as db:
            db.execute("DELETE FROM threads WHERE updated < ?", (oldest,))
            db.execute(
                "DELETE FROM gaps WHERE question IN"
                " (SELECT question FROM gaps ORDER BY count DESC, last DESC LIMIT -1 OFFSET ?)",
                (MOST_GAPS,),
            )
            db.execute(
                "DELETE FROM opinions WHERE (person, about) IN"
                " (SELECT person, about FROM opinions ORDER BY day DESC LIMIT -1 OFFSET ?)",
                (MOST_OPINIONS,),
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
    """Makes what a new file or one of an older version lacks; refuses one of another program, or of a later version."""
    application, version = _marks(db)
    if (application, version) == (0, 0) or (application == _APPLICATION and version < _VERSION):
        _upgrade(db)
    if _marks(db) != (_APPLICATION, _VERSION):
        raise JournalError("the file is another program's, or of a later version")


def _marks(db: sqlite3.Connection) -> tuple[int, int]:
    """Whose file it is, and of which version; two noughts where nobody has said so."""
    return tuple(db.execute(f"PRAGMA {mark}").fetchone()[0] for mark in ("application_id", "user_version"))


def _upgrade(db: sqlite3.Connection) -> None:
    """Adds the tables of the versions since the file's, unless it is another program's or one was faster."""
    with db:
        db.execute("BEGIN IMMEDIATE")
        application, version = _marks(db)
        ours = application == _APPLICATION or not db.execute("SELECT 1 FROM sqlite_master").fetchone()
        for statements in VERSIONS[version:] if ours else ():
            for statement in statements:
                db.execute(statement)
        if ours:
            db.execute(f"PRAGMA application_id = {_APPLICATION}")
            db.execute(f"PRAGMA user_version = {_VERSION}")
    if ours:
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

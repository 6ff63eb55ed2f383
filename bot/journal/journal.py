"""What does the bot remember between requests? Threads and gaps in memory, carried to the disk behind its back."""

from __future__ import annotations

import re
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from bot.article import normalise
from bot.journal.file import (
    MOST_THREADS,
    PATIENCE_SECONDS,
    Asked,
    Entry,
    File,
    Opinion,
    Preferences,
    Preferring,
    Remembered,
    Report,
)
from bot.journal.writer import KEPT_SECONDS, Writer
from bot.question import Focus

LONGEST = 200  # characters of a question that are kept
LONGEST_REPORT = 1_000  # characters of each field of a report
_USUAL = Preferences()
_LINKED = re.compile(r"<[@#!][^>]*>")  # as Slack writes people, groups and channels, with their names behind a bar
_PERSON = re.compile(r"(?:[\w.+-]+)?@[\w-]+(?:\.[\w-]+)*")


@dataclass
class Journal:
    """What the bot remembers; without a path, in memory alone. Any thread may call; `clock` as `time.time`."""

    path: Path | None = None
    clock: Callable[[], float] = time.time
    patience: float = PATIENCE_SECONDS
    _threads: OrderedDict[tuple[str, str], Remembered] = field(default_factory=OrderedDict)
    _preferences: dict[str, Preferences] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _writer: Writer | None = field(default=None, init=False)

    def open(self) -> Self:
        """Take up what the file holds and begin to write to it. A file that cannot be used is logged."""
        if self.path and not self._writer:
            self._writer = Writer(File(self.path, self.patience), self.clock)
            found = self._writer.begin()
            self._threads.update({(item.channel, item.thread): item for item in found.threads})
            self._preferences.update(found.preferences)
        return self

    def focus(self, channel: str, thread: str) -> Focus | None:
        """What a thread was last about, if anything was said in it lately."""
        with self._lock:
            item = self._threads.get((channel, thread))
        return item.focus if item and item.updated >= self.clock() - KEPT_SECONDS else None

    def remember(self, channel: str, thread: str, focus: Focus) -> None:
        """Note what a thread is now about."""
        item = Remembered(channel, thread, focus, int(self.clock()))
        with self._lock:
            self._threads[channel, thread] = item
            self._threads.move_to_end((channel, thread))
            if len(self._threads) > MOST_THREADS:
                self._threads.popitem(last=False)
        self._write(item)

    def preferences(self, person: str) -> Preferences:
        """How a person wants answers."""
        return self._preferences.get(person, _USUAL)

    def prefer(self, person: str, preferences: Preferences) -> None:
        """Note how a person wants answers from now on."""
        self._preferences[person] = preferences
        self._write(Preferring(person, preferences))

    def judge(self, person: str, about: str, *, helpful: bool, reason: str = "") -> None:
        """Note what a person thought of an answer; of several opinions on one answer the last counts."""
        self._write(Opinion(person, about, helpful, reason, self._today()))

    def report(self, person: str, fact: str, wrong: str, said_in: str) -> str:
        """Note an error that a person reports; gives the reference by which a curator finds it."""
        reference = f"R-{secrets.token_hex(3).upper()}"
        self._write(Report(reference, fact, wrong[:LONGEST_REPORT], said_in[:LONGEST_REPORT], person, self._today()))
        return reference

    @property
    def failing(self) -> bool:
        """Whether the file took nothing when it was last written to, so that what people tell us now may be lost."""
        return self._writer is not None and self._writer.failing

    def miss(self, question: str) -> None:
        """Note that no source answers a question; who asked is not known here."""
        if text := impersonal(question):
            self._write(Asked(text, self._today()))

    def close(self) -> None:
        """Let what is waiting reach the disk, but not for long."""
        if self._writer:
            self._writer.end()
            self._writer = None

    def _today(self) -> str:
        return datetime.fromtimestamp(self.clock(), UTC).date().isoformat()

    def _write(self, entry: Entry) -> None:
        if self._writer:
            self._writer.put(entry)


def impersonal(question: str) -> str:
    """A question as it is kept: in lower case, one space between words, at most 200 characters, nobody's handle."""
    seen = "".join(sign if sign.isprintable() else " " for sign in _LINKED.sub("@someone", question))
    return _PERSON.sub("@someone", normalise(seen))[:LONGEST].strip()

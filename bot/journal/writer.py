"""How does what is new reach the disk, while nobody waits for it? One thread of our own behind a bounded queue."""

from __future__ import annotations

import contextlib
import logging
import queue
import sqlite3
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from bot.journal.file import Entry, File, JournalError, Preferences, Remembered

KEPT_SECONDS = 30 * 86_400  # a thread that nobody wrote in for so long is over
MOST_WAITING = 1_000  # entries that the disk may be behind by, before new ones are given up
CLOSING_SECONDS = 5.0  # how long the end of the bot may be held up
_PRUNED_EVERY = 86_400  # seconds
_BATCH = 200  # entries written together
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Held:
    """What a file holds that is answered from memory."""

    threads: tuple[Remembered, ...] = ()
    preferences: Mapping[str, Preferences] = field(default_factory=dict)


class Writer:
    """The thread that writes. What it cannot write is lost and logged once; `failing` until something is written."""

    def __init__(self, file: File, clock: Callable[[], float]) -> None:
        self._file = file
        self._clock = clock
        self._waiting: queue.Queue[Entry | None] = queue.Queue(MOST_WAITING)
        self._thread = threading.Thread(target=self._work, name="journal", daemon=True)
        self.failing = False
        self._complained = False
        self._pruned = 0.0

    def begin(self) -> Held:
        """Starts the thread; gives what the file holds."""
        found = Held()
        with self._complaining():
            found = Held(self._file.threads(self._oldest()), self._file.preferences())
        self._thread.start()
        return found

    def put(self, entry: Entry) -> None:
        try:
            self._waiting.put_nowait(entry)
        except queue.Full:
            self._complain("the disk is too slow; entries are left out")

    def end(self) -> None:
        with contextlib.suppress(queue.Full):
            self._waiting.put(None, timeout=CLOSING_SECONDS)
        self._thread.join(CLOSING_SECONDS)

    def _work(self) -> None:
        going = True
        while going:
            batch = list(self._batch())
            going = None not in batch
            with self._complaining():
                self._prune()
                self._file.write([entry for entry in batch if entry])
                self.failing = False
        self._file.close()

    def _batch(self) -> Iterator[Entry | None]:
        """What is waiting, at least one entry; None stands for the end."""
        yield self._waiting.get()
        with contextlib.suppress(queue.Empty):
            for _ in range(_BATCH):
                yield self._waiting.get_nowait()

    def _prune(self) -> None:
        if self._clock() - self._pruned > _PRUNED_EVERY:
            self._file.prune(self._oldest())
            self._pruned = self._clock()

    def _oldest(self) -> int:
        return int(self._clock() - KEPT_SECONDS)

    @contextlib.contextmanager
    def _complaining(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError, ValueError, JournalError) as error:
            self._file.close()
            self._complain(str(error))

    def _complain(self, why: str) -> None:
        self.failing = True
        if not self._complained:
            self._complained = True
            _LOG.warning("The journal %s cannot be used, memory alone goes on: %s", self._file.path, why)

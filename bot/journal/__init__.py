"""What is kept between requests, and what if the disk fails? One SQLite file, and memory that answers instead of it.

Two things outlive a request: what a thread was last about (ids of facts and entities, never what somebody wrote), and
which questions no source answers (without who asked, or where). Answers never wait for the file and never fail with
it: they read and write memory, and one thread of our own carries what is new to the disk. Where it cannot, that is
logged once and memory goes on serving.
"""

from bot.journal.file import MOST_GAPS, Gap, JournalError, read_gaps, try_out
from bot.journal.journal import LONGEST, Journal, impersonal
from bot.journal.writer import KEPT_SECONDS

__all__ = [
    "KEPT_SECONDS",
    "LONGEST",
    "MOST_GAPS",
    "Gap",
    "Journal",
    "JournalError",
    "impersonal",
    "read_gaps",
    "try_out",
]

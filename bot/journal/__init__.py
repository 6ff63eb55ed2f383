"""What is kept between requests, and what if the disk fails? One SQLite file, and memory that answers instead of it.

What outlives a request: what a thread was last about (ids of facts and entities, never what somebody wrote), which
questions no source answers (without who asked, or where), and what people told the bot to keep: how they want answers,
whether one was helpful, and errors that they report. Answers never wait for the file and never fail with it: they read
and write memory, and one thread of our own carries what is new to the disk. Where it cannot, that is logged once and
memory goes on serving.
"""

from bot.journal.file import (
    MOST_GAPS,
    Gap,
    JournalError,
    Opinion,
    Preferences,
    Report,
    read_gaps,
    read_opinions,
    read_reports,
    try_out,
)
from bot.journal.journal import LONGEST, LONGEST_REPORT, Journal, impersonal
from bot.journal.writer import KEPT_SECONDS

__all__ = [
    "KEPT_SECONDS",
    "LONGEST",
    "LONGEST_REPORT",
    "MOST_GAPS",
    "Gap",
    "Journal",
    "JournalError",
    "Opinion",
    "Preferences",
    "Report",
    "impersonal",
    "read_gaps",
    "read_opinions",
    "read_reports",
    "try_out",
]

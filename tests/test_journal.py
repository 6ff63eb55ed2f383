"""Does the journal keep what it should, forget what it must, and never stand in an answer's way?"""

from __future__ import annotations

import contextlib
import logging
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.journal import (
    KEPT_SECONDS,
    LONGEST,
    LONGEST_REPORT,
    MOST_GAPS,
    Gap,
    Journal,
    JournalError,
    Preferences,
    Report,
    impersonal,
    read_gaps,
    read_opinions,
    read_reports,
)
from bot.journal.file import VERSIONS, Asked, File
from bot.journal.writer import MOST_WAITING, Writer
from bot.question import Focus

DAY = 86_400
BERTH = Focus(("price", "fleet-share"), ("harbour-mills",), ("price",))
CREW = Focus(("crew",), (), (), answered=False)


class Clock:
    """A clock that stands until it is moved; it begins on 2 January 2025."""

    def __init__(self) -> None:
        self.now = 1_735_776_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "journal.db"


@contextlib.contextmanager
def kept(path: Path, clock: Clock | None = None, patience: float = 30.0) -> Iterator[Journal]:
    """A journal that is open until the block is left; what was noted is on the disk then."""
    journal = Journal(path, clock or Clock(), patience).open()
    try:
        yield journal
    finally:
        journal.close()


def complaints(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.message for record in caplog.records if record.levelno >= logging.WARNING]


def rows(path: Path, table: str) -> list[tuple[object, ...]]:
    with contextlib.closing(sqlite3.connect(path)) as db:
        return db.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608 # the table's name is the test's own


def test_what_a_thread_is_about_outlives_the_bot(path: Path) -> None:
    """A bot that is started again knows what its threads were about, each apart from the others."""
    with kept(path) as journal:
        journal.remember("C1", "1.1", CREW)
        journal.remember("C1", "1.1", BERTH)
        journal.remember("C1", "1.2", CREW)
    with kept(path) as journal:
        assert (journal.focus("C1", "1.1"), journal.focus("C1", "1.2")) == (BERTH, CREW)
        assert journal.focus("C2", "1.1") is None


def test_without_a_file_memory_serves() -> None:
    """A journal that was given no path, or is not open, still knows its threads."""
    journal = Journal()
    journal.remember("C1", "1.1", BERTH)
    journal.miss("Who sings?")
    assert journal.focus("C1", "1.1") == BERTH
    journal.close()


def test_gaps_are_counted_and_dated(path: Path, clock: Clock) -> None:
    """The same question in other letters and spaces is one gap; the list begins with what is asked most."""
    with kept(path, clock) as journal:
        journal.miss("Who   sings?")
        journal.miss("What is the anthem?")
        clock.now += 3 * DAY
        journal.miss("who sings?\n")
    assert read_gaps(path) == (
        Gap("who sings?", 2, "2025-01-02", "2025-01-05"),
        Gap("what is the anthem?", 1, "2025-01-02", "2025-01-02"),
    )


def test_no_file_means_no_gaps(path: Path) -> None:
    """Reading gaps makes no file where there is none."""
    assert read_gaps(path) == ()
    assert not path.exists()


def test_old_threads_are_forgotten(path: Path, clock: Clock) -> None:
    """A thread in which nothing was said for thirty days is over: in memory, after a restart, and on the disk."""
    with kept(path, clock) as journal:
        journal.remember("C1", "1.1", BERTH)
        clock.now += KEPT_SECONDS / 2
        journal.remember("C1", "1.2", CREW)
        clock.now += KEPT_SECONDS / 2 + 1
        assert journal.focus("C1", "1.1") is None
        assert journal.focus("C1", "1.2") == CREW
    with kept(path, clock) as journal:
        journal.remember("C1", "1.3", CREW)
        assert journal.focus("C1", "1.1") is None
    assert {row[1] for row in rows(path, "threads")} == {"1.2", "1.3"}


def test_gaps_do_not_grow_without_end(path: Path, clock: Clock) -> None:
    """Beyond the most that are kept, those asked least go first."""
    with kept(path, clock) as journal:
        journal.miss("asked twice")
        journal.miss("asked twice")
    with contextlib.closing(sqlite3.connect(path)) as db, db:
        many = ((f"question {number}", 1, "2025-01-01", "2025-01-01") for number in range(MOST_GAPS + 5))
        db.executemany("INSERT INTO gaps VALUES (?, ?, ?, ?)", many)
    with kept(path, clock) as journal:
        journal.remember("C1", "1.1", BERTH)
    found = read_gaps(path)
    assert len(found) == MOST_GAPS
    assert found[0].question == "asked twice"


def test_many_may_write_at_once(path: Path) -> None:
    """Threads of one program, and two programs on one file, lose nothing of each other's."""
    with kept(path) as one, kept(path) as other, ThreadPoolExecutor(8) as pool:
        for number in range(200):
            pool.submit((one, other)[number % 2].miss, "who sings?")
            pool.submit((one, other)[number % 2].remember, "C1", str(number), BERTH)
    (gap,) = read_gaps(path)
    assert gap.count == 200
    assert len(rows(path, "threads")) == 200


def test_a_file_that_is_locked_is_not_waited_for(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """While another program holds the file, memory answers and one line is logged; later entries are written again."""
    with kept(path, patience=0.01) as journal:
        with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as db:
            db.execute("BEGIN EXCLUSIVE")
            for number in range(20):
                journal.remember("C1", str(number), BERTH)
                assert journal.focus("C1", str(number)) == BERTH
            journal.close()
        journal.open()
        journal.remember("C1", "later", CREW)
    (complaint,) = complaints(caplog)
    assert "locked" in complaint
    assert "later" in {row[1] for row in rows(path, "threads")}


def test_a_slow_disk_is_not_waited_for(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """When more is noted than the disk can take, the rest is left out, which is logged once; memory keeps it all."""
    many = 2 * MOST_WAITING
    with kept(path) as journal:
        with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as db:
            db.execute("BEGIN EXCLUSIVE")
            for number in range(many):
                journal.remember("C1", str(number), BERTH)
        assert all(journal.focus("C1", str(number)) for number in range(many))
    (complaint,) = complaints(caplog)
    assert "too slow" in complaint
    assert 0 < len(rows(path, "threads")) < many


def broken(path: Path) -> None:
    path.write_bytes(b"This is no database at all. " * 100)


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5_000])


def read_only(path: Path) -> None:
    """A file of a later format, which SQLite opens for reading only: https://sqlite.org/fileformat.html (1.3.3)."""
    content = bytearray(path.read_bytes())
    content[18] = 9
    path.write_bytes(bytes(content))


def of_another_program(path: Path) -> None:
    path.unlink()
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE recipes (name TEXT)")


def of_a_later_version(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA user_version = 99")


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("spoil", [broken, cut_short, read_only, of_another_program, of_a_later_version, a_folder])
def test_a_file_that_cannot_be_used_is_logged_once(
    path: Path, caplog: pytest.LogCaptureFixture, spoil: Callable[[Path], None]
) -> None:
    """Whatever is wrong with the file, the bot goes on with memory, says so once, and leaves the file as it is."""
    with kept(path) as journal:
        journal.remember("C1", "1.1", CREW)
    spoil(path)
    before = path.read_bytes() if path.is_file() else b""
    with kept(path) as journal:
        for number in range(5):
            journal.remember("C1", f"2.{number}", BERTH)
            journal.miss("who sings?")
        assert journal.focus("C1", "2.4") == BERTH
    assert len(complaints(caplog)) == 1
    assert str(path) in complaints(caplog)[0]
    assert (path.read_bytes() if path.is_file() else b"") == before


@pytest.mark.parametrize("spoil", [broken, of_another_program, of_a_later_version, a_folder])
def test_gaps_of_a_file_that_is_no_journal_are_refused(path: Path, spoil: Callable[[Path], None]) -> None:
    """A curator is told in a line which file cannot be read."""
    with kept(path) as journal:
        journal.miss("who sings?")
    spoil(path)
    with pytest.raises(JournalError, match=str(path)):
        read_gaps(path)


def test_a_folder_that_cannot_be_made_is_logged(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A path below a file holds no journal."""
    (tmp_path / "state").write_text("in the way")
    with kept(tmp_path / "state" / "journal.db") as journal:
        journal.remember("C1", "1.1", BERTH)
        assert journal.focus("C1", "1.1") == BERTH
        assert journal.failing
    assert len(complaints(caplog)) == 1


def test_a_file_that_takes_something_again_no_longer_fails(path: Path) -> None:
    """A disk that was full for a while is believed again once something was written."""
    path.parent.write_text("in the way")
    writer = Writer(File(path, patience=30.0), Clock())
    writer.begin()
    states = [writer.failing]
    path.parent.unlink()
    writer.put(Asked("who sings?", "2025-01-02"))
    writer.end()
    assert [*states, writer.failing] == [True, False]
    assert [gap.question for gap in read_gaps(path)] == ["who sings?"]


def test_the_file_is_for_its_owner_alone(path: Path) -> None:
    """Other users of the machine may not read what was asked."""
    with kept(path) as journal:
        journal.miss("who sings?")
        assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("asked", "kept_as"),
    [
        ("  What does 49%  of $29B come to? ", "what does 49% of $29b come to?"),
        ("Does @U012AB3CD know @mara.quay?", "does @someone know @someone?"),
        ("Who is mara.quay+x@harbour.example.org?", "who is @someone?"),
        ("<@U012AB3CD|Mara Quay> in <#C012|mooring-plans>: where is it?", "@someone in @someone: where is it?"),
        ("“Who” — sings’", '"who" - sings\''),
        ("a\x00b\ud800c\u202ed", "a b c d"),
        ("x" * 500, "x" * LONGEST),
        ("\x00 ", ""),
    ],
    ids=["figures", "mentions", "mail", "links", "quotes", "unseen", "long", "nothing"],
)
def test_a_question_is_kept_without_persons(asked: str, kept_as: str) -> None:
    """Letters and spaces are evened out, figures stay, handles and addresses go, 200 characters are enough."""
    assert impersonal(asked) == kept_as


@given(st.text())
def test_any_question_can_be_kept(asked: str) -> None:
    """What is kept is short, can be written to any file, and stays the same when it is kept again."""
    once = impersonal(asked)
    assert len(once) <= LONGEST
    assert once.encode().decode() == once


def test_nothing_personal_is_stored(path: Path) -> None:
    """A thread is kept as its place and the ids of facts and entities; a gap as its words, without place or person."""
    with kept(path) as journal:
        journal.remember("C0HARBOUR", "1700000000.000100", BERTH)
        journal.miss("does @U0MARAQUAY like it?")
    (thread,) = rows(path, "threads")
    (gap,) = rows(path, "gaps")
    assert thread[:6] == ("C0HARBOUR", "1700000000.000100", "price fleet-share", "harbour-mills", "price", 1)
    assert gap == ("does @someone like it?", 1, "2025-01-02", "2025-01-02")
    assert b"MARAQUAY" not in path.read_bytes().upper()


def test_a_file_of_the_first_version_goes_on(path: Path) -> None:
    """What an older bot kept is still there, and the newer tables are added."""
    path.parent.mkdir(parents=True)
    with contextlib.closing(sqlite3.connect(path)) as db, db:
        for statement in VERSIONS[0]:
            db.execute(statement)
        db.execute("INSERT INTO gaps VALUES ('who sings?', 3, '2025-01-01', '2025-01-01')")
        db.execute("PRAGMA application_id = 1684365676")
        db.execute("PRAGMA user_version = 1")
    with kept(path) as journal:
        journal.miss("who sings?")
        journal.judge("U1", "price 1234", helpful=True)
    assert [(gap.question, gap.count) for gap in read_gaps(path)] == [("who sings?", 4)]
    assert [opinion.about for opinion in read_opinions(path)] == ["price 1234"]


def test_preferences_outlive_the_bot(path: Path) -> None:
    """Each person's own, the last that were chosen; who chose nothing has the usual ones."""
    with kept(path) as journal:
        journal.prefer("U1", Preferences("names", "full"))
        journal.prefer("U1", Preferences("names", "short"))
        assert journal.preferences("U1") == Preferences("names", "short")
    with kept(path) as journal:
        assert journal.preferences("U1") == Preferences("names", "short")
        assert journal.preferences("U2") == Preferences()


def test_the_last_opinion_on_an_answer_counts(path: Path, clock: Clock) -> None:
    """Of one person on one answer; others, and other answers, stand beside it."""
    with kept(path, clock) as journal:
        journal.judge("U1", "price 1234", helpful=True)
        journal.judge("U2", "price 1234", helpful=True)
        journal.judge("U1", "price 5678", helpful=True)
        journal.judge("U1", "price 1234", helpful=False, reason="wrong")
    found = {(item.person, item.about): (item.helpful, item.reason) for item in read_opinions(path)}
    assert found == {
        ("U1", "price 1234"): (False, "wrong"),
        ("U1", "price 5678"): (True, ""),
        ("U2", "price 1234"): (True, ""),
    }


def test_reports_are_kept_whole(path: Path, clock: Clock) -> None:
    """Each with its own reference; a text is cut where nobody would read on."""
    with kept(path, clock) as journal:
        first = journal.report("U1", "price", "It is 9.", "001")
        second = journal.report("U1", "price", "x" * 5_000, "001")
    assert first != second
    reports = {report.reference: report for report in read_reports(path)}
    assert reports[first] == Report(first, "price", "It is 9.", "001", "U1", "2025-01-02")
    assert len(reports[second].wrong) == LONGEST_REPORT

"""Is what was worked out found again, and never the reason for a failure?"""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.shelf import NO_SHELF, Plain, Shelf, open_shelf

MADE: Plain = ({"mill": 2}, ("@kestrel", b"\x00"), [0.1])
RESTS_ON = (b"records", b"words")


class Maker:
    """Counts how often the work was done."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> Plain:
        self.times += 1
        return MADE


@pytest.fixture
def make() -> Maker:
    return Maker()


def only_file(folder: Path) -> Path:
    (found,) = folder.iterdir()
    return found


def test_what_is_kept_is_not_made_again(tmp_path: Path, make: Maker) -> None:
    """The same things give the same file, and what it holds comes back equal."""
    shelf = Shelf(tmp_path / "new" / "folder")
    assert shelf.kept(RESTS_ON, make) == shelf.kept(RESTS_ON, make) == MADE
    assert make.times == 1


@pytest.mark.parametrize("other", [(b"records", b"other"), (b"recordsw", b"ords"), (b"records",)])
def test_what_rests_on_something_else_is_made_and_replaces_it(
    tmp_path: Path, make: Maker, other: tuple[bytes, ...]
) -> None:
    """A stale file is never read, and never stays."""
    shelf = Shelf(tmp_path)
    shelf.kept(RESTS_ON, make)
    before = only_file(tmp_path)
    shelf.kept(other, make)
    assert make.times == 2
    assert only_file(tmp_path) != before


@pytest.mark.parametrize("left", [0, 10, 40, -1])
def test_a_damaged_file_is_made_anew(tmp_path: Path, make: Maker, left: int) -> None:
    """A file that was cut off is not read, and is whole again afterwards."""
    shelf = Shelf(tmp_path)
    shelf.kept(RESTS_ON, make)
    whole = only_file(tmp_path).read_bytes()
    only_file(tmp_path).write_bytes(whole[:left])
    assert shelf.kept(RESTS_ON, make) == MADE
    assert only_file(tmp_path).read_bytes() == whole


def test_a_changed_byte_is_noticed(tmp_path: Path, make: Maker) -> None:
    """What is not as it was written is not read."""
    shelf = Shelf(tmp_path)
    shelf.kept(RESTS_ON, make)
    whole = bytearray(only_file(tmp_path).read_bytes())
    whole[-1] ^= 1
    only_file(tmp_path).write_bytes(whole)
    assert shelf.kept(RESTS_ON, make) == MADE
    assert make.times == 2


def test_a_folder_that_cannot_be_written_keeps_nothing(tmp_path: Path, make: Maker) -> None:
    """Where a file stands in the folder's place, the work is done each time."""
    (tmp_path / "file").write_text("no folder")
    shelf = Shelf(tmp_path / "file" / "cache")
    assert shelf.kept(RESTS_ON, make) == shelf.kept(RESTS_ON, make) == MADE
    assert make.times == 2


def test_a_file_that_cannot_be_replaced_leaves_nothing_behind(tmp_path: Path, make: Maker) -> None:
    """What was half written goes, where the file itself cannot be written."""
    shelf = Shelf(tmp_path)
    shelf.kept(RESTS_ON, make)
    place = only_file(tmp_path)
    place.unlink()
    (place / "in the way").mkdir(parents=True)
    assert shelf.kept(RESTS_ON, make) == MADE
    assert only_file(tmp_path) == place


def test_two_at_once_both_get_what_they_made(tmp_path: Path, make: Maker) -> None:
    """Who writes while another makes the same is not in its way."""
    shelf = Shelf(tmp_path)

    def slow() -> Plain:
        shelf.kept(RESTS_ON, make)
        return MADE

    assert shelf.kept(RESTS_ON, slow) == shelf.kept(RESTS_ON, make) == MADE
    assert make.times == 1
    assert only_file(tmp_path).is_file()


def test_what_it_rests_on_may_be_unreadable(tmp_path: Path, make: Maker) -> None:
    """Where it cannot be told what the work rests on, it is done and not kept."""
    missing = (path.read_bytes() for path in [tmp_path / "missing"])
    assert Shelf(tmp_path / "cache").kept(missing, make) == MADE
    assert list(tmp_path.iterdir()) == []


def test_without_a_folder_nothing_is_kept(make: Maker) -> None:
    """Each desk works for itself unless it is given a shelf."""
    assert NO_SHELF.kept(RESTS_ON, make) == NO_SHELF.kept(RESTS_ON, make) == MADE
    assert make.times == 2


def test_the_environment_names_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """DEALCHECK_CACHE names the folder, or switches it off; without it, it lies among the user's own caches."""
    monkeypatch.setenv("HOME", str(tmp_path))
    assert open_shelf({"DEALCHECK_CACHE": "~/kept"}) == Shelf(tmp_path / "kept")
    assert open_shelf({"DEALCHECK_CACHE": " off "}) == NO_SHELF
    named = open_shelf({}).folder
    assert named == open_shelf({"DEALCHECK_CACHE": " "}).folder
    assert named is not None
    assert named.name == "dealcheck"

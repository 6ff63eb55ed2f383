"""Does a new article get a record that guesses nothing and overwrites nothing?"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.article import read_article
from bot.record import Source
from bot.seed import SeedRefusedError, add_seed, next_id, numbered, open_cells
from bot.store.marked import read_marked
from tests.sample.records import Records


@pytest.fixture
def records(tmp_path: Path) -> Records:
    return Records(tmp_path)


@pytest.fixture
def article(records: Records) -> Path:
    path = records.articles / "late_word.txt"
    path.write_text("Kestrel Wakes\n\nThe price is up. Nobody says why.\n", "utf-8")
    return path


def test_a_draft_holds_what_the_file_itself_tells(records: Records, article: Path) -> None:
    """Id, file name and sha256 are filled in."""
    drafted = read_marked(add_seed(article, records.seeds)).data
    assert drafted["id"] == "013"
    assert drafted["file"] == "late_word.txt"
    assert drafted["sha256"] == read_article(article).sha256


def test_a_draft_leaves_every_judgement_blank(records: Records, article: Path) -> None:
    """Every other field of the record is there, without a value, even the title."""
    drafted = read_marked(add_seed(article, records.seeds)).data
    filled = {"id", "file", "sha256"}
    assert {name for name, value in drafted.items() if value} == filled
    assert set(drafted) == set(Source.model_fields) - {"place"}


def test_every_blank_of_a_draft_says_what_to_decide(records: Records, article: Path) -> None:
    """Beside each blank stands a comment for the curator."""
    text = add_seed(article, records.seeds).read_text("utf-8")
    blanks = [line for line in text.splitlines() if line.partition("#")[0].rstrip().endswith(":")]
    assert len(blanks) == len(Source.model_fields) - 4  # id, file, sha256 are filled, place is not written
    assert all(line.partition("#")[2].strip() for line in blanks)


def test_lint_reports_each_blank_until_it_is_filled(records: Records, article: Path) -> None:
    """A record cannot be forgotten half done: lint names the line of every blank."""
    path = add_seed(article, records.seeds)
    blanks = [number for number, line in enumerate(path.read_text().splitlines(), 1) if ":  " in line]
    found = [problem.place.line for problem in records.check().problems if problem.place.file == str(path)]
    assert found == blanks


def test_an_article_brings_its_own_id_where_that_is_free(records: Records) -> None:
    """A file named `042_….txt` becomes source 042."""
    path = records.articles / "042_named.txt"
    path.write_text("News\n", "utf-8")
    assert add_seed(path, records.seeds).name == "042.yaml"


@settings(deadline=None)  # a busy machine is slow, not wrong
@given(st.sets(st.integers(0, 998).map("{:03d}".format)), st.sampled_from(["note.txt", "007_note.txt", "7_note.txt"]))
def test_an_id_is_never_given_twice(taken: set[str], file: str) -> None:
    """Whatever ids are in use, the next one is not among them and has three digits."""
    given_id = next_id(file, taken)
    assert given_id not in taken
    assert len(given_id) == 3


def test_an_id_that_was_given_up_is_not_used_again() -> None:
    """Citations name ids, so a gap stays a gap."""
    assert next_id("note.txt", {"000", "002"}) == "003"


def test_no_id_is_left_after_three_digits() -> None:
    """The thousand-and-first article is refused instead of getting an id that no citation can carry."""
    with pytest.raises(SeedRefusedError, match="no free id"):
        next_id("note.txt", {"999"})


def test_an_article_that_has_a_record_is_refused(records: Records) -> None:
    """The record of a known article is left as it is."""
    before = records.path("011.yaml").read_text()
    with pytest.raises(SeedRefusedError, match=r"011\.yaml already describes 011_signed\.txt"):
        add_seed(records.path("011_signed.txt"), records.seeds)
    assert records.path("011.yaml").read_text() == before


def test_a_known_text_under_another_name_is_refused(records: Records) -> None:
    """The same text is the same article, whatever its file is called."""
    copy = records.articles / "copy.txt"
    copy.write_bytes(records.path("011_signed.txt").read_bytes())
    with pytest.raises(SeedRefusedError, match=r"011\.yaml already describes"):
        add_seed(copy, records.seeds)


@pytest.mark.parametrize(
    ("data", "reason"), [(b"", "holds no text"), (b"\n \n", "holds no text"), (b"caf\xe9", "is not UTF-8")]
)
def test_a_file_that_is_no_article_is_refused(records: Records, data: bytes, reason: str) -> None:
    """Nothing is drafted for an empty or unreadable file."""
    (records.articles / "odd.txt").write_bytes(data)
    with pytest.raises(SeedRefusedError, match=reason):
        add_seed(records.articles / "odd.txt", records.seeds)
    assert not (records.seeds / "013.yaml").exists()


def test_a_missing_file_is_refused(records: Records) -> None:
    """A name that leads nowhere is told as such."""
    with pytest.raises(SeedRefusedError, match="cannot be read: No such file"):
        add_seed(records.articles / "none.txt", records.seeds)


def test_a_new_article_opens_a_cell_in_every_fact(records: Records) -> None:
    """Each fact has to say what the new source holds; a known source has no open cell."""
    store = records.store()
    assert open_cells(store, "013") == list(store.facts.values())
    assert open_cells(store, "010") == []


def test_sentences_are_listed_with_the_numbers_that_records_cite(article: Path) -> None:
    """The listing counts paragraphs and sentences as the linter does."""
    assert list(numbered(read_article(article))) == [
        "1.1 Kestrel Wakes",
        "2.1 The price is up.",
        "2.2 Nobody says why.",
    ]

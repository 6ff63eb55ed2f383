"""Does a record file load as the text that was typed, with the line of every part?"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.problem import Place
from bot.store.marked import Marked, read_marked


def read(folder: Path, text: str) -> Marked:
    path = folder / "record.yaml"
    path.write_text(text, "utf-8")
    return read_marked(path)


def codes(marked: Marked) -> list[str]:
    return [problem.code for problem in marked.problems]


@pytest.mark.parametrize("written", ["1e3", "on", "007", "2016-01-01", "0x1f", "~", "true", "1_000", ".5", "Null"])
def test_a_scalar_stays_what_was_typed(tmp_path: Path, written: str) -> None:
    """YAML's own ideas of numbers, dates and truth do not apply: text is text."""
    assert read(tmp_path, f"value: {written}").data == {"value": written}


@pytest.mark.parametrize(("written", "value"), [("null", None), ('"null"', "null"), ("", "")])
def test_only_a_plain_null_is_none(tmp_path: Path, written: str, value: str | None) -> None:
    """`null` says that there is nothing; in quotation marks it is a word, and a blank is neither."""
    assert read(tmp_path, f"value: {written}").data == {"value": value}


def test_every_part_has_its_line(tmp_path: Path) -> None:
    """Keys, items of lists and nested mappings are found again by the keys that lead to them."""
    marked = read(tmp_path, "a:\n  b:\n    - x\n    - {c: y}\n# remark\nd: z\n")
    lines = {path: marked.place(*path).line for path in [("a",), ("a", "b"), ("a", "b", 0), ("a", "b", 1, "c"), ("d",)]}
    assert lines == {("a",): 1, ("a", "b"): 2, ("a", "b", 0): 3, ("a", "b", 1, "c"): 4, ("d",): 6}


def test_a_missing_part_has_the_line_of_what_it_would_stand_in(tmp_path: Path) -> None:
    """A problem with something that is not there points to the record that lacks it."""
    marked = read(tmp_path, "a: x\n\nb:\n  c: y\n")
    assert marked.place("b", "d", 3) == Place(marked.file, 3)
    assert marked.place("e") == Place(marked.file, 1)


def test_a_key_that_stands_twice_is_reported_with_the_second_line(tmp_path: Path) -> None:
    """YAML would silently keep the last; here both cannot be meant."""
    marked = read(tmp_path, "a: x\nb: y\na: z\n")
    assert codes(marked) == ["Y004"]
    assert marked.problems[0].place.line == 3


@pytest.mark.parametrize("key", ["quote", "says", "question"])
@pytest.mark.parametrize("written", ["bare words", "'single'", "|\n  block"])
def test_texts_that_a_hash_could_cut_are_double_quoted(tmp_path: Path, key: str, written: str) -> None:
    """`quote`, `says` and `question` in any other style are refused."""
    assert codes(read(tmp_path, f"{key}: {written}\n")) == ["Y005"]
    assert codes(read(tmp_path, f'{key}: "double # quoted"\n')) == []


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", "Y003", 1),
        ("# only a remark\n", "Y003", 1),
        ("- a\n- b\n", "Y003", 1),
        ("a: [x\nb: y\n", "Y002", 2),
        ("a: x\n\tb: y\n", "Y002", 2),
        ("a: *nowhere\n", "Y002", 1),
        ("a: x\n---\nb: y\n", "Y002", 2),
    ],
)
def test_a_file_that_is_no_mapping_is_reported_where_it_breaks(tmp_path: Path, text: str, code: str, line: int) -> None:
    """Empty files, lists and broken YAML give one problem with its line, and no data."""
    marked = read(tmp_path, text)
    assert marked.data is None
    assert [(problem.code, problem.place.line) for problem in marked.problems] == [(code, line)]


def test_a_file_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    """Missing files, folders and other encodings are problems, not tracebacks."""
    (tmp_path / "latin.yaml").write_bytes("name: caf\xe9".encode("latin-1"))
    texts = [read_marked(path).problems[0].text for path in (tmp_path / "none.yaml", tmp_path, tmp_path / "latin.yaml")]
    assert texts == [
        "cannot be read: No such file or directory",
        "cannot be read: Is a directory",
        "is not UTF-8 (byte 9)",
    ]


WORDS = st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1)


@settings(deadline=None)  # a busy machine is slow, not wrong
@given(st.recursive(WORDS, lambda inner: st.lists(inner) | st.dictionaries(WORDS, inner)).map(lambda data: {"a": data}))
def test_what_a_curator_writes_is_what_is_read(tmp_path_factory: pytest.TempPathFactory, data: object) -> None:
    """Any mapping of texts, lists and mappings that YAML can write is read back unchanged."""
    folder = tmp_path_factory.mktemp("round")
    marked = read(folder, yaml.safe_dump(data, default_style='"', allow_unicode=True))
    assert (marked.data, marked.problems) == (data, [])

"""Are the package's own words complete, and is a broken list told?"""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.problem import StoreError
from bot.record import Modality
from bot.store import read_language
from bot.value import Bound, QuantityKind

WORDS = Path(__file__).parents[2] / "bot" / "words.yaml"


def test_the_readers_know_the_words_of_the_package() -> None:
    """The figures and dates of a sentence are read with the words that come with the package."""
    language = read_language()
    (money,) = [hit.quantity for hit in language.quantities.read("it paid roughly two million dollars in May 2031")]
    assert (money.kind, money.unit, money.bound) == (QuantityKind.MONEY, "USD", Bound.ABOUT)
    assert language.dates.read_one("it paid in May 2031").edtf == "2031-05"


def test_every_certainty_but_plain_assertion_has_its_words() -> None:
    """Without words for a modality, the linter could not ask for it."""
    listed = read_language().words.language.modal
    assert {modality for modality in Modality if listed.get(modality)} == set(Modality) - {Modality.ASSERTED}


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("language:", "languages:", "Y006"),
        ("numbers:", "numbers: [", "Y002"),
        ("factor: 1000,", "factor: many,", "Y006"),
    ],
)
def test_a_broken_list_of_words_is_a_problem(tmp_path: Path, old: str, new: str, code: str) -> None:
    """The package's words are checked like any record."""
    path = tmp_path / "words.yaml"
    path.write_text(WORDS.read_text("utf-8").replace(old, new, 1), "utf-8")
    with pytest.raises(StoreError) as error:
        read_language(path)
    assert code in {problem.code for problem in error.value.problems}


def test_missing_words_are_a_problem(tmp_path: Path) -> None:
    """A package without its words cannot read anything, and says so."""
    with pytest.raises(StoreError, match="Y001"):
        read_language(tmp_path / "words.yaml")

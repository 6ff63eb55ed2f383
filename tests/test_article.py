"""Are articles cut and normalised as the records count and quote them?"""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.article import normalise, read_article, sentences, tidy


def test_a_paragraph_is_a_line_that_is_not_blank(tmp_path: Path) -> None:
    """Blank lines separate and do not count; paragraphs are numbered from 1."""
    path = tmp_path / "news.txt"
    path.write_text("Title\n\n  \nFirst.\nSecond.\n", "utf-8")
    article = read_article(path)
    assert article.paragraphs == ("Title", "First.", "Second.")
    assert (article.paragraph(1), article.paragraph(3)) == ("title", "second.")


@pytest.mark.parametrize("number", [-1, 0, 3])
def test_a_paragraph_that_is_not_there_is_none(tmp_path: Path, number: int) -> None:
    """Numbers outside of the article give nothing, and never a paragraph counted from the end."""
    (tmp_path / "news.txt").write_text("One\nTwo\n", "utf-8")
    assert read_article(tmp_path / "news.txt").paragraph(number) is None


def test_the_hash_is_of_the_files_bytes(tmp_path: Path) -> None:
    """The sha256 is that of the file as it lies there, so that any tool can check it."""
    data = "Prix : 5 €\r\n".encode()
    (tmp_path / "news.txt").write_bytes(data)
    article = read_article(tmp_path / "news.txt")
    assert (article.name, article.sha256) == ("news.txt", hashlib.sha256(data).hexdigest())


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("“Kestrel’s” price — $14–15 billion", '"kestrel\'s" price - $14-15 billion'),
        ("over\u00a0$2\u2009billion", "over $2 billion"),
        ("robots[1][12] and arms", "robots and arms"),
        ("• Ida Fenn", "ida fenn"),
        ("- - nested", "nested"),
        ("Buyer | Harbour || Seller", "buyer harbour seller"),
        ("½ ﬁnal", "1⁄2 final"),
        ("a non-voting stake", "a non-voting stake"),
        ("-5 degrees", "-5 degrees"),
    ],
)
def test_normalising_removes_what_only_looks_different(written: str, plain: str) -> None:
    """Quotes, dashes, spaces, case, reference marks, bullets and table bars make no difference to a quote."""
    assert normalise(written) == plain


@settings(deadline=None)  # a busy machine is slow, not wrong
@given(st.text())
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    """A normalised text is its own normal form."""
    assert normalise(normalise(text)) == normalise(text)


@settings(deadline=None)  # a busy machine is slow, not wrong
@given(st.text())
def test_tidying_differs_from_normalising_in_case_alone(text: str) -> None:
    """`tidy` keeps capitals, by which a name can be told from a verb, and nothing else."""
    assert tidy(text).casefold() == normalise(text)


@pytest.mark.parametrize(
    ("paragraph", "cut"),
    [
        ("One. Two! Three?", ("One.", "Two!", "Three?")),
        ("It costs $2.4 billion. 900 people agree.", ("It costs $2.4 billion.", "900 people agree.")),
        ("A mark follows.[1] Then more.", ("A mark follows.", "Then more.")),
        ('She said "no." He left.', ('She said "no.', "He left.")),
        ("Who | What || Mills | buys || Fenn | sells", ("Who | What", "Mills | buys", "Fenn | sells")),
        ("no capital after. a dot", ("no capital after. a dot",)),
        ("|| --- ||", ()),
    ],
)
def test_a_sentence_ends_at_a_stop_before_a_capital_or_at_a_row(paragraph: str, cut: tuple[str, ...]) -> None:
    """Stops count before capitals and figures only, rows of a flattened table count, and bare marks do not."""
    assert sentences(paragraph) == cut


@settings(deadline=None)  # a busy machine is slow, not wrong
@given(st.text(alphabet="abC1.!? []|-“”\"'"))
def test_no_word_is_lost_between_sentences(paragraph: str) -> None:
    """Every word of a paragraph stands in one of its sentences, in the same order."""
    kept = [character for sentence in sentences(paragraph) for character in sentence if character.isalpha()]
    assert kept == [character for character in paragraph if character.isalpha()]

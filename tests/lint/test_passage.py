"""Are an article's sentences numbered and placed as the records name them?"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.article import Article, normalise
from bot.lint.passage import Passage

ARTICLE = Article(
    "pier.txt",
    "0" * 64,
    ("Pier Opens", "It opened.[1] It is long. It opened.", "Who | What || Mayor | speaks || Crew | works"),
)
PASSAGE = Passage.of(ARTICLE)
PARAGRAPHS = st.lists(st.text("abC1.!? []|-“”'é"), max_size=4).map(
    lambda lines: tuple(line for line in lines if line.strip())
)


def test_sentences_are_numbered_within_their_paragraph() -> None:
    """Paragraph and sentence, both from 1; the rows of a flattened table are sentences."""
    assert [sentence.id for sentence in PASSAGE.sentences] == ["1.1", "2.1", "2.2", "2.3", "3.1", "3.2", "3.3"]


def test_a_place_names_a_paragraph_or_one_sentence() -> None:
    """`2` means all sentences of ¶2, `2.3` the third; a place that is not there means none."""
    assert [sentence.text for sentence in PASSAGE.named("2")] == ["It opened.", "It is long.", "It opened."]
    assert [sentence.text for sentence in PASSAGE.named("3.2")] == ["Mayor speaks"]
    assert PASSAGE.named("2.4") == PASSAGE.named("9") == ()


def test_a_quote_touches_every_sentence_it_stands_in() -> None:
    """A quote that comes twice, or reaches over a stop, touches each of these sentences."""
    assert [sentence.id for sentence in PASSAGE.touched(2, "It opened")] == ["2.1", "2.3"]
    assert [sentence.id for sentence in PASSAGE.touched(2, "is long. It")] == ["2.2", "2.3"]
    assert list(PASSAGE.touched(1, "is long")) == []
    assert list(PASSAGE.touched(7, "is long")) == []


@settings(deadline=None)  # a busy machine is slow, not wrong
@given(PARAGRAPHS)
def test_sentences_lie_in_order_within_their_paragraph(paragraphs: tuple[str, ...]) -> None:
    """No sentence overlaps the next, and each is found at the place that it tells."""
    article = Article("any.txt", "0" * 64, paragraphs)
    passage = Passage.of(article)
    for sentence in passage.sentences:
        whole = article.paragraph(sentence.paragraph) or ""
        assert whole[sentence.span.start : sentence.span.end] == sentence.normalised == normalise(sentence.text)
    ends = [(sentence.paragraph, sentence.span.start, sentence.span.end) for sentence in passage.sentences]
    assert all(one[0] < two[0] or one[2] <= two[1] for one, two in pairwise(ends))


def test_the_real_articles_can_be_quoted_sentence_by_sentence(articles: Path) -> None:
    """Every sentence of every article is found in itself: no mark or bullet moves the places."""
    for path in sorted(articles.glob("*.txt")):
        paragraphs = tuple(line for line in path.read_text("utf-8").splitlines() if line.strip())
        passage = Passage.of(Article(path.name, "0" * 64, paragraphs))
        for sentence in passage.sentences:
            assert sentence in set(passage.touched(sentence.paragraph, sentence.text)), sentence.id

"""Where do the sentences of an article stand in its paragraphs, and which of them does a quote touch?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from bot.article import Article, normalise, sentences, tidy
from bot.lint.phrase import Span, find_quote


@dataclass(frozen=True)
class Sentence:
    """One sentence: numbered within its paragraph from 1; `span` is its place in the normalised paragraph."""

    paragraph: int
    number: int
    text: str
    span: Span

    @property
    def id(self) -> str:
        """As records name it: `24.2`."""
        return f"{self.paragraph}.{self.number}"

    @cached_property
    def normalised(self) -> str:
        return normalise(self.text)


@dataclass(frozen=True)
class Passage:
    """An article with its sentences."""

    article: Article
    sentences: tuple[Sentence, ...]

    @classmethod
    def of(cls, article: Article) -> Passage:
        """Cut an article into sentences."""
        numbers = range(1, len(article.paragraphs) + 1)
        return cls(article, tuple(sentence for number in numbers for sentence in _sentences(article, number)))

    def named(self, name: str) -> tuple[Sentence, ...]:
        """The sentences that `15` (a paragraph) or `24.2` (paragraph and sentence) names; none where it names none."""
        paragraph, _, number = name.partition(".")
        return tuple(
            sentence
            for sentence in self.sentences
            if sentence.paragraph == int(paragraph) and number in ("", str(sentence.number))
        )

    def quoted(self, paragraph: int, quote: str) -> list[Span]:
        """Every place of a quote in a normalised paragraph."""
        return find_quote(normalise(quote), self.article.paragraph(paragraph) or "")

    def touched(self, paragraph: int, quote: str) -> Iterator[Sentence]:
        """The sentences that a quote lies in, at any of its places."""
        places = self.quoted(paragraph, quote)
        for sentence in self.named(str(paragraph)):
            if any(sentence.span.meets(place) for place in places):
                yield sentence


def _sentences(article: Article, paragraph: int) -> Iterator[Sentence]:
    whole, cursor = article.normalised[paragraph - 1], 0
    for number, text in enumerate(sentences(article.paragraphs[paragraph - 1]), 1):
        plain = normalise(text)
        start = max(whole.find(plain, cursor), cursor)
        cursor = start + len(plain)
        yield Sentence(paragraph, number, tidy(text), Span(start, cursor))

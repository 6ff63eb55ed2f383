"""How would plain search do on the same questions? The five sentences of the articles that BM25 ranks highest.

It always answers, cites where its sentences come from, and is not asked whether the sources disagree, since it cannot
know; so what it scores is the best that a reader of its five sentences could make of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import bm25s

from bot.article import read_article, sentences
from bot.fact import Store
from tests.eval.scoring import Question, Reply

BEST = 5


@dataclass(frozen=True)
class _Sentence:
    source: str
    text: str


class SentenceSearch:
    """BM25 over the sentences of a store's articles, which lie in a folder."""

    def __init__(self, store: Store, articles: Path) -> None:
        self._sentences = [
            _Sentence(source.id, text)
            for source in store.sources.values()
            for paragraph in read_article(articles / source.file).paragraphs
            for text in sentences(paragraph)
        ]
        self._index = bm25s.BM25()
        self._index.index(_tokens([item.text for item in self._sentences]), show_progress=False)

    def search(self, question: str) -> list[_Sentence]:
        """The sentences that fit best, the best first."""
        found, _ = self._index.retrieve(_tokens([question]), k=BEST, show_progress=False)
        return [self._sentences[place] for place in found[0]]

    def answer(self, question: Question) -> Reply:
        """Its sentences as an answer, with the flag for disagreement as the question wants it."""
        found = self.search(question.question)
        return Reply(
            text="\n".join(item.text for item in found),
            answered=True,
            disagreement=bool(question.disagree),
            cited=frozenset(item.source for item in found),
        )


def _tokens(texts: list[str]) -> list[list[str]]:
    tokens: list[list[str]] = bm25s.tokenize(texts, stopwords="en", return_ids=False, show_progress=False)
    return tokens

"""Which words of a sentence belong to which of its figures? Sentences are cut into one clause for each figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.pairing.page import Page, Span
from bot.value import Found

_COMMAS = frozenset(",:")


@dataclass(frozen=True)
class Clause:
    """A figure with the words around it; `head` is what its sentence says before its first figure.

    `follows` tells that the sentence gives another figure before this one.
    """

    found: Found
    figure: Span
    whole: Span
    head: Span
    follows: bool


class ClauseCutter:
    """Cuts texts; `cuts` are the words before which a clause may begin where no comma parts two figures."""

    def __init__(self, cuts: Sequence[str]) -> None:
        self._cuts = frozenset(cuts)

    def cut(self, page: Page) -> Iterator[Clause]:
        """The clause of each figure, in order."""
        figures = [(found, page.span(found)) for found in page.figures]
        for sentence in page.sentences:
            inside = [(found, span) for found, span in figures if span.first in sentence.places]
            if inside:
                yield from self._clauses(page, sentence, inside)

    def _clauses(self, page: Page, sentence: Span, figures: list[tuple[Found, Span]]) -> Iterator[Clause]:
        gaps = [self._gap(page, left, right) for (_, left), (_, right) in pairwise(figures)]
        begins = [sentence.first, *(gap.end for gap in gaps)]
        ends = [*(gap.first for gap in gaps), sentence.end]
        head = Span(sentence.first, figures[0][1].first)
        for number, ((found, span), begin, end) in enumerate(zip(figures, begins, ends, strict=True)):
            yield Clause(found, span, Span(begin, end), head, number > 0)

    def _gap(self, page: Page, left: Span, right: Span) -> Span:
        """Where the clause of one figure ends and that of the next begins; they overlap where nothing parts them."""
        between = range(left.end, right.first)
        commas = [place for place in between if page.tokens[place].text in _COMMAS]
        if commas:
            return Span(commas[0], commas[-1] + 1)
        cuts = [place for place in between if page.tokens[place].text in self._cuts]
        while len(cuts) > 1 and cuts[-1] - cuts[-2] == 1:  # "based on" begins one clause, not two
            cuts.pop()
        return Span(cuts[-1], cuts[-1]) if cuts else Span(right.first, left.end)

"""Are quotes short, verbatim, and whole with their hedges and negations? (Q)"""

from __future__ import annotations

from collections.abc import Iterator

from bot.article import normalise
from bot.fact import Claim, Fact
from bot.lint.evidence import figures
from bot.lint.material import Material
from bot.lint.passage import Passage, Sentence
from bot.lint.phrase import Span, find_any, find_quote, words
from bot.problem import Problem

MOST_WORDS = 20  # more is no longer the shortest span that carries a value, and begins to reprint the article
_END = " .!?:;,\"'()-*"


def quote_problems(material: Material) -> Iterator[Problem]:
    """Q: the length of every quote, and its place in the article where that is at hand."""
    for claim in material.store.claims():
        count = len(words(claim.citation.quote))
        if count > MOST_WORDS:
            yield material.about(claim, "Q001", f"the quote has {count} words; at most {MOST_WORDS}")
    for fact, claim, passage in material.cited():
        yield from _in_article(material, fact, claim, passage)


def _in_article(material: Material, fact: Fact, claim: Claim, passage: Passage) -> Iterator[Problem]:
    cited = claim.citation
    if passage.article.paragraph(cited.paragraph) is None:
        return  # reported with the other paragraph numbers
    touched = list(passage.touched(cited.paragraph, cited.quote))
    if not touched:
        yield material.about(
            claim, "Q002", f"¶{cited.paragraph} does not say {cited.quote!r}{_elsewhere(claim, passage)}"
        )
    for sentence in touched:
        if _bare(sentence.normalised) in _bare(normalise(cited.quote)):
            yield material.about(claim, "Q003", f"the quote is the whole of sentence {sentence.id}")
        for place in find_quote(normalise(cited.quote), sentence.normalised):
            yield from _cut_figure(material, fact, claim, sentence, place)
            yield from _cut_negation(material, claim, sentence, place)


def _elsewhere(claim: Claim, passage: Passage) -> str:
    places = [
        f"¶{number}"
        for number in range(1, len(passage.article.paragraphs) + 1)
        if passage.quoted(number, claim.citation.quote)
    ]
    return f"; it stands in {', '.join(places)}" if places else ""


def _bare(text: str) -> str:
    return text.strip(_END)


def _cut_figure(material: Material, fact: Fact, claim: Claim, sentence: Sentence, quote: Span) -> Iterator[Problem]:
    """A figure that reaches out of the quote has lost a hedge, a bound or a part of itself."""
    for hit in figures(material, fact.kind, sentence.normalised):
        if hit.span.meets(quote) and not hit.span.within(quote):
            text = f"sentence {sentence.id} reads {hit.figure.as_written!r}; the quote must not cut that"
            yield material.about(claim, "Q004", text)


def _cut_negation(material: Material, claim: Claim, sentence: Sentence, quote: Span) -> Iterator[Problem]:
    for word, span in find_any(material.language.words.language.negation, sentence.normalised):
        if span.start < quote.start and not sentence.normalised[span.end : quote.start].strip():
            yield material.about(claim, "Q005", f"{word!r} stands right before the quote in {sentence.id}")

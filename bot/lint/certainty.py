"""Is what a source expects, guesses or asks marked as such? (M)"""

from __future__ import annotations

from collections.abc import Iterator

from bot.article import normalise
from bot.fact import Claim
from bot.lint.material import Material
from bot.lint.phrase import Span, find_any, find_quote
from bot.problem import Problem
from bot.record import Modality


def certainty_problems(material: Material) -> Iterator[Problem]:
    """M: words of doubt in and right before the quote of a claim that is marked as asserted."""
    asserted = [claim for claim in material.store.claims() if claim.modality is Modality.ASSERTED]
    for claim in asserted:
        yield from _in_quote(material, claim)
    for _, claim, passage in material.cited():
        if claim.modality is Modality.ASSERTED and not claim.why:
            for sentence in passage.touched(claim.citation.paragraph, claim.citation.quote):
                yield from _before_quote(material, claim, sentence.normalised, sentence.id)


def _in_quote(material: Material, claim: Claim) -> Iterator[Problem]:
    quote = normalise(claim.citation.quote)
    for modality, word, _ in _modal_words(material, quote):
        yield material.about(claim, "M001", f"the quote says {word!r}: mark it ({modality.value}?)")
    if "?" in quote:
        yield material.about(claim, "M001", "the quote is a question: mark it (question?)")


def _before_quote(material: Material, claim: Claim, sentence: str, name: str) -> Iterator[Problem]:
    for place in find_quote(normalise(claim.citation.quote), sentence):
        for modality, word, span in _modal_words(material, sentence):
            if span.end <= place.start and not sentence[span.end : place.start].strip():
                text = f"{word!r} stands right before the quote in {name}: quote it and mark it ({modality.value}?)"
                yield material.about(claim, "M002", text)


def _modal_words(material: Material, text: str) -> Iterator[tuple[Modality, str, Span]]:
    """Words of doubt outside of dates: "May 2024" is a month."""
    dates = [Span(hit.start, hit.end) for hit in material.language.dates.read(text)]
    for modality, listed in material.language.words.language.modal.items():
        for word, span in find_any(listed, text):
            if not any(span.within(date) for date in dates):
                yield modality, word, span

"""What does everything said of a fact rest on? Each claim as its article puts it, how it is read, and the proof."""

from __future__ import annotations

from collections.abc import Iterator

from bot.answer.elements import Answer, Bullets, Chrome, Cited, Element, Heading, Line, Paragraph
from bot.answer.overviews import quality, sums
from bot.answer.reasons import reason_line
from bot.answer.solidity import solidity_line
from bot.answer.statements import on_fact, silence, statement
from bot.answer.wording import attribution_text, held_text, label, listed, modality_text, stage_text
from bot.comparison import Comparison, DealComparison, Held
from bot.fact import Claim, Store
from bot.record import Source
from bot.value import Quantity
from bot.value.written import write_interval


def evidence(fact: str, store: Store, deal: DealComparison) -> Answer:
    """The verdict on a fact with its proof, then source by source each claim, and what to know of the article."""
    comparison = deal.facts[fact]
    return on_fact(comparison, _parts(comparison, store, deal), store)


def _parts(comparison: Comparison, store: Store, deal: DealComparison) -> Iterator[Element]:
    if not comparison.positions:
        yield Paragraph(statement(comparison, store))
        return
    yield Heading(label(comparison))
    yield Paragraph(statement(comparison, store, marked=False))
    if reason := reason_line(comparison, deal, store):
        yield Paragraph((Chrome("Why: "), *reason))
    speaking = [store.sources[source] for source, cell in sorted(comparison.fact.claims.items()) if cell]
    for source in speaking:
        yield from _article(source, comparison, store)
    if quiet := silence(comparison.fact):
        yield Paragraph(quiet)
    yield from sums(deal.arithmetic_of(comparison.fact.id))
    yield Heading("How solid it is")
    yield Paragraph(solidity_line(comparison))
    for source in speaking:
        yield from _remarks(source)
    yield Paragraph((Chrome(f"The fact's name in the records: {comparison.fact.id}"),))


def _article(source: Source, comparison: Comparison, store: Store) -> Iterator[Element]:
    """The heading of an article, its title, and what it claims."""
    claims = comparison.fact.claims[source.id]
    yield Heading(source.name, source.id)
    yield Paragraph((Chrome(f"“{source.title}”" if source.title else "It has no title."),))
    yield Bullets(tuple(_claim(claim, comparison, store) for claim in claims))


def _remarks(source: Source) -> Iterator[Element]:
    """What a careful reader should know of an article."""
    if source.quality:
        yield Heading(f"What to know when reading {source.name}")
        yield quality(source)


def _claim(claim: Claim, comparison: Comparison, store: Store) -> Line:
    """The quote, and what it is read as."""
    said = ", ".join(filter(None, (*_read(claim, comparison, store), _elsewhere(claim))))
    return (Cited(f"“{claim.citation.quote}”", (claim.citation,)), Chrome(f", {said}"))


def _read(claim: Claim, comparison: Comparison, store: Store) -> Iterator[str]:
    held = Held.of([claim])
    text, leaves_open = held_text(held, comparison.fact, store), _range(claim)
    yield f"read as {text}{f' ({leaves_open})' if leaves_open not in ('', text) else ''}"
    yield "hedged" if isinstance(claim.value, Quantity) and claim.value.hedged else ""
    yield claim.qualifier or ""
    yield stage_text(claim.stage)
    yield modality_text([claim])
    yield attribution_text((claim,))


def _range(claim: Claim) -> str:
    """What a hedged or bounded figure leaves open; empty for a plain one."""
    value = claim.value
    if not isinstance(value, Quantity) or value.interval is None or value.interval.is_point:
        return ""
    return write_interval(value.interval, value.unit)


def _elsewhere(claim: Claim) -> str:
    paragraphs = dict.fromkeys(f"¶{place.partition('.')[0]}" for place in claim.also)
    return f"also said in {listed(paragraphs)}" if paragraphs else ""

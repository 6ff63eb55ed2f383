"""What is said of the whole deal: summary, timeline, disagreements, sources. Composed from the facts, never stored."""

from __future__ import annotations

from collections import Counter

from bot.answer.elements import (
    Answer,
    Bullets,
    Chrome,
    Cited,
    Computed,
    Element,
    Entry,
    Heading,
    Line,
    Mark,
    Paragraph,
    Pointer,
)
from bot.answer.reasons import arithmetic_line
from bot.answer.statements import cites, notice, sourced, statement
from bot.answer.wording import listed, mark, plain, remarks
from bot.comparison import Arithmetic, Comparison, DealComparison, Verdict, worst, worst_severity
from bot.fact import Citation, Store
from bot.record import Source
from bot.timeline import Moment, timeline

UNDATED = "undated"


def summary(store: Store, deal: DealComparison) -> Answer:
    """The headline facts in the order of the deal's record, each with its sources and a mark where they differ."""
    chosen = [deal.facts[fact] for fact in store.deal.headlines if fact in deal.facts]
    points = Bullets(tuple(statement(comparison, store) for comparison in chosen))
    return _overview(store.deal.title, (points, Paragraph(_tally(deal))), chosen, store)


def chronology(store: Store, deal: DealComparison) -> Answer:
    """The events in order, each dated only as precisely as a source dates it."""
    moments = timeline(store)
    entries = tuple(Entry(event_when(moment), event_line(moment, deal, store)) for moment in moments)
    note = "Where no source gives a date, an entry is undated and stands where the sources place it."
    facts = tuple(dict.fromkeys(claim.fact for moment in moments for claim in moment.claims))
    elements: tuple[Element, ...] = (*entries, Paragraph((Chrome(note),)))
    return _overview("Timeline", elements, [deal.facts[fact] for fact in facts], store)


def disagreements(store: Store, deal: DealComparison) -> Answer:
    """Every fact on which the sources do not say the same, heaviest first, and figures that do not multiply out."""
    found = deal.disagreements()
    notices = tuple(notice(comparison, deal, store, arithmetic=False) for comparison in found)
    checked = sums(deal.arithmetic)
    if not found:
        nothing = Computed("On no fact do the sources differ.", _all_citations(deal))
        return _overview("Where the sources disagree", (Paragraph((nothing,)), *checked), [], store)
    lead = Paragraph(_tally(deal, pointer=False))
    return _overview("Where the sources disagree", (lead, *notices, *checked), list(found), store)


def sums(worked: tuple[Arithmetic, ...]) -> tuple[Element, ...]:
    """Products and ratios worked out, under a heading; nothing for none."""
    lines = tuple(arithmetic_line(item) for item in worked)
    return (Heading("Do the figures fit together?"), Bullets(lines)) if lines else ()


def sources(store: Store) -> Answer:
    """Each source: what it is, what it does not tell of itself, and what a careful reader should know."""
    elements = tuple(part for source in store.sources.values() for part in _source(source))
    note = "Their texts are not stored here; each claim is kept with its paragraph and a short quote."
    return Answer("Sources", (*elements, Paragraph((Chrome(note),))))


def about_itself(source: Source) -> Line:
    """An article's title and what it is about, and what it does not tell of itself."""
    untold = [word for word in ("title", "publisher", "author", "published", "url") if getattr(source, word) is None]
    gaps = (Chrome(f" It does not tell its {listed((_FIELDS[word] for word in untold), 'or')}."),) if untold else ()
    return (Chrome(f"“{source.title}”. {source.digest}" if source.title else source.digest), *gaps)


def quality(source: Source) -> Bullets:
    """What a careful reader should know of an article."""
    return Bullets(tuple((Chrome(item),) for item in source.quality))


def catalogue(store: Store, deal: DealComparison) -> Answer:
    """Every fact in a line, under the subjects of the deal's record."""
    elements: list[Element] = []
    for key, subject in store.deal.subjects.items():
        lines = tuple(statement(item, store) for item in deal.facts.values() if item.fact.subject == key)
        elements += [Heading(subject.label), Bullets(lines)] if lines else []
    return _overview("Facts", tuple(elements), list(deal.facts.values()), store)


def _overview(title: str, elements: tuple[Element, ...], facts: list[Comparison], store: Store) -> Answer:
    spoken = [comparison for comparison in facts if comparison.positions]
    answer = Answer(
        title=title,
        elements=elements,
        facts=tuple(comparison.fact.id for comparison in facts),
        verdict=worst(comparison.verdict for comparison in spoken),
        severity=worst_severity(comparison.severity for comparison in spoken),
    )
    return sourced(answer, store)


_TALLIES = (
    (Verdict.SELF_CONTRADICTION, "a source contradicts itself on"),
    (Verdict.DISAGREE, "the sources disagree on"),
    (Verdict.DIFFER, "they differ on"),
)


def _tally(deal: DealComparison, *, pointer: bool = True) -> Line:
    """How many facts there are and on how many the sources do not say the same."""
    counts = Counter(comparison.verdict for comparison in deal.facts.values())
    said = [f"{words} {counts[verdict]}" for verdict, words in _TALLIES if counts[verdict]]
    text = f"Of {len(deal.facts)} facts, {listed(said)}." if said else f"{len(deal.facts)} facts, none in dispute."
    more = (Chrome(" See "), Pointer("/deal disagreements"), Chrome(".")) if pointer and said else ()
    return (Computed(text, ()), *more)


def event_when(moment: Moment) -> str:
    """The date in the words of the source that gives it, else that there is none."""
    return moment.dated_by.value.as_written if moment.dated_by else UNDATED


def event_line(moment: Moment, deal: DealComparison, store: Store) -> Line:
    """What happened, with a mark where the sources do not say the same on it."""
    claims = moment.claims
    text = plain(moment.event.says, store) + remarks(claims)
    facts = dict.fromkeys(claim.fact for claim in claims)
    apart = [fact for fact in facts if deal.facts[fact].verdict.is_disagreement]
    marks = (Mark(mark(deal.facts[apart[0]].verdict), apart[0]),) if apart else ()
    return (Cited(text, cites(claims)), *marks)


def _all_citations(deal: DealComparison) -> tuple[Citation, ...]:
    return tuple(sorted({c for item in deal.facts.values() for position in item.positions for c in position.citations}))


def _source(source: Source) -> tuple[Element, ...]:
    remarks = (quality(source),) if source.quality else ()
    return (Heading(source.name), Paragraph(about_itself(source)), *remarks)


_FIELDS = {
    "title": "title",
    "publisher": "publisher",
    "author": "author",
    "published": "date",
    "url": "address",
}

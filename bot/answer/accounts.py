"""What does one source say, and what do several say beside each other?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import combinations, groupby

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
from bot.answer.nearest import COMMAND, incomplete, no_such
from bot.answer.overviews import about_itself, quality, sums
from bot.answer.reasons import breach_span
from bot.answer.statements import cites, notice, sourced, statement
from bot.answer.wording import listed, mark, position_text, sentence
from bot.comparison import (
    Account,
    Comparison,
    DealComparison,
    Position,
    Verdict,
    account_of,
    alone,
    beside,
    broken_by,
    worst,
    worst_severity,
)
from bot.fact import Store
from bot.lookup import MeantSources, SourceLookup, meant
from bot.record import Source

_IN_SHORT = 4  # headlines of a subject that tell what an article is about; with more it is no longer short
_TWO = 2  # sources that can be compared


def source(typed: str, store: Store, deal: DealComparison) -> Answer:
    """What the source that `typed` names says: in short, against itself, apart from the others, and alone."""
    if not typed.strip():
        return incomplete("Which source?", _known(store), _each("source", store))
    named = SourceLookup(store.sources).read(typed)
    if not named.ids:
        near = tuple(f"source {near}" for near in _near(typed, store))
        return no_such("source", typed, near, _known(store), _each("source", store))
    return _source(store.sources[named.ids[0]], store, deal)


def compare(typed: str, store: Store, factors: Mapping[str, Decimal]) -> Answer:
    """What the sources named in `typed` say beside each other; `factors` are the ratio words of the language."""
    named = SourceLookup(store.sources).read(typed)
    if len(named.ids) >= _TWO:
        return compared(named.ids, *beside(named.ids, store, factors))
    return _unknown_beside(named, store) if named.rest else _too_few(named.ids, store)


def compared(sources: tuple[str, ...], store: Store, deal: DealComparison) -> Answer:
    """Where the sources say the same and where not, as if there were no others; `store` and `deal` hold these alone."""
    spoken = [comparison for comparison in in_order(deal.facts.values(), store) if comparison.positions]
    both = [comparison for comparison in spoken if comparison.solidity.sources > 1]
    apart = [comparison for comparison in deal.disagreements() if comparison in both]
    agreed = [comparison for comparison in both if not comparison.verdict.is_disagreement]
    answer = Answer(
        title=listed(store.sources[source].name for source in sources),
        elements=(
            Paragraph((_compared_tally(sources, both, spoken),)),
            *(notice(comparison, deal, store, arithmetic=False) for comparison in apart),
            *sums(deal.arithmetic),
            *_group("They agree", agreed, store),
            *(part for source in sources for part in _group(f"Only {source} says", only(source, spoken), store)),
        ),
        facts=tuple(comparison.fact.id for comparison in both),
        verdict=worst(comparison.verdict for comparison in both),
        severity=worst_severity(comparison.severity for comparison in both),
    )
    return sourced(answer, store)


def in_order(comparisons: Iterable[Comparison], store: Store) -> list[Comparison]:
    """The comparisons by subject, as the deal lists the subjects."""
    subjects = list(store.deal.subjects)
    return sorted(comparisons, key=lambda comparison: subjects.index(comparison.fact.subject))


def only(source: str, spoken: list[Comparison]) -> list[Comparison]:
    """The facts of which `source` alone speaks."""
    return [item for item in spoken if item.solidity.sources == 1 and item.fact.claims.get(source)]


def _known(store: Store) -> Line:
    return (Chrome(f"The sources are {listed(source.name for source in store.sources.values())}."),)


def _each(command: str, store: Store) -> tuple[str, ...]:
    return tuple(f"{command} {source}" for source in store.sources)


def _near(typed: str, store: Store) -> tuple[str, ...]:
    return meant(typed, SourceLookup(store.sources).spellings).nearest


def _unknown_beside(named: MeantSources, store: Store) -> Answer:
    """What is named beside a source, or instead of two, is none; the nearest that is completes the pair."""
    typed = " ".join([word for word in named.rest if word.isdecimal()] or named.rest)
    first = named.ids or tuple(store.sources)[:1]
    near = [source for source in _near(typed, store) if source not in first]
    others = [source for source in store.sources if source not in first]
    nearest = tuple(f"compare {first[0]} {source}" for source in near)
    return no_such("source", typed, nearest, _known(store), tuple(f"compare {first[0]} {source}" for source in others))


def _too_few(ids: tuple[str, ...], store: Store) -> Answer:
    """It takes two sources to compare; where one was named, it is one of each pair that is offered."""
    pairs = [pair for pair in combinations(store.sources, _TWO) if set(ids) <= set(pair)]
    forms = tuple(f"compare {one} {other}" for one, other in pairs)
    example = (Chrome("Name two sources, such as "), Pointer(f"{COMMAND} {forms[0]}"), Chrome(". ")) if forms else ()
    return incomplete("Which sources?", (*example, *_known(store)), forms)


def _source(source: Source, store: Store, deal: DealComparison) -> Answer:
    account = account_of(source.id, deal)
    apart = tuple(_beside_others(account.source, item, store, deal) for item in in_order(account.apart, store))
    parted = (*account.itself, *account.apart)
    answer = Answer(
        title=source.name,
        elements=(
            Paragraph(about_itself(source)),
            Paragraph((_tally(account, deal),)),
            *_in_short(account, store),
            *(notice(comparison, deal, store) for comparison in account.itself),
            *((Heading("Where it stands apart"), Bullets(apart)) if apart else ()),
            *((Heading("What to know when reading it"), quality(source)) if source.quality else ()),
            *_group("What it alone says", in_order(account.alone, store), store),
        ),
        facts=tuple(comparison.fact.id for comparison in account.spoken),
        verdict=worst(comparison.verdict for comparison in parted),
        severity=worst_severity(comparison.severity for comparison in parted),
    )
    return sourced(answer, store)


def _tally(account: Account, deal: DealComparison) -> Computed:
    parts = (
        (account.shared, "with others who say the same"),
        (account.apart, "where others say otherwise"),
        (account.itself, "where it contradicts itself"),
        (account.alone, "alone"),
    )
    said = listed(f"{len(group)} {words}" for group, words in parts if group)
    count = len(account.spoken)
    return Computed(f"It speaks on {count} of {len(deal.facts)} facts{f': {said}' if said else ''}.", ())


def _in_short(account: Account, store: Store) -> tuple[Element, ...]:
    """For each subject what it says to the headlines; where there are none, the fact of which most sources speak."""
    entries = tuple(_short_entries(account, store))
    return (Heading("In short"), *entries) if entries else ()


def _short_entries(account: Account, store: Store) -> Iterator[Entry]:
    for key, group in groupby(in_order(account.spoken, store), key=lambda comparison: comparison.fact.subject):
        lines = [statement(alone(account.source, item), store, marked=False) for item in _telling([*group], store)]
        yield Entry(store.deal.subjects[key].label, tuple(span for line in lines for span in (Chrome("; "), *line))[1:])


def _telling(spoken: list[Comparison], store: Store) -> list[Comparison]:
    headlines = {fact: place for place, fact in enumerate(store.deal.headlines)}
    first = sorted((item for item in spoken if item.fact.id in headlines), key=lambda item: headlines[item.fact.id])
    return first[:_IN_SHORT] or [max(spoken, key=lambda item: item.solidity.sources)]


def _beside_others(source: str, comparison: Comparison, store: Store, deal: DealComparison) -> Line:
    """What the source says in the fact's sentence, then the values of the others, or what its words would mean."""
    own = statement(alone(source, comparison), store, marked=False)
    if not comparison.stands_apart(source):
        return (*own, Chrome(". "), *(breach_span(each, deal, store) for each in broken_by(source, comparison, deal)))
    others = [found for position in comparison.positions if (found := _of_others(source, position, comparison, store))]
    spans = tuple(part for span in others for part in (Chrome(", "), span))[1:]
    return (*own, Chrome("; others: "), *spans, Mark(mark(comparison.verdict), comparison.fact.id))


def _of_others(source: str, position: Position, comparison: Comparison, store: Store) -> Cited | None:
    claims = tuple(claim for held in position.held if held.source != source for claim in held.claims)
    return Cited(position_text(position, comparison.fact, store), cites(claims)) if claims else None


def _group(title: str, chosen: list[Comparison], store: Store) -> tuple[Element, ...]:
    lines = tuple(statement(comparison, store) for comparison in chosen)
    return (Heading(title), Bullets(lines)) if lines else ()


_STANDINGS = {
    Verdict.AGREE: "they agree on",
    Verdict.DIFFER: "they differ on",
    Verdict.DISAGREE: "they disagree on",
    Verdict.SELF_CONTRADICTION: "one contradicts itself on",
}


def _compared_tally(sources: tuple[str, ...], both: list[Comparison], spoken: list[Comparison]) -> Computed:
    counts = Counter(comparison.verdict for comparison in both)
    said = listed(f"{words} {counts[verdict]}" for verdict, words in _STANDINGS.items() if counts[verdict])
    who = "Both speak" if len(sources) == _TWO else "At least two speak"
    alone_on = listed(f"only {source} speaks on {len(only(source, spoken))}" for source in sources)
    return Computed(f"{who} on {len(both)} facts{f': {said}' if said else ''}. {sentence(alone_on)}.", ())

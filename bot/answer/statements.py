"""How is one fact said in a line, and how is it shown that the sources do not say the same on it?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, groupby

from bot.answer.elements import Answer, Chrome, Cited, Element, Entry, Legend, Line, Mark, Notice, Silence, Span, Stand
from bot.answer.reasons import arithmetic_line, reason_line, value_said
from bot.answer.wording import (
    hedged,
    label,
    listed,
    mark,
    parts,
    position_text,
    remarks,
    says,
    sentence,
    stage_text,
)
from bot.comparison import Breach, Comparison, DealComparison, Position, Relation, Restatement
from bot.fact import Citation, Claim, Fact, Store
from bot.value import Reading


def statement(comparison: Comparison, store: Store, *, marked: bool = True) -> Line:
    """The fact in one sentence with every position cited, and a mark where the sources do not say the same."""
    fact = comparison.fact
    if not comparison.positions:
        return (Chrome(f"{fact.question} "), Silence("No source says.", fact.silent))
    spans = _spans(comparison, store)
    text = mark(comparison.verdict)
    return (*spans, Mark(text, fact.id)) if text and marked else spans


def silence(fact: Fact) -> Line:
    """Which sources were read for the fact and do not speak on it; empty where all speak."""
    silent = fact.silent
    if not silent:
        return ()
    verb = "does" if len(silent) == 1 else "do"
    return (Silence(f"{listed(silent)} {verb} not say.", silent),)


def held_by(source: str, comparison: Comparison, store: Store) -> Line:
    """What one source holds on a fact, in the fact's sentence; its silence where it does not speak."""
    fact = comparison.fact
    if source in fact.silent or source not in fact.claims:
        return (Silence(f"{source} does not say.", (source,)),)
    own = [held for position in comparison.positions for held in position.held if held.source == source]
    spans = [_whole(Position(held.value, (held,)), fact, store) for held in own]
    return tuple(_joined(spans, "; "))


def notice(comparison: Comparison, deal: DealComparison, store: Store, *, arithmetic: bool = True) -> Notice:
    """Every position with who holds it and the quotes, why it counts as what it is, and what does not multiply out."""
    fact = comparison.fact
    return Notice(
        fact=fact.id,
        topic=fact.question,
        verdict=comparison.verdict,
        severity=comparison.severity,
        label=label(comparison),
        stands=(
            *(_stand(position, comparison, store) for position in comparison.positions),
            *(_against(breach, deal, store) for breach in deal.breaches_of(fact.id) if breach.within_one_source),
        ),
        reason=reason_line(comparison, deal, store),
        extra=tuple(arithmetic_line(item) for item in deal.arithmetic_of(fact.id) if arithmetic and not item.fits),
    )


def quotes(fact: Fact, store: Store) -> Iterator[Entry]:
    """Every quote on a fact, source by source."""
    for source, citations in groupby(cites(fact.all_claims), key=lambda citation: citation.source):
        cited = [Cited(f"“{citation.quote}”", (citation,)) for citation in citations]
        yield Entry(store.sources[source].name, tuple(_joined(cited, "; ")))


def legend(citations: tuple[Citation, ...], store: Store) -> Legend:
    """The cited sources, each with its label once."""
    ids = dict.fromkeys(citation.source for citation in sorted(citations))
    return Legend(tuple((source, store.sources[source].label) for source in ids if source in store.sources))


def sourced(answer: Answer, store: Store) -> Answer:
    """The answer with the legend of what it cites, if anything."""
    found = legend(answer.citations, store)
    return replace(answer, elements=(*answer.elements, found)) if found.sources else answer


def on_fact(comparison: Comparison, elements: Iterable[Element], store: Store) -> Answer:
    """What is said on one fact alone, with its verdict and the legend; not answered where no source speaks on it."""
    answer = Answer(
        title=comparison.fact.question,
        elements=tuple(elements),
        answered=bool(comparison.positions),
        facts=(comparison.fact.id,),
        verdict=comparison.verdict if comparison.positions else None,
        severity=comparison.severity,
    )
    return sourced(answer, store)


def cites(claims: tuple[Claim, ...]) -> tuple[Citation, ...]:
    """The citations of claims, once each, in order."""
    return tuple(sorted({claim.citation for claim in claims}))


def _spans(comparison: Comparison, store: Store) -> tuple[Span, ...]:
    fact, positions = comparison.fact, comparison.positions
    if len(positions) == 1 or _own_sentences(fact, positions):
        return tuple(_joined([_whole(position, fact, store) for position in positions], "; "))
    before, after = parts(fact, store)
    said = [_short(position, comparison, store) for position in positions]
    said[0] = replace(said[0], text=before + said[0].text)
    said[-1] = replace(said[-1], text=said[-1].text + after)
    return tuple(_joined(said, " / "))


def _joined(said: list[Cited], between: str) -> list[Span]:
    pairs: Iterable[tuple[Span, Span]] = ((Chrome(between), span) for span in said)
    return list(chain.from_iterable(pairs))[1:]


def _own_sentences(fact: Fact, positions: tuple[Position, ...]) -> bool:
    """True where a reading brings its own sentence, so that the values cannot share the fact's."""
    keys = [position.value.key for position in positions if isinstance(position.value, Reading)]
    return "{value}" not in fact.says or any(fact.readings[key].says for key in keys if key in fact.readings)


def _whole(position: Position, fact: Fact, store: Store) -> Cited:
    key = position.value.key if isinstance(position.value, Reading) else None
    text = says(fact, store, _value(position, fact, store), key)
    return Cited(hedged(text, position.claims), position.citations, position_text(position, fact, store))


def _short(position: Position, comparison: Comparison, store: Store) -> Cited:
    stage = stage_text(position.stage) if _staged(comparison) else ""
    text = _value(position, comparison.fact, store)
    value = position_text(position, comparison.fact, store)
    return Cited(text + remarks(position.claims, stage), position.citations, value)


def _value(position: Position, fact: Fact, store: Store) -> str:
    """The value with its qualifier, which is credited to its own source where others hold the figure without it."""
    text = position_text(position, fact, store)
    adding = [held for held in position.held if held.qualifiers]
    if not adding:
        return text
    words = listed(sorted(set().union(*(held.qualifiers for held in adding))))
    who = "" if len(adding) == len(position.held) else f" according to {listed(h.source for h in adding)}"
    return f"{text} ({words}{who})"


def _staged(comparison: Comparison) -> bool:
    """The stage is said where it decides: where a figure of the talks stands beside later ones."""
    return any(pair.relating.relation is Relation.SUPERSEDED for pair in comparison.pairs)


def _stand(position: Position, comparison: Comparison, store: Store) -> Stand:
    restated = [item for item in comparison.restated if item.of in position.held]
    claims = tuple(claim for held in position.held for claim in held.claims)
    text = sentence(_value(position, comparison.fact, store))
    stage = stage_text(position.stage) if _staged(comparison) else ""
    return Stand(
        text + remarks(claims, stage),
        _restated_text(restated, comparison),
        _quotes(position, restated),
    )


def _against(breach: Breach, deal: DealComparison, store: Store) -> Stand:
    """What the same source says that a reading of this fact would rule out, with its quotes."""
    fact = deal.facts[breach.law.conclusion.fact].fact
    text = value_said(fact, breach.conclusion.value, store)
    return Stand(f"But {breach.conclusion.source}: {text}", "", cites(breach.conclusion.claims))


def _restated_text(restated: list[Restatement], comparison: Comparison) -> str:
    if not restated:
        return ""
    said = dict.fromkeys(item.held.value.as_written for item in restated)
    if any(isinstance(item.held.value, Reading) for item in restated):
        readings = comparison.fact.readings
        said = dict.fromkeys(readings[key].label for key in said if key in readings)
    return f"also put as {listed(said)}"


def _quotes(position: Position, restated: list[Restatement]) -> tuple[Citation, ...]:
    more = {claim.citation for item in restated for claim in item.held.claims}
    return tuple(sorted({*position.citations, *more}))

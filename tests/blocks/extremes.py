"""Which records are harsher than any curator would write? The sample deal with every text and its sources overgrown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from bot.fact import Claim, Fact, Store
from bot.record import Source
from bot.value import Interval, Quantity

# What people read and a curator is free to word; ids, paragraphs and figures stay as they are.
WORDED = {
    *(
        "label",
        "title",
        "question",
        "asked_as",
        "says",
        "digest",
        "quality",
        "names",
        "described_as",
        "post",
        "prompts",
    ),
    *("quote", "qualifier", "qualifiers", "according_to", "why", "publisher", "author", "condition"),
}


def overgrown(store: Store, text: str) -> Store:
    """The store with `text` before everything that is worded freely in it."""
    grown = _grown(store, text, worded=False)
    assert isinstance(grown, Store)
    return grown


def _grown(part: Any, text: str, *, worded: bool) -> Any:
    match part:
        case str() if worded:
            return f"{text} {part}"
        case tuple():
            return tuple(_grown(inside, text, worded=worded) for inside in part)
        case Mapping():
            return {key: _grown(inside, text, worded=False) for key, inside in part.items()}
        case BaseModel():
            changed = {
                name: _grown(getattr(part, name), text, worded=name in WORDED) for name in type(part).model_fields
            }
            return part.model_copy(update=changed)
    if is_dataclass(part) and not isinstance(part, type | Quantity):
        names = [field.name for field in fields(part) if field.init]
        return replace(part, **{name: _grown(getattr(part, name), text, worded=name in WORDED) for name in names})
    return part


def crowded_store(store: Store, positions: int) -> Store:
    """The store with as many sources more, each of which gives a figure of its own to every fact with figures."""
    (pattern, *_) = store.sources.values()
    ids = [f"{number:03}" for number in range(100, 100 + positions)]
    sources = {**store.sources, **{source: _like(pattern, source) for source in ids}}
    facts = {id_: _told_by(fact, ids) for id_, fact in store.facts.items()}
    return replace(store, sources=sources, facts=facts)


def _like(pattern: Source, source: str) -> Source:
    return pattern.model_copy(update={"id": source, "label": f"{pattern.label} {source}"})


def _told_by(fact: Fact, sources: list[str]) -> Fact:
    told = next((claim for claim in fact.all_claims if _figure(claim)), None)
    cells = {source: (_other(told, source, number),) if told else () for number, source in enumerate(sources, 1)}
    return replace(fact, claims={**fact.claims, **cells})


def _figure(claim: Claim) -> bool:
    return isinstance(claim.value, Quantity) and claim.value.interval is not None


def _other(claim: Claim, source: str, number: int) -> Claim:
    """The same claim of another source, with a figure that no other source gives."""
    assert isinstance(claim.value, Quantity)
    figure = Decimal(number) * 1_000_003
    value = replace(claim.value, interval=Interval.point(figure), as_written=f"{figure:,} {claim.value.as_written}")
    return replace(claim, value=value, citation=replace(claim.citation, source=source))

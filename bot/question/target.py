"""What can be asked for? Facts, topics that gather several, and questions known to have no answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bot.fact import Fact, Store
from bot.record import Kind, Sought
from bot.value import Names

_PLACEHOLDER = re.compile(r"\{[a-z0-9-]+\}")


class TargetKind(StrEnum):
    """Whether a target is answered by one fact, by several, or not at all."""

    FACT = "fact"
    TOPIC = "topic"
    GAP = "gap"


@dataclass(frozen=True)
class Target:
    """Something that a question may be after.

    `wordings` are ways to ask for it, `beside` other words that belong to it (labels, cues, quotes), `facts` what
    answers it (for a gap: what comes nearest), `gives` the kinds of thing it can answer; None leaves that open; `named`
    are the entities among its values.
    """

    id: str
    kind: TargetKind
    facts: tuple[str, ...]
    wordings: tuple[str, ...]
    beside: tuple[str, ...]
    about: frozenset[str]
    gives: frozenset[Sought] | None
    named: frozenset[str] = frozenset()


def targets(store: Store) -> tuple[Target, ...]:
    """Every target of a store."""
    return (*(_fact(fact, store) for fact in store.facts.values()), *_topics(store), *_gaps(store))


_BY_KIND = {
    Kind.MONEY: {Sought.AMOUNT, Sought.DEGREE},
    Kind.PERCENT: {Sought.SHARE, Sought.AMOUNT, Sought.DEGREE},
    Kind.NUMBER: {Sought.COUNT, Sought.DEGREE, Sought.DURATION},
    Kind.DATE: {Sought.DATE, Sought.DURATION},
    Kind.READING: {Sought.MANNER, Sought.THING, Sought.DEGREE, Sought.REASON, Sought.LIST},
    Kind.TEXT: {Sought.MANNER, Sought.THING, Sought.REASON, Sought.LIST},
}


def _fact(fact: Fact, store: Store) -> Target:
    named = _named(fact)
    return Target(
        id=fact.id,
        kind=TargetKind.FACT,
        facts=(fact.id, *fact.told_with),
        wordings=(fact.question, *fact.asked_as),
        beside=tuple(_beside(fact, store)),
        about=frozenset(fact.about) | named,
        named=frozenset(named),
        gives=_given(fact, store),
    )


def _named(fact: Fact) -> set[str]:
    return {entity for claim in fact.all_claims if isinstance(claim.value, Names) for entity in claim.value.ids}


def _given(fact: Fact, store: Store) -> frozenset[Sought]:
    """The kinds of thing that a fact can give."""
    return frozenset(fact.answers) or _usual(fact, _named(fact), store)


def _usual(fact: Fact, named: set[str], store: Store) -> frozenset[Sought]:
    """What a fact of its kind gives where the record does not say."""
    if fact.kind not in (Kind.ENTITY, Kind.ENTITIES):
        return frozenset(_BY_KIND[fact.kind])
    kinds = {store.entities[entity].kind for entity in named if entity in store.entities}
    given = {Sought(kind) for kind in kinds & {"person", "company", "product"}}
    return frozenset({Sought.LIST, Sought.NAME, Sought.PERSON, Sought.THING} | given)


def _beside(fact: Fact, store: Store) -> Iterator[str]:
    yield from (claim.citation.quote for claim in fact.all_claims)
    for reading in fact.readings.values():
        yield from (reading.label, *reading.cues)
    yield _PLACEHOLDER.sub(" ", fact.says)
    yield store.deal.subjects[fact.subject].label if fact.subject in store.deal.subjects else ""


def _topics(store: Store) -> Iterator[Target]:
    for topic in store.topics.values():
        yield Target(
            id=topic.id,
            kind=TargetKind.TOPIC,
            facts=topic.facts,
            wordings=(topic.question, *topic.asked_as),
            beside=(),
            about=frozenset(entity for fact in topic.facts for entity in store.facts[fact].about),
            gives=frozenset(kind for fact in topic.facts for kind in _given(store.facts[fact], store)),
        )


def _gaps(store: Store) -> Iterator[Target]:
    for gap in store.unanswered.values():
        yield Target(
            id=gap.id,
            kind=TargetKind.GAP,
            facts=gap.near,
            wordings=(gap.question, *gap.asked_as),
            beside=(),
            about=frozenset(gap.about),
            gives=None,
        )

"""Does every id that a record names exist, and is everything that exists referred to? (I)"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from bot.fact import Fact
from bot.lint.material import Material
from bot.problem import Place, Problem
from bot.record import Event, Implies, Product, Ratio
from bot.value import Names

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def reference_problems(material: Material) -> Iterator[Problem]:
    """I: ids in all records, both ways."""
    yield from _facts(material)
    yield from _readings(material)
    yield from _entities(material)
    yield from _topics(material)
    yield from _unanswered(material)
    yield from _events(material)
    yield from _deal(material)
    yield from _laws(material)


def placeholders(template: str) -> list[str]:
    """The names between braces in a template, in order."""
    return _PLACEHOLDER.findall(template)


def _facts(material: Material) -> Iterator[Problem]:
    entities = _known(material, material.store.entities)
    for fact in material.store.facts.values():
        yield from _unknown(material.at(fact, "about"), "I001", f"{fact.id}: entity", fact.about, entities)
        facts = _known(material, material.store.facts)
        yield from _unknown(material.at(fact, "told_with"), "I002", f"{fact.id}: fact", fact.told_with, facts)
        if fact.subject not in material.store.deal.subjects:
            yield Problem(material.at(fact, "subject"), "I003", f"{fact.id}: there is no subject {fact.subject!r}")
        for claim in fact.all_claims:
            if isinstance(claim.value, Names):
                yield from _unknown(claim.place, "I001", f"{fact.id}: entity", claim.value.ids, entities)
        yield from _templates(material, fact)


def _templates(material: Material, fact: Fact) -> Iterator[Problem]:
    allowed = _known(material, [*material.store.entities, "value"])
    yield from _unfilled(material.at(fact, "says"), fact.id, fact.says, allowed)
    for key, reading in fact.readings.items():
        place = material.at(fact, "readings", key, "says")
        yield from _unfilled(place, f"{fact.id}.{key}", reading.says or "", allowed)


def _unfilled(place: Place, record: str, template: str, allowed: Container[str]) -> Iterator[Problem]:
    for name in placeholders(template):
        if name not in allowed:
            yield Problem(place, "I007", f"{record}: {{{name}}} in `says` names no entity")


def _readings(material: Material) -> Iterator[Problem]:
    for fact in material.store.facts.values():
        for key, reading in fact.readings.items():
            place = material.at(fact, "readings", key)
            named = [*([reading.narrows] if reading.narrows else []), *reading.stands_with]
            yield from _unknown(place, "I004", f"{fact.id}.{key}: reading", named, set(fact.readings) - {key})
        graph = {key: [reading.narrows] for key, reading in fact.readings.items() if reading.narrows}
        for cycle in _cycles(graph):
            yield Problem(material.at(fact, "readings"), "I006", f"{fact.id}: readings narrow each other: {cycle}")


def _entities(material: Material) -> Iterator[Problem]:
    entities, facts = _known(material, material.store.entities), _known(material, material.store.facts)
    referred = _referred_entities(material)
    for entity in material.store.entities.values():
        place = material.at(entity, "roles")
        others = [role.of for role in entity.roles if role.of]
        yield from _unknown(place, "I001", f"{entity.id}: entity", others, entities)
        yield from _unknown(
            place, "I002", f"{entity.id}: fact", [role.rests_on.partition("=")[0] for role in entity.roles], facts
        )
        if entity.id not in referred:
            yield Problem(entity.place, "I008", f"{entity.id}: no fact is about it and no claim names it")


def _referred_entities(material: Material) -> set[str]:
    facts = material.store.facts.values()
    values = {name for claim in material.store.claims() if isinstance(claim.value, Names) for name in claim.value.ids}
    return values | {entity for fact in facts for entity in (*fact.about, *placeholders(fact.says))}


def _topics(material: Material) -> Iterator[Problem]:
    facts = _known(material, material.store.facts)
    for topic in material.store.topics.values():
        yield from _unknown(material.at(topic, "facts"), "I002", f"{topic.id}: fact", topic.facts, facts)
        yield from _repeated(material.at(topic, "facts"), f"{topic.id}: fact", topic.facts)


def _unanswered(material: Material) -> Iterator[Problem]:
    entities, facts = _known(material, material.store.entities), _known(material, material.store.facts)
    for gap in material.store.unanswered.values():
        yield from _unknown(material.at(gap, "about"), "I001", f"{gap.id}: entity", gap.about, entities)
        yield from _unknown(material.at(gap, "near"), "I002", f"{gap.id}: fact", gap.near, facts)


def _events(material: Material) -> Iterator[Problem]:
    events, entities = _known(material, material.store.events), _known(material, material.store.entities)
    for event in material.store.events.values():
        yield from _unknown(material.at(event, "after"), "I005", f"{event.id}: event", event.after, events)
        yield from _rests(material, event)
        yield from _unfilled(material.at(event, "says"), event.id, event.says, entities)
    for cycle in _cycles({event.id: event.after for event in material.store.events.values()}):
        place = material.at(material.store.events[cycle.split(" → ", maxsplit=1)[0]])
        yield Problem(place, "I006", f"events come after each other: {cycle}")


def _rests(material: Material, event: Event) -> Iterator[Problem]:
    place, facts = material.at(event, "rests_on"), _known(material, material.store.facts)
    for rest in event.rests_on:
        name, _, reading = rest.partition("=")
        yield from _unknown(place, "I002", f"{event.id}: fact", [name], facts)
        known = material.store.facts.get(name)
        if known and reading:
            yield from _unknown(place, "I004", f"{event.id}: reading of {name}", [reading], known.readings)


def _deal(material: Material) -> Iterator[Problem]:
    deal, facts = material.store.deal, _known(material, material.store.facts)
    yield from _unknown(material.at(deal, "headlines"), "I002", "headlines: fact", deal.headlines, facts)
    yield from _repeated(material.at(deal, "headlines"), "headline", deal.headlines)
    yield from _repeated(material.at(deal, "laws"), "law", [law.id for law in deal.laws])
    used = {fact.subject for fact in material.store.facts.values()}
    for subject in deal.subjects:
        if subject not in used and not material.unread:
            yield Problem(material.at(deal, "subjects", subject), "I009", f"subject {subject!r} has no facts")


def _laws(material: Material) -> Iterator[Problem]:
    deal, facts = material.store.deal, _known(material, material.store.facts)
    for number, law in enumerate(deal.laws):
        place = material.at(deal, "laws", number)
        yield from _unknown(place, "I002", f"{law.id}: fact", law_facts(law), facts)
        for side in (law.premise, law.conclusion) if isinstance(law, Implies) else ():
            known = material.store.facts.get(side.fact)
            if known:
                yield from _unknown(place, "I004", f"{law.id}: reading of {known.id}", [side.reading], known.readings)


def _repeated(place: Place, what: str, ids: Iterable[str]) -> Iterator[Problem]:
    for name, count in Counter(ids).items():
        if count > 1:
            yield Problem(place, "I010", f"{what} {name!r} stands {count} times")


def law_facts(law: Product | Ratio | Implies) -> tuple[str, ...]:
    """The ids of the facts that a law joins."""
    match law:
        case Product():
            return *law.of, law.gives
        case Ratio():
            return law.start, law.to
        case Implies():
            return law.premise.fact, law.conclusion.fact


def _unknown(place: Place, code: str, what: str, named: Iterable[str], known: Container[str]) -> Iterator[Problem]:
    for name in named:
        if name not in known:
            yield Problem(place, code, f"{what} {name!r} is unknown")


def _known(material: Material, ids: Iterable[str]) -> set[str]:
    return set(ids) | material.unread


def _cycles(graph: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """One cycle of a graph, if it has any: mending it and linting again shows the next."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        yield " → ".join(error.args[1])

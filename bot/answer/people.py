"""What do the sources say of a person, a company, a product or a group?"""

from __future__ import annotations

from bot.answer.elements import (
    Answer,
    Bullets,
    Chrome,
    Cited,
    Computed,
    Element,
    Entry,
    Line,
    Paragraph,
    Silence,
)
from bot.answer.statements import cites, legend, notice, statement
from bot.answer.wording import listed, name, sentence
from bot.comparison import Comparison, DealComparison, worst, worst_severity
from bot.fact import Claim, Store
from bot.lookup import Found, Lookup, Nobody, Perhaps
from bot.record import Entity, Role

_MOST_POINTS = 10  # what a card holds before it turns into a wall of text
_KINDS = {"person": "People", "company": "Companies", "product": "Products", "group": "Groups"}


def who(typed: str, store: Store, deal: DealComparison, lookup: Lookup) -> Answer:
    """The card of the entity that `typed` names; the list of all for an empty name."""
    if not typed.strip():
        return everyone(store)
    match lookup.find(typed):
        case Found(entity, by_misspelling):
            return card(entity, store, deal, typed.strip() if by_misspelling else "")
        case Perhaps(entities):
            return _perhaps(entities)
        case Nobody():
            return _nobody(store)


def everyone(store: Store) -> Answer:
    """The people, companies, products and groups that the sources name."""
    elements = tuple(
        Entry(label, (Chrome(listed(entity.name for entity in store.entities.values() if entity.kind == kind)),))
        for kind, label in _KINDS.items()
        if any(entity.kind == kind for entity in store.entities.values())
    )
    return Answer("Who and what the sources name", (*elements, Paragraph((Chrome("Ask with /deal who NAME."),))))


def card(entity: Entity, store: Store, deal: DealComparison, corrected: str = "") -> Answer:
    """What the sources say of one entity: posts, then each fact in a line, then the heaviest disagreement."""
    found = _ranked([deal.facts[fact.id] for fact in store.about(entity.id)], entity)
    spoken = [comparison for comparison in found if comparison.positions]
    shown = spoken[:_MOST_POINTS]
    elements: list[Element] = []
    if corrected:
        elements.append(Paragraph((Chrome(f"Taken to mean {entity.name}."),)))
    if roles := _roles(entity, store):
        elements.append(Paragraph(roles))
    if headline := _headline_only(entity, spoken, store):
        elements.append(Paragraph(headline))
    elements.append(Bullets(tuple(statement(comparison, store) for comparison in shown)))
    elements += [notice(heaviest, deal, store)] if (heaviest := _heaviest(shown)) else []
    if more := len(spoken) - len(shown):
        elements.append(Paragraph((Chrome(f"Not shown: {more} more {'facts' if more > 1 else 'fact'}."),)))
    answer = Answer(
        title=entity.name,
        elements=tuple(elements),
        answered=bool(spoken),
        facts=tuple(comparison.fact.id for comparison in shown),
        verdict=worst(comparison.verdict for comparison in shown),
        severity=worst_severity(comparison.severity for comparison in shown),
        suggestions=tuple(comparison.fact.question for comparison in spoken[len(shown) :][:3]),
    )
    return Answer(**{**vars(answer), "elements": (*elements, legend(answer.citations, store))})


def _heaviest(shown: list[Comparison]) -> Comparison | None:
    """The fact whose verdict weighs most, of those on which the sources do not say the same."""
    apart = [comparison for comparison in shown if comparison.verdict.is_disagreement]
    verdict = worst(comparison.verdict for comparison in apart)
    return next((comparison for comparison in apart if comparison.verdict is verdict), None)


def _ranked(found: list[Comparison], entity: Entity) -> list[Comparison]:
    """What is about this entity alone first, then what it shares with few; the order of the records within."""
    resting = {role.rests_on for role in entity.roles}

    def rank(comparison: Comparison) -> tuple[bool, bool, int]:
        about = comparison.fact.about
        return comparison.fact.id not in resting, entity.id not in about, len(about)

    return sorted(found, key=rank)


def _roles(entity: Entity, store: Store) -> Line:
    """The posts and relations of the record, each cited by the claims it rests on."""
    said = [span for role in entity.roles if (span := _role(role, store))]
    spans = [part for span in said for part in (Chrome("; "), span)][1:]
    return (Cited(sentence(spans[0].text), said[0].citations), *spans[1:]) if spans else ()


def _role(role: Role, store: Store) -> Cited | None:
    claims: tuple[Claim, ...] = store.resting(role.rests_on)
    of = f" of {name(role.of, store)}" if role.of else ""
    return Cited(f"{role.post}{of}", cites(claims)) if claims else None


def _headline_only(entity: Entity, spoken: list[Comparison], store: Store) -> Line:
    """A name that no source carries into its text: only headlines give it."""
    own = [c for c in spoken if entity.id in c.fact.about]
    citations = cites(tuple(claim for comparison in own for claim in comparison.fact.all_claims))
    in_text = [c for c in citations if str(c.paragraph) not in store.sources[c.source].headlines]
    if entity.roles or not citations or in_text:
        return ()
    where = listed(f"the headline of {citation.source}" for citation in citations)
    return (Computed(f"{entity.name} is named only in {where}; the texts say nothing more.", citations),)


def _perhaps(entities: tuple[Entity, ...]) -> Answer:
    names = tuple(entity.name for entity in entities)
    line = (
        Silence("The sources name nobody like that.", ()),
        Chrome(f" Did you mean {listed(names, 'or')}?"),
    )
    return Answer("Did you mean …?", (Paragraph(line),), answered=False, suggestions=_who_is(names))


def _nobody(store: Store) -> Answer:
    people = tuple(entity.name for entity in store.entities.values() if entity.kind == "person")
    line = (
        Silence("The sources name nobody like that.", tuple(store.sources)),
        Chrome(f" The people they name: {listed(people)}."),
    )
    return Answer("Not in the sources", (Paragraph(line),), answered=False, suggestions=_who_is(people))


def _who_is(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"Who is {person}?" for person in names[:3])

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
    Pointer,
    Silence,
)
from bot.answer.statements import cites, notice, sourced, statement
from bot.answer.wording import listed, name, sentence
from bot.comparison import Comparison, DealComparison, worst, worst_severity
from bot.fact import Claim, Store
from bot.lookup import Found, Lookup, Nobody, Perhaps
from bot.record import Entity, Role
from bot.value import Names

_MOST_POINTS = 10  # what a card holds before it turns into a wall of text
_SUGGESTED = 3  # questions to go on with: more are not read
_KINDS = {"person": "People", "company": "Companies", "product": "Products", "group": "Groups"}


def who(typed: str, store: Store, deal: DealComparison, lookup: Lookup) -> Answer:
    """The card of the entity that `typed` names; the list of all for an empty name."""
    if not typed.strip():
        return everyone(store)
    match lookup.find(typed):
        case Found(entity, by_misspelling):
            return card(entity, store, deal, corrected=by_misspelling)
        case Perhaps(entities):
            return _perhaps(entities)
        case Nobody():
            return _nobody(store)


def everyone(store: Store) -> Answer:
    """The people, companies, products and groups that the sources name."""
    named = {kind: [e.name for e in store.entities.values() if e.kind == kind] for kind in _KINDS}
    entries = (Entry(_KINDS[kind], (Chrome(listed(names)),)) for kind, names in named.items() if names)
    hint = Paragraph((Chrome("Ask with "), Pointer("/deal who NAME"), Chrome(".")))
    return Answer("Who and what the sources name", (*entries, hint))


def card(entity: Entity, store: Store, deal: DealComparison, *, corrected: bool = False) -> Answer:
    """What the sources say of one entity: posts, then each fact in a line, then the heaviest disagreement.

    `corrected` where only a slip of the pen was forgiven, which is said.
    """
    found = _ranked([deal.facts[fact.id] for fact in store.about(entity.id)], entity)
    spoken = [comparison for comparison in found if comparison.positions]
    shown, more = spoken[:_MOST_POINTS], spoken[_MOST_POINTS:]
    taken = (Chrome(f"Taken to mean {entity.name}."),) if corrected else ()
    lines = (taken, _roles(entity, store), _headline_only(entity, spoken, store), _nothing(entity, spoken, store))
    answer = Answer(
        title=entity.name,
        elements=(*(Paragraph(line) for line in lines if line), *_points(shown, deal, store), *_left_out(more)),
        answered=bool(spoken),
        facts=tuple(comparison.fact.id for comparison in shown),
        verdict=worst(comparison.verdict for comparison in shown),
        severity=worst_severity(comparison.severity for comparison in shown),
        suggestions=tuple(comparison.fact.question for comparison in more[:_SUGGESTED]),
        entities=(entity.id,),
    )
    return sourced(answer, store)


def _points(shown: list[Comparison], deal: DealComparison, store: Store) -> tuple[Element, ...]:
    points = (Bullets(tuple(statement(comparison, store) for comparison in shown)),) if shown else ()
    heaviest = _heaviest(shown)
    return (*points, notice(heaviest, deal, store)) if heaviest else points


def _left_out(more: list[Comparison]) -> tuple[Element, ...]:
    text = f"Not shown: {len(more)} more {'facts' if len(more) > 1 else 'fact'}."
    return (Paragraph((Chrome(text),)),) if more else ()


def _nothing(entity: Entity, spoken: list[Comparison], store: Store) -> Line:
    text = f"The sources name {entity.name} and say nothing more."
    return () if spoken else (Silence(text, tuple(store.sources)),)


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
    said = [span for role in entity.roles if (span := _role(role, entity, store))]
    spans = [part for span in said for part in (Chrome("; "), span)][1:]
    return (Cited(sentence(spans[0].text), said[0].citations), *spans[1:]) if spans else ()


def _role(role: Role, entity: Entity, store: Store) -> Cited | None:
    """A role with the claims that bear it; of claims that list names, those that name the two it joins."""
    resting = store.resting(role.rests_on)
    listed_names = {id_ for claim in resting if isinstance(claim.value, Names) for id_ in claim.value.ids}
    needed = {entity.id, role.of} & listed_names
    claims = tuple(claim for claim in resting if not needed or _names_any(claim, needed))
    of = f" of {name(role.of, store)}" if role.of else ""
    return Cited(f"{role.post}{of}", cites(claims)) if claims else None


def _names_any(claim: Claim, needed: set[str | None]) -> bool:
    return isinstance(claim.value, Names) and bool(needed & set(claim.value.ids))


def _headline_only(entity: Entity, spoken: list[Comparison], store: Store) -> Line:
    """A name that no source carries into its text: only headlines give it."""
    own = [c for c in spoken if entity.id in c.fact.about]
    citations = cites(tuple(claim for comparison in own for claim in comparison.fact.all_claims))
    in_text = [c for c in citations if str(c.paragraph) not in store.sources[c.source].headlines]
    if entity.roles or not citations or in_text:
        return ()
    where = listed(dict.fromkeys(f"the headline of {citation.source}" for citation in citations))
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
    return tuple(f"Who is {person}?" for person in names[:_SUGGESTED])

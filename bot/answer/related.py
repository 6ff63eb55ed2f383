"""What else may somebody want to know who asked for a fact? Facts told with it, of the same people, of its subject."""

from __future__ import annotations

from collections.abc import Iterator

from bot.answer.elements import Answer, Bullets, Chrome, Paragraph
from bot.answer.nearest import COMMAND, incomplete
from bot.answer.statements import sourced, statement
from bot.comparison import DealComparison, worst, worst_severity
from bot.fact import Fact, Store
from bot.record import Implies, Law, Product, Ratio

_MOST = 5  # a person reads that many lines; the first of them are the nearest


def related(fact: str | None, store: Store, deal: DealComparison) -> Answer:
    """The facts nearest to one, each in a line, with their questions to go on with."""
    if fact is None:
        forms = tuple(f"related {name}" for name in store.deal.headlines[:_MOST])
        return incomplete("Related to which fact?", (Chrome(f"Name a fact; {COMMAND} facts lists them."),), forms)
    near = [deal.facts[name] for name in _nearest(store.facts[fact], store)]
    lead = Chrome(f"Near to “{store.facts[fact].question}”:")
    answer = Answer(
        title="Related",
        elements=(Paragraph((lead,)), Bullets(tuple(statement(comparison, store) for comparison in near))),
        facts=tuple(comparison.fact.id for comparison in near),
        verdict=worst(comparison.verdict for comparison in near),
        severity=worst_severity(comparison.severity for comparison in near),
        suggestions=tuple(comparison.fact.question for comparison in near),
    )
    return sourced(answer, store)


def _nearest(fact: Fact, store: Store) -> tuple[str, ...]:
    spoken = (name for name in _by_nearness(fact, store) if store.facts[name].all_claims)
    return tuple(name for name in dict.fromkeys(spoken) if name != fact.id)[:_MOST]


def _by_nearness(fact: Fact, store: Store) -> Iterator[str]:
    """Nearest first; a fact may come several times."""
    others = store.facts.values()
    yield from fact.told_with
    yield from (name for law in store.deal.laws if fact.id in (bound := _bound(law)) for name in bound)
    yield from (other.id for other in others if fact.id in other.told_with)
    yield from (other.id for other in others if other.subject == fact.subject and set(other.about) == set(fact.about))
    yield from (other.id for other in others if other.subject == fact.subject)
    yield from (other.id for other in others if set(other.about) & set(fact.about))


def _bound(law: Law) -> tuple[str, ...]:
    """The facts that a law ties to each other."""
    match law:
        case Product():
            return (*law.of, law.gives)
        case Ratio():
            return (law.start, law.to)
        case Implies():
            return (law.premise.fact, law.conclusion.fact)

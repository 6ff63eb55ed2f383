"""What is a thread about, once an answer was given in it?"""

from __future__ import annotations

from collections.abc import Iterable

from bot.answer.elements import Answer
from bot.fact import Store
from bot.question import Focus
from bot.question.focus import MOST_ENTITIES, MOST_FACTS, MOST_TOLD
from bot.value import Names

_TELLING = 2  # facts of an answer whose names a pronoun may mean


def focus_of(answer: Answer, store: Store, before: Focus | None = None) -> Focus | None:
    """What a thread is about after `answer`, which followed what it was about `before`; small talk changes nothing."""
    before = before or Focus()
    if not (answer.facts or answer.entities or answer.missing):
        return before or None
    facts = answer.facts or _suggested(answer, store)
    named = _once((*answer.entities, *_named(facts[:_TELLING], store)))
    return Focus(
        facts=facts[:MOST_FACTS],
        entities=_once((*named, *_still_meant(before, named, store)))[:MOST_ENTITIES],
        told=_once((*answer.facts, *before.told))[:MOST_TOLD],
        answered=bool(answer.facts),
    )


def _suggested(answer: Answer, store: Store) -> tuple[str, ...]:
    """The facts that were offered instead."""
    by_question = {fact.question: fact.id for fact in store.facts.values()}
    return tuple(by_question[question] for question in answer.suggestions if question in by_question)


def _named(facts: tuple[str, ...], store: Store) -> tuple[str, ...]:
    """Whom facts give as their value, then whom they are about."""
    known = [store.facts[fact] for fact in facts]
    claims = [claim for fact in known for claim in fact.all_claims]
    values = [name for claim in claims if isinstance(claim.value, Names) for name in claim.value.ids]
    about = (entity for fact in known for entity in fact.about)
    return tuple(entity for entity in (*values, *about) if entity in store.entities)


def _still_meant(before: Focus, named: tuple[str, ...], store: Store) -> tuple[str, ...]:
    """Whom "he" still means after an answer that names no person, and what "it" means after one about people alone."""
    people = {store.entities[entity].kind == "person" for entity in named}
    known = (entity for entity in before.entities if entity in store.entities)
    return tuple(entity for entity in known if (store.entities[entity].kind == "person") not in people)


def _once(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))

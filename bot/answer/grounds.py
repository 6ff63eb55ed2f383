"""Why does a fact have its verdict? Positions with their quotes, the reason, the arithmetic, and how solid it is."""

from __future__ import annotations

from collections.abc import Iterator

from bot.answer.elements import Answer, Chrome, Element, Entry, Heading, Line, Paragraph, Pointer
from bot.answer.nearest import COMMAND, incomplete, no_such
from bot.answer.overviews import sums
from bot.answer.reasons import reason_line
from bot.answer.solidity import solidity_line
from bot.answer.statements import notice, on_fact, quotes, silence, sourced, statement
from bot.answer.wording import label
from bot.comparison import Comparison, DealComparison, worst, worst_severity
from bot.fact import Store
from bot.lookup import Meant, meant
from bot.question import Asker

_SUGGESTED = 5


def why(words: str, store: Store, deal: DealComparison, asker: Asker) -> Answer:
    """What the verdict rests on, on the fact that `words` mean by its id or by what it is about.

    Where several may be meant they are offered, where none is those that come nearest.
    """
    if not words.strip():
        return _no_fact_named(deal)
    facts, nearest = _meant(words, store, asker)
    if not facts:
        return _unknown_fact(words, nearest)
    return grounds(facts[0], store, deal) if len(facts) == 1 else _choice(facts, store, deal)


def grounds(fact: str, store: Store, deal: DealComparison) -> Answer:
    """All that the verdict on one fact rests on."""
    comparison = deal.facts[fact]
    return on_fact(comparison, _parts(comparison, store, deal), store)


def fact_named(words: str, store: Store) -> str | None:
    """The fact with that id, whose words may be parted by blanks."""
    return _by_name(words, store).key


def _meant(words: str, store: Store, asker: Asker) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The facts that words mean, and those that come nearest where they mean none."""
    named = _by_name(words, store)
    if named.key:
        return (named.key,), ()
    asked = asker.read(words)
    if asked.entity:
        return tuple(fact.id for fact in store.about(asked.entity)), ()
    main = dict.fromkeys(fact for part in asked.parts for fact in part.main)
    near = dict.fromkeys((*named.nearest, *(fact for part in asked.parts for fact in part.nearest)))
    return tuple(main), tuple(near)


def _by_name(words: str, store: Store) -> Meant:
    return meant(words, {fact: (fact, fact.replace("-", " ")) for fact in store.facts})


def _choice(facts: tuple[str, ...], store: Store, deal: DealComparison) -> Answer:
    """Several facts that may be meant, each in a line with what to type for its grounds."""
    chosen = [deal.facts[fact] for fact in facts]
    answer = Answer(
        title="Which fact?",
        elements=tuple(Entry(item.fact.id, statement(item, store)) for item in chosen),
        facts=facts,
        verdict=worst(item.verdict for item in chosen if item.positions),
        severity=worst_severity(item.severity for item in chosen),
        suggestions=tuple(f"{COMMAND} why {fact}" for fact in facts[:_SUGGESTED]),
    )
    return sourced(answer, store)


def _no_fact_named(deal: DealComparison) -> Answer:
    """That a fact has to be named, with those on which the sources do not say the same."""
    apart = tuple(f"why {comparison.fact.id}" for comparison in deal.disagreements()[:_SUGGESTED])
    return incomplete("Which fact?", (Chrome("Name a fact, or say in a few words what it is about. "), *_LISTED), apart)


def _unknown_fact(typed: str, nearest: tuple[str, ...]) -> Answer:
    """That there is no such fact, and which come nearest."""
    return no_such("fact", typed, tuple(f"why {fact}" for fact in nearest), _LISTED)


_LISTED: Line = (Pointer(f"{COMMAND} facts"), Chrome(" lists them."))


def _parts(comparison: Comparison, store: Store, deal: DealComparison) -> Iterator[Element]:
    yield Paragraph(statement(comparison, store, marked=False))
    if not comparison.positions:
        return
    if comparison.verdict.is_disagreement:
        yield notice(comparison, deal, store, arithmetic=False)
    else:
        yield from _undisputed(comparison, store, deal)
    yield from sums(deal.arithmetic_of(comparison.fact.id))
    yield Heading("How solid it is")
    yield Paragraph(solidity_line(comparison))
    if quiet := silence(comparison.fact):
        yield Paragraph(quiet)


def _undisputed(comparison: Comparison, store: Store, deal: DealComparison) -> Iterator[Element]:
    """That the sources say the same, or one alone speaks, with every quote; a notice would say that they do not."""
    yield Heading(label(comparison))
    if reason := reason_line(comparison, deal, store):
        yield Paragraph(reason)
    yield from quotes(comparison.fact, store)

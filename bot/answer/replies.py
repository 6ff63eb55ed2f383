"""What is said to a question, once it is known which facts it asks for?"""

from __future__ import annotations

from dataclasses import replace

from bot.answer.elements import Answer, Bullets, Chrome, Cited, Element, Heading, Line, Paragraph, Pointer, Silence
from bot.answer.leads import lead
from bot.answer.reasons import arithmetic_line
from bot.answer.statements import held_by, notice, silence, sourced, statement
from bot.assertion import AssertionReader
from bot.comparison import Comparison, DealComparison, of_member, of_sources, worst, worst_severity
from bot.fact import Store
from bot.question import Found, Part, TargetKind
from bot.record import Sought

_CLOSE = "Close to this:"
_SAME = "The sources do not say."
_LISTED = (Sought.COMPANY, Sought.PERSON, Sought.LIST, Sought.NAME)  # "who besides Google?" asks for the others
_REPEATED = 80  # characters of a question that are said back, to tell which part of several is meant
_SUMMARY = (Chrome(" Try "), Pointer("/deal summary"), Chrome(" for what the sources say."))


def reply(parts: tuple[Found, ...], store: Store, deal: DealComparison, assertions: AssertionReader) -> Answer:
    """What the sources say to every part of a question, and which part they do not answer."""
    known = [part for part in parts if part.facts]
    missing = tuple(part.part.text for part in parts if not part.facts)
    if not known:
        return replace(unknown(parts[0].nearest if parts else (), store), missing=missing, entities=_named(parts))
    several = len(parts) > 1
    elements = tuple(element for part in parts for element in _part(part, store, deal, assertions, several=several))
    asked_for = (_asked_for(fact, part, deal) for part in known for fact in part.main)
    spoken = [comparison for comparison, source in asked_for if _speaks(source, comparison)]
    facts = tuple(dict.fromkeys(fact for part in known for fact in (*part.facts, *part.beside)))
    answer = Answer(
        title=_title(known, store, several=several),
        elements=elements,
        answered=bool(spoken),
        facts=facts,
        verdict=worst(comparison.verdict for comparison in spoken),
        severity=worst_severity(comparison.severity for comparison in spoken),
        missing=missing,
    )
    return sourced(answer, store)


def told(comparison: Comparison, deal: DealComparison, store: Store) -> tuple[Element, ...]:
    """One fact with all that belongs to it: what is said, the notice where the sources part, and who is silent."""
    apart = comparison.verdict.is_disagreement
    said = (Paragraph(statement(comparison, store, marked=not apart)),) if comparison.positions else ()
    notices = (notice(comparison, deal, store),) if apart else ()
    quiet = silence(comparison.fact)
    return (*said, *notices, *((Paragraph(quiet),) if quiet else ()))


def unknown(nearest: tuple[str, ...], store: Store) -> Answer:
    """That the sources do not say, with what they do say that comes nearest."""
    questions = tuple(store.facts[fact].question for fact in nearest) or store.deal.prompts
    said = Silence(_SAME, tuple(store.sources))
    hint = (Chrome(" They do answer these:"),) if nearest else _SUMMARY
    return Answer("Not in the sources", (Paragraph((said, *hint)),), answered=False, suggestions=questions)


def _named(parts: tuple[Found, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(entity for part in parts for entity in part.part.terms.entities))


def _title(known: list[Found], store: Store, *, several: bool) -> str:
    if several:
        return "Your questions"
    target = known[0].target
    return target.wordings[0] if target else store.facts[known[0].facts[0]].question


def _asked_for(fact: str, part: Found, deal: DealComparison) -> tuple[Comparison, str | None]:
    """What is compared on a fact and the source that is asked for; a list is asked for as a whole or for one member."""
    comparison = of_sources(deal.facts[fact], part.part.between)
    whole = part.part.sought in _LISTED
    return comparison if whole else of_member(comparison, part.part.terms.entities), part.part.source


def _speaks(source: str | None, comparison: Comparison) -> bool:
    """Whether the source that is asked for speaks on the fact; any source, where none is named."""
    return bool(comparison.fact.claims.get(source) if source else comparison.positions)


def _part(
    part: Found, store: Store, deal: DealComparison, assertions: AssertionReader, *, several: bool
) -> tuple[Element, ...]:
    heading: tuple[Element, ...] = (Heading(part.target.wordings[0]),) if several and part.facts and part.target else ()
    if not part.facts:
        return (
            Paragraph((Chrome(f"“{_shortened(part.part.text.strip(' ?'))}”: "), Silence(_SAME, tuple(store.sources)))),
        )
    chosen = [_asked_for(fact, part, deal)[0] for fact in part.facts]
    if part.part.source:
        return (*heading, *_by_source(part.part.source, chosen, store))
    close = _close(part.beside, store, deal)
    if part.target and part.target.kind is TargetKind.TOPIC:
        line, ordered = _decided(part.part, chosen, assertions)
        return (*heading, *((Paragraph(line),) if line else ()), *_topic(ordered, store, deal), *close)
    first = Paragraph(lead(part.part, chosen[0], assertions))
    opening: tuple[Element, ...] = (first,) if first.line else ()
    beside = tuple(Paragraph(statement(comparison, store)) for comparison in chosen[1:])
    return (*heading, *opening, *told(chosen[0], deal, store), *beside, *close)


def _decided(part: Part, chosen: list[Comparison], assertions: AssertionReader) -> tuple[Line, list[Comparison]]:
    """The yes or no to a question on several facts, with the fact that it comes from first."""
    for comparison in chosen if part.inverted and part.yes_no and not part.agreement else ():
        if line := lead(part, comparison, assertions):
            return line, [comparison, *(other for other in chosen if other is not comparison)]
    return (), chosen


def _shortened(asked: str) -> str:
    return asked if len(asked) <= _REPEATED else f"{asked[:_REPEATED].rstrip()}…"


def _topic(chosen: list[Comparison], store: Store, deal: DealComparison) -> tuple[Element, ...]:
    """Several facts as points, with the arithmetic between them where it concerns these facts alone."""
    ids = {comparison.fact.id for comparison in chosen}
    sums = tuple(arithmetic_line(item) for item in deal.arithmetic if item.facts <= ids)
    return (Bullets((*(statement(comparison, store) for comparison in chosen), *sums)),)


def _close(facts: tuple[str, ...], store: Store, deal: DealComparison) -> tuple[Element, ...]:
    """What may be meant as well, a line for each fact."""
    lines = tuple(statement(deal.facts[fact], store) for fact in facts)
    return (Paragraph((Chrome(_CLOSE),)), Bullets(lines)) if lines else ()


def _by_source(source: str, chosen: list[Comparison], store: Store) -> tuple[Element, ...]:
    """What one source says on the facts, that it does not, or that there is none of that number."""
    if source not in store.sources:
        return (Paragraph((Chrome(f"There is no source {source}."),)),)
    said: list[Line] = [held_by(source, comparison, store) for comparison in chosen]
    lines = [line for line in said if any(isinstance(span, Cited) for span in line)] or said[:1]
    return tuple(Paragraph(line) for line in lines)

"""What is said to a question, once it is known which facts it asks for?"""

from __future__ import annotations

from bot.answer.elements import Answer, Chrome, Element, Heading, Paragraph, Silence
from bot.answer.statements import legend, notice, silence, statement
from bot.comparison import Comparison, DealComparison, worst, worst_severity
from bot.fact import Store


def reply(facts: tuple[str, ...], store: Store, deal: DealComparison) -> Answer:
    """What the sources say on the facts asked for, each in a sentence; a notice where they do not say the same."""
    chosen = [deal.facts[fact] for fact in facts]
    elements = tuple(part for comparison in chosen for part in _fact(comparison, deal, store, len(chosen) > 1))
    answer = Answer(
        title=chosen[0].fact.question,
        elements=elements,
        facts=facts,
        verdict=worst(comparison.verdict for comparison in chosen),
        severity=worst_severity(comparison.severity for comparison in chosen),
    )
    return Answer(**{**vars(answer), "elements": (*elements, legend(answer.citations, store))})


def unknown(nearest: tuple[str, ...], store: Store) -> Answer:
    """That the sources do not say, with what they do say that comes nearest."""
    questions = tuple(store.facts[fact].question for fact in nearest)
    line = (Silence("The sources do not say.", tuple(store.sources)),)
    hint = Chrome("They do answer these:" if questions else "Try /deal summary for what they do say.")
    return Answer("The sources do not say", (Paragraph((*line, Chrome(" "), hint)),), False, suggestions=questions)


def _fact(comparison: Comparison, deal: DealComparison, store: Store, titled: bool) -> tuple[Element, ...]:
    heading: tuple[Element, ...] = (Heading(comparison.fact.question),) if titled else ()
    apart = comparison.verdict.is_disagreement
    said = Paragraph(statement(comparison, store, marked=not apart))
    notices = (notice(comparison, deal, store),) if apart else ()
    quiet = silence(comparison.fact)
    return (*heading, said, *notices, *((Paragraph(quiet),) if quiet else ()))

"""What is said to a question, once it is known which facts it asks for?"""

from __future__ import annotations

from bot.answer.elements import Answer, Chrome, Element, Heading, Paragraph, Pointer, Silence
from bot.answer.statements import notice, silence, sourced, statement
from bot.comparison import Comparison, DealComparison, worst, worst_severity
from bot.fact import Store


def reply(facts: tuple[str, ...], store: Store, deal: DealComparison) -> Answer:
    """What the sources say on the facts asked for, each in a sentence; a notice where they do not say the same."""
    chosen = [deal.facts[fact] for fact in facts]
    spoken = [comparison for comparison in chosen if comparison.positions]
    title = chosen[0].fact.question
    elements = tuple(part for comparison in chosen for part in _fact(comparison, deal, store, title))
    answer = Answer(
        title=title,
        elements=elements,
        answered=bool(spoken),
        facts=facts,
        verdict=worst(comparison.verdict for comparison in spoken),
        severity=worst_severity(comparison.severity for comparison in spoken),
    )
    return sourced(answer, store)


def unknown(nearest: tuple[str, ...], store: Store) -> Answer:
    """That the sources do not say, with what they do say that comes nearest."""
    questions = tuple(store.facts[fact].question for fact in nearest)
    said = Silence("The sources do not say.", tuple(store.sources))
    hint = (Chrome(" They do answer these:"),) if questions else _SUMMARY
    return Answer("Not in the sources", (Paragraph((said, *hint)),), answered=False, suggestions=questions)


def nothing_asked(store: Store) -> Answer:
    """What to ask, where the question is empty."""
    line = (Chrome("No question was asked."), *_SUMMARY)
    return Answer("Ask a question", (Paragraph(line),), answered=False, suggestions=store.deal.prompts)


def too_long(most: int, store: Store) -> Answer:
    """That a text is longer than the `most` characters that are still read as one question."""
    line = (Chrome(f"Please ask in fewer than {most:,} characters."), *_SUMMARY)
    return Answer("Too long for a question", (Paragraph(line),), answered=False, suggestions=store.deal.prompts)


_SUMMARY = (Chrome(" Try "), Pointer("/deal summary"), Chrome(" for what the sources say."))


def _fact(comparison: Comparison, deal: DealComparison, store: Store, title: str) -> tuple[Element, ...]:
    question = comparison.fact.question
    heading: tuple[Element, ...] = (Heading(question),) if question != title else ()
    apart = comparison.verdict.is_disagreement
    said = (Paragraph(statement(comparison, store, marked=not apart)),) if comparison.positions else ()
    notices = (notice(comparison, deal, store),) if apart else ()
    quiet = silence(comparison.fact)
    return (*heading, *said, *notices, *((Paragraph(quiet),) if quiet else ()))

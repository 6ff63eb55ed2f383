"""Which charts of the deal can be asked for, and what do they say in words?"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from bot.answer.elements import Answer, Element, Heading, Legend
from bot.answer.figures import figures_answer
from bot.answer.overviews import chronology
from bot.answer.statements import sourced
from bot.comparison import DealComparison, worst, worst_severity
from bot.fact import Store


class Chart(StrEnum):
    """What can be drawn, by the word that asks for it."""

    AMOUNTS = "amounts"
    TIMELINE = "timeline"


def charts_named(words: str) -> tuple[Chart, ...] | None:
    """The charts that the words ask for: one by its name, all for no words; None for anything else."""
    name = words.strip().rstrip(".?!").casefold()
    if not name:
        return tuple(Chart)
    return (Chart(name),) if name in set(Chart) else None


def chart_answer(chart: Chart, store: Store, deal: DealComparison) -> Answer:
    """The same content as one picture, in words."""
    match chart:
        case Chart.AMOUNTS:
            return figures_answer(store, deal)
        case Chart.TIMELINE:
            return chronology(store, deal)


def charts_answer(charts: tuple[Chart, ...], store: Store, deal: DealComparison) -> Answer:
    """The content of several pictures, each under its title, with the sources of all at the end."""
    answers = [chart_answer(chart, store, deal) for chart in charts]
    told = [answer for answer in answers if answer.answered] or answers[:1]
    return told[0] if len(told) == 1 else _joined(told, store)


def _joined(answers: list[Answer], store: Store) -> Answer:
    elements = tuple(element for answer in answers for element in (Heading(answer.title), *_unsourced(answer)))
    joined = Answer(
        title=store.deal.title,
        elements=elements,
        facts=tuple(dict.fromkeys(fact for answer in answers for fact in answer.facts)),
        verdict=worst(answer.verdict for answer in answers if answer.verdict),
        severity=worst_severity(answer.severity for answer in answers),
    )
    return sourced(joined, store)


def _unsourced(answer: Answer) -> Iterator[Element]:
    return (element for element in answer.elements if not isinstance(element, Legend))

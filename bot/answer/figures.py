"""Which figures of the deal stand beside each other, source by source, and in what words is that said?

What is drawn and what is read come from the same rows, so that a picture and its alternative text cannot drift apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from bot.answer.elements import Answer, Bullets, Chrome, Cited, Element, Heading, Paragraph
from bot.answer.statements import cites, sourced
from bot.answer.wording import held_text, mark, remarks, stage_text
from bot.comparison import DealComparison, worst, worst_severity
from bot.fact import Citation, Claim, Fact, Store
from bot.record import Kind, Law, Product, Ratio
from bot.value import Quantity

FIGURES_TITLE = "The figures as each source gives them"
_MEASURED = frozenset({Kind.MONEY, Kind.PERCENT})


@dataclass(frozen=True)
class Figure:
    """What one source gives in one wording: the quantity, its words with stage and certainty, and where it stands."""

    source: str
    quantity: Quantity
    per: str | None
    text: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True)
class Measured:
    """A fact with all its figures, in the order of the records; `mark` tells that the sources do not say the same."""

    fact: Fact
    mark: str
    figures: tuple[Figure, ...]

    @property
    def heading(self) -> str:
        """The question, with its mark."""
        return f"{self.fact.question}{f' ({self.mark})' if self.mark else ''}"


def measured(store: Store, deal: DealComparison) -> tuple[Measured, ...]:
    """The deal's headline facts of amounts and shares, then those that a product or ratio ties to one of them.

    A fact for which no source gives a number is left out.
    """
    found = (_measured(store.facts[name], store, deal) for name in _headlines(store) if name in store.facts)
    return tuple(item for item in found if any(figure.quantity.interval for figure in item.figures))


def figures_answer(store: Store, deal: DealComparison) -> Answer:
    """The figures in words: each fact with a point for each wording of each source."""
    items = measured(store, deal)
    if not items:
        nothing = Paragraph(
            (Chrome("No headline of this deal is an amount or a share that a source puts a number to."),)
        )
        return Answer(FIGURES_TITLE, (nothing,), answered=False)
    elements = tuple(element for item in items for element in _told(item))
    comparisons = [deal.facts[item.fact.id] for item in items]
    answer = Answer(
        title=FIGURES_TITLE,
        elements=elements,
        facts=tuple(item.fact.id for item in items),
        verdict=worst(comparison.verdict for comparison in comparisons),
        severity=worst_severity(comparison.severity for comparison in comparisons),
    )
    return sourced(answer, store)


def _headlines(store: Store) -> tuple[str, ...]:
    """The headlines, then what a law ties to them."""
    chosen = [name for name in store.deal.headlines if _is_measured(name, store)]
    tied = (tied for law in store.deal.laws for tied in _tied(law) if not {*chosen}.isdisjoint(_tied(law)))
    return tuple(dict.fromkeys([*chosen, *(name for name in tied if _is_measured(name, store))]))


def _tied(law: Law) -> tuple[str, ...]:
    match law:
        case Product(of=factors, gives=product):
            return (*factors, product)
        case Ratio(start=start, to=end):
            return (start, end)
        case _:
            return ()


def _is_measured(name: str, store: Store) -> bool:
    return name in store.facts and store.facts[name].kind in _MEASURED


def _measured(fact: Fact, store: Store, deal: DealComparison) -> Measured:
    return Measured(fact, mark(deal.facts[fact.id].verdict), tuple(_figures(fact, store)))


def _figures(fact: Fact, store: Store) -> Iterator[Figure]:
    """One figure for each wording of a source: what it says twice in the same words and stage is one."""
    for _, group in groupby(fact.all_claims, key=_wording):
        claims = tuple(group)
        first = claims[0]
        if isinstance(first.value, Quantity):
            text = held_text(first, fact, store) + remarks(claims, first.qualifier or "", stage_text(first.stage))
            yield Figure(first.source, first.value, first.per, text, cites(claims))


def _wording(claim: Claim) -> tuple[object, ...]:
    return claim.source, claim.written, claim.per, claim.qualifier, claim.stage, claim.modality, claim.according_to


def _told(item: Measured) -> tuple[Element, ...]:
    lines = tuple((Cited(figure.text, figure.citations),) for figure in item.figures)
    return Heading(item.heading), Bullets(lines)

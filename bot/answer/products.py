"""What does a share of a sum come to, where both are figures that the sources give?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from bot.answer.elements import Answer, Chrome, Cited, Computed, Paragraph
from bot.answer.statements import cites, sourced
from bot.comparison import Comparison, Held
from bot.comparison.pair import same_value
from bot.fact import Claim, Store
from bot.store import Language
from bot.value import Interval, Quantity, QuantityKind
from bot.value.written import write_interval, write_number

_HUNDRED = Decimal(100)


def product_reply(
    question: str, store: Store, comparisons: Mapping[str, Comparison], language: Language
) -> Answer | None:
    """The product of the one percentage and the one sum in a question; None where a source gives either of them not.

    Only what sources give is combined. The figures are taken with their rounding cells, and the range is said.
    """
    figures = [hit.quantity for hit in language.quantities.read(question)]
    shares = [figure for figure in figures if figure.kind is QuantityKind.PERCENT]
    sums = [figure for figure in figures if figure.kind is QuantityKind.MONEY]
    if len(shares) != 1 or len(sums) != 1 or len(figures) != 2:  # noqa: PLR2004 # one of each and nothing else
        return None
    share, amount = (tuple(_holding(figure, comparisons)) for figure in (shares[0], sums[0]))
    return _answer(share, amount, store) if share and amount else None


def _holding(figure: Quantity, comparisons: Mapping[str, Comparison]) -> Iterator[Held]:
    """Everything held that is this very figure."""
    for comparison in comparisons.values():
        for position in comparison.positions:
            value = position.value
            if isinstance(value, Quantity) and value.unit == figure.unit and same_value(value, figure):
                yield from position.held


def _answer(share: tuple[Held, ...], amount: tuple[Held, ...], store: Store) -> Answer | None:
    left, right = _cell(share[0]), _cell(amount[0])
    computed = left.times(right) if left and right else None
    centre = _centre(share[0]) * _centre(amount[0]) / _HUNDRED
    if computed is None:
        return None
    given = (
        Cited(share[0].value.as_written, cites(_claims(share))),
        Chrome(" of "),
        Cited(amount[0].value.as_written, cites(_claims(amount))),
    )
    unit = _unit(amount[0])
    text = f" comes to about {write_number(centre, unit)} ({write_interval(_rounded(computed), unit)})."
    line = (*given, Computed(text, cites(_claims((*share, *amount)))))
    title = f"{share[0].value.as_written} of {amount[0].value.as_written}"
    facts = tuple(dict.fromkeys(claim.fact for held in (*share, *amount) for claim in held.claims))
    return sourced(Answer(title, (Paragraph(line),), facts=facts), store)


def _cell(held: Held) -> Interval | None:
    """The rounding cell of a figure; a percentage as a share of one."""
    cell = held.value.cell if isinstance(held.value, Quantity) else None
    if cell is None or cell.low is None or cell.high is None or _unit(held) != "percent":
        return cell
    return Interval(cell.low / _HUNDRED, cell.high / _HUNDRED, cell.low_open, cell.high_open)


def _centre(held: Held) -> Decimal:
    interval = held.value.interval if isinstance(held.value, Quantity) else None
    low, high = (interval.low, interval.high) if interval else (None, None)
    return ((low or Decimal(0)) + (high or low or Decimal(0))) / 2


def _rounded(interval: Interval) -> Interval:
    """The ends to three figures, as a computed number is written."""
    step = Decimal(1).scaleb((interval.high or Decimal(1)).adjusted() - 2)
    low, high = ((end or Decimal(0)).quantize(step) for end in (interval.low, interval.high))
    return Interval(low, high)


def _unit(held: Held) -> str:
    return held.value.unit if isinstance(held.value, Quantity) else ""


def _claims(held: tuple[Held, ...]) -> tuple[Claim, ...]:
    return tuple(claim for item in held for claim in item.claims)

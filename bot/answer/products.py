"""What does a share of a sum come to, or a sum for a share imply, where both are figures that the sources give?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from bot.answer.elements import Answer, Chrome, Cited, Computed, Paragraph
from bot.answer.statements import cites, sourced
from bot.comparison import Comparison, Held
from bot.comparison.pair import same_value
from bot.fact import Claim, Store
from bot.store import Language
from bot.value import Bound, Interval, Quantity, QuantityKind
from bot.value.written import write_interval, write_number

_HUNDRED = Decimal(100)
_SUMS = (QuantityKind.MONEY, QuantityKind.NUMBER)


def product_reply(
    question: str, store: Store, comparisons: Mapping[str, Comparison], language: Language
) -> Answer | None:
    """The one percentage of the one sum in a question, or the whole that the sum for the percentage implies.

    None where no source gives one of them: only what sources give is combined. The figures are taken with their
    rounding cells, and the range is said.
    """
    hits = language.quantities.read(question)
    shares = [hit for hit in hits if hit.quantity.kind is QuantityKind.PERCENT]
    sums = [hit for hit in hits if hit.quantity.kind in _SUMS]
    if len(shares) != 1 or len(sums) != 1 or len(hits) != 2:  # noqa: PLR2004 # one of each and nothing else
        return None
    share, amount = (tuple(_holding(hit.quantity, comparisons)) for hit in (shares[0], sums[0]))
    between = question[sums[0].end : shares[0].start].split()
    implied = bool(set(between) & set(language.words.questions.exchanges))
    return _answer(share, amount, store, implied=implied) if share and amount else None


def _holding(figure: Quantity, comparisons: Mapping[str, Comparison]) -> Iterator[Held]:
    """Everything held that is this very figure."""
    for comparison in comparisons.values():
        for position in comparison.positions:
            value = position.value
            if isinstance(value, Quantity) and _is_the_same(value, figure):
                yield from position.held


def _is_the_same(held: Quantity, figure: Quantity) -> bool:
    """Whether a figure is the one that is held, or the middle of one that is hedged ("around $28 billion").

    "28 billion" without a currency is a sum in the one that is held.
    """
    if figure.kind is QuantityKind.NUMBER and held.kind is QuantityKind.MONEY:
        figure = replace(figure, kind=held.kind, unit=held.unit)
    return held.unit == figure.unit and (same_value(held, figure) or _is_middle(figure, held))


def _is_middle(figure: Quantity, hedged: Quantity) -> bool:
    """Whether a plain figure is the N of "about N", and not only within what that leaves open."""
    span, point = hedged.interval, figure.interval
    if hedged.bound is not Bound.ABOUT or not figure.is_plain or span is None or point is None:
        return False
    return span.low is not None and span.high is not None and point.low == (span.low + span.high) / 2


def _answer(share: tuple[Held, ...], amount: tuple[Held, ...], store: Store, *, implied: bool) -> Answer | None:
    left, right = _cell(share[0]), _cell(amount[0])
    if left is None or right is None or _centre(share[0]) == 0:
        return None
    part = _centre(share[0]) / _HUNDRED
    centre = _centre(amount[0]) / part if implied else _centre(amount[0]) * part
    computed = _divided(right, left) if implied else left.times(right)
    if computed is None:
        return None
    given = (
        Cited(share[0].value.as_written, cites(_claims(share))),
        Chrome(" for " if implied else " of "),
        Cited(amount[0].value.as_written, cites(_claims(amount))),
    )
    unit = _unit(amount[0])
    says = "puts the whole at" if implied else "comes to"
    text = f" {says} about {write_number(centre, unit)} ({write_interval(_rounded(computed), unit)})."
    line = (*given, Computed(text, cites(_claims((*share, *amount)))))
    title = f"{share[0].value.as_written} {'for' if implied else 'of'} {amount[0].value.as_written}"
    facts = tuple(dict.fromkeys(claim.fact for held in (*share, *amount) for claim in held.claims))
    return sourced(Answer(title, (Paragraph(line),), facts=facts), store)


def _divided(amount: Interval, share: Interval) -> Interval | None:
    """The whole of which `share` costs `amount`, where both have two ends above nothing."""
    ends = (amount.low, amount.high, share.low, share.high)
    if not all(ends):
        return None
    low, high, least, most = (end or Decimal(0) for end in ends)
    return Interval(low / most, high / least)


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

"""Do laws, headlines and events rest on facts that can carry them? (D)"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.lint.material import Material
from bot.problem import Problem
from bot.record import Event, Implies, Kind, Product, Ratio
from bot.value import PartialDate, QuantityKind
from bot.value.dates import edtf_days

_MEASURED = (Kind.MONEY, Kind.NUMBER)
_SHARES = (Kind.PERCENT, Kind.NUMBER)


def deal_problems(material: Material) -> Iterator[Problem]:
    """D: the kinds of the facts that laws and headlines name, and the dates of events."""
    deal = material.store.deal
    for number, law in enumerate(deal.laws):
        for code, text in _law(material, law):
            yield Problem(material.at(deal, "laws", number), code, f"{law.id}: {text}")
    for number, fact in enumerate(deal.headlines):
        if _kind(material, fact) is Kind.TEXT:
            place = material.at(deal, "headlines", number)
            yield Problem(place, "D004", f"{fact}: a headline needs a typed value, and this is own words")
    for event in material.store.events.values():
        yield from _event(material, event)


def _law(material: Material, law: Product | Ratio | Implies) -> Iterator[tuple[str, str]]:
    match law:
        case Product():
            yield from _product(material, law)
        case Ratio():
            yield from _ratio(material, law)
        case Implies():
            kinds = {_kind(material, side.fact) for side in (law.premise, law.conclusion)}
            if kinds - {Kind.READING, None}:
                yield "D003", "joins readings, and one of its facts is of another kind"


def _product(material: Material, law: Product) -> Iterator[tuple[str, str]]:
    kinds = [_kind(material, fact) for fact in law.of]
    gives = _kind(material, law.gives)
    if None in (*kinds, gives):
        return  # unknown facts are reported with the ids
    fits = gives in _MEASURED and any(one is gives and other in _SHARES for one, other in (kinds, reversed(kinds)))
    if not fits:
        yield (
            "D001",
            "multiplies a share or a count with money or a count, and gives the same kind as the latter",
        )


def _ratio(material: Material, law: Ratio) -> Iterator[tuple[str, str]]:
    kinds = {_kind(material, fact) for fact in (law.start, law.to)} - {None}
    if len(kinds) > 1 or kinds - {Kind.MONEY, Kind.PERCENT, Kind.NUMBER}:
        yield "D002", "compares two facts of the same measured kind"
    read = [hit.quantity.kind for hit in material.language.quantities.read(law.factor)]
    if read not in ([QuantityKind.FACTOR], [QuantityKind.NUMBER]):
        yield "D002", f"{law.factor!r} is no factor"


def _event(material: Material, event: Event) -> Iterator[Problem]:
    for rest in event.rests_on:
        if rest.partition("=")[0] in material.store.facts and not material.store.resting(rest):
            yield Problem(material.at(event, "rests_on"), "D008", f"{event.id}: no claim stands behind {rest}")
    yield from _dated(material, event)


def _dated(material: Material, event: Event) -> Iterator[Problem]:
    if not event.when:
        return
    place = material.at(event, "when")
    days = _days(event.when)
    if not days:
        yield Problem(place, "D005", f"{event.id}: {event.when!r} is no date in EDTF")
        return
    if not any(days[0] <= given[0] and given[1] <= days[1] for given in _given(material, event)):
        text = f"{event.id}: no claim that it rests on gives {event.when}, or a date within it"
        yield Problem(place, "D006", text)
    for before in event.after:
        earlier = material.store.events.get(before)
        if earlier and earlier.when and (first := _days(earlier.when)) and days[1] < first[0]:
            yield Problem(place, "D007", f"{event.id}: is dated before {before}, which it comes after")


def _given(material: Material, event: Event) -> Iterator[tuple[date, date]]:
    for rest in event.rests_on:
        for claim in material.store.resting(rest):
            if isinstance(claim.value, PartialDate) and (days := _days(claim.value.edtf)):
                yield days


def _days(edtf: str) -> tuple[date, date] | None:
    try:
        return edtf_days(edtf)
    except ValueError:
        return None


def _kind(material: Material, fact: str) -> Kind | None:
    known = material.store.facts.get(fact)
    return known.kind if known else None

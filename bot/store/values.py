"""What typed value does a claim's `value` mean? Raises ValueError with what is wrong, in a curator's words."""

from __future__ import annotations

from dataclasses import replace

from bot.fact import Value
from bot.record import FactRecord, Kind
from bot.store.language import Language
from bot.value import Names, OwnWords, QuantityKind, Reading

_MEASURED = {
    Kind.MONEY: QuantityKind.MONEY,
    Kind.PERCENT: QuantityKind.PERCENT,
    Kind.NUMBER: QuantityKind.NUMBER,
}


def read_value(written: str | tuple[str, ...], fact: FactRecord, language: Language) -> Value:
    """Read a claim's value as the kind of its fact."""
    if fact.kind is Kind.ENTITIES:
        return Names.of(*((written,) if isinstance(written, str) else written))
    if not isinstance(written, str):
        raise ValueError(f"the kind {fact.kind.value} takes one value, not a list")  # noqa: TRY004 # the curator wrote it
    match fact.kind:
        case Kind.ENTITY:
            return Names.of(written)
        case Kind.READING:
            return _reading(written, fact)
        case Kind.TEXT:
            return OwnWords(written)
        case Kind.DATE:
            return replace(language.dates.read_one(written), as_written=written)
        case kind:
            quantity = language.quantities.read_one(written, _MEASURED[kind])
            unit = fact.unit if kind is Kind.NUMBER and fact.unit else quantity.unit
            return replace(quantity, unit=unit, as_written=written)


def _reading(written: str, fact: FactRecord) -> Reading:
    if written not in fact.readings:
        raise ValueError(f"{written!r} is not one of the readings: {', '.join(fact.readings)}")
    return Reading(written)

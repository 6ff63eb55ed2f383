"""Is a claim's value read as the kind that its fact asks for?"""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.problem import Place
from bot.record import FactRecord, Kind
from bot.store.values import read_value
from bot.value import Bound, Names, OwnWords, PartialDate, Quantity, QuantityKind, Reading
from tests.sample.records import language


def fact(kind: Kind, unit: str | None = None) -> FactRecord:
    return FactRecord.model_validate(
        {
            "id": "size",
            "place": Place("size.yaml", 1),
            "question": "How large?",
            "about": ["kestrel"],
            "subject": "company",
            "kind": kind,
            "unit": unit,
            "readings": {"small": {"label": "small"}, "large": {"label": "large"}},
            "says": "{kestrel} is {value}",
            "claims": {"010": "silent"},
        }
    )


@pytest.mark.parametrize(
    ("kind", "written", "quantity", "unit", "bound"),
    [
        (Kind.MONEY, "over $2 billion", QuantityKind.MONEY, "USD", Bound.OVER),
        (Kind.PERCENT, "nearly half", QuantityKind.PERCENT, "percent", Bound.NEARLY),
        (Kind.NUMBER, "about 900", QuantityKind.NUMBER, "people", Bound.ABOUT),
    ],
)
def test_figures_are_read_with_hedge_and_unit(
    kind: Kind, written: str, quantity: QuantityKind, unit: str, bound: Bound
) -> None:
    """A figure keeps its hedge or bound, gets its unit, and is kept as the curator wrote it."""
    value = read_value(written, fact(kind, "people"), language())
    assert isinstance(value, Quantity)
    assert (value.kind, value.unit, value.bound, value.as_written) == (quantity, unit, bound, written)


def test_a_plain_figure_is_one_number() -> None:
    """Nothing but the number is left open."""
    value = read_value("$2.5 million", fact(Kind.MONEY), language())
    assert isinstance(value, Quantity)
    assert value.interval is not None
    assert (value.interval.low, value.interval.high) == (Decimal(2_500_000), Decimal(2_500_000))


@pytest.mark.parametrize(
    ("kind", "written", "value"),
    [
        (Kind.DATE, "spring 2024", PartialDate("2024-21", "spring 2024")),
        (Kind.ENTITY, "kestrel", Names(("kestrel",))),
        (Kind.ENTITIES, ("oakline", "kestrel", "oakline"), Names(("kestrel", "oakline"))),
        (Kind.ENTITIES, "kestrel", Names(("kestrel",))),
        (Kind.READING, "large", Reading("large")),
        (Kind.TEXT, "as large as a barn", OwnWords("as large as a barn")),
    ],
)
def test_other_kinds_are_read_as_such(kind: Kind, written: str | tuple[str, ...], value: object) -> None:
    """Dates keep their words; sets have neither order nor repetitions; readings are keys."""
    assert read_value(written, fact(kind), language()) == value


@pytest.mark.parametrize(
    ("kind", "written", "reason"),
    [
        (Kind.MONEY, "a lot", "one money expected, 0 found"),
        (Kind.MONEY, "$2 billion or $3 billion", "one money expected, 2 found"),
        (Kind.MONEY, "25%", "one money expected, 0 found"),
        (Kind.DATE, "last spring", "one date expected, 0 found"),
        (Kind.READING, "huge", "'huge' is not one of the readings: small, large"),
        (Kind.ENTITY, ("kestrel", "oakline"), "the kind entity takes one value, not a list"),
    ],
)
def test_what_is_no_value_of_the_kind_says_why(kind: Kind, written: str | tuple[str, ...], reason: str) -> None:
    """The message is for the curator."""
    with pytest.raises(ValueError, match=reason):
        read_value(written, fact(kind), language())

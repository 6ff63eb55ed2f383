"""Which facts are drawn where a rule of the comparison has to hold for all of them?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from hypothesis import strategies as st

from bot.fact import Claim, Fact, Value
from bot.record import Kind, Stage
from bot.value import Bound, Interval, Names, OwnWords, PartialDate, Quantity, Reading
from tests.comparison.building import SOURCES, fact, figure, readings, says, when

SCOPES = readings(
    "all",
    "part",
    "unit",
    "team",
    "advice",
    narrows={"unit": "part", "team": "unit"},
    stand=[("part", "advice")],
)

# Few numbers of several precisions with every bound, so that drawn figures often meet, touch and contain each other.
_NUMBERS = ("9", "10", "10.4", "14", "14.3", "14.25", "15", "15.0", "15.3", "16", "20")
_BOUNDS = ("", "", "about ", "nearly ", "just over ", "over ", "at least ", "up to ", "less than ")
_MONEY = (
    *(f"{bound}${number} billion" for bound in _BOUNDS for number in _NUMBERS),
    *(f"{bound}$14–15 billion" for bound in _BOUNDS),
    "$10–16 billion",
    "$9.5 billion to $10.4 billion",
)
_ODD = ("€15 billion", "billion-dollar", "several billion dollars")
_PERCENT = ("49%", "half", "nearly half", "about half", "a majority", "a minority", "over 49%", "49.5%", "50.5%", "51%")
_DATES = ("2016", "2024", "2024-21", "2024-22", "2024-24", "2024-05", "2024-05-12", "2025", "2025-01")
_NAMES = ("google", "microsoft", "openai")

KINDS = (Kind.MONEY, Kind.PERCENT, Kind.DATE, Kind.ENTITY, Kind.ENTITIES, Kind.READING, Kind.TEXT)


def values(kind: Kind, *, odd: bool = True) -> st.SearchStrategy[Value]:
    """Any value of a kind; `odd` draws other currencies and vague words too."""
    match kind:
        case Kind.MONEY:
            return st.sampled_from(_MONEY + (_ODD if odd else ())).map(figure)
        case Kind.PERCENT:
            return st.sampled_from(_PERCENT).map(figure)
        case Kind.DATE:
            return st.sampled_from(_DATES).map(when)
        case Kind.ENTITY:
            return st.sampled_from(_NAMES).map(Names.of)
        case Kind.ENTITIES:
            return st.lists(st.sampled_from(_NAMES), min_size=1).map(lambda ids: Names.of(*ids))
        case Kind.READING:
            return st.sampled_from(sorted(SCOPES)).map(Reading)
        case _:
            return st.sampled_from(("to catch up", "to lead")).map(OwnWords)


@st.composite
def claims(draw: st.DrawFn, kind: Kind, *, odd: bool = True) -> Claim:
    """A claim of any source; `odd` draws bases and qualifiers too."""
    return says(
        draw(st.sampled_from(SOURCES)),
        draw(values(kind, odd=odd)),
        stage=draw(st.sampled_from((None, Stage.TALKS, Stage.PLANNED, Stage.ANNOUNCED))),
        per=draw(st.sampled_from((None, None, None, "day"))) if odd else None,
        qualifier=draw(st.sampled_from((None, None, "voting", "non-voting"))) if odd else None,
        paragraph=draw(st.integers(1, 3)),
    )


@st.composite
def facts(draw: st.DrawFn, kinds: Sequence[Kind] = KINDS, *, odd: bool = True) -> Fact:
    """A fact of any kind, with up to eight claims of four sources."""
    kind = draw(st.sampled_from(kinds))
    said = draw(st.lists(claims(kind, odd=odd), max_size=8))
    is_reading = kind is Kind.READING
    return fact(
        *said,
        kind=kind,
        term=draw(st.booleans()),
        rungs=is_reading and draw(st.booleans()),
        open=is_reading and draw(st.booleans()),
        readings=SCOPES if is_reading else None,
    )


@st.composite
def restatements(draw: st.DrawFn, on: Fact) -> Claim:
    """A claim by which one of the sources says again, or less exactly, what it says already."""
    claim = draw(st.sampled_from(on.all_claims))
    again = replace(claim, citation=replace(claim.citation, paragraph=9))
    return replace(again, value=draw(st.sampled_from([claim.value, *broader(claim.value, on)])))


def broader(value: Value, on: Fact) -> list[Value]:
    """What contains a value, in a few ways."""
    match value:
        case Quantity() if value.interval:
            return [wider(value, by) for by in (Decimal(1), Decimal(10) ** 9, None)]
        case Reading(key) if not on.rungs and (above := SCOPES[key].narrows):
            return [Reading(above), *broader(Reading(above), on)]
        case Names(ids) if on.kind is Kind.ENTITIES:
            return [Names.of(*ids[1:])] if ids[1:] else []
        case PartialDate(edtf):
            year = when(edtf[:4])
            return [year] if value.interval.within(year.interval) else []
        case _:
            return []


def wider(quantity: Quantity, by: Decimal | None) -> Quantity:
    """A range around a quantity, by so much on each side, or a floor below it."""
    interval = quantity.interval or Interval(None, None)
    low = None if interval.low is None else interval.low - (by or 1)
    high = None if interval.high is None or by is None else interval.high + by
    bound = Bound.RANGE if low is not None and high is not None else Bound.AT_LEAST
    return replace(quantity, interval=Interval(low, high), bound=bound, hedged=False, as_written=f"wider by {by}")


def values_of(on: Fact) -> list[Value]:
    """The values of all claims."""
    return [claim.value for claim in on.all_claims]

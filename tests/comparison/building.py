"""How do tests of the comparison write facts and claims? In a line each, with what a case is not about left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from bot.comparison import Held, Relating, relate
from bot.fact import Citation, Claim, Fact, Value
from bot.problem import Place
from bot.record import Kind, Modality, ReadingRecord, Stage
from bot.store import Language, read_language
from bot.value import PartialDate, Quantity

NOWHERE = Place("drawn.yaml", 1)
SOURCES = ("000", "001", "002", "003")


@cache
def language() -> Language:
    """The package's own words; read once, since nothing changes them."""
    return read_language()


@cache
def figure(text: str) -> Quantity:
    """The one quantity that a text gives: "about $15 billion"."""
    (found,) = language().quantities.read(text)
    return found.quantity


def when(edtf: str) -> PartialDate:
    """A date by its EDTF."""
    return PartialDate(edtf, edtf)


def value(given: str | Value) -> Value:
    """A value as it is, or the quantity that a text gives."""
    return figure(given) if isinstance(given, str) else given


def says(  # noqa: PLR0913 # each keyword is one field that a case may be about
    source: str,
    given: str | Value,
    *,
    fact: str = "amount",
    stage: Stage | None = None,
    per: str | None = None,
    qualifier: str | None = None,
    modality: Modality = Modality.ASSERTED,
    according_to: str | None = None,
    paragraph: int = 1,
) -> Claim:
    """What a source says; the quote is the value itself."""
    typed = value(given)
    citation = Citation(source, paragraph, typed.as_written)
    return Claim(fact, typed, citation, (), stage, qualifier, per, modality, according_to, why=None, place=NOWHERE)


def fact(  # noqa: PLR0913 # each keyword is one field that a case may be about
    *claims: Claim,
    id: str = "amount",  # noqa: A002 # the name of the field
    kind: Kind = Kind.MONEY,
    term: bool = False,
    rungs: bool = False,
    open: bool = False,  # noqa: A002 # the name of the field
    readings: Mapping[str, ReadingRecord] | None = None,
    sources: Sequence[str] = SOURCES,
) -> Fact:
    """A fact with these claims; a source without one is silent."""
    return Fact(
        id=id,
        question="How much?",
        asked_as=(),
        about=(),
        subject="terms",
        kind=kind,
        unit=None,
        term=term,
        rungs=rungs,
        open=open,
        qualifiers=(),
        readings=readings or {},
        says="It is {value}",
        claims={source: tuple(claim for claim in claims if claim.source == source) for source in sources},
        place=NOWHERE,
    )


def readings(
    *keys: str, narrows: Mapping[str, str] | None = None, stand: Iterable[tuple[str, str]] = ()
) -> dict[str, ReadingRecord]:
    """A closed list of readings: `narrows` from the narrower to the wider, `stand` those that stand together."""
    beside: dict[str, tuple[str, ...]] = {}
    for left, right in stand:
        beside[left] = (*beside.get(left, ()), right)
    return {
        key: ReadingRecord.model_validate(
            {"label": key, "narrows": (narrows or {}).get(key), "with": beside.get(key, ())}
        )
        for key in keys
    }


def related(left: str | Value, right: str | Value, on: Fact | None = None) -> Relating:
    """How two values relate on a fact; on one of amounts where none is named."""
    return relate(value(left), value(right), on or fact())


def held(*claims: Claim) -> Held:
    """What claims of one source give."""
    return Held.of(claims)

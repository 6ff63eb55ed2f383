"""Is each claim's value what its quote gives, and of the form that its fact asks for? (V)"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from bot.article import normalise, tidy
from bot.fact import Claim, Fact
from bot.lint.evidence import QUANTITIES, counts, cues, figures, same_figure
from bot.lint.material import Material
from bot.lint.phrase import Span, find, words
from bot.problem import Problem
from bot.record import Kind
from bot.value import Names, OwnWords, PartialDate, Quantity, Reading

MOST_WORDS = 15  # of a value in own words: longer ones are several claims
_ALL = Decimal(100)


def value_problems(material: Material) -> Iterator[Problem]:
    """V: values, quotes against values, stages, qualifiers and units."""
    for fact in material.store.facts.values():
        yield from _form(material, fact)
        for claim in fact.all_claims:
            yield from _value(material, fact, claim)
            yield from _stage(material, fact, claim)
            yield from _qualifier(material, fact, claim)
            yield from _per(material, claim)


def _form(material: Material, fact: Fact) -> Iterator[Problem]:
    if bool(fact.readings) != (fact.kind is Kind.READING):
        yield Problem(fact.place, "V016", f"{fact.id}: `readings` belong to the kind `reading`, and to no other")
    if bool(fact.unit) != (fact.kind is Kind.NUMBER):
        yield Problem(fact.place, "V016", f"{fact.id}: `unit` belongs to the kind `number`, and to no other")
    held = {claim.value.key for claim in fact.all_claims if isinstance(claim.value, Reading)}
    for key, reading in fact.readings.items():
        if key not in held and not reading.held:
            place = material.at(fact, "readings", key)
            yield Problem(place, "V011", f"{fact.id}: no claim holds {key!r}, so it must say `held: never`")
        if key in held and not reading.cues:
            yield Problem(material.at(fact, "readings", key), "V008", f"{fact.id}: {key!r} has no cues")


def _value(material: Material, fact: Fact, claim: Claim) -> Iterator[Problem]:
    match claim.value:
        case Quantity() | PartialDate():
            yield from _figure(material, fact, claim, claim.value)
        case Names(ids):
            yield from _names(material, fact, claim, set(ids))
        case Reading(key):
            yield from _reading(material, fact, claim, key)
        case OwnWords(text) if len(words(text)) > MOST_WORDS:
            yield material.about(claim, "V012", f"{len(words(text))} words; at most {MOST_WORDS}")
        case _:
            pass


def _figure(material: Material, fact: Fact, claim: Claim, value: Quantity | PartialDate) -> Iterator[Problem]:
    yield from _range(material, claim, value)
    yield from _beside(material, fact, claim)
    found = [hit.figure for hit in figures(material, fact.kind, claim.citation.quote)]
    if len(found) != 1:
        listed = ", ".join(figure.as_written for figure in found) or "none"
        yield material.about(claim, "V002", f"the quote must give one {fact.kind.value}; it gives {listed}")
    elif not same_figure(value, found[0]):
        text = f"the value is {value.as_written!r}, but the quote gives {found[0].as_written!r}"
        yield material.about(claim, "V003", text)
    else:
        yield from _precision(material, fact, claim, value, found[0])


def _range(material: Material, claim: Claim, value: Quantity | PartialDate) -> Iterator[Problem]:
    if isinstance(value, Quantity) and value.unit == "percent" and value.interval:
        ends = [end for end in (value.interval.low, value.interval.high) if end is not None]
        if any(not 0 <= end <= _ALL for end in ends):
            yield material.about(claim, "V005", f"{value.as_written!r} is outside 0 to 100 percent")


def _beside(material: Material, fact: Fact, claim: Claim) -> Iterator[Problem]:
    """People read the value as it is written, so nothing may stand in it that is not compared.

    Of a date that does not exist ("31 June 2025") only the month is read, which leaves the day.
    """
    written = tidy(claim.written)
    for hit in figures(material, fact.kind, written):
        rest = f"{written[: hit.span.start]} {written[hit.span.end :]}".strip()
        if rest:
            yield material.about(claim, "V006", f"{rest!r} in the value is no part of {hit.figure.as_written!r}")


def _precision(
    material: Material, fact: Fact, claim: Claim, value: Quantity | PartialDate, given: Quantity | PartialDate
) -> Iterator[Problem]:
    if isinstance(value, Quantity) and isinstance(given, Quantity) and value.step != given.step:
        text = f"{value.as_written!r} is not written as precisely as {given.as_written!r} in the quote, or more so"
        yield material.about(claim, "V004", text)
    if fact.kind in QUANTITIES and fact.unit and not counts(fact.unit, claim.citation.quote):
        yield material.about(claim, "V003", f"the quote does not say that it counts {fact.unit}")


def _names(material: Material, fact: Fact, claim: Claim, value: set[str]) -> Iterator[Problem]:
    found = material.names.ids(claim.citation.quote)
    if (found - set(fact.about)) | (found & value) != value:
        given = ", ".join(sorted(found)) or "nobody"
        yield material.about(claim, "V007", f"the value is {claim.written}, but the quote names {given}")


def _reading(material: Material, fact: Fact, claim: Claim, key: str) -> Iterator[Problem]:
    if fact.readings[key].held:
        yield material.about(claim, "V010", f"{key!r} is marked `held: never`")
    own = cues(fact.readings[key], claim.citation.quote)
    if not own and fact.readings[key].cues:
        yield material.about(claim, "V008", f"no cue of {key!r} stands in the quote")
    for other in fact.readings:
        if other != key and (cue := _foreign_cue(fact, other, claim, own)):
            yield material.about(claim, "V009", f"the quote also bears {cue!r}, a cue of {other!r}")


def _foreign_cue(fact: Fact, other: str, claim: Claim, own: list[Span]) -> str | None:
    """A cue of another reading that is more than a part of a cue of the claimed one."""
    quote = normalise(claim.citation.quote)
    return next(
        (
            cue
            for cue in fact.readings[other].cues
            for span in find(cue, quote)
            if not any(span.within(longer) and span != longer for longer in own)
        ),
        None,
    )


def _stage(material: Material, fact: Fact, claim: Claim) -> Iterator[Problem]:
    if fact.term and not claim.stage:
        yield material.about(claim, "V013", "a claim on a term of the deal needs a `stage`")
    if claim.stage and not fact.term:
        yield material.about(claim, "V013", "`stage` belongs to facts with `term: true`, and to no other")


def _qualifier(material: Material, fact: Fact, claim: Claim) -> Iterator[Problem]:
    quote = normalise(claim.citation.quote)
    if claim.qualifier and claim.qualifier not in fact.qualifiers:
        listed = ", ".join(fact.qualifiers) or "none"
        yield material.about(claim, "V014", f"{claim.qualifier!r} is no qualifier of the fact ({listed})")
    elif claim.qualifier and not find(claim.qualifier, quote):
        yield material.about(claim, "V014", f"the qualifier {claim.qualifier!r} does not stand in the quote")
    for qualifier in fact.qualifiers:
        if qualifier != claim.qualifier and find(qualifier, quote):
            yield material.about(claim, "V015", f"the quote says {qualifier!r}, the claim does not")


def _per(material: Material, claim: Claim) -> Iterator[Problem]:
    if claim.per and not find(claim.per, normalise(claim.citation.quote)):
        yield material.about(claim, "V017", f"`per: {claim.per}`, but {claim.per!r} does not stand in the quote")

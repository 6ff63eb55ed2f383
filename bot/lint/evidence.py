"""What does a text give on a fact: which figures, dates, names or readings stand in it?"""

from __future__ import annotations

from dataclasses import dataclass

from bot.article import normalise, tidy
from bot.fact import Claim, Fact
from bot.lint.material import Material
from bot.lint.phrase import Span, find, find_any, words
from bot.record import Kind, ReadingRecord
from bot.value import Names, PartialDate, Quantity, QuantityKind, Reading

Figure = Quantity | PartialDate
QUANTITIES = {
    Kind.MONEY: QuantityKind.MONEY,
    Kind.PERCENT: QuantityKind.PERCENT,
    Kind.NUMBER: QuantityKind.NUMBER,
}


@dataclass(frozen=True)
class FoundFigure:
    """A figure of a fact's kind, and where it stands."""

    figure: Figure
    span: Span


def figures(material: Material, kind: Kind, text: str) -> list[FoundFigure]:
    """The quantities or dates of `kind` in a text; figures inside names ("Falcon 9") do not count."""
    text = material.names.without_names(tidy(text))
    if kind is Kind.DATE:
        return [FoundFigure(hit.date, Span(hit.start, hit.end)) for hit in material.language.dates.read(text)]
    if kind not in QUANTITIES:
        return []
    return [
        FoundFigure(hit.quantity, Span(hit.start, hit.end))
        for hit in material.language.quantities.read(text)
        if hit.quantity.kind is QUANTITIES[kind]
    ]


def same_figure(value: object, figure: Figure) -> bool:
    """True where a claim's value is what was read: interval, bound, hedge and unit; a vague one by its words.

    What a plain number counts is compared apart, since the word behind it is often an adjective.
    """
    if isinstance(value, PartialDate) and isinstance(figure, PartialDate):
        return value.edtf == figure.edtf
    if not isinstance(value, Quantity) or not isinstance(figure, Quantity) or value.kind is not figure.kind:
        return False
    if value.interval is None or figure.interval is None:
        return normalise(value.as_written) == normalise(figure.as_written)
    unit = value.kind is QuantityKind.NUMBER or value.unit == figure.unit
    return unit and _amount(value) == _amount(figure)


def counts(unit: str, text: str) -> bool:
    """True where the text names what is counted: singular, plural, or part of a hyphenated word."""
    given = {_singular(part) for word in words(text) for part in word.split("-")}
    return all(_singular(word) in given for word in words(unit))


def cues(reading: ReadingRecord, text: str) -> list[Span]:
    """Where the cues of a reading stand in a text."""
    return [span for _, span in find_any(reading.cues, normalise(text))]


def bears(material: Material, fact: Fact, claim: Claim, text: str) -> bool | None:
    """True where a text gives the value of a claim, among whatever else; None where no rule can tell (own words)."""
    match claim.value:
        case Quantity() | PartialDate():
            return any(same_figure(claim.value, hit.figure) for hit in figures(material, fact.kind, text))
        case Names(ids):
            return material.names.ids(text) >= set(ids)
        case Reading(key):
            return any(find(cue, normalise(text)) for cue in fact.readings[key].cues)
        case _:
            return None


def _amount(quantity: Quantity) -> tuple[object, ...]:
    return quantity.interval, quantity.bound, quantity.hedged


def _singular(word: str) -> str:
    return word.strip(".,;:!?()\"'").removesuffix("s")

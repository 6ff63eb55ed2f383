"""Does one text bear out the figures of another? The directional rule of claims, for two sentences without records."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from bot.comparison import Relation as Lying
from bot.comparison import figure_entails, relate_figures
from bot.pairing.link import link
from bot.pairing.mention import Mention, MentionReader
from bot.store import Language

_ANY_YEAR = 2000  # of days that no text gives a year: they are compared with each other only, and it has a 29 February


class Relation(StrEnum):
    """What the evidence makes of a claim."""

    SUPPORTS = "SUPPORTS"
    REFUTES = "REFUTES"
    OPEN = "NOT ENOUGH INFO"


@dataclass(frozen=True)
class Pairing:
    """The result: None as relation is a refusal, where the two do not speak of the same. `reason` is one sentence."""

    relation: Relation | None
    reason: str


class Pairer:
    """Weighs claims against evidence."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._mentions = MentionReader(language)

    def pair(self, claim: str, evidence: str) -> Pairing:
        """What the figures of `evidence` make of those of `claim`.

        One figure that the evidence excludes refutes the claim; it is supported where every figure of it is borne out.
        """
        year = self._year(claim, evidence)
        own, others = self._mentions.read(claim, year), self._mentions.read(evidence, year)
        if not own or not others:
            return Pairing(None, f"the {'evidence' if own else 'claim'} gives no figure")
        linked = link(own, others)
        found = {place: _relation(own[place], others[against]) for place, against in linked.items()}
        return _judged(own, others, linked, found)

    def _year(self, *texts: str) -> int:
        """The year of days without one: the only year that the texts give."""
        years = {date.date.edtf[:4] for text in texts for date in self._language.dates.read(text)}
        return int(years.pop()) if len(years) == 1 else _ANY_YEAR


def _relation(own: Mention, other: Mention) -> Relation:
    claimed = replace(own.quantity, kind=other.quantity.kind, unit=other.quantity.unit)
    if figure_entails(other.quantity, claimed):
        return Relation.SUPPORTS
    excluded = relate_figures(other.quantity, claimed).relation is Lying.EXCLUSIVE
    return Relation.REFUTES if excluded else Relation.OPEN


def _judged(
    own: tuple[Mention, ...], others: tuple[Mention, ...], linked: dict[int, int], found: dict[int, Relation]
) -> Pairing:
    def said(place: int, verb: str) -> str:
        return f"“{others[linked[place]].quantity.as_written}” {verb} “{own[place].quantity.as_written}”"

    for place, relation in found.items():
        if relation is Relation.REFUTES:
            return Pairing(relation, said(place, "excludes"))
    for place, mention in enumerate(own):
        if place not in found:
            return Pairing(None, f"nothing in the evidence measures the same as “{mention.quantity.as_written}”")
    for place, relation in found.items():
        if relation is Relation.OPEN:
            return Pairing(relation, said(place, "leaves open"))
    return Pairing(Relation.SUPPORTS, "; ".join(said(place, "bears out") for place in found))

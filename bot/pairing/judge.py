"""Does one text bear out the figures of another? The directional rule of claims, for two sentences."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.comparison import Relation as Lying
from bot.comparison import figure_entails, relate_figures
from bot.pairing.link import link
from bot.pairing.mention import Mention, MentionReader
from bot.store import Language

LONGEST = 4_000  # characters of a text; the work grows with the square of its figures
_ANY_YEAR = 2000  # for days that no text gives a year: they are only compared with each other; it has a 29 February


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


@dataclass(frozen=True)
class _Pair:
    """A figure of the claim and its counterpart, with what the one makes of the other."""

    claimed: Mention
    given: Mention

    @property
    def relation(self) -> Relation:
        return _relation(self.claimed, self.given)

    def said(self, verb: str) -> str:
        return f"“{self.given.quantity.as_written}” {verb} “{self.claimed.quantity.as_written}”"


class Pairer:
    """Weighs claims against evidence."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._mentions = MentionReader(language)

    def pair(self, claim: str, evidence: str) -> Pairing:
        """What the figures of `evidence` make of those of `claim`.

        One figure that the evidence excludes refutes the claim; it is supported where every figure of it is borne out.
        What the evidence leaves open is said only where it names the same; else the two may well speak of different
        things.
        """
        year = self._year(claim, evidence)
        claimed, given = self._mentions.read(claim, year), self._mentions.read(evidence, year)
        linked = link(claimed, given, _says_same)
        pairs = [_Pair(claimed[place], given[against]) for place, against in linked.items()]
        missing = [mention for place, mention in enumerate(claimed) if place not in linked]
        if not claimed or not given:
            return Pairing(None, f"the {'evidence' if claimed else 'claim'} gives no figure")
        return _refuted(pairs) or _unmatched(missing) or _left_open(pairs, claimed, given) or _supported(pairs)

    def _year(self, *texts: str) -> int:
        """The year of days without one: the only year that the texts give."""
        years = {date.date.edtf[:4] for text in texts for date in self._language.dates.read(text)}
        return int(years.pop()) if len(years) == 1 else _ANY_YEAR


def _relation(claimed: Mention, given: Mention) -> Relation:
    asserted = replace(claimed.quantity, kind=given.quantity.kind, unit=given.quantity.unit)
    if figure_entails(given.quantity, asserted):
        return Relation.SUPPORTS
    excluded = relate_figures(given.quantity, asserted).relation is Lying.EXCLUSIVE
    return Relation.REFUTES if excluded else Relation.OPEN


def _says_same(claimed: Mention, given: Mention, rival: Mention) -> bool:
    return _relation(claimed, given) is _relation(claimed, rival)


def _refuted(pairs: Iterable[_Pair]) -> Pairing | None:
    excluded = next((pair for pair in pairs if pair.relation is Relation.REFUTES), None)
    return Pairing(Relation.REFUTES, excluded.said("excludes")) if excluded else None


def _unmatched(missing: Iterable[Mention]) -> Pairing | None:
    for mention in missing:
        return Pairing(None, f"nothing in the evidence surely speaks of the same as “{mention.quantity.as_written}”")
    return None


def _left_open(pairs: Iterable[_Pair], claimed: Iterable[Mention], given: Iterable[Mention]) -> Pairing | None:
    left_open = next((pair for pair in pairs if pair.relation is Relation.OPEN), None)
    if not left_open:
        return None
    if _names_same(claimed, given):
        return Pairing(Relation.OPEN, left_open.said("leaves open"))
    return Pairing(None, "the evidence does not name what the claim is about")


def _names_same(claimed: Iterable[Mention], given: Iterable[Mention]) -> bool:
    """True where a name of the claim stands in the evidence, or the claim has none."""
    named, known = ({name for mention in side for name in mention.wording.names} for side in (claimed, given))
    return not named or bool(named & known)


def _supported(pairs: Iterable[_Pair]) -> Pairing:
    return Pairing(Relation.SUPPORTS, "; ".join(pair.said("bears out") for pair in pairs))

"""How many sources does a clause say speak as it does, and from whom does it say that they have it?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.record import Source, StatementWords


@dataclass(frozen=True)
class Voices:
    """Who is said to speak so, besides sources by name.

    `every` is True for "all sources", `count` their number where one is given, `speaking` True where only those are
    meant that speak on it at all. `credited` is whom the sources themselves name ("insiders").
    `none` is True for "no source".
    """

    every: bool = False
    count: int | None = None
    speaking: bool = False
    credited: str | None = None
    none: bool = False

    @property
    def counted(self) -> bool:
        """True where a clause says of how many sources it holds."""
        return self.every or self.none or self.count is not None

    def meant(self, speaking: tuple[str, ...], every: tuple[str, ...]) -> tuple[str, ...] | None:
        """The sources of which each must bear it: those `speaking` or all; None where it takes only so many."""
        if not self.every:
            return None
        return speaking if self.speaking or self.count == len(speaking) else every


NOBODY = Voices()


class VoiceReader:
    """Reads voices, and takes their words out of a text: they assert nothing of the deal."""

    def __init__(self, words: StatementWords, sources: Mapping[str, Source], credited: Iterable[str]) -> None:
        self._numbers = {str(number): number for number in range(1, len(sources) + 10)} | dict(words.tallies)
        self._pair = frozenset(words.both)
        number, every = _either(self._numbers), _either((*words.every, *words.both))
        kinds, say = _either(words.sources), _either((*words.agreeing, *words.attributions))
        which = rf"(?P<which>\s+(?:that|which|who)\s[^,;]*?(?=\s+(?:{say})\b))?"
        who = rf"(?P<every>{every})(?:\s+of)?(?:\s+the)?(?:\s+(?P<all>{number}))?|(?:the\s+)?(?P<some>{number})"
        who = rf"(?:{who}|(?P<none>{_either(words.none)})(?:\s+the)?(?:\s+(?:{number}))?)"
        self._tally = re.compile(rf"\b{who}\s+(?:{kinds})\b{which}(?:\s*,?\s*(?:{say})\b)?", re.IGNORECASE)
        names = _either(credited)
        self._credit = re.compile(rf"\b(?:according to (?P<to>{names})|(?P<by>{names})\s+(?:{say}))\b", re.IGNORECASE)
        self._credited = {name.casefold(): name for name in credited}

    def read(self, text: str) -> Voices:
        """The voices of a text."""
        tally, credit = self._tally.search(text), self._credit.search(text) if self._credited else None
        whom = self._credited[(credit["to"] or credit["by"]).casefold()] if credit else None
        if not tally:
            return Voices(credited=whom)
        every = (tally["every"] or "").casefold()
        number = self._numbers.get((tally["all"] or tally["some"] or "").casefold(), 2 if every in self._pair else None)
        return Voices(bool(every), number, tally["which"] is not None, whom, tally["none"] is not None)

    def without(self, text: str) -> str:
        """A text without the words that count its sources."""
        return self._tally.sub(" ", text)


def _either(phrases: Iterable[str]) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True)) or r"(?!)"

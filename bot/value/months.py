"""Where does a text name a month, and which figures are days of one?"""

from __future__ import annotations

from bot.value.tokens import Tokens
from bot.value.words import DateWords

_DAYS = range(1, 32)


class Months:
    """The names of months, the full one first in the word list.

    Those that are verbs too ("may", "march") count only where they are capitalised.
    """

    def __init__(self, words: DateWords) -> None:
        self._months = {spelling: month for month, spellings in words.months.items() for spelling in spellings}
        self._full = frozenset(spellings[0] for spellings in words.months.values())
        self._verbs = frozenset(words.months_and_verbs)
        self._fillers = frozenset(words.fillers)
        self._endings = frozenset(words.ordinal_endings)

    def at(self, tokens: Tokens, place: int) -> int:
        """The number of the month that `place` names; 0 for none."""
        month = self._months.get(tokens.word(place), 0)
        is_verb = tokens.word(place) in self._verbs and not tokens.between(place, place)[0].isupper()
        return 0 if is_verb else month

    def beside_day(self, tokens: Tokens, place: int) -> tuple[int, int, int] | None:
        """The month beside the day at `place`, and the first and last token of both: "March 29", "29th of March"."""
        if not is_day(tokens, place):
            return None
        before, behind = self._before_day(tokens, place), self._behind_day(tokens, place)
        if month := self.at(tokens, before):
            return month, before, place
        month = self.at(tokens, behind)
        return (month, place, behind) if month else None

    def _before_day(self, tokens: Tokens, place: int) -> int:
        """The place before, over the point of an abbreviation; a point behind a full name ends a sentence."""
        shortened = tokens[place - 1].text == "." and tokens.word(place - 2) not in self._full
        return place - 2 if shortened else place - 1

    def _behind_day(self, tokens: Tokens, place: int) -> int:
        place += 1
        if tokens[place].text in self._endings and tokens.touching(place):
            place += 1
        while tokens.word(place) in self._fillers:
            place += 1
        return place


def is_day(tokens: Tokens, place: int) -> bool:
    """True for a figure from 1 to 31 that can be the day of a month."""
    text = tokens[place].text
    return text.isdecimal() and len(text) <= 2 and int(text) in _DAYS  # noqa: PLR2004 # as days are written

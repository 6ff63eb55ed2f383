"""Which bare figure begins at a word: number, scale and unit, before anything hedges or bounds it?

The grammar is: [currency sign] number [scale] [currency word | percent | "/10" | "out of 10"]. All words come from
`words.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from bot.value.months import Months
from bot.value.quantity import QuantityKind, last_digit
from bot.value.tokens import Phrases, Tokens
from bot.value.words import NumberWords

_HUNDRED = Decimal(100)
_TENS_FROM = Decimal(20)  # from twenty on a number word may be followed by a unit: "twenty-seven"
_HALF = Decimal("0.5")
_TENTH = Decimal("0.1")  # the unit of the last digit of 0.5
_JOINTS = frozenset(":/,")
_SEPARATOR = re.compile(r"[,\s]")
_YEARS = range(1900, 2101)
_YEAR_DIGITS = 4


@dataclass(frozen=True)
class Figure:
    """A figure from token `first` to token `last`; `scaled` and `signed` tell what it writes out itself.

    `number` and `step` are as written, `factor` is what its scale words multiply them by.
    """

    first: int
    last: int
    number: Decimal
    step: Decimal
    factor: Decimal
    kind: QuantityKind
    unit: str
    scaled: bool = False
    signed: bool = False

    @property
    def value(self) -> Decimal:
        """The figure in full."""
        return self.number * self.factor

    @property
    def precision(self) -> Decimal:
        """The unit of the last written digit times the scale."""
        return self.step * self.factor

    def up_to(self, right: Figure) -> Figure:
        """The figure as the left end of a range: scale and unit that only the right end writes are its too."""
        factor = right.factor if right.scaled and not self.scaled else self.factor
        if self.kind is QuantityKind.NUMBER:
            return replace(self, factor=factor, kind=right.kind, unit=right.unit)
        return replace(self, factor=factor)


@dataclass(frozen=True)
class _Number:
    """A number as written, the unit of its last digit, and the place behind it."""

    value: Decimal
    step: Decimal
    behind: int


class FigureReader:
    """Reads the bare figure at a place."""

    def __init__(self, words: NumberWords, months: Months | None = None) -> None:
        self._words = words
        self._months = months
        self._scales = {word: scale.factor for scale in words.scales for word in scale.words}
        self._letters = {letter: scale.factor for scale in words.scales for letter in scale.letters}
        self._signs = Phrases({sign: code for code, money in words.currencies.items() for sign in money.before})
        self._units = {word: code for code, money in words.currencies.items() for word in money.after}
        self._percent = Phrases(dict.fromkeys(words.percent, QuantityKind.PERCENT))
        self._halves = Phrases(dict.fromkeys(words.halves, _HALF))
        self._and_a_half = Phrases(dict.fromkeys(words.and_a_half, _HALF))
        self._vague = Phrases(dict.fromkeys(words.vague, None))
        self._ranks = Phrases(dict.fromkeys(words.ranks, True))
        self._out_of = Phrases(dict.fromkeys(words.out_of, QuantityKind.SCORE))

    def at(self, tokens: Tokens, first: int, *, after_mark: bool = False) -> Figure | None:
        """The figure that begins at token `first`; years, days of a month, ranks ("2nd") and digits in names are none.

        `after_mark` says that a range mark stands before it, so that the dash joins no name ("Covid-19").
        """
        code, length = self._sign(tokens, first)
        number = self._number(tokens, first + length)
        if not number:
            return None
        factor, scaled, place = self._scale(tokens, number.behind, signed=bool(code))
        kind, unit, place = self._unit(tokens, place, code)
        in_name = not after_mark and _is_part_of_name(tokens, first)
        if kind is QuantityKind.NUMBER and (in_name or (not scaled and self._counts_nothing(tokens, first, place))):
            return None
        return Figure(first, place - 1, number.value, number.step, factor, kind, unit, scaled, bool(code))

    def currency(self, word: str) -> str | None:
        """The currency that a word behind an amount names, if any."""
        return self._units.get(word)

    def scale_length(self, tokens: Tokens, place: int) -> int:
        """How many tokens a scale word takes with the dash or article before it ("a billion"); 0 for none."""
        opened = tokens.is_dash(place) or tokens.word(place) in self._words.article_words
        return 1 + opened if tokens.word(place + opened) in self._scales else 0

    def _sign(self, tokens: Tokens, place: int) -> tuple[str, int]:
        found = self._signs.at(tokens, place)
        if not found or not all(tokens.touching(place + offset) for offset in range(1, found[1])):
            return "", 0
        return found

    def _number(self, tokens: Tokens, place: int) -> _Number | None:
        kinds: tuple[Callable[[Tokens, int], _Number | None], ...] = (_digits, self._half, self._spelled)
        number = next((found for read in kinds if (found := read(tokens, place))), None)
        half = self._and_a_half.at(tokens, number.behind) if number else None
        if number and half:
            return _Number(number.value + half[0], _TENTH, number.behind + half[1])
        return number

    def _half(self, tokens: Tokens, place: int) -> _Number | None:
        """Half of a scale word: "half a billion", "a half-million"; half of anything else is a share."""
        half = self._halves.at(tokens, place)
        if not half or not self.scale_length(tokens, place + half[1]):
            return None
        return _Number(half[0], _TENTH, place + half[1])

    def _spelled(self, tokens: Tokens, place: int) -> _Number | None:
        """Number words below a thousand; the scale word multiplies them later."""
        first = self._below_hundred(tokens, place) or self._article(tokens, place)
        if not first:
            return None
        behind = first.behind + tokens.is_dash(first.behind)
        if self._scales.get(tokens.word(behind)) != _HUNDRED:
            return first
        behind += 1
        rest = self._below_hundred(tokens, behind + (tokens.word(behind) in self._words.joining))
        if rest and self._scales.get(tokens.word(rest.behind)) != _HUNDRED:
            return _Number(first.value * _HUNDRED + rest.value, rest.step, rest.behind)
        return _Number(first.value * _HUNDRED, _HUNDRED, behind)

    def _below_hundred(self, tokens: Tokens, place: int) -> _Number | None:
        first = self._words.cardinals.get(tokens.word(place))
        if first is None:
            return None
        behind = place + 1 + tokens.is_dash(place + 1)
        ones = self._words.cardinals.get(tokens.word(behind), Decimal(0))
        if first >= _TENS_FROM and 0 < ones < 10:  # noqa: PLR2004  # the digits of one place
            return _Number(first + ones, Decimal(1), behind + 1)
        return _Number(first, Decimal(1), place + 1)

    def _article(self, tokens: Tokens, place: int) -> _Number | None:
        """One, as in "a billion"; but "a billion-dollar bet" gives no figure."""
        if tokens.word(place) not in self._words.article_words or self._vague.at(tokens, place + 1):
            return None
        return _Number(Decimal(1), Decimal(1), place + 1) if tokens.word(place + 1) in self._scales else None

    def _scale(self, tokens: Tokens, place: int, *, signed: bool) -> tuple[Decimal, bool, int]:
        """What the scale words multiply by ("two hundred thousand"), whether there is one, and the place behind."""
        letter = self._letters.get(tokens.word(place))
        if letter and (signed or tokens.touching(place)):
            return letter, True, place + 1
        factor, start = Decimal(1), place
        while by := self._scales.get(tokens.word(place + tokens.is_dash(place))):
            factor, place = factor * by, place + tokens.is_dash(place) + 1
        return factor, place > start, place

    def _unit(self, tokens: Tokens, place: int, sign: str) -> tuple[QuantityKind, str, int]:
        behind = place + tokens.is_dash(place)
        if percent := self._percent.at(tokens, behind):
            return QuantityKind.PERCENT, "percent", behind + percent[1]
        if code := self._units.get(tokens.word(behind)):
            return QuantityKind.MONEY, code, behind + 1
        if sign:
            return QuantityKind.MONEY, sign, place
        if most := self._most(tokens, place):
            return QuantityKind.SCORE, f"of {tokens[most].text}", most + 1
        return QuantityKind.NUMBER, tokens.word(behind), place

    def _most(self, tokens: Tokens, place: int) -> int:
        """Where the highest of a scale of scores stands ("4.6/10", "46 out of 100"); 0 for none, as in "5/10/2020"."""
        found = self._out_of.at(tokens, place)
        if not found:
            return 0
        most = place + found[1]
        goes_on = tokens[most + 1].text in _JOINTS and tokens.touching(most + 1)
        return most if tokens[most].text in self._words.score_scales and not goes_on else 0

    def _counts_nothing(self, tokens: Tokens, first: int, behind: int) -> bool:
        if self._ranks.before(tokens, first):
            return True
        if not tokens[first].is_figure:
            return False
        is_rank = tokens.touching(behind) and tokens[behind].text in self._words.ordinal_endings
        is_day = self._months is not None and self._months.beside_day(tokens, first) is not None
        return is_rank or is_day or _goes_on(tokens, behind) or _is_year(tokens[first].text)


def _is_year(number: str) -> bool:
    return len(number) == _YEAR_DIGITS and number.isdecimal() and int(number) in _YEARS


def _is_part_of_name(tokens: Tokens, place: int) -> bool:
    """True for the digits of "GPT4", "Covid-19", "18:00", "2000/01" and "2019–20", and the end of "catch-twenty"."""
    if not tokens.touching(place):
        return False
    if not tokens[place].is_figure:
        return tokens.is_hyphen(place - 1) and tokens.touching(place - 1) and tokens[place - 2].is_word
    if tokens.is_dash(place - 1) and tokens.touching(place - 1) and _is_year(tokens[place - 2].text):
        return True
    joint = tokens.is_hyphen(place - 1) or tokens[place - 1].text in _JOINTS
    return tokens[place - 1].is_word or (joint and tokens.touching(place - 1))


def _goes_on(tokens: Tokens, place: int) -> bool:
    """True where further figures are joined on: "15:00", "29/03/2020", "24/7"."""
    joined = tokens[place].text in _JOINTS and tokens.touching(place) and tokens.touching(place + 1)
    return joined and tokens[place + 1].is_figure


def _digits(tokens: Tokens, place: int) -> _Number | None:
    if not tokens[place].is_figure:
        return None
    number = Decimal(_SEPARATOR.sub("", tokens[place].text))
    return _Number(number, last_digit(number), place + 1)

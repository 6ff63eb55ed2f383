"""Which figures does a text give, with their hedges, bounds, scales and units?

Our own reader, because libraries lose what matters here: hedges, bounds and shared scales ("$14–15 billion").
All words come from `words.yaml`; the grammar is: [bound] amount [range mark amount] [bound].
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeVar

from bot.value.interval import Interval
from bot.value.quantity import Bound, Quantity, QuantityKind, bounded, hedge_unit, is_hedge
from bot.value.words import NumberWords

_TOKEN = re.compile(r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+|[^\W\d_]+(?:['’][^\W\d_]+)?|\S")
_DASH_SIGNS = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_YEARS = range(1900, 2101)


@dataclass(frozen=True)
class Found:
    """A quantity and where it stands in the text, hedges and unit included."""

    quantity: Quantity
    start: int
    end: int


@dataclass(frozen=True)
class _Token:
    text: str
    start: int
    end: int


@dataclass(frozen=True)
class _Amount:
    """A figure between two token positions, before hedges; `scaled` tells that it carries a scale word itself."""

    first: int
    last: int
    number: Decimal
    step: Decimal
    factor: Decimal
    scaled: bool
    kind: QuantityKind
    unit: str


_Phrase = tuple[str, ...]
_T = TypeVar("_T")


class QuantityReader:
    """Reads the quantities of a text."""

    def __init__(self, words: NumberWords) -> None:
        self._words = words
        self._before = _phrases({word: bound for bound, group in words.before.items() for word in group})
        self._after = _phrases({word: bound for bound, group in words.after.items() for word in group})
        self._between = {_split(word) for word in words.between}
        self._range_marks = set(words.range_marks)
        self._scales = {word: scale.factor for scale in words.scales for word in scale.words}
        self._letters = {letter: scale.factor for scale in words.scales for letter in scale.letters}
        self._signs = {sign: code for code, money in words.currencies.items() for sign in money.before}
        self._units = {word: code for code, money in words.currencies.items() for word in money.after}
        self._percent = _phrases(dict.fromkeys(words.percent, QuantityKind.PERCENT))
        self._shares = _phrases({word: share for share in words.shares for word in share.words})
        self._vague = _phrases(dict.fromkeys(words.vague, Bound.VAGUE))
        self._factors = words.factors

    def read(self, text: str) -> tuple[Found, ...]:
        """Every quantity of `text` in order; years are dates and are left out."""
        tokens = tuple(
            _Token(match[0], match.start(), match.end())
            for match in _TOKEN.finditer(text.translate(_DASH_SIGNS).lower())
        )
        found, place = [], 0
        while place < len(tokens):
            hit = self._at(tokens, place, text)
            if hit:
                found.append(hit[0])
            place = hit[1] if hit else place + 1
        return tuple(found)

    def read_one(self, text: str, kind: QuantityKind) -> Quantity:
        """The one quantity of `kind` in `text`. Raises ValueError where there is none or more."""
        found = [hit.quantity for hit in self.read(text) if hit.quantity.kind is kind]
        if len(found) != 1:
            raise ValueError(f"one {kind.value} expected, {len(found)} found in {text!r}")
        return found[0]

    def _at(self, tokens: tuple[_Token, ...], place: int, text: str) -> tuple[Found, int] | None:
        return (
            self._share_at(tokens, place, text)
            or self._amount_at(tokens, place, text)
            or self._vague_at(tokens, place, text)
            or self._factor_at(tokens, place, text)
        )

    def _vague_at(self, tokens: tuple[_Token, ...], place: int, text: str) -> tuple[Found, int] | None:
        phrase = _match(self._vague, tokens, place)
        if not phrase:
            return None
        last = place + len(phrase) - 1
        unit = self._units.get(tokens[last].text) or _word(tokens, last + 1)
        code = self._units.get(unit)
        last += code is not None and unit == _word(tokens, last + 1)
        kind = QuantityKind.MONEY if code or unit in self._words.currencies else QuantityKind.NUMBER
        written = text[tokens[place].start : tokens[last].end]
        quantity = Quantity(kind, code or unit, Bound.VAGUE, None, Decimal(0), written, hedged=True)
        return Found(quantity, tokens[place].start, tokens[last].end), last + 1

    def _share_at(self, tokens: tuple[_Token, ...], place: int, text: str) -> tuple[Found, int] | None:
        phrase = _match(self._shares, tokens, place)
        if not phrase:
            return None
        share = self._shares[phrase]
        last = place + len(phrase) - 1
        amount = _Amount(
            place, last, share.percent, Decimal(1), Decimal(1), False, QuantityKind.PERCENT, "percent"
        )
        return self._hedge(tokens, amount, None, text, share.bound)

    def _factor_at(self, tokens: tuple[_Token, ...], place: int, text: str) -> tuple[Found, int] | None:
        token = tokens[place]
        if token.text not in self._factors:
            return None
        number = self._factors[token.text]
        written = text[token.start : token.end]
        point = Interval.point(number)
        quantity = Quantity(QuantityKind.FACTOR, "times", Bound.EXACT, point, Decimal(1), written)
        return Found(quantity, token.start, token.end), place + 1

    def _amount_at(self, tokens: tuple[_Token, ...], place: int, text: str) -> tuple[Found, int] | None:
        left = self._amount(tokens, place)
        if not left:
            return None
        right = self._range_end(tokens, left)
        if right:
            left = _share_scale(left, right)
            right = replace(right, kind=left.kind, unit=left.unit) if left.kind is not right.kind else right
        return self._hedge(tokens, left, right, text, Bound.EXACT)

    def _range_end(self, tokens: tuple[_Token, ...], left: _Amount) -> _Amount | None:
        mark = left.last + 1
        if mark >= len(tokens):
            return None
        joins = tokens[mark].text in self._range_marks
        if tokens[mark].text == "and":
            joins = any(_ends_before(phrase, tokens, left.first) for phrase in self._between)
        right = self._amount(tokens, mark + 1) if joins else None
        if not right or not _can_range(left, right):
            return None
        return right

    def _amount(self, tokens: tuple[_Token, ...], first: int) -> _Amount | None:
        """The figure that begins at token `first`: [currency] number [scale] [currency | percent]."""
        sign = self._sign(tokens, first)
        place = first + (sign[1] if sign else 0)
        number = self._number(tokens, place)
        if not number:
            return None
        value, step, place = number
        factor, scaled, place = self._scale(tokens, place, bool(sign))
        kind, unit, place = self._unit(tokens, place, sign[0] if sign else "")
        plain = kind is QuantityKind.NUMBER and not scaled
        if plain and _not_a_count(tokens, first, place, self._words.ordinal_endings):
            return None
        return _Amount(first, place - 1, value, step, factor, scaled, kind, unit)

    def _sign(self, tokens: tuple[_Token, ...], place: int) -> tuple[str, int] | None:
        for length in (2, 1):
            written = "".join(token.text for token in tokens[place : place + length])
            if written in self._signs:
                return self._signs[written], length
        return None

    def _number(self, tokens: tuple[_Token, ...], place: int) -> tuple[Decimal, Decimal, int] | None:
        """Value, unit of the last written digit, and the place behind."""
        if place >= len(tokens):
            return None
        text = tokens[place].text
        if text[0].isdecimal() or (text[0] == "." and len(text) > 1):
            number = Decimal(text.replace(",", ""))
            exponent = number.as_tuple().exponent
            assert isinstance(exponent, int), "the token pattern admits finite figures only"
            return number, Decimal(1).scaleb(exponent), place + 1
        if text in self._words.article_words and self._scales.get(_word(tokens, place + 1)):
            return Decimal(1), Decimal(1), place + 1
        return self._cardinal(tokens, place)

    def _cardinal(self, tokens: tuple[_Token, ...], place: int) -> tuple[Decimal, Decimal, int] | None:
        """Number words up to ninety-nine, hyphenated or not; the scale word multiplies them later."""
        first = self._words.cardinals.get(tokens[place].text)
        if first is None:
            return None
        behind = place + 1
        skip = behind + (behind < len(tokens) and tokens[behind].text == "-")
        unit = self._words.cardinals.get(_word(tokens, skip))
        if first >= 20 and unit is not None and 0 < unit < 10:
            return first + unit, Decimal(1), skip + 1
        return first, Decimal(1), behind

    def _scale(self, tokens: tuple[_Token, ...], place: int, money: bool) -> tuple[Decimal, bool, int]:
        if place >= len(tokens):
            return Decimal(1), False, place
        skip = place + (tokens[place].text == "-" and _word(tokens, place + 1) in self._scales)
        word = _word(tokens, skip)
        if word in self._scales:
            return self._scales[word], True, skip + 1
        touching = tokens[place].start == tokens[place - 1].end
        if word in self._letters and (touching or money):
            return self._letters[word], True, place + 1
        return Decimal(1), False, place

    def _unit(self, tokens: tuple[_Token, ...], place: int, sign: str) -> tuple[QuantityKind, str, int]:
        if percent := _match(self._percent, tokens, place):
            return QuantityKind.PERCENT, "percent", place + len(percent)
        skip = place + (place < len(tokens) and tokens[place].text == "-")
        word = _word(tokens, skip)
        if word in self._units:
            return QuantityKind.MONEY, self._units[word], skip + 1
        if sign:
            return QuantityKind.MONEY, sign, place
        return QuantityKind.NUMBER, word, place

    def _hedge(
        self, tokens: tuple[_Token, ...], left: _Amount, right: _Amount | None, text: str, base: Bound
    ) -> tuple[Found, int]:
        """Apply the bound before or behind the figure and build the quantity."""
        first, last = left.first, (right or left).last
        bound = base
        if before := _match_before(self._before, tokens, first):
            bound, first = _combined(base, self._before[before]), first - len(before)
        elif behind := _match(self._after, tokens, last + 1):
            bound, last = _combined(base, self._after[behind]), last + len(behind)
        if right:
            first -= _between_length(self._between, tokens, left.first)
        written = text[tokens[first].start : tokens[last].end]
        return Found(_quantity(left, right, bound, written), tokens[first].start, tokens[last].end), last + 1


def _quantity(left: _Amount, right: _Amount | None, bound: Bound, written: str) -> Quantity:
    number, step = left.number * left.factor, left.step * left.factor
    if right:
        high = right.number * right.factor
        step = min(step, right.step * right.factor)
        interval, kind = Interval(number, high), Bound.RANGE
        return Quantity(left.kind, left.unit, kind, interval, step, written, is_hedge(bound))
    interval = bounded(bound, number, hedge_unit(number))
    if left.unit == "percent" and bound is Bound.OVER and number >= 50 and number <= 100:
        interval = replace(interval, high=Decimal(100))
    if left.unit == "percent" and bound is Bound.BELOW and number <= 100:
        interval = replace(interval, low=Decimal(0), low_open=True)
    return Quantity(left.kind, left.unit, bound, interval, step, written, is_hedge(bound))


def _combined(base: Bound, outer: Bound) -> Bound:
    """A bound before a share word: "more than half" bounds it; "a clear majority" stays what it is."""
    return outer if base is Bound.EXACT else base


def _share_scale(left: _Amount, right: _Amount) -> _Amount:
    """Give the left end of a range the scale and unit that only the right end writes."""
    if not left.scaled and right.scaled:
        left = replace(left, factor=right.factor)
    if left.kind is QuantityKind.NUMBER:
        left = replace(left, kind=right.kind, unit=right.unit)
    return left


def _can_range(left: _Amount, right: _Amount) -> bool:
    scaled = _share_scale(left, right)
    same = right.kind in (scaled.kind, QuantityKind.NUMBER)
    return same and scaled.number * scaled.factor < right.number * right.factor


def _not_a_count(tokens: tuple[_Token, ...], first: int, place: int, endings: tuple[str, ...]) -> bool:
    """Years are dates, "2nd" is an ordinal; neither counts anything."""
    number = tokens[first].text
    is_year = len(number) == 4 and number.isdecimal() and int(number) in _YEARS
    touching = place < len(tokens) and tokens[place].start == tokens[place - 1].end
    return is_year or (touching and tokens[place].text in endings and number.isdecimal())


def _split(phrase: str) -> _Phrase:
    return tuple(match[0] for match in _TOKEN.finditer(phrase.lower()))


def _phrases(table: dict[str, _T]) -> dict[_Phrase, _T]:
    longest_first = sorted(table, key=lambda phrase: -len(_split(phrase)))
    return {_split(phrase): table[phrase] for phrase in longest_first}


def _match(phrases: dict[_Phrase, _T], tokens: tuple[_Token, ...], place: int) -> _Phrase | None:
    return next((phrase for phrase in phrases if _begins_at(phrase, tokens, place)), None)


def _match_before(phrases: dict[_Phrase, _T], tokens: tuple[_Token, ...], place: int) -> _Phrase | None:
    return next((phrase for phrase in phrases if _ends_before(phrase, tokens, place)), None)


def _begins_at(phrase: _Phrase, tokens: tuple[_Token, ...], place: int) -> bool:
    return tuple(token.text for token in tokens[place : place + len(phrase)]) == phrase


def _ends_before(phrase: _Phrase, tokens: tuple[_Token, ...], place: int) -> bool:
    return place >= len(phrase) and _begins_at(phrase, tokens, place - len(phrase))


def _between_length(between: set[_Phrase], tokens: tuple[_Token, ...], place: int) -> int:
    return max((len(phrase) for phrase in between if _ends_before(phrase, tokens, place)), default=0)


def _word(tokens: tuple[_Token, ...], place: int) -> str:
    return tokens[place].text if place < len(tokens) and tokens[place].text[0].isalpha() else ""

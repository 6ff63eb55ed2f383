"""Which figures does a text give, with their hedges, bounds, scales and units?

Our own reader, because libraries lose what matters here: hedges, bounds and shared scales ("$14–15 billion").
All words come from `words.yaml`; the grammar is: [hedge or limit …] figure [range mark figure] [hedge or limit …].
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from bot.value.figure import Figure, FigureReader
from bot.value.interval import Interval
from bot.value.months import Months
from bot.value.quantity import Bound, Quantity, QuantityKind, bounded, last_digit
from bot.value.tokens import Phrases, Tokens
from bot.value.words import NumberWords, Share

_ONE = Decimal(1)
_MOST_BOUNDS = 3  # one behind another, looked through for a figure: "as many as about 5"; no limit to reading them
_SHARE = Interval(Decimal(0), Decimal(100), low_open=True)  # a share is more than nothing and at most all


@dataclass(frozen=True)
class Found:
    """A quantity and where it stands in the text, hedges and unit included."""

    quantity: Quantity
    start: int
    end: int


@dataclass(frozen=True)
class _Hit:
    """A quantity from token `first` to token `last`, its words not yet cut out of the text."""

    quantity: Quantity
    first: int
    last: int


@dataclass(frozen=True)
class _Frame:
    """What surrounds a figure: its hedge and its limit (EXACT for none), and where the words for both end."""

    hedge: Bound
    limit: Bound
    first: int
    last: int


class QuantityReader:
    """Reads the quantities of a text; given the names of months, days of a month are no quantities."""

    def __init__(self, words: NumberWords, months: Months | None = None) -> None:
        self._words = words
        self._figures = FigureReader(words, months)
        before = {Bound.EXACT: words.no_bounds, **words.before}
        self._before = Phrases({word: bound for bound, group in before.items() for word in group})
        self._after = Phrases({word: bound for bound, group in words.after.items() for word in group})
        self._between = Phrases(dict.fromkeys(words.between, Bound.RANGE))
        self._change = Phrases(dict.fromkeys(words.change, Bound.EXACT))
        self._shares = Phrases({word: share for share in words.shares for word in share.words})
        self._vague = Phrases(dict.fromkeys(words.vague, Bound.VAGUE))

    def read(self, text: str) -> tuple[Found, ...]:
        """Every quantity of `text` in order; years are dates and are left out."""
        tokens = Tokens(text)
        found, place = [], 0
        while place < len(tokens):
            hit = self._at(tokens, place)
            place = hit.last + 1 if hit else place + 1
            if hit:
                found.append(_cut_out(hit, tokens))
        return tuple(found)

    def read_one(self, text: str, kind: QuantityKind) -> Quantity:
        """The one quantity of `kind` in `text`. Raises ValueError where there is none or more."""
        found = [hit.quantity for hit in self.read(text) if hit.quantity.kind is kind]
        if len(found) != 1:
            raise ValueError(f"one {kind.value} expected, {len(found)} found in {text!r}")
        return found[0]

    def _at(self, tokens: Tokens, place: int) -> _Hit | None:
        """What stands at a place or behind the bounds that begin there, so that "as many as 5" is not vague."""
        behind = place
        for _ in range(_MOST_BOUNDS):
            bound = self._before.at(tokens, behind)
            behind += bound[1] if bound else 0
        found = self._unbounded_at(tokens, behind) if behind > place else None
        return found or self._unbounded_at(tokens, place)

    def _unbounded_at(self, tokens: Tokens, place: int) -> _Hit | None:
        return (
            self._share_at(tokens, place)
            or self._figure_at(tokens, place)
            or self._vague_at(tokens, place)
            or self._factor_at(tokens, place)
        )

    def _share_at(self, tokens: Tokens, place: int) -> _Hit | None:
        """A share in words, between nothing and all; not where the word means something else ("first half")."""
        found = self._shares.at(tokens, place)
        if not found or tokens.word(place - 1) in self._words.not_shares:
            return None
        share, length = found
        if self._figures.scale_length(tokens, place + length):
            return None
        last, step = place + length - 1, last_digit(share.percent)
        figure = Figure(place, last, share.percent, step, _ONE, QuantityKind.PERCENT, "percent")
        return self._framed(tokens, figure, figure, share)

    def _figure_at(self, tokens: Tokens, place: int) -> _Hit | None:
        left = self._figures.at(tokens, place)
        if not left:
            return None
        right = self._range_end(tokens, left)
        return self._framed(tokens, left.up_to(right), right) if right else self._framed(tokens, left, left)

    def _vague_at(self, tokens: Tokens, place: int) -> _Hit | None:
        """Words that give no figure, with what they measure: "several billion dollars"."""
        found = self._vague.at(tokens, place)
        if not found:
            return None
        behind = place + found[1]
        while more := self._vague.at(tokens, behind):
            behind += more[1]
        behind += self._figures.scale_length(tokens, behind)
        named = self._figures.currency(tokens.word(behind))
        code = named or self._figures.currency(tokens.word(behind - 1))
        kind = QuantityKind.MONEY if code else QuantityKind.NUMBER
        unit = code or tokens.word(behind)
        quantity = Quantity(kind, unit, Bound.VAGUE, None, Decimal(0), "", hedged=True)
        return _Hit(quantity, place, behind if named else behind - 1)

    def _factor_at(self, tokens: Tokens, place: int) -> _Hit | None:
        number = self._words.factors.get(tokens.word(place))
        if number is None:
            return None
        figure = Figure(place, place, number, last_digit(number), _ONE, QuantityKind.FACTOR, "times")
        return self._framed(tokens, figure, figure)

    def _range_end(self, tokens: Tokens, left: Figure) -> Figure | None:
        """The right end of the range that `left` begins, if it begins one; "from A to B" may tell of a change."""
        mark, opening = left.last + 1, self._opening(tokens, left.first)
        between = self._between.before(tokens, opening)
        marks = (*self._words.range_marks, *(self._words.joining if between else ()))
        if tokens[mark].text not in marks:
            return None
        right = self._figures.at(tokens, self._behind_hedge(tokens, mark + 1), after_mark=True)
        if not right or not _can_range(left, right, dashed=tokens.is_dash(mark)):
            return None
        changes = not between and self._change.before(tokens, opening)
        return None if changes and _is_complete(left, right) else right

    def _opening(self, tokens: Tokens, first: int) -> int:
        """Where the hedges and limits before a figure begin."""
        while before := self._before.before(tokens, first):
            first -= before[1]
        return first

    def _behind_hedge(self, tokens: Tokens, place: int) -> int:
        """Behind the hedge of a range's right end ("between about 14 and about 15"); a limit there makes no range."""
        hedge = self._before.at(tokens, place)
        return place + hedge[1] if hedge and hedge[0].is_hedge else place

    def _framed(self, tokens: Tokens, left: Figure, right: Figure, share: Share | None = None) -> _Hit:
        frame = self._frame(tokens, left, right)
        quantity = _share_quantity(left, share, frame) if share else _quantity(left, right, frame)
        between = self._between.before(tokens, frame.first) if left is not right else None
        return _Hit(quantity, frame.first - (between[1] if between else 0), frame.last)

    def _frame(self, tokens: Tokens, left: Figure, right: Figure) -> _Frame:
        """The hedges and limits around a figure; of two of a sort, the one nearer to it and before it counts."""
        before, first = self._bounds_before(tokens, left.first)
        inner, _ = self._bounds_before(tokens, right.first) if left is not right else ([], 0)
        after, last = self._bounds_after(tokens, right.last)
        bounds = (*before, *inner, *after)
        hedge = next((bound for bound in bounds if bound.is_hedge), Bound.EXACT)
        limit = next((bound for bound in bounds if not bound.is_hedge), Bound.EXACT)
        return _Frame(hedge, limit, first, last)

    def _bounds_before(self, tokens: Tokens, first: int) -> tuple[list[Bound], int]:
        found = []
        while before := self._before.before(tokens, first):
            found.append(before[0])
            first -= before[1]
        return found, first

    def _bounds_after(self, tokens: Tokens, last: int) -> tuple[list[Bound], int]:
        """The bounds behind a figure, as far as they do not belong to another one behind them."""
        found = []
        while (after := self._after.at(tokens, last + 1)) and not self._leads_on(tokens, last + 1, after[1]):
            found.append(after[0])
            last += after[1]
        return found, last

    def _leads_on(self, tokens: Tokens, first: int, length: int) -> bool:
        """True for the "at most" of "49% at most 3 people" and the "or more" of "49% or more than half"."""
        behind = first + length
        longer = ((place, self._before.at(tokens, place)) for place in range(first, behind))
        into_next = any(found and place + found[1] > behind for place, found in longer)
        return into_next or self._figures.at(tokens, behind) is not None


def _cut_out(hit: _Hit, tokens: Tokens) -> Found:
    written = replace(hit.quantity, as_written=tokens.between(hit.first, hit.last))
    return Found(written, tokens[hit.first].start, tokens[hit.last].end)


def _quantity(left: Figure, right: Figure, frame: _Frame) -> Quantity:
    interval = bounded(Interval(left.value, right.value), frame.hedge, frame.limit)
    step = min(left.precision, right.precision)
    return Quantity(left.kind, left.unit, _bound(left, right, frame), interval, step, "", _is_hedged(frame))


def _bound(left: Figure, right: Figure, frame: _Frame) -> Bound:
    if frame.limit is not Bound.EXACT:
        return frame.limit
    return frame.hedge if left is right else Bound.RANGE


def _share_quantity(figure: Figure, share: Share, frame: _Frame) -> Quantity:
    """A share word with its own bound ("majority") keeps it; "half" takes what stands around it."""
    if share.bound is not Bound.EXACT:
        frame = replace(frame, hedge=Bound.EXACT, limit=share.bound)
    quantity = _quantity(figure, figure, frame)
    return replace(quantity, interval=quantity.interval.overlap(_SHARE) if quantity.interval else None)


def _is_hedged(frame: _Frame) -> bool:
    return frame.hedge is not Bound.EXACT


def _can_range(left: Figure, right: Figure, *, dashed: bool) -> bool:
    """True where both measure the same; only behind a sign or a dash may the right end leave its unit out."""
    start = left.up_to(right)
    bare = right.kind is QuantityKind.NUMBER and (left.signed or dashed)
    same = bare or (start.kind, start.unit) == (right.kind, right.unit) or left.kind is QuantityKind.NUMBER
    return same and start.value < right.value


def _is_complete(left: Figure, right: Figure) -> bool:
    """True where the left end borrows nothing: "from $14 billion to $29 billion" tells of a change."""
    own_unit = left.kind is not QuantityKind.NUMBER or right.kind is QuantityKind.NUMBER
    return own_unit and (left.scaled or not right.scaled)

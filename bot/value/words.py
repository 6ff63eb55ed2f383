"""Which words hedge, bound, scale and count? The shape of the number and date parts of `words.yaml`."""

from __future__ import annotations

from decimal import Decimal

from pydantic import BaseModel, ConfigDict

from bot.value.quantity import Bound


class _Words(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Scale(_Words):
    """A scale word's factor and spellings; `letters` only count against the figure or behind a currency sign."""

    factor: Decimal
    words: tuple[str, ...]
    letters: tuple[str, ...] = ()


class Currency(_Words):
    """The signs before and the words after an amount of one currency."""

    before: tuple[str, ...]
    after: tuple[str, ...]


class Share(_Words):
    """A word for a share of the whole: `bound` and `percent`, as if written in figures."""

    bound: Bound
    percent: Decimal
    words: tuple[str, ...]


class NumberWords(_Words):
    """Everything the quantity reader knows of words.

    `before` and `after` hold hedges and limits by where they stand, `no_bounds` what only looks like one ("averaged
    over 40 reviews"). `between` opens a range that "and" joins, `change` the two ends of a change ("from 5% to 7%"),
    which is no range. `out_of` and one of `score_scales` make a score; a figure behind one of `ranks` counts nothing.
    """

    before: dict[Bound, tuple[str, ...]]
    after: dict[Bound, tuple[str, ...]]
    no_bounds: tuple[str, ...]
    between: tuple[str, ...]
    change: tuple[str, ...]
    joining: tuple[str, ...]
    range_marks: tuple[str, ...]
    scales: tuple[Scale, ...]
    currencies: dict[str, Currency]
    percent: tuple[str, ...]
    out_of: tuple[str, ...]
    score_scales: tuple[str, ...]
    cardinals: dict[str, Decimal]
    article_words: tuple[str, ...]
    halves: tuple[str, ...]
    and_a_half: tuple[str, ...]
    shares: tuple[Share, ...]
    not_shares: tuple[str, ...]
    factors: dict[str, Decimal]
    vague: tuple[str, ...]
    ordinal_endings: tuple[str, ...]
    ranks: tuple[str, ...]


class DateWords(_Words):
    """Months 1-12 and seasons by EDTF code (21 spring … 24 winter), each with its spellings.

    `fillers` may stand between the parts of a date, `ordinal_endings` behind its day; `months_and_verbs` are names of
    months that mean something else in lower case.
    """

    months: dict[int, tuple[str, ...]]
    months_and_verbs: tuple[str, ...]
    seasons: dict[int, tuple[str, ...]]
    fillers: tuple[str, ...]
    ordinal_endings: tuple[str, ...]

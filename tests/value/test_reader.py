"""Are the figures of a text read with everything that hedges, bounds and scales them, at their true places?"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.store import Language
from bot.value import Bound, Interval, NumberWords, QuantityKind, QuantityReader
from tests.value.notation import billions, interval


@pytest.mark.parametrize(
    ("text", "left_open", "hedged"),
    [
        ("up to about $15 billion", "(, 15.5)", True),
        ("at least around $15 billion", "[14.5, )", True),
        ("over roughly $15 billion", "(14.5, )", True),
        ("about $15 billion or more", "[14.5, )", True),
        ("$15 billion or so", "[14.5, 15.5)", True),
        ("$15 billion at most", "(, 15]", False),
        ("well over $15 billion", "(15, )", False),
        ("no more than $15 billion", "(, 15]", False),
        ("not less than $15 billion", "[15, )", False),
        ("$15 billion-plus", "[15, )", False),
        ("as many as about $15 billion", "(, 15.5)", True),
        ("over " * 900 + "$15 billion", "(15, )", False),
    ],
)
def test_no_bound_around_a_figure_is_lost(text: str, left_open: str, hedged: bool, quantities: QuantityReader) -> None:
    """Hedges and limits count wherever they stand, and together where there are several."""
    quantity = quantities.read_one(text, QuantityKind.MONEY)
    assert (quantity.interval, quantity.hedged) == (billions(left_open), hedged)


def test_what_only_looks_like_a_bound_is_none(quantities: QuantityReader) -> None:
    """What is averaged over forty reviews is not over forty; a bound behind such words still counts."""
    plain, bounded = quantities.read("averaged over 40 reviews, or averaged over less than 50 reviews")
    assert (plain.quantity.bound, plain.quantity.interval) == (Bound.EXACT, interval("[40, 40]"))
    assert (bounded.quantity.bound, bounded.quantity.interval) == (Bound.BELOW, interval("(, 50)"))


@pytest.mark.parametrize(
    ("text", "left_open", "bound", "hedged"),
    [
        ("$14–15 billion", "[14, 15]", Bound.RANGE, False),
        ("14-15 billion dollars", "[14, 15]", Bound.RANGE, False),
        ("$14 billion – $15 billion", "[14, 15]", Bound.RANGE, False),
        ("$900 million to $1.2 billion", "[0.9, 1.2]", Bound.RANGE, False),
        ("anywhere between $14 and $15 billion", "[14, 15]", Bound.RANGE, False),
        ("ranging from $14 billion to $15 billion", "[14, 15]", Bound.RANGE, False),
        ("from 14 to 15 billion dollars", "[14, 15]", Bound.RANGE, False),
        ("about $14 to $15 billion", "[13.5, 15.5)", Bound.RANGE, True),
        ("between about $14 and about $15 billion", "[13.5, 15.5)", Bound.RANGE, True),
        ("over $14 to $15 billion", "(14, )", Bound.OVER, False),
        ("up to $14-15 billion", "(, 15]", Bound.UP_TO, False),
        ("$14-15 billion or more", "[14, )", Bound.AT_LEAST, False),
    ],
)
def test_two_figures_make_a_range(
    text: str, left_open: str, bound: Bound, hedged: bool, quantities: QuantityReader
) -> None:
    """A range has both ends; what hedges it blurs both, what limits it leaves one."""
    quantity = quantities.read_one(text, QuantityKind.MONEY)
    assert (quantity.interval, quantity.bound, quantity.hedged) == (billions(left_open), bound, hedged)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("rose from $14 billion to $29 billion", ["$14 billion", "$29 billion"]),
        ("grew from 5% to 7%", ["5%", "7%"]),
        ("from $15 billion to $14 billion", ["$15 billion", "$14 billion"]),
        ("$14 billion and $15 billion", ["$14 billion", "$15 billion"]),
        ("5% to 7 people", ["5%", "7"]),
        ("$14 to €15", ["$14", "€15"]),
        ("$14 billion to over $15 billion", ["$14 billion", "over $15 billion"]),
        ("49%, at most 3 people", ["49%", "at most 3"]),
        ("$10 billion or more than half", ["$10 billion", "more than half"]),
    ],
)
def test_what_is_no_range_stays_apart(text: str, figures: list[str], quantities: QuantityReader) -> None:
    """A change, a list, two units or a falling order give two figures, each with its own bound."""
    assert [found.quantity.as_written for found in quantities.read(text)] == figures


@pytest.mark.parametrize(
    ("text", "left_open"),
    [
        ("doubled", "[2, 2]"),
        ("more than doubled", "(2, )"),
        ("nearly twice", "[1.8, 2)"),
        ("almost tripled", "[2.7, 3)"),
        ("halved", "[0.5, 0.5]"),
    ],
)
def test_words_for_times_are_factors(text: str, left_open: str, quantities: QuantityReader) -> None:
    """Double, twice and their like are factors, hedged and bounded as any figure."""
    assert quantities.read_one(text, QuantityKind.FACTOR).interval == interval(left_open)


@pytest.mark.parametrize(
    "text", ["in the first half of the year", "founded in 2016", "the 2nd series", "A new era.", "", "§ ∞ 🙂"]
)
def test_a_text_without_figures_gives_none(text: str, quantities: QuantityReader) -> None:
    """Years, ranks and halves of a year measure nothing."""
    assert quantities.read(text) == ()


def test_each_figure_stands_where_it_was_read(quantities: QuantityReader) -> None:
    """A found quantity names its span, hedges and unit included, also behind letters that change in lower case."""
    text = "İlk: invests about $15 billion for a 49% stake"
    assert [text[found.start : found.end] for found in quantities.read(text)] == ["about $15 billion", "49%"]


def test_a_vague_phrase_is_one_quantity_with_its_scale(quantities: QuantityReader) -> None:
    """The scale behind vague words belongs to them."""
    text = "costs hundreds of millions of dollars a year"
    assert [found.quantity.as_written for found in quantities.read(text)] == ["hundreds of millions of dollars"]


@pytest.mark.parametrize(("text", "count"), [("no figure", 0), ("$14 billion, not $15 billion", 2), ("49%", 0)])
def test_one_quantity_is_exactly_one(text: str, count: int, quantities: QuantityReader) -> None:
    """Where one amount is asked for, none or two are refused with their number."""
    with pytest.raises(ValueError, match=f"one money expected, {count} found"):
        quantities.read_one(text, QuantityKind.MONEY)


# Pieces that the grammar knows, so that drawn texts come near to every branch of it.
PIECES = "over about – - to and from between $ € % 5 49 2016 half a billion k dollars , . few + more or nearly two"


@given(st.text() | st.lists(st.sampled_from(PIECES.split())).map(" ".join))
def test_no_text_is_too_much_for_the_reader(quantities: QuantityReader, text: str) -> None:
    """Whatever is typed, each quantity is the text at its place, no two share a place, and none is empty."""
    found = quantities.read(text)
    assert [hit.quantity.as_written for hit in found] == [text[hit.start : hit.end] for hit in found]
    places = [place for hit in found for place in (hit.start, hit.end)]
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)
    assert not any(hit.quantity.interval.is_empty for hit in found if hit.quantity.interval)


@dataclass(frozen=True)
class Spelled:
    """A quantity in words, and what it must be read as."""

    text: str
    kind: QuantityKind
    unit: str
    interval: Interval


@st.composite
def spellings(draw: st.DrawFn, words: NumberWords) -> Spelled:
    """Any figure with any scale, unit, hedge and limit of the word lists, in any of their spellings."""
    number = Decimal(draw(st.integers(1, 99_999))).scaleb(-draw(st.integers(0, 2)))
    scale = draw(st.sampled_from(words.scales))
    code = draw(st.sampled_from(sorted(words.currencies)))
    hedge, limit = draw(st.sampled_from(HEDGES)), draw(st.sampled_from(LIMITS))
    figure = f"{number} {draw(st.sampled_from(scale.words))}"
    text = draw(st.sampled_from(with_currency(figure, words.currencies[code].before, words.currencies[code].after)))
    for bound in (hedge, limit):
        text = f"{draw(st.sampled_from(words.before[bound]))} {text}" if bound else text
    left_open = opened(number * scale.factor, hedge, limit)
    return Spelled(draw(st.sampled_from((text, text.upper()))), QuantityKind.MONEY, code, left_open)


HEDGES = (None, Bound.ABOUT, Bound.NEARLY, Bound.JUST_OVER)
LIMITS = (None, Bound.OVER, Bound.AT_LEAST, Bound.UP_TO, Bound.BELOW)


def with_currency(figure: str, before: tuple[str, ...], after: tuple[str, ...]) -> list[str]:
    spaced = [f"{sign} {figure}" for sign in before if sign[-1].isalpha()]
    return [*spaced, *(f"{sign}{figure}" for sign in before), *(f"{figure} {word}" for word in after)]


def last_unit(number: Decimal) -> Decimal:
    """The unit of the last digit that is not zero."""
    whole, _, decimals = f"{number:f}".partition(".")
    if decimals := decimals.rstrip("0"):
        return Decimal(1).scaleb(-len(decimals))
    return Decimal(1).scaleb(len(whole) - len(whole.rstrip("0")))


def opened(figure: Decimal, hedge: Bound | None, limit: Bound | None) -> Interval:
    """What the rules' table says, written apart from the code under test."""
    size = min(last_unit(figure), figure / 10)
    low, high, low_open, high_open = {
        None: (figure, figure, False, False),
        Bound.ABOUT: (figure - size / 2, figure + size / 2, False, True),
        Bound.NEARLY: (figure - size, figure, False, True),
        Bound.JUST_OVER: (figure, figure + size, True, False),
    }[hedge]
    return {
        None: Interval(low, high, low_open, high_open),
        Bound.OVER: Interval(low, None, low_open=True),
        Bound.AT_LEAST: Interval(low, None, low_open=low_open),
        Bound.UP_TO: Interval(None, high, high_open=high_open),
        Bound.BELOW: Interval(None, high, high_open=True),
    }[limit]


@settings(max_examples=400)  # there are some thousand spellings
@given(st.data())
def test_every_spelling_of_a_quantity_is_read_as_the_same(
    language: Language, quantities: QuantityReader, data: st.DataObject
) -> None:
    """Bounds, scales and currencies give the interval of the rules in each of their spellings and cases."""
    spelled = data.draw(spellings(language.words.numbers))
    (found,) = quantities.read(spelled.text)
    quantity = found.quantity
    assert (quantity.kind, quantity.unit, quantity.interval) == (spelled.kind, spelled.unit, spelled.interval)
    assert quantity.as_written == spelled.text


@given(st.integers(1, 998), st.data())
def test_a_range_is_read_from_all_its_spellings(quantities: QuantityReader, low: int, data: st.DataObject) -> None:
    """Any range mark joins the ends, and scale and currency may stand at one end or at both."""
    high = data.draw(st.integers(low + 1, 999))
    mark = data.draw(st.sampled_from(["–", "-", " – ", " to ", " and "]))
    opening = data.draw(st.sampled_from(["between ", "somewhere between "])) if mark == " and " else ""
    left = data.draw(st.sampled_from([f"${low}", f"{low}", f"${low} billion", f"{low} billion", f"${low}B"]))
    right = data.draw(st.sampled_from([f"{high} billion dollars", f"${high} billion", f"${high}B"]))
    quantity = quantities.read_one(f"{opening}{left}{mark}{right}", QuantityKind.MONEY)
    assert quantity.interval == billions(f"[{low}, {high}]")

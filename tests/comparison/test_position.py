"""Which values stand side by side on a fact, and which of them can all hold together?"""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given

from bot.comparison import Position, Side, compare
from bot.comparison.held import pairs_of
from bot.comparison.position import MOST_SIDES, positions_of, sides_of
from bot.fact import Claim, Fact, Value
from bot.record import Kind, Stage
from bot.value import Interval, Names, PartialDate, Quantity, Reading
from tests.comparison.building import fact, held, readings, says, when
from tests.comparison.strategies import SCOPES, facts
from tests.value.notation import billions

FIGURES = (Kind.MONEY, Kind.PERCENT, Kind.DATE)


def stood(on: Fact, *claims: Claim) -> tuple[tuple[Position, ...], tuple[Side, ...]]:
    """The positions and sides of claims that each stand alone."""
    values = [held(claim) for claim in claims]
    positions = positions_of(values, on)
    return positions, sides_of(positions, pairs_of(values, on))[0]


def sided(*figures: str | Value) -> list[tuple[list[str], Interval | None]]:
    """The sides of figures or dates, one from each source: what stands on each, and its common part."""
    _, sides = stood(fact(), *(says(f"{place:03}", given) for place, given in enumerate(figures)))
    return [([position.written for position in side.positions], side.common) for side in sides]


def test_a_position_is_one_value_with_all_that_stands_behind_it() -> None:
    """Equal values are one position in the words of the first source, with all claims, sources and citations."""
    on = fact(term=True)
    claims = [
        says("002", "15 billion dollars", stage=Stage.PLANNED, paragraph=2),
        says("001", "$15B", stage=Stage.ANNOUNCED, paragraph=7),
    ]
    ((position,), _) = stood(on, *claims)
    assert (position.written, position.sources, position.stage) == ("$15B", ("001", "002"), Stage.ANNOUNCED)
    assert position.claims == (claims[1], claims[0])
    assert [citation.paragraph for citation in position.citations] == [7, 2]


def test_a_united_set_is_written_as_it_is_united() -> None:
    """A position of names shows all of them, not those of one claim."""
    on = fact(
        says("000", Names.of("openai")),
        says("000", Names.of("nvidia"), paragraph=2),
        kind=Kind.ENTITIES,
    )
    assert [position.written for position in compare(on).positions] == ["nvidia, openai"]


def test_figures_stand_by_size_and_readings_as_listed() -> None:
    """Positions have an order that files cannot change: size for figures, the fact's own order for readings."""
    figures, _ = stood(fact(), says("000", "$15B"), says("001", "over $10B"), says("002", "up to $20B"))
    assert [position.written for position in figures] == ["up to $20B", "over $10B", "$15B"]
    on = fact(kind=Kind.READING, readings=SCOPES)
    listed, _ = stood(on, says("000", Reading("unit")), says("001", Reading("all")))
    assert [position.written for position in listed] == ["all", "unit"]


@pytest.mark.parametrize(
    ("figures", "sides"),
    [
        (["$15B"], [(["$15B"], "[15, 15]")]),
        (
            ["over $10B", "$14–15B", "about $15B", "$15B"],
            [(["over $10B", "$14–15B", "about $15B", "$15B"], "[15, 15]")],
        ),
        (["$29B", "about $28B"], [(["about $28B"], "[27.5, 28.5)"), (["$29B"], "[29, 29]")]),
        (
            ["$10–13B", "$12–16B", "$15B"],
            [(["$10–13B", "$12–16B"], "[12, 13]"), (["$12–16B", "$15B"], "[15, 15]")],
        ),
        (["$14B", "$14.3B"], [(["$14B", "$14.3B"], "[14.3, 14.3]")]),
        (["$14B", "$13.8B", "$14.3B"], [(["$13.8B", "$14B"], "[13.8, 13.8]"), (["$14B", "$14.3B"], "[14.3, 14.3]")]),
        (["$14B", "$14.3B", "$14.25B"], [(["$14B", "$14.25B", "$14.3B"], "[14.25, 14.25]")]),
        (["$14B", "$14.3B", "$14–15B"], [(["$14B", "$14–15B", "$14.3B"], "[14.3, 14.3]")]),
    ],
)
def test_a_side_is_a_largest_set_that_can_hold_together(figures: list[str], sides: list[tuple[list[str], str]]) -> None:
    """Compatibility is not transitive, so a position may stand on two sides; each side tells its common part."""
    assert sided(*figures) == [(written, billions(common)) for written, common in sides]


def test_dates_of_a_side_have_their_common_days() -> None:
    """The common part of dates is in days."""
    (((written), common),) = sided(when("2024"), when("2024-21"))
    assert (written, common) == (["2024", "2024-21"], when("2024-21").interval)


@pytest.mark.parametrize("given", [["$15B", "€15B"], ["$15B", "billion-dollar"], ["$15B", when("2016")]])
def test_what_is_measured_otherwise_has_no_common_part(given: list[str | Value]) -> None:
    """Other currencies, vague words and other kinds do not exclude each other, and share no figure."""
    assert [common for _, common in sided(*given)] == [None]


def test_figures_on_two_bases_have_no_common_part() -> None:
    """What is counted by the day shares no figure with what is counted by the week."""
    _, (side,) = stood(fact(), says("001", "$5", per="day"), says("002", "$5", per="week"))
    assert (len(side.positions), side.common) == (2, None)


def test_a_disjoint_figure_of_the_talks_stands_on_a_side_of_its_own() -> None:
    """Superseded or not, two figures that share nothing cannot both hold."""
    on = fact(term=True)
    _, sides = stood(on, says("000", "$10B", stage=Stage.TALKS), says("001", "$15B", stage=Stage.PLANNED))
    assert [side.common for side in sides] == [billions("[10, 10]"), billions("[15, 15]")]


def test_readings_stand_on_the_sides_that_they_allow() -> None:
    """What narrows a reading stands beside it, what it excludes does not."""
    on = fact(kind=Kind.READING, readings=SCOPES)
    claims = [says(f"{place:03}", Reading(key)) for place, key in enumerate(("all", "part", "unit"))]
    _, sides = stood(on, *claims)
    assert [[position.written for position in side.positions] for side in sides] == [["all"], ["part", "unit"]]


def test_sides_beyond_the_most_are_told_and_not_listed() -> None:
    """Readings that stand together in exponentially many ways end in a list, and it says that there are more."""
    keys = [f"r{number}" for number in range(60)]
    stand = [(left, right) for left, right in combinations(keys, 2) if int(left[1:]) // 3 != int(right[1:]) // 3]
    sources = [f"{number:03}" for number in range(60)]
    claims = [says(source, Reading(key)) for source, key in zip(sources, keys, strict=True)]
    result = compare(fact(*claims, kind=Kind.READING, readings=readings(*keys, stand=stand), sources=sources))
    assert (len(result.sides), result.more_sides) == (MOST_SIDES, True)
    assert {len(side.positions) for side in result.sides} == {20}


def test_without_claims_there_are_no_sides() -> None:
    """A fact on which all are silent has neither positions nor sides."""
    assert (compare(fact()).positions, compare(fact()).sides) == ((), ())


@given(facts(FIGURES, odd=False))
def test_a_side_of_figures_always_has_a_common_part(on: Fact) -> None:
    """Positions that are compatible in pairs share something all together, and it lies in every one of them."""
    for side in compare(on).sides:
        assert side.common is not None
        assert all(side.common.within(widest(item.value)) for position in side.positions for item in position.held)


@given(facts())
def test_sides_are_maximal_sets_without_an_exclusion(on: Fact) -> None:
    """No two positions of a side exclude each other, no side lies within another, each position stands on one."""
    result = compare(on)
    apart = [(pair.left, pair.right) for pair in result.pairs if not pair.relating.together]
    members = [[item for position in side.positions for item in position.held] for side in result.sides]
    assert not any(left in side and right in side for side in members for left, right in apart)
    keys = [frozenset(map(id, side.positions)) for side in result.sides]
    assert not any(left < right for left in keys for right in keys)
    assert {key for side in keys for key in side} == set(map(id, result.positions))


@given(facts())
def test_positions_part_what_is_held(on: Fact) -> None:
    """Each held value stands behind exactly one position, and all behind one are the same value."""
    result = compare(on)
    behind = [item for position in result.positions for item in position.held]
    assert len(behind) == len(set(map(id, behind)))
    assert {item for pair in result.pairs for item in (pair.left, pair.right)} <= set(behind)


def widest(value: Value) -> Interval:
    """The rounding cell of a figure, or the days of a date."""
    interval = value.cell if isinstance(value, Quantity) else value.interval if isinstance(value, PartialDate) else None
    assert interval is not None
    return interval

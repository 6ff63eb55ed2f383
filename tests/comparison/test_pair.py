"""Does one value lie to another as the rules say, with the reason and the gap, whichever comes first?"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given

from bot.comparison import Reason, Relation, Severity, relate
from bot.comparison.pair import identity, narrower, same_value
from bot.fact import Fact, Value
from bot.record import Kind
from bot.value import Interval, Names, OwnWords, Reading
from tests.comparison.building import fact, figure, readings, related, when
from tests.comparison.strategies import SCOPES, facts, values_of
from tests.value.notation import billions


@pytest.mark.parametrize(
    ("left", "right", "reason", "common"),
    [
        ("$14–15 billion", "$15 billion", Reason.RANGE, "[15, 15]"),
        ("$14–15 billion", "about $15 billion", Reason.RANGE, "[14.5, 15]"),
        ("over $10 billion", "$15 billion", Reason.FLOOR, "[15, 15]"),
        ("at least $15 billion", "$15 billion", Reason.FLOOR, "[15, 15]"),
        ("over $10 billion", "up to $15 billion", Reason.FLOOR, "(10, 15]"),
        ("up to $15 billion", "$14–16 billion", Reason.CEILING, "[14, 15]"),
        ("about $15 billion", "$15 billion", Reason.ROUNDING, "[15, 15]"),
        ("about $15 billion", "nearly $15 billion", Reason.ROUNDING, "[14.5, 15)"),
        ("$14 billion", "$14.3 billion", Reason.ROUNDING, "[14.3, 14.3]"),
    ],
)
def test_overlapping_figures_are_compatible(left: str, right: str, reason: Reason, common: str) -> None:
    """Figures that leave a common part open are compatible, for a reason, and the part is told."""
    for relating in (related(left, right), related(right, left)):
        assert (relating.relation, relating.reason) == (Relation.COMPATIBLE, reason)
        assert relating.common == billions(common)
        assert relating.together


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("$15 billion", "$15B"),
        ("$15 billion", "$15.0 billion"),
        ("about $15 billion", "around $15 billion"),
        ("over $10 billion", "more than 10 billion dollars"),
        ("half", "50%"),
        ("billion-dollar", "Billion-Dollar"),
    ],
)
def test_the_same_figure_is_equal_however_it_is_spelled(left: str, right: str) -> None:
    """Equal intervals with the same hedge are equal; vague words only to the same words."""
    assert related(left, right).relation is related(right, left).relation is Relation.EQUAL


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        ("$15 billion", "€15 billion", Reason.UNIT),
        ("$15", "15%", Reason.UNIT),
        ("15 people", "15 years", Reason.UNIT),
        ("billion-dollar", "$15 billion", Reason.WORDING),
        ("a few dollars", "several dollars", Reason.WORDING),
        (OwnWords("to catch up"), OwnWords("to lead"), Reason.WORDING),
        (when("2016"), "$15", Reason.UNIT),
    ],
)
def test_what_measures_something_else_is_not_compared(left: str | Value, right: str | Value, reason: Reason) -> None:
    """Another currency, unit or kind, and words without a figure, are not comparable."""
    for relating in (related(left, right), related(right, left)):
        assert (relating.relation, relating.reason) == (Relation.INCOMPARABLE, reason)


@pytest.mark.parametrize(
    ("left", "right", "severity", "apart"),
    [
        ("$29 billion", "about $28 billion", Severity.MINOR, "0.0172"),
        ("$95 million", "$100 million", Severity.MINOR, "0.05"),
        ("$94.9 million", "$100.0 million", Severity.MAJOR, "0.051"),
        ("over $15 billion", "$15 billion", Severity.MINOR, "0"),
        ("$10 billion", "$15 billion", Severity.MAJOR, "0.3333"),
        ("100 people", "105 people", Severity.MINOR, "0.0476"),
        ("49%", "50%", Severity.MINOR, "0.02"),
        ("50%", "51%", Severity.MINOR, "0.0196"),
        ("49%", "50.1%", Severity.MAJOR, "0.022"),
        ("49.5%", "50.5%", Severity.MAJOR, "0.0198"),
        ("10%", "11%", Severity.MINOR, "0.0909"),
        ("$0", "$1", Severity.MAJOR, "1"),
    ],
)
def test_disjoint_figures_exclude_each_other(left: str, right: str, severity: Severity, apart: str) -> None:
    """Up to 5 % of the larger end is minor for money and counts, up to a point on one side of half for percent."""
    for relating in (related(left, right), related(right, left)):
        assert (relating.relation, relating.reason) == (Relation.EXCLUSIVE, Reason.DISJOINT)
        assert relating.severity is severity
        assert round(relating.apart or Decimal(0), 4) == Decimal(apart)
        assert not relating.together


@pytest.mark.parametrize(
    ("left", "right"),
    [("$14 billion", "$15 billion"), ("$14 billion", "$14.6 billion"), ("about $28 billion", "$29 billion")],
)
def test_a_cell_serves_only_between_two_plain_figures_of_two_precisions(left: str, right: str) -> None:
    """A plain figure is a point, unless a finer one lies in what it may have been rounded from."""
    assert related(left, right).relation is Relation.EXCLUSIVE


@pytest.mark.parametrize(
    ("left", "right", "relation", "reason"),
    [
        ("2016", "2016", Relation.EQUAL, Reason.SAME),
        ("2024", "2024-21", Relation.COMPATIBLE, Reason.MORE_SPECIFIC),
        ("2024-21", "2024-05", Relation.COMPATIBLE, Reason.MORE_SPECIFIC),
        ("2025-06", "2025-06-12", Relation.COMPATIBLE, Reason.MORE_SPECIFIC),
        ("2024-24", "2025", Relation.COMPATIBLE, Reason.RANGE),
        ("2016", "2017", Relation.EXCLUSIVE, Reason.DISJOINT),
        ("2025-06-12", "2025-06-13", Relation.EXCLUSIVE, Reason.DISJOINT),
        ("2024-21", "2024-22", Relation.EXCLUSIVE, Reason.DISJOINT),
    ],
)
def test_dates_compare_at_the_precision_both_have(left: str, right: str, relation: Relation, reason: Reason) -> None:
    """The coarser date leaves the finer one open; dates that share no day exclude each other, which is major."""
    for relating in (related(when(left), when(right)), related(when(right), when(left))):
        assert (relating.relation, relating.reason) == (relation, reason)
        assert relating.severity is (Severity.MAJOR if relation is Relation.EXCLUSIVE else None)
        assert (relating.common is None) == (relation is Relation.EXCLUSIVE)


def test_the_gap_between_dates_is_in_days() -> None:
    """From the last day of one date to the first of the other."""
    assert related(when("2016"), when("2017-01-31")).gap == 31


@pytest.mark.parametrize(
    ("kind", "left", "right", "relation", "reason"),
    [
        (Kind.ENTITIES, ("a", "b"), ("b", "a"), Relation.EQUAL, Reason.SAME),
        (Kind.ENTITIES, ("a", "b"), ("a",), Relation.DIFFERENT, Reason.MEMBERS),
        (Kind.ENTITIES, ("a",), ("b",), Relation.DIFFERENT, Reason.MEMBERS),
        (Kind.ENTITY, ("a",), ("a",), Relation.EQUAL, Reason.SAME),
        (Kind.ENTITY, ("a",), ("b",), Relation.EXCLUSIVE, Reason.EXCLUDES),
    ],
)
def test_sets_are_open_and_single_names_exclude(
    kind: Kind, left: tuple[str, ...], right: tuple[str, ...], relation: Relation, reason: Reason
) -> None:
    """Sets differ and never disagree; where one name is the answer, another excludes it."""
    relating = related(Names.of(*left), Names.of(*right), fact(kind=kind))
    assert (relating.relation, relating.reason) == (relation, reason)
    assert relating.severity is (Severity.MAJOR if relation is Relation.EXCLUSIVE else None)


SCOPE = fact(kind=Kind.READING, readings=SCOPES)


@pytest.mark.parametrize(
    ("left", "right", "relation", "reason"),
    [
        ("all", "all", Relation.EQUAL, Reason.SAME),
        ("all", "part", Relation.EXCLUSIVE, Reason.EXCLUDES),
        ("unit", "part", Relation.DIFFERENT, Reason.MORE_SPECIFIC),
        ("team", "unit", Relation.DIFFERENT, Reason.MORE_SPECIFIC),
        ("team", "part", Relation.DIFFERENT, Reason.MORE_SPECIFIC),
        ("unit", "all", Relation.EXCLUSIVE, Reason.EXCLUDES),
        ("part", "advice", Relation.EQUAL, Reason.STANDS_WITH),
        ("unit", "advice", Relation.EXCLUSIVE, Reason.EXCLUDES),
    ],
)
def test_readings_exclude_each_other_unless_declared(left: str, right: str, relation: Relation, reason: Reason) -> None:
    """One reading excludes another, unless it narrows it, over any number of steps, or they stand together."""
    for pair in ((left, right), (right, left)):
        relating = related(Reading(pair[0]), Reading(pair[1]), SCOPE)
        assert (relating.relation, relating.reason) == (relation, reason)
        assert relating.together == (relation is not Relation.EXCLUSIVE)


@pytest.mark.parametrize(
    ("on", "reason"),
    [(replace(SCOPE, rungs=True), Reason.RUNGS), (replace(SCOPE, open=True), Reason.EMPHASIS)],
    ids=["rungs", "open"],
)
def test_rungs_and_open_readings_only_differ(on: Fact, reason: Reason) -> None:
    """Steps on one way, and things that are merely stressed, never contradict each other."""
    relating = related(Reading("all"), Reading("part"), on)
    assert (relating.relation, relating.reason) == (Relation.DIFFERENT, reason)


@pytest.mark.parametrize(
    ("key", "other", "expected"),
    [
        ("team", "part", True),
        ("unit", "part", True),
        ("part", "unit", False),
        ("part", "part", False),
        ("x", "part", False),
    ],
)
def test_narrowing_goes_over_any_number_of_steps(key: str, other: str, expected: bool) -> None:
    """What narrows a reading narrows whatever that narrows; nothing narrows itself."""
    assert narrower(key, other, SCOPES) is expected


def test_narrowing_in_a_circle_ends() -> None:
    """A slip in the records does not hang the comparison."""
    circle = readings("a", "b", narrows={"a": "b", "b": "a"})
    assert not narrower("a", "c", circle)


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        (OwnWords("To catch up"), OwnWords("to catch up"), True),
        (Names.of("a"), Names.of("a"), True),
        (Reading("a"), Reading("b"), False),
        (figure("$10 billion+"), figure("over $10 billion"), False),
        (figure("$5"), figure("€5"), False),
        (figure("$5"), figure("5 dollars"), True),
        (when("2016"), when("2016-01"), False),
    ],
)
def test_a_value_is_the_same_by_what_it_says(left: Value, right: Value, same: bool) -> None:
    """Spelling aside, values are the same in unit, ends, openness and hedge, or not at all."""
    assert same_value(left, right) is same
    assert (identity(left) == identity(right)) is same


@given(facts())
def test_relating_is_symmetric(on: Fact) -> None:
    """Whichever of two values comes first, the relation, reason, common part, gap and severity are the same."""
    for left in values_of(on):
        for right in values_of(on):
            assert relate(left, right, on) == relate(right, left, on)


@given(facts())
def test_a_common_part_lies_in_both_or_in_their_cells(on: Fact) -> None:
    """What two figures leave open together is nothing that either rules out."""
    for left in values_of(on):
        for right in values_of(on):
            common = relate(left, right, on).common
            for value in (left, right):
                assert common is None or common.within(widest(value))


def widest(value: Value) -> Interval:
    """The rounding cell of a figure, or the days of a date."""
    found = getattr(value, "cell", None) or getattr(value, "interval", None)
    assert isinstance(found, Interval)
    return found

"""Does it count by what a value is counted, what qualifies it, and from which stage it is said?"""

from __future__ import annotations

from itertools import combinations, permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.comparison import Reason, Relation, relate_held
from bot.comparison.held import Held, alike, comparable, pairs_of, phases_apart
from bot.fact import Claim, Fact
from bot.record import Stage
from tests.comparison.building import fact, held, says
from tests.comparison.strategies import facts

TERM, NO_TERM = fact(term=True), fact()


def test_a_held_value_speaks_from_its_latest_stage() -> None:
    """Where a source says the same from two stages, the later one counts."""
    both = held(says("001", "$15B", stage=Stage.ANNOUNCED), says("001", "$15B", stage=Stage.PLANNED))
    assert both.stage is Stage.ANNOUNCED
    assert held(says("001", "$15B")).stage is None


def test_a_held_value_is_given_in_the_words_of_its_first_claim() -> None:
    """The first claim by paragraph gives the words, whatever the order in the file; qualifiers are gathered."""
    claims = [
        says("001", "15 billion dollars", paragraph=9, qualifier="non-voting"),
        says("001", "$15B", paragraph=2),
    ]
    for order in permutations(claims):
        value = held(*order)
        assert value.value.as_written == "$15B"
        assert value.qualifiers == {"non-voting"}


def test_the_figure_with_more_digits_counts_among_equal_ones() -> None:
    """A source that gives a figure more precisely cannot have rounded it further."""
    both = held(says("001", "$15 billion", paragraph=1), says("001", "$15.0 billion", paragraph=2))
    assert both.value.as_written == "$15.0 billion"
    assert relate_held(both, held(says("002", "$15.3 billion")), NO_TERM).relation is Relation.EXCLUSIVE


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (says("001", "$5"), says("002", "$5"), True),
        (says("001", "$5", per="day"), says("002", "$5", per="day"), True),
        (says("001", "$5", per="day"), says("002", "$5"), False),
        (says("001", "$5", per="day"), says("002", "$5", per="week"), False),
        (says("001", "49%", qualifier="non-voting"), says("002", "49%"), True),
        (says("001", "49%", qualifier="non-voting"), says("002", "49%", qualifier="non-voting"), True),
        (says("001", "49%", qualifier="non-voting"), says("002", "49%", qualifier="voting"), False),
    ],
)
def test_only_what_is_counted_alike_is_compared(left: Claim, right: Claim, expected: bool) -> None:
    """Another basis or qualifier makes another thing; a qualifier that is left out does not."""
    assert comparable(held(left), held(right)) is comparable(held(right), held(left)) is expected
    assert (relate_held(held(left), held(right), NO_TERM).reason is Reason.BASIS) is not expected


def test_what_is_qualified_otherwise_is_not_compared_though_the_figures_exclude_each_other() -> None:
    """Comparability is asked first: 49 % without votes says nothing against 30 % with votes."""
    left = held(says("001", "49%", qualifier="non-voting"))
    right = held(says("002", "30%", qualifier="voting"))
    assert relate_held(left, right, NO_TERM).relation is Relation.INCOMPARABLE


def test_a_qualifier_that_one_source_omits_leaves_the_figure_the_same() -> None:
    """Equal figures, of which one carries a qualifier more, are equal for that reason."""
    left, right = held(says("001", "49%", qualifier="non-voting")), held(says("002", "49%"))
    relating = relate_held(left, right, NO_TERM)
    assert (relating.relation, relating.reason) == (Relation.EQUAL, Reason.QUALIFIER_OMITTED)


@pytest.mark.parametrize(
    ("left", "right", "apart"),
    [
        (Stage.RUMOURED, Stage.TALKS, False),
        (Stage.TALKS, Stage.PLANNED, True),
        (Stage.RUMOURED, Stage.CLOSED, True),
        (Stage.PLANNED, Stage.ANNOUNCED, False),
        (Stage.ANNOUNCED, Stage.CLOSED, False),
        (Stage.TALKS, None, False),
    ],
)
def test_there_are_two_phases_before_terms_and_after(left: Stage | None, right: Stage | None, apart: bool) -> None:
    """Rumour and talks come before terms; plan, announcement and closing after; no stage is in neither."""
    one, other = held(says("000", "$10B", stage=left)), held(says("001", "$15B", stage=right))
    assert phases_apart(one, other, TERM) is phases_apart(other, one, TERM) is apart
    assert not phases_apart(one, other, NO_TERM)


@pytest.mark.parametrize(
    ("early", "late", "relation", "has_gap"),
    [
        ("$10 billion", "$15 billion", Relation.SUPERSEDED, True),
        ("over $10 billion", "$15 billion", Relation.SUPERSEDED, False),
        ("$15 billion", "$15 billion", Relation.EQUAL, False),
        ("billion-dollar", "$15 billion", Relation.INCOMPARABLE, False),
        ("€15 billion", "$15 billion", Relation.INCOMPARABLE, False),
    ],
)
def test_an_unequal_figure_of_the_talks_is_superseded(early: str, late: str, relation: Relation, has_gap: bool) -> None:
    """Across the phases unequal figures count as superseded, disjoint or not, and the arithmetic is kept."""
    talks, terms = held(says("000", early, stage=Stage.TALKS)), held(says("001", late, stage=Stage.PLANNED))
    relating = relate_held(talks, terms, TERM)
    assert relating.relation is relation
    assert (relating.gap is not None, relating.severity) == (has_gap, None)
    assert relating.together is not has_gap


def test_outside_of_terms_no_stage_supersedes() -> None:
    """On a fact that is no term of the deal, disjoint figures disagree whatever their stages."""
    talks, terms = held(says("000", "$10B", stage=Stage.TALKS)), held(says("001", "$15B", stage=Stage.PLANNED))
    assert relate_held(talks, terms, NO_TERM).relation is Relation.EXCLUSIVE


def test_later_publication_alone_never_supersedes() -> None:
    """Within a phase, a later stage leaves disjoint figures in disagreement."""
    early, late = held(says("001", "$14B", stage=Stage.PLANNED)), held(says("002", "$16B", stage=Stage.CLOSED))
    assert relate_held(early, late, TERM).relation is Relation.EXCLUSIVE


def test_alike_are_equal_values_on_one_basis() -> None:
    """Spelling parts nothing; currency, openness, hedge and basis part what looks the same."""
    claims = [
        says("000", "$10 billion"),
        says("001", "10 billion dollars"),
        says("002", "$10 billion", per="year"),
        says("003", "€10 billion"),
        says("000", "over $10 billion"),
        says("001", "$10 billion+"),
        says("002", "about $10 billion"),
    ]
    groups = alike(held(claim) for claim in claims)
    assert [[item.value.as_written for item in group] for group in groups] == [
        ["about $10 billion"],
        ["€10 billion"],
        ["$10 billion", "10 billion dollars"],
        ["$10 billion"],
        ["$10 billion+"],
        ["over $10 billion"],
    ]


def test_qualifiers_that_do_not_go_together_part_a_group() -> None:
    """One qualifier joins those who leave it out; two that exclude each other stand apart."""
    plain, without = says("001", "49%"), says("002", "49%", qualifier="non-voting")
    with_votes = says("003", "49%", qualifier="voting")
    assert len(alike([held(plain), held(without)])) == 1
    assert [[item.source for item in group] for group in alike(map(held, (with_votes, plain, without)))] == [
        ["001"],
        ["002"],
        ["003"],
    ]


@given(facts(), st.randoms(use_true_random=False))
def test_grouping_is_independent_of_order(on: Fact, random: Random) -> None:
    """Whatever the order of claims, the same groups come out in the same order, and nothing is lost."""
    values = [held(claim) for claim in on.all_claims]
    shuffled = random.sample(values, len(values))
    assert [set(group) for group in alike(values)] == [set(group) for group in alike(shuffled)]
    assert sorted(map(id, (item for group in alike(values) for item in group))) == sorted(map(id, values))


@given(facts())
def test_relating_what_is_held_is_symmetric(on: Fact) -> None:
    """Whoever comes first, two held values relate in the same way."""
    values = [held(claim) for claim in on.all_claims]
    for left, right in combinations(values, 2):
        assert relate_held(left, right, on) == relate_held(right, left, on)


def test_every_two_held_values_make_a_pair() -> None:
    """A pair within one source is known from one across two."""
    values: list[Held] = [held(says("000", "$1")), held(says("000", "$2")), held(says("001", "$1"))]
    pairs = pairs_of(values, NO_TERM)
    assert [pair.within_one_source for pair in pairs] == [True, False, False]

"""Does each verdict come with the reason that it stands on, and with figures that can be followed?"""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answer.reasons import arithmetic_line, reason_line
from bot.desk import Desk
from bot.text import render_line
from tests.desks import add, desk_of
from tests.sample.records import Records


@pytest.fixture
def records(tmp_path: Path) -> Records:
    return Records(tmp_path)


def why(desk: Desk, fact: str) -> str:
    return render_line(reason_line(desk.deal.facts[fact], desk.deal, desk.store))


def why_of(records: Records, kind: str, **claims: str) -> str:
    """The reason for a fact of its own, whose claims are given by source as `010="{…}"`."""
    add(records, "company.yaml", fact_record(kind, claims))
    return why(desk_of(records), "made-up")


def fact_record(kind: str, claims: dict[str, str]) -> str:
    cells = {source: claims.get(f"s{source}", "silent") for source in ("010", "011", "012")}
    rows = "".join(
        f'    "{source}": silent\n' if cell == "silent" else f'    "{source}": [{{{cell}, at: 2, quote: "words"}}]\n'
        for source, cell in cells.items()
    )
    head = 'made-up:\n  question: "How?"\n  about: [kestrel]\n  subject: company\n'
    return f'{head}{kind}  says: "{{kestrel}} has {{value}}"\n  claims:\n{rows}'


def test_figures_that_do_not_overlap_are_spelled_out(records: Records) -> None:
    """The reason names both figures with their sources, what a hedge leaves open, and how far apart they are."""
    assert why(desk_of(records), "amount") == (
        "$2 billion [011] and about $2.1 billion [012] do not overlap (about $2.1 billion = $2.05 billion to "
        "$2.15 billion): they are $50 million (2.4%) apart. [011 ¶2; 012 ¶2]"
    )


def test_percentages_are_apart_by_points(records: Records) -> None:
    """The distance of two shares is a number of points, not a share of a share."""
    said = why_of(records, "  kind: percent\n", s010="value: 40%", s011="value: 41%")
    assert said == "40% [010] and 41% [011] do not overlap: they are 1 point apart. [010 ¶2; 011 ¶2]"


def test_readings_that_exclude_each_other_are_named(records: Records) -> None:
    """Without figures the reason is that the two cannot both be."""
    assert why(desk_of(records), "fenn-scope") == (
        "All robot work [011] and parts of the robot work [012] exclude each other. [011 ¶3; 012 ¶3]"
    )


def test_dates_that_exclude_each_other_are_named(records: Records) -> None:
    """Two years are not so many days apart; they are just not the same."""
    said = why_of(records, "  kind: date\n", s010='value: "2011"', s012='value: "2012"')
    assert said == "2011 [010] and 2012 [012] exclude each other. [010 ¶2; 012 ¶2]"


def test_a_source_at_odds_with_itself_is_named(records: Records) -> None:
    """Both of its statements are given, with their paragraphs."""
    records.edit("company.yaml", FENN_ALL, f"{FENN_ALL}\n{FENN_PART}")
    assert why(desk_of(records), "fenn-scope") == (
        "011 says both all robot work and parts of the robot work, which cannot both hold. [011 ¶3, ¶4]"
    )


def test_a_broken_implication_is_told_as_if_and_but(records: Records) -> None:
    """Who calls it a takeover and denies the subsidiary is quoted with both sentences."""
    assert why(desk_of(records), "takeover") == (
        "That the deal is called a takeover would mean that Kestrel Robotics becomes a subsidiary of Harbour Mills; "
        "but 011 itself says that Kestrel Robotics stays independent. [011 ¶5, ¶6]"
    )


def test_lists_that_differ_deny_nothing(records: Records) -> None:
    """A client that a source leaves out is not thereby denied."""
    said = why(desk_of(records), "clients")
    assert said.startswith("The lists are not the same; a source that leaves a name out does not deny it.")


def test_a_narrower_reading_is_only_precision(records: Records) -> None:
    """A co-founder is a founder too, said more exactly."""
    said = why(desk_of(records), "founder-role")
    assert said.startswith("Only precision: a co-founder is the more exact way to say the founder.")


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ("$1–$3 billion", "Only precision: one gives a range that the other falls into"),
        ("over $1 billion", "Only precision: one gives only a floor"),
        ("up to $3 billion", "Only precision: one gives only a ceiling"),
        ("about $2 billion", "Only precision: one is rounded or hedged"),
    ],
)
def test_compatible_figures_say_what_they_leave_open(records: Records, other: str, said: str) -> None:
    """Where one figure only gives less, the reason says in what way, and which figure all are consistent with."""
    text = why_of(records, "  kind: money\n", s010="value: $2 billion", s011=f"value: {other}")
    assert text == f"{said}; all are consistent with $2 billion. [010 ¶2; 011 ¶2]"


def test_talks_are_told_from_terms(records: Records) -> None:
    """A figure from the talks that later ones overtook is told by its time, and by how far it is from them."""
    term = "  kind: money\n  term: true\n"
    said = why_of(records, term, s010="value: $1 billion, stage: talks", s011="value: $2 billion, stage: announced")
    assert said == (
        "010 speaks from the talks, before terms were set; 011 from after. $1 billion [010] and $2 billion "
        "[011] are $1 billion (50%) apart. [010 ¶2; 011 ¶2]"
    )


def test_several_sources_from_the_talks_speak_in_the_plural(records: Records) -> None:
    """The sentence agrees with the number of sources, whatever the stage is called."""
    term = "  kind: money\n  term: true\n"
    said = why_of(
        records,
        term,
        s010="value: over $1 billion, stage: rumoured",
        s011="value: over $1 billion, stage: rumoured",
        s012="value: $2 billion, stage: planned",
    )
    assert said.startswith("010 and 011 speak from the rumours, before terms were set; 012 from after. All are ")


def test_a_qualifier_that_others_leave_out_changes_nothing(records: Records) -> None:
    """The same figure with a qualifier agrees; the reason says who adds it."""
    share = "  kind: percent\n  qualifiers: [non-voting]\n"
    said = why_of(records, share, s010="value: 25%", s011="value: 25%, qualifier: non-voting")
    assert said.startswith("The same figure; only 011 adds non-voting.")


def test_one_source_alone_needs_no_reason(records: Records) -> None:
    """Where nothing is compared, nothing is explained."""
    assert reason_line(desk_of(records).deal.facts["staff"], desk_of(records).deal, records.store()) == ()


def test_arithmetic_that_fits_says_so(records: Records) -> None:
    """A product of a source's own figures is worked out in the open."""
    said = [render_line(arithmetic_line(item)) for item in desk_of(records).deal.arithmetic]
    assert "25% [011] × $8 billion [011] comes to about $2 billion; 011 gives $2 billion, which fits. [011 ¶2]" in [
        line.replace(", ¶5", "") for line in said
    ]


def test_a_product_that_fails_names_its_condition(records: Records) -> None:
    """What does not multiply out is never called wrong: the condition under which it would matter is said."""
    records.edit("terms.yaml", "value: $8 billion", "value: $14 billion")
    said = [render_line(arithmetic_line(item)) for item in desk_of(records).deal.arithmetic]
    product = next(line for line in said if line.startswith("25%"))
    assert "does not multiply out" in product
    assert "if the worth is that of the whole company" in product
    assert "wrong" not in product


def test_a_ratio_shows_its_factor(records: Records) -> None:
    """A ratio says how many times the earlier figure the later one is, and whether the record's word fits."""
    said = [render_line(arithmetic_line(item)) for item in desk_of(records).deal.arithmetic]
    told = "$8 billion [011] is about 4 times $2 billion [011]; “quadruple” fits."
    assert any(line.startswith(told) for line in said)


FENN_ALL = '      - {value: all, at: 3, quote: "to head all of its robot work"}'
FENN_PART = '      - {value: part, at: 4, quote: "lead parts of the robot work"}'

"""Are the figures that stand beside each other those of the records, each in its source's words and with its place?"""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import text
from bot.answer.figures import figures_answer, measured
from bot.desk import Desk
from bot.value import Quantity
from tests.desks import add, desk_of, real_desk
from tests.sample.records import Records


@pytest.fixture
def records(tmp_path: Path) -> Records:
    return Records(tmp_path)


def facts(desk: Desk) -> list[str]:
    return [item.fact.id for item in measured(desk.store, desk.deal)]


def words(desk: Desk) -> dict[str, list[str]]:
    """The words of each figure, by fact."""
    return {item.fact.id: [figure.text for figure in item.figures] for item in measured(desk.store, desk.deal)}


def test_headlines_come_first_then_what_a_law_ties_to_them(records: Records) -> None:
    """Amounts and shares among the headlines are shown, then those that multiply out with them."""
    assert facts(desk_of(records)) == ["amount", "stake", "valuation"]


def test_what_is_shown_is_decided_by_the_records(records: Records) -> None:
    """A deal with other headlines and no laws shows other figures."""
    start = records.path("deal.yaml").read_text("utf-8").partition("laws:")[0]
    records.path("deal.yaml").write_text(start.replace("[amount, stake]", "[valuation, staff, clients]"), "utf-8")
    assert facts(desk_of(records)) == ["valuation"]


def test_a_figure_is_said_with_qualifier_stage_and_certainty(records: Records) -> None:
    """Each wording of each source stands with what belongs to it."""
    said = words(desk_of(records))
    assert said["amount"] == [
        "over $2 billion (in the talks, as reported)",
        "$2 billion (as announced)",
        "about $2.1 billion (as planned)",
    ]
    assert said["stake"] == ["25% (non-voting, as announced)", "a quarter (as announced)"]


def test_what_a_source_repeats_in_the_same_words_is_one_figure(records: Records) -> None:
    """The same value from the same stage is one figure with several places."""
    records.edit(
        "terms.yaml",
        'quote: "thereby worth $8 billion"}',
        'quote: "thereby worth $8 billion"}\n      - {value: $8 billion, stage: announced, at: 5, quote: "$8 billion"}',
    )
    (figure,) = measured(desk_of(records).store, desk_of(records).deal)[2].figures
    assert [citation.paragraph for citation in figure.citations] == [2, 5]


def test_a_fact_without_any_number_is_left_out(records: Records) -> None:
    """Where the sources give words alone, there is no figure to show."""
    records.edit("terms.yaml", "value: $8 billion", "value: billion-dollar")
    assert "valuation" not in facts(desk_of(records))


def test_the_heading_says_where_sources_part(records: Records) -> None:
    """The question is marked where the sources do not say the same, in words."""
    desk = desk_of(records)
    first, second, _ = measured(desk.store, desk.deal)
    assert first.heading == "How much does Harbour Mills pay? (sources disagree)"
    assert second.heading == "What share does Harbour Mills take?"


def test_the_answer_has_every_figure_with_its_source() -> None:
    """In words, each figure of the real records stands with its paragraph, and the sources are named."""
    desk = real_desk()
    answer = figures_answer(desk.store, desk.deal)
    said = text.render(answer)
    for item in measured(desk.store, desk.deal):
        for figure in item.figures:
            assert f"• {figure.text} [{text.places(figure.citations)}]" in said
    assert "Sources: 000" in said


def test_every_claim_with_a_number_on_a_shown_fact_is_among_the_figures() -> None:
    """Nothing that a source says on a fact that is shown is dropped."""
    desk = real_desk()
    for item in measured(desk.store, desk.deal):
        claimed = {claim.citation for claim in item.fact.all_claims if isinstance(claim.value, Quantity)}
        assert {citation for figure in item.figures for citation in figure.citations} == claimed


def test_a_deal_without_such_headlines_says_so(records: Records) -> None:
    """Where nothing can be shown the answer says why, and is not one that is known."""
    records.edit("deal.yaml", "headlines: [amount, stake]", "headlines: [clients]")
    desk = desk_of(records)
    answer = figures_answer(desk.store, desk.deal)
    assert not answer.answered
    assert "No headline of this deal" in text.render(answer)


def test_a_figure_by_the_day_says_so(records: Records) -> None:
    """What a figure is counted by is part of its words."""
    add(
        records,
        "terms.yaml",
        """
        fee:
          question: "What does the robot cost?"
          about: [kestrel]
          subject: terms
          kind: money
          says: "{kestrel} asks for {value}"
          claims:
            "010":
              - {value: $30, per: day, at: 2, quote: "$30 a day"}
            "011": silent
            "012": silent
        """,
    )
    records.edit("deal.yaml", "headlines: [amount, stake]", "headlines: [fee]")
    assert words(desk_of(records)) == {"fee": ["$30 per day"]}

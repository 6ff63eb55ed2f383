"""Are summary, timeline, disagreements, facts and sources composed from the records, and true to them?"""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import text
from bot.answer import Answer, Bullets, Entry, Heading, Legend, Mark, Notice
from bot.desk import Desk
from tests.desks import desk_of, spans_of
from tests.sample.records import Records


@pytest.fixture
def records(tmp_path: Path) -> Records:
    return Records(tmp_path)


@pytest.fixture
def desk(records: Records) -> Desk:
    return desk_of(records)


def bulleted(answer: Answer) -> list[str]:
    return [
        text.render_line(item) for element in answer.elements if isinstance(element, Bullets) for item in element.items
    ]


def entries(answer: Answer) -> list[tuple[str, str]]:
    return [(e.lead, text.render_line(e.line)) for e in answer.elements if isinstance(e, Entry)]


def test_the_summary_says_the_headline_facts_in_their_order(desk: Desk) -> None:
    """What the deal's record marks as headlines is said, first things first."""
    said = bulleted(desk.summary)
    assert len(said) == 2
    assert said[0].startswith("Harbour Mills invests $2 billion")
    assert said[1] == "Harbour Mills takes 25% (non-voting) of Kestrel Robotics [011 ¶2, ¶5]"
    assert desk.summary.facts == ("amount", "stake")


def test_the_summary_follows_the_records(records: Records) -> None:
    """A changed record changes the summary: it is composed, never stored."""
    records.edit("deal.yaml", "headlines: [amount, stake]", "headlines: [staff]")
    assert bulleted(desk_of(records).summary) == ["Kestrel Robotics employs about 900 people [010 ¶4]"]


def test_the_summary_counts_the_facts_on_which_the_sources_part(desk: Desk) -> None:
    """How many facts there are, and on how many the sources do not say the same, is computed."""
    assert (
        "Of 14 facts, a source contradicts itself on 1, the sources disagree on 2 and they differ on 2."
        in text.render(desk.summary)
    )


def test_the_timeline_orders_and_dates_only_as_the_sources_do(desk: Desk) -> None:
    """An event shows the date in its source's words, or that there is none."""
    assert entries(desk.timeline) == [
        ("2011", "Kestrel Robotics is founded [010 ¶4]"),
        (
            "undated",
            "Harbour Mills invests in Kestrel Robotics [010 ¶2; 011 ¶2, ¶6; 012 ¶2] (sources disagree)",
        ),
    ]


def test_an_event_that_no_claim_dates_is_undated(records: Records) -> None:
    """A date in the event's record that no claim gives is not shown."""
    records.edit("events.yaml", 'when: "2011"', 'when: "2012"')
    assert entries(desk_of(records).timeline)[0][0] == "undated"


def test_a_forecast_event_is_said_to_be_one(records: Records) -> None:
    """What a source only expects is marked on the timeline too."""
    records.edit("company.yaml", '"founded in 2011"}', '"founded in 2011", modality: forecast}')
    assert entries(desk_of(records).timeline)[0] == ("2011", "Kestrel Robotics is founded (a forecast) [010 ¶4]")


def test_disagreements_come_heaviest_first(desk: Desk) -> None:
    """Self-contradictions, then disagreements, major before minor, then differences."""
    notices = [element for element in desk.disagreements.elements if isinstance(element, Notice)]
    assert [(notice.fact, notice.verdict.value, notice.severity) for notice in notices] == [
        ("takeover", "self-contradiction", "major"),
        ("fenn-scope", "disagree", "major"),
        ("amount", "disagree", "minor"),
        ("clients", "differ", None),
        ("founder-role", "differ", None),
    ]


def test_disagreements_end_with_the_arithmetic(desk: Desk) -> None:
    """Every product and ratio that the laws of the deal allow is shown, fitting or not."""
    assert Heading("Do the figures fit together?") in desk.disagreements.elements
    assert len(bulleted(desk.disagreements)) == len(desk.deal.arithmetic) > 0


def test_no_disagreement_is_said_to_be_none(records: Records) -> None:
    """Where all sources say the same, that is an answer."""
    for name, old, new in AGREEING:
        records.edit(name, old, new)
    answer = desk_of(records).disagreements
    assert "On no fact do the sources differ." in text.render(answer)
    assert answer.answered
    assert answer.verdict is None


def test_every_fact_stands_in_the_catalogue_under_its_subject(desk: Desk) -> None:
    """The catalogue leaves no fact out and follows the subjects of the deal."""
    headings = [element.text for element in desk.facts.elements if isinstance(element, Heading)]
    assert headings == ["Terms", "The robot maker"]
    assert len(bulleted(desk.facts)) == len(desk.store.facts)


def test_sources_show_what_a_careful_reader_should_know(desk: Desk) -> None:
    """Each article comes with its digest, what it does not tell of itself, and its weaknesses."""
    said = text.render(desk.sources)
    assert (
        "011 Signed Deal\n“Kestrel Sells a Quarter of Itself”. Treats the deal as done and says who goes where." in said
    )
    assert "It does not tell its publisher, author, date or address." in said
    assert "• calls the deal a takeover once, in a paragraph on taxes" in said


def test_a_source_without_a_title_is_not_given_one(desk: Desk) -> None:
    """Where an article prints no title, that is said."""
    assert "012 Short Overview\nA few lines on the plan" in text.render(desk.sources)
    assert "It does not tell its title, publisher, author, date or address." in text.render(desk.sources)


@pytest.mark.parametrize("view", ["summary", "timeline", "disagreements", "facts"])
def test_a_mark_leads_to_a_fact_that_is_in_dispute(desk: Desk, view: str) -> None:
    """Every inline mark stands on a fact whose comparison says so, in the same words."""
    answer: Answer = getattr(desk, view)
    marks = [span for span in spans_of(answer) if isinstance(span, Mark)]
    assert marks or view == "disagreements"
    assert all(desk.deal.facts[mark.fact].verdict.is_disagreement for mark in marks)


def test_an_overview_ends_with_the_sources_it_cites(desk: Desk) -> None:
    """The legend names every cited source, and no other."""
    legend = desk.timeline.elements[-1]
    assert legend == Legend((("010", "Early Word"), ("011", "Signed Deal"), ("012", "Short Overview")))


AGREEING = [
    ("terms.yaml", "value: over $2 billion, stage: talks", "value: $2 billion, stage: announced"),
    ("terms.yaml", "value: about $2.1 billion", "value: $2 billion"),
    ("terms.yaml", "value: independent", "value: subsidiary"),
    ("company.yaml", "value: [northgate, oakline]", "value: [northgate]"),
    ("company.yaml", "value: co-founder", "value: founder"),
    ("company.yaml", "value: part", "value: all"),
]

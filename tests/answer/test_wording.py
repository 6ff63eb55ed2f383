"""Are values, stages and certainty said in the right words, and no more than the sources give?"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.answer import wording
from bot.comparison import Verdict
from bot.desk import Desk
from bot.fact import Claim
from bot.record import Modality, Stage
from tests.desks import desk_of
from tests.sample.records import Records


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return desk_of(Records(tmp_path_factory.mktemp("records")))


@pytest.fixture
def claim(desk: Desk) -> Claim:
    return desk.store.facts["founded-when"].all_claims[0]


def said_by(claim: Claim, *modalities: Modality) -> tuple[Claim, ...]:
    return tuple(replace(claim, modality=modality) for modality in modalities)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), ""),
        (("one",), "one"),
        (("one", "two"), "one and two"),
        (("one", "two", "three"), "one, two and three"),
    ],
)
def test_words_are_listed_with_commas_and_one_and(words: tuple[str, ...], said: str) -> None:
    """A list reads like a sentence, however long it is."""
    assert wording.listed(words) == said


def test_a_list_of_choices_ends_in_or() -> None:
    """Names to choose from are listed with `or`."""
    assert wording.listed(("Fenn", "Arkwright"), "or") == "Fenn or Arkwright"


def test_a_fact_is_said_with_names_and_value_filled_in(desk: Desk) -> None:
    """The record's sentence gets the shown names of its entities and the value, and a capital."""
    fact = desk.store.facts["staff"]
    assert wording.says(fact, desk.store, "about 900") == "Kestrel Robotics employs about 900 people"


def test_a_reading_with_its_own_sentence_is_said_in_it(desk: Desk) -> None:
    """A reading's own sentence takes the place of the fact's; other readings keep the fact's."""
    fact = desk.store.facts["subsidiary"]
    own = wording.says(fact, desk.store, "becomes a subsidiary", "subsidiary")
    assert own == "Kestrel Robotics becomes a subsidiary of Harbour Mills"
    assert wording.says(fact, desk.store, "stays independent", "independent") == "Kestrel Robotics stays independent"


def test_each_kind_of_value_is_said_as_people_say_it(desk: Desk) -> None:
    """Figures stay as written, readings are said by label, entities by name."""
    said = {
        name: wording.value_text(fact.all_claims[0].value, fact, desk.store)
        for name in ("valuation", "founder-role", "clients", "founded-when", "haste")
        for fact in [desk.store.facts[name]]
    }
    assert said == {
        "valuation": "$8 billion",
        "founder-role": "the founder",
        "clients": "Northgate and Oakline",
        "founded-when": "2011",
        "haste": "competitors that automate too",
    }


def test_a_plain_assertion_by_anybody_needs_no_remark(claim: Claim) -> None:
    """Where one source asserts what another only reports, the value carries no remark."""
    assert wording.remarks(said_by(claim, Modality.ASSERTED, Modality.REPORT)) == ""


@pytest.mark.parametrize(
    ("modality", "said"),
    [
        (Modality.REPORT, " (as reported)"),
        (Modality.FORECAST, " (a forecast)"),
        (Modality.SPECULATION, " (speculation)"),
        (Modality.QUESTION, " (an open question)"),
    ],
)
def test_what_is_less_than_asserted_is_said_as_such(claim: Claim, modality: Modality, said: str) -> None:
    """Reports, forecasts, speculation and questions are marked behind the value."""
    assert wording.remarks(said_by(claim, modality)) == said


def test_a_guess_does_not_open_like_an_assertion(claim: Claim) -> None:
    """A whole sentence that is only speculation says so before anything else."""
    speculation = said_by(claim, Modality.SPECULATION)
    assert wording.hedged("Kestrel grows", speculation) == "Speculation: Kestrel grows"
    assert wording.hedged("Kestrel grows", said_by(claim, Modality.FORECAST)) == "Kestrel grows (a forecast)"


def test_whom_a_source_credits_is_named(claim: Claim) -> None:
    """Attribution is said; where only some claims have one, it is said to be in part."""
    credited = replace(claim, according_to="insiders")
    assert wording.remarks((credited,)) == " (according to insiders)"
    assert wording.remarks((credited, claim)) == " (in part according to insiders)"


def test_reported_goes_without_saying_where_somebody_is_credited(claim: Claim) -> None:
    """`as reported` adds nothing to `according to insiders`."""
    credited = replace(claim, according_to="insiders", modality=Modality.REPORT)
    assert wording.remarks((credited,)) == " (according to insiders)"


def test_the_stage_comes_before_the_certainty(claim: Claim) -> None:
    """Both stand in one pair of brackets."""
    talks = wording.stage_text(Stage.TALKS)
    assert wording.remarks(said_by(claim, Modality.REPORT), talks) == " (in the talks, as reported)"


def test_inside_a_sentence_only_a_name_keeps_its_capital(desk: Desk) -> None:
    """A fact's sentence that begins with a name stays as it is, another one begins small."""
    facts = desk.store.facts
    assert wording.within("The deal values Kestrel", facts["valuation"]) == "the deal values Kestrel"
    assert wording.within("Harbour Mills invests", facts["amount"]) == "Harbour Mills invests"


def test_only_disagreements_are_marked() -> None:
    """A mark stands for each verdict under which the sources do not say the same, and for no other."""
    assert {verdict for verdict in Verdict if wording.mark(verdict)} == {v for v in Verdict if v.is_disagreement}


def test_the_severity_is_part_of_a_disagreements_label(desk: Desk) -> None:
    """How far apart figures are is said where sources disagree, and nowhere else."""
    assert wording.label(desk.deal.facts["amount"]) == "Sources disagree (minor)"
    assert wording.label(desk.deal.facts["clients"]) == "Sources differ"


def test_what_a_figure_is_counted_by_is_said_once(tmp_path: Path) -> None:
    """A wage per day is said per day, unless the fact's own sentence says so already."""
    records = Records(tmp_path)
    records.edit("company.yaml", "value: about 900,", "value: about 900, per: day,")
    fact = desk_of(records).deal.facts["staff"]
    store = records.store()
    assert wording.position_text(fact.positions[0], fact.fact, store) == "about 900 per day"
    records.edit("company.yaml", "employs {value} people", "employs {value} people each day")
    fact = desk_of(records).deal.facts["staff"]
    assert wording.position_text(fact.positions[0], fact.fact, store) == "about 900"

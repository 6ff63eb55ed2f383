"""Does a name lead to what the sources say of whom it means, however it is typed?"""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import text
from bot.answer import Answer, Bullets, Computed, Notice, Paragraph
from bot.desk import Desk
from tests.desks import add, desk_of, spans_of
from tests.sample.records import Records


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return desk_of(Records(tmp_path_factory.mktemp("records")))


def paragraphs(answer: Answer) -> list[str]:
    return [text.render_line(element.line) for element in answer.elements if isinstance(element, Paragraph)]


def points(answer: Answer) -> list[str]:
    return [
        text.render_line(item) for element in answer.elements if isinstance(element, Bullets) for item in element.items
    ]


@pytest.mark.parametrize(
    "typed", ["ida-fenn", "Ida Fenn", "ida", "FENN", " fenn ", "@Ida Fenn", "Ida Fenn?", "ida  fenn", "Fenn's"]
)
def test_a_person_is_found_by_id_name_first_name_and_last_name(desk: Desk, typed: str) -> None:
    """Case, spaces, an at-sign and closing punctuation do not matter."""
    answer = desk.who(typed)
    assert answer.title == "Ida Fenn"
    assert answer.answered


@pytest.mark.parametrize(
    ("typed", "name"), [("the buyer", "Harbour Mills"), ("HM", "Harbour Mills"), ("kestrel", "Kestrel Robotics")]
)
def test_a_company_is_found_by_short_name_and_description(desk: Desk, typed: str, name: str) -> None:
    """Companies work as people do."""
    assert desk.who(typed).title == name


def test_a_known_misspelling_gives_the_card_and_says_how_it_was_taken(desk: Desk) -> None:
    """A forgiven slip is said, so that nobody takes the card for another's."""
    assert paragraphs(desk.who("Harbor Mills"))[0] == "Taken to mean Harbour Mills."
    assert not any("Taken to mean" in line for line in paragraphs(desk.who("Harbour Mills")))


def test_an_unknown_name_that_comes_close_is_asked_back(desk: Desk) -> None:
    """Whoever is not named but resembles a name is not guessed: the nearest names are offered."""
    answer = desk.who("Tom Arkwrigt")
    assert not answer.answered
    assert paragraphs(answer) == ["The sources name nobody like that. Did you mean Tom Arkwright?"]
    assert answer.suggestions == ("Who is Tom Arkwright?",)


def test_an_unknown_person_is_said_to_be_unknown(desk: Desk) -> None:
    """Somebody whom the articles do not name gets no card, but the people they do name."""
    answer = desk.who("Grace Hopper")
    assert not answer.answered
    assert answer.citations == ()
    assert paragraphs(answer) == [
        "The sources name nobody like that. The people they name: Ida Fenn and Tom Arkwright."
    ]


@pytest.mark.parametrize("typed", ["", "   ", "\n"])
def test_no_name_lists_everybody(desk: Desk, typed: str) -> None:
    """Without a name, people, companies and whatever else the sources name are listed."""
    assert text.render(desk.who(typed), "dealcheck").splitlines() == [
        "Who and what the sources name",
        "People: Ida Fenn and Tom Arkwright",
        "Companies: Harbour Mills, Kestrel Robotics, Northgate and Oakline",
        "",
        "Ask with dealcheck who NAME.",
    ]


def test_a_card_opens_with_posts_that_are_cited(desk: Desk) -> None:
    """A post is said with the claims it rests on."""
    assert paragraphs(desk.who("fenn"))[0] == "Founder of Kestrel Robotics [010 ¶4; 011 ¶3]"


def test_a_card_says_each_fact_on_its_entity(desk: Desk) -> None:
    """All that is about the entity, or has it among its values, is said in a line each."""
    assert points(desk.who("Northgate")) == [
        "Clients of Kestrel Robotics include Northgate [012 ¶2] / Northgate and Oakline [010 ¶4] (sources differ)"
    ]


def test_a_card_shows_the_heaviest_disagreement(desk: Desk) -> None:
    """Of all facts on a card on which the sources do not say the same, the weightiest is shown with its proof."""
    notices = [element for element in desk.who("fenn").elements if isinstance(element, Notice)]
    assert [notice.fact for notice in notices] == ["fenn-scope"]


def test_a_card_says_how_much_it_leaves_out(tmp_path: Path) -> None:
    """A long card is cut with a word about it, and what is left out can be asked for."""
    records = Records(tmp_path)
    for number in range(12):
        add(records, "company.yaml", NUMBERED.format(number=number))
    answer = desk_of(records).who("oakline")
    assert len(points(answer)) == 10
    assert paragraphs(answer) == ["Not shown: 3 more facts."]
    assert len(answer.suggestions) == 3


def test_a_name_that_only_a_headline_gives_is_said_to_be_so(tmp_path: Path) -> None:
    """Whom a headline alone names has no part in the text, and the card says exactly that."""
    records = Records(tmp_path)
    add(records, "entities.yaml", "mara-voss:\n  kind: person\n  names: [Mara Voss]\n")
    add(records, "company.yaml", HEADLINE)
    answer = desk_of(records).who("mara voss")
    only = "Mara Voss is named only in the headline of 010; the texts say nothing more. [010 ¶1, ¶3]"
    assert paragraphs(answer) == [only]
    assert any(isinstance(span, Computed) for span in spans_of(answer))


def test_a_name_without_any_fact_is_said_to_be_no_more_than_a_name(tmp_path: Path) -> None:
    """Who is recorded but not spoken of gets a plain sentence, not an empty card."""
    records = Records(tmp_path)
    add(records, "entities.yaml", "mara-voss:\n  kind: person\n  names: [Mara Voss]\n")
    answer = desk_of(records).who("mara voss")
    assert not answer.answered
    assert paragraphs(answer) == ["The sources name Mara Voss and say nothing more."]


NUMBERED = """
fact-{number}:
  question: "What is the part number {number} of Oakline?"
  about: [oakline]
  subject: company
  kind: text
  says: "Oakline's part number {number} is {{value}}"
  claims: {{"010": [{{value: a wheel, at: 4, quote: "Oakline"}}], "011": silent, "012": silent}}
"""
HEADLINE = """
voss-bet:
  question: "Whose bet is it?"
  about: [mara-voss]
  subject: company
  kind: text
  says: "a headline calls it {value}"
  claims:
    "010": [{value: her bet, at: 1, quote: "Circles"}, {value: a bet, at: 3, quote: "Background"}]
    "011": silent
    "012": silent
"""

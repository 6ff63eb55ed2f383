"""Is the counterpart of a figure found, and none where there is none?"""

from __future__ import annotations

import pytest

from bot.pairing.link import link
from bot.pairing.mention import Mention, MentionReader
from bot.store import Language
from tests.pairing.pages import YEAR


@pytest.fixture(scope="module")
def reader(language: Language) -> MentionReader:
    return MentionReader(language)


def never(*_: Mention) -> bool:
    return False


def always(*_: Mention) -> bool:
    return True


@pytest.mark.parametrize(
    ("claim", "evidence", "pairs"),
    [
        (
            "Over 300 cases and 20 deaths",
            "There were 25 deaths from 320 cases.",
            [("Over 300", "320"), ("20", "25")],
        ),
        (
            "The film made over $90 million worldwide.",
            "The film made $40 million in Canada and $60 million in Spain for a total of $100 million worldwide.",
            [("over $90 million", "$100 million")],
        ),
        (
            "The film had a budget of $5 million.",
            "The film made $40 million against a budget of $4 million.",
            [("$5 million", "$4 million")],
        ),
        (
            "Over 60% of votes went to the mayor.",
            "The mayor won 62 out of 100 votes.",
            [("Over 60%", "62 out of 100")],
        ),
        ("There were 300 cases in Kent.", "There were 500 cases, of which 200 in Kent.", [("300", "200")]),
    ],
)
def test_figures_of_the_same_are_linked(
    claim: str, evidence: str, pairs: list[tuple[str, str]], reader: MentionReader
) -> None:
    """What is counted, and the words that no other figure of the evidence has, tell the counterpart."""
    claimed, given = reader.read(claim, YEAR), reader.read(evidence, YEAR)
    linked = sorted(link(claimed, given, always).items())
    assert [(claimed[own].quantity.as_written, given[other].quantity.as_written) for own, other in linked] == pairs


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("Kent has 300 cases.", "Kent has 300 hospitals."),
        ("Kestrel is worth $5 billion.", "Kestrel is worth €5 billion."),
        ("Kestrel made $5 billion.", "Kestrel has a budget of $5 billion."),
        ("Kestrel has 300 confirmed orders.", "Kestrel has 20 confirmed staff."),
        ("Kestrel sold 300 boats.", "Mills sold 20 boats."),
        ("Kestrel sold 300 boats in Kent.", "Kestrel sold 20 boats in Essex."),
        ("Kestrel sold 300 boats in 2018.", "Kestrel sold 20 boats in 2019."),
        ("Kestrel hopes for 5%.", "Kestrel fell by 5%."),
    ],
)
def test_figures_of_different_things_are_not_linked(claim: str, evidence: str, reader: MentionReader) -> None:
    """Another noun, unit, measure, name, place or time is another thing."""
    assert link(reader.read(claim, YEAR), reader.read(evidence, YEAR), always) == {}


def test_a_near_rival_that_says_otherwise_refuses(reader: MentionReader) -> None:
    """Where two figures are equally likely, they must make the same of the claim."""
    claimed = reader.read("The firm has over 300 boats.", YEAR)
    given = reader.read("It has 200 boats, and 400 boats.", YEAR)
    assert link(claimed, given, never) == {}
    assert link(claimed, given, always) == {0: 0}


def test_no_figure_of_the_evidence_serves_twice(reader: MentionReader) -> None:
    """Of two figures of the claim, the likelier takes the counterpart."""
    claimed = reader.read("It has 300 red boats, and 200 boats in Kent.", YEAR)
    given = reader.read("It has 250 boats in Kent.", YEAR)
    assert link(claimed, given, always) == {1: 0}

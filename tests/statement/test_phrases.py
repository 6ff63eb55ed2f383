"""Is it told of which facts the names and telling phrases of a clause speak?"""

from __future__ import annotations

import pytest

from bot.comparison import Assertion
from bot.desk import Desk
from bot.statement.clauses import Clause
from bot.statement.figures import Figures
from bot.statement.phrases import PhraseLinker
from bot.statement.subject import Before, Subject, SubjectReader
from tests.desks import real_desk

DESK: Desk = real_desk()
SUBJECTS = SubjectReader(DESK.store, DESK.asker, DESK.language.words)
LINKER = PhraseLinker(DESK.store, DESK.asker, DESK.assertions, SUBJECTS, DESK.language.words)


def subject(text: str) -> Subject:
    return SUBJECTS.read(Clause(text, text, (), 0), Before())


def told(text: str, figures: Figures | None = None) -> dict[str, tuple[str, bool]]:
    found = LINKER.link(subject(text), figures or Figures())
    return {item.fact: (item.value.as_written, item.denied) for item in found}


@pytest.mark.parametrize(
    ("text", "fact", "asserted"),
    [
        ("Wang stays on the board of Scale AI", "wang-board", ("stays", False)),
        ("Wang does not stay on the board of Scale AI", "wang-board", ("stays", True)),
        ("Microsoft is a client of Scale AI", "clients", ("microsoft", False)),
        ("Jason Droege takes over from Wang at the head of Scale AI", "successor", ("jason-droege", False)),
    ],
)
def test_a_phrase_or_a_name_tells_of_its_fact(text: str, fact: str, asserted: tuple[str, bool]) -> None:
    """A phrase gives the reading that it belongs to, a name itself; either may be denied."""
    assert told(text)[fact] == asserted


@pytest.mark.parametrize("text", ["The chief cook sits on the board", "Nvidia makes chips", "on the board", "it rains"])
def test_what_is_said_of_others_or_of_nobody_tells_of_no_fact(text: str) -> None:
    """A person must be named, and more of a clause than a name must belong to the fact."""
    assert told(text) == {}


def test_what_only_tells_what_an_unknown_figure_counts_asserts_nothing() -> None:
    """The words that follow such a figure are spoken for."""
    text = "Wang stays on the board of Scale AI"
    assert "wang-board" not in told(text, Figures(counted=frozenset(subject(text).part.terms.stems)))


def test_the_words_of_a_figures_own_fact_tell_of_no_other() -> None:
    """Who says how much Meta is investing does not say with it how far the deal is."""
    text = "Meta is investing $15 billion"
    (assertion,) = (item for item in DESK.checker.check(text).clauses[0].found if item.assertion.fact == "amount")
    assert "deal-stage" in told(text)
    assert "deal-stage" not in told(text, Figures(linked=(assertion.assertion,)))


def test_a_facts_own_words_say_it_again() -> None:
    """Without a phrase that tells a reading, nearly all words of one fact assert what its sources say, or deny it."""
    texts = [fact.question.removesuffix("?") for fact in DESK.store.facts.values()]
    again = [said for text in texts if (said := LINKER.said_again(subject(text)))]
    assert again
    for said in again:
        values = {claim.value for claim in DESK.store.facts[said.fact].all_claims}
        assert values == {said.value}
    assert all(isinstance(said, Assertion) for said in again)
    assert LINKER.said_again(subject("it rains")) is None

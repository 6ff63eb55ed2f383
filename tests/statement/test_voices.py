"""Is it understood how many sources a clause says speak so, and held against that many?"""

from __future__ import annotations

import pytest

from bot.answer.checks import why
from bot.comparison import Judgement
from bot.statement.voices import VoiceReader, Voices
from bot.text import render_line
from tests.desks import real_desk
from tests.sample.records import language

DESK = real_desk()
READER = VoiceReader(language().words.statements, DESK.store.sources, ("insiders",))


@pytest.mark.parametrize(
    ("text", "voices", "rest"),
    [
        ("All sources agree on the 49% stake.", Voices(every=True), "the 49% stake."),
        ("All four sources put the stake at 49%.", Voices(every=True, count=4), "the stake at 49%."),
        ("All three sources that give a stake say 49%.", Voices(every=True, count=3, speaking=True), "49%."),
        ("Both articles say 49%.", Voices(every=True, count=2), "49%."),
        ("Two of the sources", Voices(), "Two of the sources"),
        ("None of the sources give 49%.", Voices(none=True), "49%."),
        ("Three sources report a stake.", Voices(count=3), "a stake."),
        ("Insiders say that Wang leads it.", Voices(credited="insiders"), "Insiders say that Wang leads it."),
        ("Meta buys 49%.", Voices(), "Meta buys 49%."),
    ],
)
def test_who_speaks_is_read_and_taken_out(text: str, voices: Voices, rest: str) -> None:
    """The number of sources is no figure of a fact, and whom the sources credit stays in the text."""
    assert READER.read(text) == voices
    assert READER.without(text).strip() == rest


@pytest.mark.parametrize(
    ("text", "judgement"),
    [
        ("All sources agree on the 49% stake.", Judgement.NOT_COVERED),
        ("All four sources put the stake at 49%.", Judgement.NOT_COVERED),
        ("All three sources that give a stake say 49%.", Judgement.SUPPORTED),
        ("Three sources say that Meta takes 49% of Scale AI.", Judgement.SUPPORTED),
        ("Four sources say that Meta takes 49% of Scale AI.", Judgement.NOT_COVERED),
        ("All sources say that the deal values Scale AI at $29 billion.", Judgement.CONTRADICTED),
        ("None of the sources say that Meta takes 49% of Scale AI.", Judgement.CONTRADICTED),
        ("No source says that Meta takes 51% of Scale AI.", Judgement.NOT_COVERED),
        ("Insiders say Wang will head Meta's AI efforts.", Judgement.SUPPORTED),
        ("Insiders say that Meta takes 49% of Scale AI.", Judgement.NOT_COVERED),
    ],
)
def test_as_many_sources_must_bear_it_as_are_said_to(text: str, judgement: Judgement) -> None:
    """Each of all, or as many as are counted; and what insiders are said to say must be credited to them."""
    assert DESK.checker.check(text).judgement is judgement


def test_who_is_silent_is_told() -> None:
    """Where all are said to agree, the one that does not speak on it is named."""
    (clause,) = DESK.checker.check("All sources agree on the 49% stake.").clauses
    assert "000 does not say." in render_line(why(clause, DESK.store, DESK.deal))

"""Does a long answer come in parts that Slack takes, with nothing lost and its buttons below?"""

from __future__ import annotations

import re

from bot.answer import Answer, Bullets, Chrome
from bot.blocks import Frame, Look, Request, render
from bot.blocks.stream import stream_of
from tests.blocks.everything import MARKUP, answers
from tests.blocks.judge import blocks_slips
from tests.desks import real_desk

MOST = 12_000


def test_every_long_answer_grows_whole() -> None:
    """Each citation of a long answer of the real records stands in one of its parts, no longer than Slack takes."""
    desk = real_desk()
    for answer in answers(desk):
        frame = Frame(Request(text="x"), digest=desk.edition.digest(answer.facts), thumbs=True)
        stream = stream_of(answer, frame, render(answer, frame))
        if stream:
            told = "\n\n".join(stream.parts)
            assert all(0 < len(part) <= MOST for part in stream.parts)
            assert all(citation.source in told for citation in answer.citations)
            assert "Sources: " in told or not answer.citations
            assert len(told) <= MOST
            assert blocks_slips("-", [dict(block) for block in stream.closing]) == []


def test_a_short_answer_and_a_chosen_look_are_no_stream() -> None:
    """What stands on one page is a message, and who chose how answers look gets pages that look so."""
    desk = real_desk()
    short, long = desk.ask("What stake does Meta take?"), desk.disagreements
    usual, chosen = Frame(Request(text="x")), Frame(Request(text="x"), look=Look(named=True))
    assert stream_of(short, usual, render(short, usual)) is None
    assert stream_of(long, usual, render(long, usual)) is not None
    assert stream_of(long, chosen, render(long, chosen)) is None


def test_nothing_in_a_stream_pings() -> None:
    """What would call somebody is kept from being read so."""
    frame = Frame(Request(text="x"))
    answer = Answer("Harsh", (Bullets(((Chrome(MARKUP),),) * 40),))
    stream = stream_of(answer, frame, render(answer, frame))
    assert stream
    assert not any(re.search(r"<[@!#]|@here|@channel", part) for part in stream.parts)

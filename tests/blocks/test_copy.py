"""Does the text to copy say what the answer says, in both forms, and does Slack take it?"""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from bot.blocks.copy import pieces, render_copy
from tests.blocks.everything import answers, crowded
from tests.blocks.judge import texts, view_slips
from tests.desks import real_desk


def test_every_answer_can_be_copied() -> None:
    """Each answer of the real records, and a crowded one, makes a dialog that Slack takes."""
    desk = real_desk()
    for answer in (*answers(desk), crowded("fox", 200), crowded("word " * 600, 3)):
        assert view_slips(json.loads(json.dumps(render_copy(answer, desk.edition)))) == []


def test_a_copy_carries_its_facts_and_its_edition() -> None:
    """Both forms end with the names of the facts and the state of the records."""
    desk = real_desk()
    view = render_copy(desk.ask("What stake does Meta take?"), desk.edition)
    said = "\n".join(texts(json.loads(json.dumps(view["blocks"]))))
    assert said.count("Facts: stake") == 2
    assert said.count(desk.edition.told) == 2
    assert "## " in said


@given(st.text(max_size=300), st.integers(5, 40))
def test_no_part_is_too_long_and_no_word_is_lost(text: str, most: int) -> None:
    """Parted at lines where there are any, else within them."""
    parts = list(pieces(text, most))
    assert all(0 < len(part) <= most for part in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())

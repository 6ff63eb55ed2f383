"""Does Markdown show what an answer says, with nothing in it read as a mark?"""

from __future__ import annotations

import re

import pytest

from bot.answer import Answer, Chrome, Paragraph
from bot.markdown import render
from tests.blocks.everything import answers
from tests.desks import desk_of, real_desk
from tests.sample.records import Records


def test_an_answer_has_its_quotes_and_sources(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Title, positions with quotes, the reason, and the sources with their names."""
    desk = desk_of(Records(tmp_path_factory.mktemp("records")))
    told = render(desk.ask("How much does Harbour Mills pay?"))
    assert told.startswith("## How much does Harbour Mills pay?\n\n")
    assert "**Sources disagree (minor)**" in told
    assert "  > “is paying $2 billion for” \\[011 ¶2\\]" in told
    assert "\n**Why:** " in told
    assert told.rstrip().endswith("**012** Short Overview")


def test_no_citation_is_lost() -> None:
    """Every place that an answer of the real records cites stands in its Markdown."""
    for answer in answers(real_desk()):
        told = render(answer)
        assert all(citation.source in told for citation in answer.citations)


@pytest.mark.parametrize(
    "text", ["*a* _b_ `c`", "[x](https://x.example)", "<script>", "# top", "- one", "1. one", "a|b"]
)
def test_nothing_in_a_text_is_a_mark(text: str) -> None:
    """What would be emphasis, a link, markup or a list comes with a backslash before it."""
    told = render(Answer("Title", (Paragraph((Chrome(text),)),))).partition("\n\n")[2]
    assert told != text
    assert re.sub(r"\\(.)", r"\1", told) == text

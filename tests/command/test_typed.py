"""Is what was typed understood as it was meant: its slash, its marks that cannot be seen, its lines?"""

from __future__ import annotations

import pytest

from bot.answer.charts import Chart
from bot.command import charts_in, has_words, is_sentence, statement_in, tidy


def test_a_slash_command_inside_the_text_is_understood() -> None:
    """What was copied with its slash means the same as without."""
    assert tidy("/deal summary") == "summary"
    assert tidy("/deal") == ""
    assert tidy("/who Ida") == tidy("/dealwho  Ida") == "who Ida"
    assert tidy("/dealing with it") == "/dealing with it"
    assert tidy("a\u202eb\x00c\n d") == "a b c d"


@pytest.mark.parametrize(
    ("typed", "statement"),
    [
        ("check it pays", "it pays"),
        ("CHECK: it pays", "it pays"),
        ("/deal check it pays", "it pays"),
        (" check \n it \u202e pays\n and  more ", "it pays\nand more"),
        ("check", ""),
        ("check:", ""),
    ],
)
def test_a_text_to_be_checked_keeps_its_lines(typed: str, statement: str) -> None:
    """Blanks and marks that cannot be seen go; where a line ends, a statement ends."""
    assert statement_in(typed) == statement


@pytest.mark.parametrize("typed", ["check?", "check ?", "check-in", "checked it", "please check it", "who pays", ""])
def test_other_texts_are_not_to_be_checked(typed: str) -> None:
    """Only the command itself, as a word of its own, makes a check."""
    assert statement_in(typed) is None


def test_signs_alone_are_no_words() -> None:
    """Emoji and punctuation ask nothing, and make no sentence however many they are."""
    assert not has_words("👍 !? 🚢")
    assert not is_sentence("👍 !? 🚢 ?")
    assert has_words("多少钱")


@pytest.mark.parametrize(
    ("typed", "charts"),
    [
        ("chart", tuple(Chart)),
        ("/deal chart", tuple(Chart)),
        (" Chart  timeline?", (Chart.TIMELINE,)),
        ("chart of the week", ()),
        ("charts", ()),
        ("", ()),
    ],
)
def test_charts_are_asked_for_by_their_command(typed: str, charts: tuple[Chart, ...]) -> None:
    """The command alone means all of them, a name behind it one; whatever else is typed means none."""
    assert charts_in(typed) == charts

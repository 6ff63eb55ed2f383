"""Does all text stay on the sheet, whatever its length and script, and is it drawn as it is written?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chart.sheet import DOTS, HEADING, INNER, MARGIN, PLAIN, SMALL, WIDTH, Sheet, Strip, Style, breadth, broken

LATIN = st.text(st.characters(max_codepoint=0x24F, exclude_categories=["Cc", "Cf"]), max_size=300)
RIGHT_TO_LEFT = "استثمار شركة في שותפות חדשה "


@given(LATIN)
def test_no_line_is_wider_than_the_sheet(text: str) -> None:
    """Every line fits, and nothing of the text is lost or moved."""
    block = broken(text, PLAIN)
    assert all(breadth(line, PLAIN) <= INNER for line in block.lines)
    assert "".join("".join(block.lines).split()) == "".join(text.split())


@pytest.mark.parametrize("text", ["x" * 400, RIGHT_TO_LEFT * 20, "word " * 100])
@pytest.mark.parametrize("style", [PLAIN, HEADING, SMALL])
def test_long_names_and_other_scripts_are_broken_into_lines(text: str, style: Style) -> None:
    """A word longer than a line and a script that runs from right to left stay within the width."""
    block = broken(text, style)
    assert len(block.lines) > 1
    assert all(breadth(line, style) <= INNER for line in block.lines)
    assert block.height == len(block.lines) * style.line


def test_dollar_signs_make_no_formula() -> None:
    """What stands between two dollar signs is drawn as it is written."""
    sheet = Sheet()
    sheet.write("$5 or x_1^2$", PLAIN)
    (text,) = sheet.figure().axes[0].texts
    assert text.get_text() == "$5 or x_1^2$"
    assert not text.get_parse_math()


def test_right_to_left_text_is_shaped_by_the_font() -> None:
    """Letters that are joined take less room than the same letters apart."""
    assert breadth("شركة", PLAIN) < sum(breadth(letter, PLAIN) for letter in "شركة")


def test_strips_stand_below_each_other_between_the_margins() -> None:
    """Each strip has the inner width and its own height, and the sheet is as high as all of them."""
    sheet = Sheet([Strip(0.5, lambda _: None), Strip(1.5, lambda _: None)])
    figure = sheet.figure()
    width, height = figure.get_size_inches()
    assert (width, height) == (WIDTH, 2 * MARGIN + 2.0)
    first, second = (axes.get_position() for axes in figure.axes)
    assert first.width * width == pytest.approx(INNER)
    assert first.y1 * height == pytest.approx(height - MARGIN)
    assert second.y1 == pytest.approx(first.y0)
    assert second.y0 * height == pytest.approx(MARGIN)


def test_a_picture_is_wide_enough_for_small_text_on_a_phone() -> None:
    """On a screen of 360 points the smallest text is at least eight high."""
    assert SMALL.size / 72 * DOTS * 360 / (WIDTH * DOTS) >= 8

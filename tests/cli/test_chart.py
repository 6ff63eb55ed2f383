"""Does `dealcheck chart` write the picture that was asked for, and say plainly why where it cannot?"""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answer.charts import Chart
from bot.chart import picture_of
from tests.cli.shell import Shell
from tests.desks import desk_of


@pytest.mark.parametrize("chart", ["amounts", "timeline"])
def test_a_picture_is_written_as_png(chart: str, shell: Shell, tmp_path: Path) -> None:
    """The file is the picture, and nothing is printed."""
    file = tmp_path / "drawn.png"
    assert shell.run("chart", chart, "-o", str(file)) == ""
    drawn = picture_of(Chart(chart), desk_of(shell.records))
    assert drawn
    assert file.read_bytes() == drawn.file()


def test_the_suffix_decides_on_the_format(shell: Shell, tmp_path: Path) -> None:
    """A file that ends in .svg holds one, whatever its case; without a name the amounts are drawn."""
    shell.run("chart", "-o", str(tmp_path / "drawn.SVG"))
    assert "<svg" in (tmp_path / "drawn.SVG").read_text("utf-8")


def test_the_words_are_the_alternative_text(shell: Shell) -> None:
    """With --text the whole content is printed, without any file."""
    drawn = picture_of(Chart.TIMELINE, desk_of(shell.records))
    assert drawn
    assert shell.run("chart", "timeline", "--text") == f"{drawn.alternative}\n"


def test_picture_and_words_come_together(shell: Shell, tmp_path: Path) -> None:
    """Both may be asked for at once."""
    file = tmp_path / "drawn.png"
    assert "Sources: " in shell.run("chart", "-o", str(file), "--text")
    assert file.exists()


def test_another_suffix_is_wrong_usage(shell: Shell, tmp_path: Path) -> None:
    """Only the formats that can be made are accepted, before anything is done."""
    file = tmp_path / "drawn.gif"
    assert f"{file} has to end in .png or .svg" in shell.refuse("chart", "-o", str(file), code=2)


def test_without_file_and_text_the_usage_is_explained(shell: Shell) -> None:
    """There is nothing to do, and the message says what to add."""
    assert "name a file with -o, or ask for the words with --text" in shell.refuse("chart", code=2)


def test_a_chart_that_does_not_exist_is_wrong_usage(shell: Shell) -> None:
    """The message names those that there are."""
    assert "amounts" in shell.refuse("chart", "pie", "--text", code=2)


def test_a_file_that_cannot_be_written_is_named_with_the_reason(shell: Shell, tmp_path: Path) -> None:
    """One line says which file and why, without a traceback."""
    file = tmp_path / "nowhere" / "drawn.png"
    assert shell.refuse("chart", "-o", str(file), code=1) == (
        f"dealcheck: cannot write {file}: No such file or directory\n"
    )


def test_where_nothing_can_be_drawn_the_reason_is_given(shell: Shell, tmp_path: Path) -> None:
    """A deal without amounts among its headlines has no picture of them, and no file is left behind."""
    shell.records.edit("deal.yaml", "headlines: [amount, stake]", "headlines: [clients]")
    assert "No headline of this deal" in shell.refuse("chart", "-o", str(tmp_path / "drawn.png"), code=1)
    assert not (tmp_path / "drawn.png").exists()

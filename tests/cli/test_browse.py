"""Do the commands that need no question show what Slack shows, for people and for programs?"""

from __future__ import annotations

import pytest

from tests.cli.shell import Shell

VIEWS = ["summary", "timeline", "disagreements", "facts", "sources"]


@pytest.mark.parametrize("view", [*VIEWS, "who"])
def test_every_view_reads_as_plain_text(shell: Shell, view: str) -> None:
    """Where the output is no terminal, `--plain` changes nothing, and nothing of a terminal's colours is printed."""
    said = shell.run(view)
    assert said == shell.run(view, "--plain")
    assert "\x1b" not in said
    assert "/deal" not in said


@pytest.mark.parametrize(
    ("view", "title"),
    [
        ("summary", "Harbour Mills' stake in Kestrel Robotics"),
        ("timeline", "Timeline"),
        ("disagreements", "Where the sources disagree"),
        ("facts", "Facts"),
        ("sources", "Sources"),
        ("who", "Who and what the sources name"),
    ],
)
def test_every_view_has_its_title(shell: Shell, view: str, title: str) -> None:
    """A command answers with what its name says."""
    assert shell.run(view).splitlines()[0] == title


@pytest.mark.parametrize(
    ("view", "rows"), [("summary", 2), ("timeline", 2), ("disagreements", 5), ("facts", 14), ("sources", 3), ("who", 6)]
)
def test_json_is_one_object_an_item(shell: Shell, view: str, rows: int) -> None:
    """As many lines as there are items, and nothing else."""
    assert len(shell.rows(view)) == rows


def test_who_takes_a_name_of_several_words(shell: Shell) -> None:
    """A name needs no quotes."""
    assert shell.run("who", "ida", "fenn") == shell.run("who", "Ida Fenn")
    assert shell.run("who", "ida", "fenn").startswith("Ida Fenn\n")


def test_who_gives_one_object_for_a_name(shell: Shell) -> None:
    """The object tells whom the name was taken to mean and has the fields of an answer."""
    (row,) = shell.rows("who", "Harbor", "Mills")
    assert (row["name"], row["entity"], row["answered"]) == ("Harbor Mills", "harbour-mills", True)
    assert "Taken to mean Harbour Mills." in row["text"]
    assert {"verdict", "severity", "disagreement", "facts", "citations", "suggestions"} <= set(row)


def test_who_knows_nobody_of_that_name(shell: Shell) -> None:
    """An unknown name is done, not failed, and means nobody."""
    (row,) = shell.rows("who", "Grace Hopper")
    assert (row["entity"], row["answered"]) == (None, False)


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_takes_no_words(shell: Shell, view: str) -> None:
    """What a command would ignore is wrong usage."""
    assert "unrecognized arguments" in shell.refuse(view, "please", code=2)

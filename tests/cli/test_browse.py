"""Do the commands that need no question show what Slack shows, for people and for programs?"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.answer.tables import Table, disagreements_table, timeline_table
from bot.comparison import DealComparison
from bot.fact import Store
from bot.table import csv_text
from tests.cli.shell import Shell
from tests.desks import desk_of

VIEWS = ["summary", "timeline", "disagreements", "sources"]
TOLD = ["who", "facts", "why", "source"]


@pytest.mark.parametrize("view", [*VIEWS, *TOLD])
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
        ("why", "Which fact?"),
        ("source", "Which source?"),
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


@pytest.mark.parametrize(
    ("words", "title"),
    [
        (["facts", "company"], "The robot maker"),
        (["facts", "the", "robot", "maker"], "The robot maker"),
        (["why", "fenn", "scope"], "How much of the robot work will Fenn lead?"),
        (["why", "amount"], "How much does Harbour Mills pay?"),
        (["source", "12"], "012 Short Overview"),
        (["source", "signed", "deal"], "011 Signed Deal"),
    ],
)
def test_what_is_told_is_found_by_words(shell: Shell, words: list[str], title: str) -> None:
    """Words need no quotes, and mean what they mean in Slack."""
    assert shell.run(*words).splitlines()[0] == title


@pytest.mark.parametrize(
    ("words", "nearest"),
    [
        (["facts", "compony"], "dealcheck facts company"),
        (["source", "019"], "dealcheck source 010"),
        (["why", "amoumt", "zz", "qq"], "dealcheck why amount"),
    ],
)
def test_a_slip_is_told_the_nearest(shell: Shell, words: list[str], nearest: str) -> None:
    """What names nothing is done, not failed, and told as it is typed here."""
    said = shell.run(*words)
    assert f"The nearest is {nearest}." in said
    assert f"• {nearest}" in said


def test_the_facts_of_a_subject_are_rows(shell: Shell) -> None:
    """The rows are those of all facts, less those of other subjects; an unknown subject is one row without facts."""
    every = shell.rows("facts")
    assert shell.rows("facts", "terms") == [row for row in every if row["subject"] == "terms"]
    (row,) = shell.rows("facts", "compony")
    assert (row["subject"], row["answered"], row["suggestions"]) == ("compony", False, ["dealcheck facts company"])


@pytest.mark.parametrize(("view", "table"), [("timeline", timeline_table), ("disagreements", disagreements_table)])
def test_a_view_of_rows_can_be_printed_for_spreadsheets(
    shell: Shell, view: str, table: Callable[[Store, DealComparison], Table]
) -> None:
    """With --csv the table is printed, without a mark that programs would stumble over."""
    desk = desk_of(shell.records)
    assert shell.run(view, "--csv") == csv_text(table(desk.store, desk.deal))


@pytest.mark.parametrize("words", [["summary", "--csv"], ["timeline", "--csv", "--json"]])
def test_a_table_is_no_other_form_at_once(shell: Shell, words: list[str]) -> None:
    """What is no table has none, and only one form can be asked for."""
    assert "--csv" in shell.refuse(*words, code=2)

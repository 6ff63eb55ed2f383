"""Does each command answer what is typed behind its name, and leave alone what only begins like it?"""

from __future__ import annotations

import pytest

from bot.command import COMMANDS, SLASH, help_answer, respond
from bot.desk import Desk
from bot.text import render
from tests.desks import desk_of
from tests.sample.records import Records


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return desk_of(Records(tmp_path_factory.mktemp("records")))


def test_every_sample_can_be_typed_as_it_stands(desk: Desk) -> None:
    """What help and playground offer to type is answered by its own command."""
    for command in COMMANDS:
        assert command.sample(desk.store).startswith(f"{SLASH} {command.name}")
        found = respond(desk, command.sample(desk.store))
        assert found.answered or command.name == "help", command.name


def test_help_names_every_command(desk: Desk) -> None:
    """Help is made from the registry: each command as typed, with what it does; nothing typed gives it too."""
    text = render(help_answer(desk.store))
    assert all(f"{command.usage} – {command.description}" in text for command in COMMANDS)
    assert respond(desk, "") == respond(desk, " \u200b\n ") == respond(desk, "help") == help_answer(desk.store)
    assert help_answer(desk.store).suggestions == desk.store.deal.prompts


@pytest.mark.parametrize("typed", ["who is Ida Fenn?", "who IDA FENN", "who ida-fenn", "Who was Fenn"])
def test_who_takes_a_name_in_a_question_too(desk: Desk, typed: str) -> None:
    """`who is NAME?` gives the card of the name."""
    assert respond(desk, typed).title == "Ida Fenn"


def test_who_without_a_known_name(desk: Desk) -> None:
    """No name gives the list, an unknown one says so, and `who` may begin a question."""
    assert respond(desk, "who") == desk.who("")
    assert respond(desk, "who is Vera Nobody?") == desk.who("Vera Nobody")
    assert respond(desk, "who takes the stake?") == desk.ask("who takes the stake?")
    assert respond(desk, "who founded Kestrel") == desk.ask("who founded Kestrel")


@pytest.mark.parametrize(
    "typed", ["facts company", "facts about the robot maker", "FACTS  robot maker?", "facts on company"]
)
def test_facts_takes_a_subject(desk: Desk, typed: str) -> None:
    """By id or label, with or without "about"."""
    assert respond(desk, typed) == desk.subject("company")


def test_facts_without_a_subject_lists_them(desk: Desk) -> None:
    """Nothing behind the word gives the subjects, an unknown one the nearest, a name its card."""
    assert respond(desk, "facts") == desk.subject("")
    assert "The nearest is /deal facts company." in render(respond(desk, "facts compony"))
    assert respond(desk, "facts about Ida Fenn") == desk.who("Ida Fenn")


def test_source_takes_one_source(desk: Desk) -> None:
    """By id, number or label; `sources` with a source behind it means the same."""
    for typed in ("source 012", "source 12", "source short overview", "source 012 Short Overview", "sources 012"):
        assert respond(desk, typed) == desk.source("012")
    assert respond(desk, "source") == desk.source("")
    assert "The nearest is /deal source 010." in render(respond(desk, "source 019"))


def test_compare_takes_sources(desk: Desk) -> None:
    """However they are joined; with fewer than two it is told that it takes two."""
    for typed in ("compare 010 012", "compare 10 and 12", "compare early word with short overview, please"):
        assert respond(desk, typed) == desk.compare("010 012")
    assert respond(desk, "compare").title == respond(desk, "compare 010").title == "Which sources?"


@pytest.mark.parametrize("typed", ["why amount", "why the amount?", "why AMOUNT", "why fenn-scope", "why fenn scope"])
def test_why_takes_a_fact(desk: Desk, typed: str) -> None:
    """By its name or in a word or two; a question mark behind it makes no question of it."""
    assert respond(desk, typed) == desk.why(typed.removeprefix("why ").rstrip("?"))
    assert respond(desk, typed).answered


@pytest.mark.parametrize(
    "typed",
    [
        "why is Harbour Mills in a hurry?",
        "why does she leave",
        "compare the price with that of Oakline",
        "source of the money?",
        "facts that nobody disputes?",
        "check?",
    ],
)
def test_a_question_may_begin_like_a_command(desk: Desk, typed: str) -> None:
    """What makes a sentence of its own, and names nothing that the command takes, is a question."""
    assert respond(desk, typed) == desk.ask(typed)


def test_check_takes_any_text(desk: Desk) -> None:
    """Whatever follows is checked, a question too, and nothing at all is told what to do."""
    statement = "Harbour Mills pays $9 billion."
    for typed in (f"check {statement}", f"  CHECK:  {statement}", f"/deal check {statement}", f"check\n{statement}"):
        assert respond(desk, typed) == desk.check(statement)
    assert respond(desk, "check") == respond(desk, "check  \u200b ") == desk.check("")


def test_chart_says_in_words_what_the_pictures_show(desk: Desk) -> None:
    """All charts, or the one that is named; anything else behind the word makes a question."""
    assert respond(desk, "chart timeline") == desk.timeline
    assert render(respond(desk, "chart amounts")).startswith("The figures as each source gives them")
    assert respond(desk, "chart of the week?") == desk.ask("chart of the week?")

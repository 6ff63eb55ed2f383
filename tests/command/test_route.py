"""Is everything that can be typed after the slash command answered, or told what comes nearest?"""

from __future__ import annotations

import pytest

from bot.answer import Answer, Bullets
from bot.command import COMMANDS, LONGEST, SLASH, converse, has_table, is_sentence, respond, start, table_of
from bot.desk import Desk
from bot.text import render
from tests.desks import desk_of
from tests.sample.records import Records


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return desk_of(Records(tmp_path_factory.mktemp("records")))


def test_each_command_gives_its_answer(desk: Desk) -> None:
    """A command's name, in any case, gives what the desk says on it."""
    for name in ("summary", "timeline", "disagreements", "sources"):
        assert respond(desk, name) == getattr(desk, name)
    assert respond(desk, "  SUMMARY ") == desk.summary
    assert respond(desk, "who Ida Fenn") == desk.who("Ida Fenn")
    assert respond(desk, "ask How much does Harbour Mills pay?") == desk.ask("How much does Harbour Mills pay?")


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [("sumary", "summary"), ("timline", "timeline"), ("disagrements", "disagreements"), ("sorces", "sources")],
)
def test_a_slip_in_a_command_is_told_the_nearest(desk: Desk, typed: str, nearest: str) -> None:
    """An unknown word is not answered but shown the command that comes nearest, ready to be pressed."""
    found = respond(desk, typed)
    assert not found.answered
    assert f"There is no command “{typed}”. The nearest is {SLASH} {nearest}." in render(found)
    assert found.suggestions == (f"{SLASH} {nearest}",)


@pytest.mark.parametrize("typed", ["5", "👍", "xyzzy", "..."])
def test_what_is_near_nothing_is_told_what_can_be_typed(desk: Desk, typed: str) -> None:
    """A word that is neither a command nor anything in the records gets the list of commands."""
    found = respond(desk, typed)
    assert not found.answered
    assert all(command.name in render(found) for command in COMMANDS)


def test_an_unknown_word_is_repeated_in_part_only(desk: Desk) -> None:
    """Somebody's long word is not said back to them in full."""
    assert "x" * 50 not in render(respond(desk, "x" * 100))


def test_a_sentence_is_answered_as_a_question(desk: Desk) -> None:
    """Several words, or a question mark, are a question also without `ask`."""
    asked = "How much does Harbour Mills pay?"
    assert respond(desk, asked) == desk.ask(asked)
    assert is_sentence("price of it")
    assert is_sentence("price?")
    assert not is_sentence("the price")
    assert not is_sentence("🚢 🤖 ❓")


def test_a_name_alone_gives_its_card(desk: Desk) -> None:
    """A name that the records know needs no `who`."""
    assert respond(desk, "Fenn") == desk.who("Fenn")


def test_a_question_may_begin_with_a_commands_name(desk: Desk) -> None:
    """A sentence that happens to begin with the name of a command that takes nothing is a question."""
    assert respond(desk, "sources of the money?") == desk.ask("sources of the money?")


@pytest.mark.parametrize("answering", [respond, converse])
def test_a_text_is_not_taken_for_a_question(desk: Desk, answering: object) -> None:
    """What is longer than a question may be gets a polite answer that says how long one may be."""
    assert callable(answering)
    found: Answer = answering(desk, "x " * 2_500)
    assert not found.answered
    assert str(LONGEST) in render(found)


def test_in_conversation_nobody_is_told_that_a_word_is_no_command(desk: Desk) -> None:
    """Commands work in conversation, everything else is a question."""
    assert converse(desk, "summary") == desk.summary
    assert converse(desk, "sumary") == desk.ask("sumary")


@pytest.mark.parametrize("said", ["", "  ", "👍", "!?"])
def test_whoever_asks_nothing_is_told_how_to_start(desk: Desk, said: str) -> None:
    """A mention without a question gets a short start with questions to press."""
    assert converse(desk, said) == start(desk.store)
    assert start(desk.store).suggestions == desk.store.deal.prompts
    assert not any(isinstance(element, Bullets) for element in start(desk.store).elements)


def test_a_text_to_be_checked_may_be_long(desk: Desk) -> None:
    """A check takes what no question may be, and names what it leaves unchecked."""
    long = "Harbour Mills pays $9 billion. " * 200
    assert respond(desk, f"check {long}") == converse(desk, f"check {long}") == desk.check(long)
    assert "the rest is unchecked" in render(respond(desk, f"check {long}"))


def test_a_check_is_no_follow_up(desk: Desk) -> None:
    """Whatever a thread was about, what is to be checked there is checked."""
    focus = desk.focus(desk.ask("How much does Harbour Mills pay?"))
    statement = "no, it was $9 billion"
    assert converse(desk, f"check {statement}", focus) == desk.check(statement)


@pytest.mark.parametrize("typed", ["timeline", "/deal Timeline", " disagreements "])
def test_a_command_that_is_a_table_too(desk: Desk, typed: str) -> None:
    """Timeline and disagreements can be had as tables, by the same words."""
    table = table_of(desk, typed)
    assert table
    assert has_table(typed)
    assert table.name in typed.casefold()
    assert respond(desk, typed).title == table.title


@pytest.mark.parametrize("typed", ["summary", "timeline of what", "what happened when?", ""])
def test_nothing_else_is_a_table(desk: Desk, typed: str) -> None:
    """Other commands, questions and commands with more behind them are not offered as tables."""
    assert not has_table(typed)
    assert table_of(desk, typed) is None


@pytest.mark.parametrize("typed", ["who's Fenn", "who’s Fenn", "whos Fenn", "what's Kestrel"])
def test_two_words_in_one_begin_a_question(desk: Desk, typed: str) -> None:
    """A contraction such as "who's" is no slip in the name of a command."""
    assert respond(desk, typed).answered

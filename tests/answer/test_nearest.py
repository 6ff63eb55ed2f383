"""Is a wrong name told as such, with the nearest right form ready to be typed?"""

from __future__ import annotations

from bot.answer import Chrome
from bot.answer.nearest import incomplete, no_such
from bot.text import render

KNOWN = (Chrome("There are red and blue."),)


def test_the_nearest_form_is_named_and_offered() -> None:
    """What comes nearest stands in the sentence, and all that come near can be pressed; what is known is left out."""
    answer = no_such("colour", "rad", ("paint red", "paint blue"), KNOWN, ("paint black",))
    assert render(answer).splitlines()[1] == "No colour is called “rad”. The nearest is /deal paint red."
    assert answer.suggestions == ("/deal paint red", "/deal paint blue")
    assert not answer.answered


def test_where_nothing_is_near_what_there_is_is_told() -> None:
    """Then the others are offered instead."""
    answer = no_such("colour", "zzz", (), KNOWN, ("paint black",))
    assert render(answer).splitlines()[1] == "No colour is called “zzz”. There are red and blue."
    assert answer.suggestions == ("/deal paint black",)


def test_little_of_a_long_name_is_said_back() -> None:
    """Somebody's words are repeated only as far as it takes to recognise them."""
    assert "x" * 41 not in render(no_such("colour", "x" * 99, (), KNOWN))


def test_what_has_to_follow_is_told_with_examples() -> None:
    """A command without its words says what they are."""
    answer = incomplete("Which colour?", KNOWN, ("paint red",))
    assert (answer.title, answer.answered, answer.suggestions) == ("Which colour?", False, ("/deal paint red",))

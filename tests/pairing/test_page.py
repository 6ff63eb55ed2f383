"""Are words, figures and dates of a text told apart, and its sentences found?"""

from __future__ import annotations

import pytest

from bot.pairing.page import Span
from bot.store import Language
from bot.value.tokens import Phrases
from tests.pairing.pages import page_of


def test_words_leave_out_figures_and_dates(language: Language) -> None:
    """Neither a hedge nor a month is a word of its own once it belongs to a figure or a date."""
    page = page_of("By March 29 it had over 300 cases.", language)
    assert page.words(Span(0, len(page.tokens))) == ["By", "it", "had", "cases"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It grew. It shrank.", 2),
        ("It grew.It shrank!", 2),
        ("It grew to 3.5 million. “It” shrank; He left?", 3),
        ("It grew. it shrank", 1),
        ("the U.S. Steel deal", 1),
        ("", 0),
    ],
)
def test_a_stop_before_a_capital_ends_a_sentence(text: str, count: int, language: Language) -> None:
    """Decimal points, initials and stops before small letters end nothing; a space may be missing."""
    assert len(page_of(text, language).sentences) == count


def test_only_the_first_word_opens_a_sentence(language: Language) -> None:
    """The places where a capital letter tells nothing."""
    page = page_of("It grew. It shrank.", language)
    assert [place for place in range(len(page.tokens)) if page.opens(place)] == [0, 3]


def test_dates_are_found_where_they_begin(language: Language) -> None:
    """A span holds the dates that begin in it."""
    page = page_of("in May 2019 and on 3 June", language)
    halves = [page.dates_in(Span(0, 3)), page.dates_in(Span(3, len(page.tokens)))]
    assert [[date.date.edtf for date in half] for half in halves] == [["2019-05"], ["2020-06-03"]]


def test_the_nearest_date_is_the_one_beside_the_figure(language: Language) -> None:
    """Of several dates the one with the least text between counts; none is nearest of none."""
    page = page_of("65,000 people in 1940 became a city by 2010", language)
    assert [date.date.edtf for date in page.nearest(page.dates, page.figures[0])] == ["1940"]
    assert list(page.nearest([], page.figures[0])) == []


def test_phrases_inside_figures_and_dates_do_not_count(language: Language) -> None:
    """The month of May is no "may"."""
    phrases = Phrases({"may": True})
    assert not page_of("in May 2019", language).holds(phrases, Span(0, 3))
    assert page_of("it may rise", language).holds(phrases, Span(0, 3))


def test_the_next_word_of_a_noun_lies_behind_what_a_hyphen_joins(language: Language) -> None:
    """As in "Covid-19 cases", which is one noun."""
    page = page_of("300 Covid-19 cases", language)
    assert page.tokens.word(page.behind_joint(2)) == "cases"


def test_words_can_be_passed_over(language: Language) -> None:
    """The first word that is not passed over, or the end."""
    page = page_of("of the people", language)
    assert page.behind(0, lambda word: word in ("of", "the")) == 2
    assert page.behind(0, str.isalpha) == 3

"""Are words found as whole words, and quotes without cutting one?"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.lint.phrase import Span, find, find_any, find_quote, words

WORD = st.text("ab", min_size=1, max_size=3)
TEXT = st.lists(WORD, min_size=1, max_size=8).map(" ".join)


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("founder", "the founder of", True),
        ("founder", "the co-founder of", False),
        ("founder", "founder-led", False),
        ("co-founder", "a co-founder.", True),
        ("Scale", "scales", False),
        ("kestrel robotics", "kestrel robotics's price", True),
        ("all of its work", "all of its work, and more", True),
        ("NEW UNIT", "a new unit", True),
        ("$2", "it costs $2", True),
    ],
)
def test_a_phrase_is_found_as_whole_words(phrase: str, text: str, found: bool) -> None:
    """A hyphenated word is one word; an apostrophe ends one; case makes no difference."""
    assert bool(find(phrase, text)) is found


@settings(deadline=None)  # a busy machine is slow, not wrong
@given(TEXT, WORD)
def test_every_place_of_a_word_is_found(text: str, word: str) -> None:
    """As many places are found as the text has that word between its spaces."""
    places = find(word, text)
    assert [text[place.start : place.end] for place in places] == [word] * text.split(" ").count(word)


@settings(deadline=None)  # a busy machine is slow, not wrong
@given(TEXT, st.lists(WORD, max_size=3))
def test_places_of_several_phrases_come_in_order(text: str, phrases: list[str]) -> None:
    """Whatever the order of the phrases, places are told as the text has them."""
    spans = [span for _, span in find_any(phrases, text)]
    assert spans == sorted(spans)


@pytest.mark.parametrize(
    ("quote", "text", "found"),
    [
        ("rating", "operating", False),
        ("$1", "$15 billion", False),
        ("$15", "$15.5 billion", False),
        ("15", "$1,515", False),
        ("5 billion", "$1.5 billion", False),
        ("27", "a 27-year-old", True),
        ("voting stake", "a non-voting stake", True),
        ("$10 billion+", "a $10 billion+ deal", True),
        ("a (new) unit", "with a (new) unit", True),
    ],
)
def test_a_quote_cuts_no_word_and_no_figure(quote: str, text: str, found: bool) -> None:
    """The ends of a quote are ends of words; at a hyphen it may stop."""
    assert bool(find_quote(quote, text)) is found


@settings(deadline=None)  # a busy machine is slow, not wrong
@given(TEXT, st.data())
def test_any_run_of_words_is_a_quote(text: str, data: st.DataObject) -> None:
    """Whatever whole words are taken from a text, they are found where they were taken."""
    listed = text.split(" ")
    first = data.draw(st.integers(0, len(listed) - 1))
    last = data.draw(st.integers(first, len(listed) - 1))
    quote = " ".join(listed[first : last + 1])
    start = len(" ".join(listed[:first])) + bool(first)
    assert Span(start, start + len(quote)) in find_quote(quote, text)


@pytest.mark.parametrize(
    ("text", "count"),
    [("over $10 billion", 3), ("a 49% non-voting stake", 4), ("one - two", 2), ("[1] • only", 1), ("", 0)],
)
def test_words_are_counted_as_people_count_them(text: str, count: int) -> None:
    """Marks that stand alone are no words; hyphenated words and amounts are one each."""
    assert len(words(text)) == count


def test_spans_lie_inside_and_meet() -> None:
    """A span lies within itself; spans that only touch do not meet."""
    span = Span(2, 5)
    assert span.within(span)
    assert span.within(Span(0, 9))
    assert not Span(0, 9).within(span)
    assert span.meets(Span(4, 6))
    assert not span.meets(Span(5, 6))

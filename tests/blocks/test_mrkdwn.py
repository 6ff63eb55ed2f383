"""Does text show exactly what it says in Slack, and never ping or format by itself?"""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answer import Chrome, Cited, Computed, Mark, Pointer, Silence
from bot.blocks.mrkdwn import ROW_CHARACTERS, Run, cited, rows, runs_of, safe, visible
from bot.fact import Citation

AT_A_WORDS_EDGE = re.compile(r"(?<![^\W_])[*_~]|[*_~](?![^\W_])|`")


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("<!channel> & <@U123>", "&lt;!channel&gt; &amp; &lt;@U123&gt;"),
        ("a < b > c", "a &lt; b &gt; c"),
        ("&lt;", "&amp;lt;"),
    ],
)
def test_reserved_characters_are_escaped(raw: str, shown: str) -> None:
    """What Slack's markup reserves is escaped, so that no reference or ping can come about."""
    assert safe(raw) == shown


@pytest.mark.parametrize("name", ["here", "channel", "everyone", "Channel"])
def test_a_broadcast_in_plain_words_is_broken(name: str) -> None:
    """An at sign before a name that pings everybody stands apart from it."""
    assert safe(f"say @{name} now") == f"say @\u200b{name} now"


@pytest.mark.parametrize(
    "raw", ["*bold*", "_quiet_", "~gone~", "`code`", "```block```", "__init__", "(*)", "a *b c* d"]
)
def test_marks_at_the_edge_of_a_word_become_look_alikes(raw: str) -> None:
    """Nothing that a record says can switch a style on or off."""
    assert AT_A_WORDS_EDGE.search(safe(raw)) is None
    assert len(safe(raw)) == len(raw)


@pytest.mark.parametrize("raw", ["snake_case", "3*4", "a~b", "$14-$15 billion", "¶12: 49 %"])
def test_marks_inside_a_word_stay(raw: str) -> None:
    """Where Slack would not read a mark anyway, the text is left as it is."""
    assert safe(raw) == raw


def test_an_emoji_code_stays_a_code() -> None:
    """Colons around a word are not turned into a picture."""
    assert ":smile:" not in safe("a :smile: b")
    assert safe("12:30") == "12:30"


def test_a_quote_mark_at_the_start_is_inert() -> None:
    """A text that begins with > is not shown as a quotation."""
    assert safe("> said") == "\u200b&gt; said"


def test_text_stays_on_one_line_and_steers_nothing() -> None:
    """Line breaks become blanks; characters that steer terminals or the direction of writing go."""
    assert safe("one\n\ttwo\x1b[0m \u202ethree\u202c") == "one two[0m three"
    assert visible("  a\n b\u2066 ") == "a b"


def test_plain_text_holds_no_ping() -> None:
    """Headers and labels know no markup; all the same nothing in them looks like a reference."""
    assert visible("<!channel> @here") == "<\u200b!channel> @\u200bhere"


@given(st.text())
def test_safe_text_holds_nothing_that_slack_would_act_on(raw: str) -> None:
    """Whatever the text, no bracket, broadcast, style or line break survives."""
    shown = safe(raw)
    assert not set(shown) & set("<>\n`")
    assert not re.search(r"@(here|channel|everyone)\b", shown, re.IGNORECASE)
    assert AT_A_WORDS_EDGE.search(re.sub(r"&(amp|lt|gt);", ".", shown)) is None


def test_a_style_stands_right_at_the_words() -> None:
    """Blanks go outside of the marks, and where there are no words there are no marks."""
    assert list(rows([Run(" big ", "bold"), Run("  ", "italic"), Run("x", "code")])) == [" *big*  `x`"]
    assert list(rows([Run(" ", "bold"), Run(""), Run("\x00")], "•  ")) == []


@pytest.mark.parametrize("text", ["word " * 2_000, "x" * 9_000, "&" * 9_000])
def test_what_is_too_long_for_a_row_goes_on_in_the_next(text: str) -> None:
    """Rows stay within a section, no escape is torn apart, and nothing is lost."""
    found = list(rows([Run(text, "bold")], "•  ", "   "))
    assert len(found) > 1
    assert all(len(row) <= ROW_CHARACTERS + len("   ") for row in found)
    assert all(re.fullmatch(r"(?:[^&]|&amp;)*", row) for row in found)
    said = "".join(found).replace("*", "").replace("•", "").replace("&amp;", "&")
    assert re.sub(r"\s", "", said) == re.sub(r"\s", "", text)


def test_a_line_has_its_citations_and_marks() -> None:
    """Values stand out, citations stand in brackets behind what they bear, marks are quiet, commands are code."""
    place = Citation("011", 2, "is paying $2 billion for")
    line = (
        Chrome("So: "),
        Cited("it pays $2 billion (as announced)", (place,), "$2 billion"),
        Computed("; that is all", ()),
        Silence(" 012 does not say.", ("012",)),
        Pointer("/deal ask"),
        Mark("sources differ", "amount"),
    )
    (row,) = rows(runs_of(line))
    said = "So: it pays *$2 billion* (as announced) [011\u00a0¶2]; that is all 012 does not say."
    assert row == f"{said}`/deal ask` _(sources differ)_"


def test_a_citation_is_not_torn_apart_at_the_end_of_a_line() -> None:
    """Source and paragraph are joined by a blank that does not break; nothing cited shows nothing."""
    assert cited((Citation("011", 2, "q"), Citation("011", 5, "r"))).text == " [011\u00a0¶2,\u00a0¶5]"
    assert cited(()).text == ""

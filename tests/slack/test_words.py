"""Is what a message says read from whatever it is made of, and nothing else?"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.playground.message import Draft
from bot.playground.payload import message
from bot.playground.roster import Roster, furnish
from bot.slack.words import words


def rich(*elements: dict[str, Any]) -> dict[str, Any]:
    return {"type": "rich_text", "elements": list(elements)}


def section(*elements: dict[str, Any]) -> dict[str, Any]:
    return {"type": "rich_text_section", "elements": list(elements)}


def text(words: str, **style: bool) -> dict[str, Any]:
    return {"type": "text", "text": words, "style": style}


def mrkdwn(words: str) -> dict[str, Any]:
    return {"type": "mrkdwn", "text": words}


def plain(words: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": words}


BUTTON = {"type": "button", "text": plain("Press")}
LINK = {"type": "link", "url": "https://x.example"}


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        ("It costs *$5 billion* &amp; more", "It costs $5 billion & more"),
        ("_about_ ~never~ `code` it", "about never code it"),
        ("~$15 billion, ~15%, snake_case 2*3", "~$15 billion, ~15%, snake_case 2*3"),
        ("<@U1> <!here> <#C1|tea> it costs", "it costs"),
        ("see <https://x.example/1> and <https://x.example/2|the report>", "see and the report"),
        ("see https://x.example/1?a=b it costs", "see it costs"),
        ("&gt; quoted\n• first\n- second", "quoted\nfirst\nsecond"),
        (":rocket: it rose at 10:30:45 :+1:", "it rose at 10:30:45 :+1:"),
        ("  \n ", ""),
    ],
)
def test_markup_is_taken_off(markup: str, said: str) -> None:
    """Marks, mentions, addresses and emoji go; figures keep what belongs to them; each line stays a line."""
    assert words(markup) == said


@pytest.mark.parametrize(
    ("block", "said"),
    [
        ({"type": "header", "text": plain("Brief :x: one")}, "Brief one"),
        ({"type": "section", "text": mrkdwn("*a* b")}, "a b"),
        ({"type": "section", "fields": [mrkdwn("one"), mrkdwn("two")]}, "one\ntwo"),
        ({"type": "section", "text": mrkdwn("said"), "accessory": BUTTON}, "said"),
        ({"type": "context", "elements": [mrkdwn("said"), {"type": "image", "alt_text": "x"}]}, "said"),
        ({"type": "markdown", "text": "# Top\n**bold** [a report](https://x.example)"}, "Top\nbold a report"),
        ({"type": "actions", "elements": [BUTTON]}, ""),
        ({"type": "image", "title": plain("A chart"), "alt_text": "chart"}, ""),
        ({"type": "table", "rows": [[{"type": "raw_text", "text": word} for word in ("it", "5%")]]}, "it\n5%"),
        (rich(section(text("It costs "), text("$5", bold=True), {"type": "emoji"}, text(" now"))), "It costs $5 now"),
        (rich(section({"type": "user", "user_id": "U1"}, text(" says "), LINK)), "says"),
        (rich(section(LINK | {"text": "the report"})), "the report"),
        (rich({"type": "rich_text_list", "elements": [section(text("one")), section(text("two"))]}), "one\ntwo"),
        (rich({"type": "rich_text_quote", "elements": [text("first\nsecond")]}), "first\nsecond"),
        ({"type": "of tomorrow", "text": mrkdwn("said too")}, "said too"),
    ],
)
def test_every_kind_of_block_says_its_words(block: dict[str, Any], said: str) -> None:
    """Texts, lists, tables and quotes, also in blocks that are yet to be invented; buttons and pictures say nothing."""
    assert words("for notifications", [block]) == (said or "for notifications")


def test_what_is_attached_counts_only_where_nothing_else_is_said() -> None:
    """A link's preview is not what somebody wrote; a message that was passed on is."""
    attached = [{"text": "passed on"}, {"fallback": "fell back"}, {"blocks": [{"type": "markdown", "text": "built"}]}]
    assert words("mine", (), attached) == "mine"
    assert words("", (), attached) == "passed on\nfell back\nbuilt"


def test_what_a_person_types_is_read_as_typed() -> None:
    """Slack sends a person's words as rich text too; both say the same."""
    workspace = furnish(Roster("Beacon"))
    said = workspace.post(workspace.channel("general"), workspace.people[0].id, Draft("<@U0PLAYBOT> costs &gt; 5%"))
    sent = message(workspace, said)
    assert words(sent["text"], sent["blocks"]) == words(sent["text"]) == "costs > 5%"


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["type", "text", "elements", "fields", "blocks", "rows"]), inner, max_size=4)
    ),
    max_leaves=20,
)


@given(st.text(), st.lists(_JSON, max_size=4), st.lists(_JSON, max_size=4))
def test_whatever_is_sent_can_be_read(said: str, blocks: list[Any], attachments: list[Any]) -> None:
    """No block and no attachment, however it is made, is an error."""
    assert isinstance(words(said, blocks, attachments), str)

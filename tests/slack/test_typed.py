"""Is what a person typed read without Slack's markup?"""

from __future__ import annotations

import pytest

from bot.slack.typed import typed


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("a &lt;b&gt; &amp; c", "a <b> & c"),
        ("who <@U1|ida.fenn>", "who @ida.fenn"),
        ("who <@U1>", "who @U1"),
        ("<#C1|harbour> news", "#harbour news"),
        ("<!channel> now", "@channel now"),
        ("<!here|@here> now", "@here now"),
        ("<!subteam^S1|@desk>", "@desk"),
        ("<!date^1^{date}|May>", "@May"),
        ("see <https://x.example|this> and <https://y.example>", "see this and https://y.example"),
        ("<mailto:a@x.example|a@x.example> <mailto:b@x.example>", "a@x.example b@x.example"),
        ("  “smart” quotes’  ", "“smart” quotes’"),
        ("1 &lt; 2 <", "1 < 2 <"),
    ],
)
def test_references_become_their_words(text: str, read: str) -> None:
    """People, channels, links and pings are read as their names; escapes are taken off once."""
    assert typed(text) == read


def test_a_mention_of_the_bot_itself_is_left_out() -> None:
    """What is said to the bot does not contain its name."""
    assert typed("<@U9> who is <@U1|ida>?", "U9") == "who is @ida?"
    assert typed("<@U9|beacon>", "U9") == ""

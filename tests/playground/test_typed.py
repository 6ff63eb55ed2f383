"""What becomes of the words that a person types?"""

import pytest

from bot.playground.typed import command_parts, message_text
from bot.playground.workspace import Workspace

CASES = {
    "  plain words ": "plain words",
    "@Beacon who buys?": "<@U0PLAYBOT> who buys?",
    "thanks @beacon!": "thanks <@U0PLAYBOT>!",
    "@Mara Quay and @otto.pier": "<@U0PLAY0001> and <@U0PLAY0002>",
    "see #harbour, not #pier": "see <#C0PLAY0001|harbour>, not #pier",
    "@channel listen": "<!channel> listen",
    "5 < 6 & 7 > 6": "5 &lt; 6 &amp; 7 &gt; 6",
    "<!channel> <@U0PLAYBOT>": "&lt;!channel&gt; &lt;@U0PLAYBOT&gt;",
    "look: https://example.org/a?b=1&c=2.": "look: <https://example.org/a?b=1&amp;c=2>.",
    "`@Beacon` and ```#harbour```": "`@Beacon` and ```#harbour```",
    "mail@beacon.example": "mail@beacon.example",
    "@Beacons": "@Beacons",
    "Größe 港 🛳️": "Größe 港 🛳️",
}


@pytest.mark.parametrize("typed", CASES)
def test_typed_words_become_slacks_markup(typed: str, workspace: Workspace) -> None:
    """Names become references, links get brackets, the rest is escaped, and code is left alone."""
    assert message_text(workspace, typed) == CASES[typed]


def test_a_command_gets_ids_with_names(workspace: Workspace) -> None:
    """The text of a command carries people and channels as id and name, and no brackets around links."""
    typed = "/who  @Otto Pier in #harbour & https://example.org "
    assert command_parts(workspace, typed) == (
        "/who",
        "<@U0PLAY0002|otto.pier> in <#C0PLAY0001|harbour> &amp; https://example.org",
    )


def test_a_command_may_be_bare(workspace: Workspace) -> None:
    """A command without words has an empty text."""
    assert command_parts(workspace, "/deal") == ("/deal", "")

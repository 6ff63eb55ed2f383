"""Is it told in plain words why the bot did not answer?"""

import pytest

from bot.playground.line import UndeliveredError, explain


@pytest.mark.parametrize(
    ("failure", "words"),
    [
        (UndeliveredError("operation_timeout", "timeout"), "Beacon did not answer within 3 seconds"),
        (UndeliveredError("dispatch_failed", "http_error", 500), "Beacon answered with HTTP status 500"),
        (UndeliveredError("dispatch_failed", "connection_failed"), "Beacon cannot be reached"),
    ],
)
def test_each_failure_has_its_words(failure: UndeliveredError, words: str) -> None:
    """They say what happened, not Slack's name for it."""
    assert explain("Beacon", failure) == words

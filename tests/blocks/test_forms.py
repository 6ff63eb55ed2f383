"""Does Slack take each form, and is what is missing said at its field?"""

from __future__ import annotations

import json

import pytest

from bot.blocks.forms import QUESTION, SAID_IN, WRONG, question_slips, reason_form, report_form, slips, told
from bot.command import LONGEST
from tests.blocks.everything import MARKUP
from tests.blocks.judge import view_slips
from tests.desks import real_desk


def test_every_form_is_taken() -> None:
    """Within all limits, for every fact of the real records and for one that is gone."""
    store = real_desk().store
    for fact in (*store.facts, "melted"):
        assert view_slips(dict(report_form(fact, store))) == []
    assert view_slips(dict(reason_form("amount 1234abcd"))) == []
    assert view_slips(dict(told("A title that is longer than a view's may be", MARKUP))) == []


def test_a_report_begins_with_the_fact_of_the_answer() -> None:
    """Its fact is chosen already; all others can be."""
    form = json.loads(json.dumps(report_form("stake", real_desk().store)))
    menu = form["blocks"][0]["element"]
    assert menu["initial_option"]["value"] == "stake"
    assert sum(len(group["options"]) for group in menu["option_groups"]) == len(real_desk().store.facts)


@pytest.mark.parametrize(
    ("wrong", "known", "fields"),
    [
        ("It is $3 billion.", True, []),
        ("  \n", True, [WRONG]),
        ("It is.", False, [SAID_IN]),
        ("", False, [WRONG, SAID_IN]),
    ],
)
def test_what_a_report_lacks(wrong: str, known: bool, fields: list[str]) -> None:
    """Blanks say nothing, and where it is said must be known."""
    assert list(slips({WRONG: wrong}, known)) == fields


@pytest.mark.parametrize(("typed", "fields"), [("who pays?", []), ("👍", [QUESTION]), ("check it", [QUESTION])])
def test_what_is_wrong_with_a_question(typed: str, fields: list[str]) -> None:
    """Words that can be asked are right; signs alone and a text to be checked are not."""
    assert list(question_slips(typed)) == fields


def test_a_question_is_no_longer_than_a_button_holds() -> None:
    """A workspace that lets more through is told how much may be asked."""
    assert question_slips("x" * LONGEST) == {}
    assert str(LONGEST) in question_slips("x" * (LONGEST + 1))[QUESTION]

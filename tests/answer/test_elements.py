"""Does an answer know what it cites, and what a command is called elsewhere?"""

from __future__ import annotations

from bot.answer import Answer, Bullets, Chrome, Cited, Computed, Entry, Heading, Notice, Paragraph, Pointer, Stand
from bot.answer.elements import citations_of
from bot.comparison import Verdict
from bot.fact import Citation

EARLY = Citation("010", 2, "over $2 billion")
SIGNED = Citation("011", 2, "paying $2 billion")
STAFF = Citation("010", 4, "about 900 people")


def test_an_answer_gathers_every_citation_once_in_the_order_of_the_sources() -> None:
    """Whatever cites the same place twice, the answer lists it once, by source and paragraph."""
    elements = (
        Heading("Price"),
        Bullets(((Cited("It costs $2 billion", (SIGNED, EARLY)),), (Chrome("a label"),))),
        Entry("Staff", (Cited("900", (STAFF,)), Computed("as before", (EARLY,)))),
    )
    assert Answer("Price", elements).citations == (EARLY, STAFF, SIGNED)


def test_a_notice_cites_its_stands_its_reason_and_its_arithmetic() -> None:
    """Nothing that a notice rests on is left out of its citations."""
    notice = Notice(
        fact="amount",
        topic="How much?",
        verdict=Verdict.DISAGREE,
        severity=None,
        label="Sources disagree",
        stands=(Stand("$2 billion", "", (SIGNED,)),),
        reason=(Computed("They do not overlap.", (EARLY,)),),
        extra=((Computed("It does not multiply out.", (STAFF,)),),),
    )
    assert [*citations_of(notice)] == [SIGNED, EARLY, STAFF]


def test_words_of_our_own_cite_nothing() -> None:
    """Headings, labels and pointers are no facts."""
    assert Answer("Help", (Heading("Help"), Paragraph((Chrome("Ask away"), Pointer("/deal help"))))).citations == ()


def test_a_pointer_names_the_command_of_the_surface_at_hand() -> None:
    """What is typed as `/deal who NAME` in Slack is typed as `dealcheck who NAME` in a terminal."""
    pointer = Pointer("/deal who NAME")
    assert pointer.text == "/deal who NAME"
    assert pointer.typed("dealcheck") == "dealcheck who NAME"

"""Does an answer read well as plain text, with nothing lost on the way?"""

from __future__ import annotations

import pytest

from bot import text
from bot.answer import (
    Answer,
    Bullets,
    Chrome,
    Cited,
    Computed,
    Entry,
    Heading,
    Legend,
    Mark,
    Notice,
    Paragraph,
    Pointer,
    Silence,
    Stand,
)
from bot.comparison import Severity, Verdict
from bot.fact import Citation

EARLY = Citation("010", 2, "over $2 billion")
LATER = Citation("010", 5, "A sum north of $2 billion")
SIGNED = Citation("011", 2, "paying $2 billion")
NOTICE = Notice(
    fact="amount",
    topic="How much does Harbour Mills pay?",
    verdict=Verdict.DISAGREE,
    severity=Severity.MINOR,
    label="Sources disagree (minor)",
    stands=(Stand("$2 billion", "", (SIGNED,)), Stand("Over $2 billion", "also put as $2 billion", (EARLY, LATER))),
    reason=(Computed("They do not overlap.", (EARLY, SIGNED)),),
    extra=((Computed("It does not multiply out.", (SIGNED,)),),),
)
LEGEND = Legend((("010", "Early Word"), ("011", "Signed Deal")))


def lines(*elements: Paragraph | Bullets | Heading | Entry | Notice | Legend, title: str = "Title") -> list[str]:
    return text.render(Answer(title, elements)).splitlines()[1:]


def test_a_whole_answer_reads_from_title_to_questions() -> None:
    """Title, what is said, the notice with its proof, what stays unsaid, the sources, and what to ask next."""
    answer = Answer(
        NOTICE.topic,
        (
            Paragraph((Cited("Harbour Mills pays $2 billion", (SIGNED,)), Mark("sources disagree", "amount"))),
            NOTICE,
            Paragraph((Silence("012 does not say.", ("012",)),)),
            LEGEND,
        ),
        suggestions=("What share does Harbour Mills take?",),
    )
    assert text.render(answer).splitlines() == [
        "How much does Harbour Mills pay?",
        "Harbour Mills pays $2 billion [011 ¶2] (sources disagree)",
        "",
        "Sources disagree (minor)",
        "  – $2 billion",
        "      011 ¶2: “paying $2 billion”",
        "  – Over $2 billion, also put as $2 billion",
        "      010 ¶2: “over $2 billion”",
        "      010 ¶5: “A sum north of $2 billion”",
        "  Why: They do not overlap. [010 ¶2; 011 ¶2]",
        "  Also: It does not multiply out. [011 ¶2]",
        "",
        "012 does not say.",
        "",
        "Sources: 010 Early Word · 011 Signed Deal",
        "",
        "You can ask:",
        "• What share does Harbour Mills take?",
    ]


def test_a_notice_names_its_topic_in_an_answer_about_something_else() -> None:
    """Only where the whole answer is about the fact does the notice not repeat the question."""
    assert lines(NOTICE)[1] == "Sources disagree (minor): How much does Harbour Mills pay?"


def test_a_notice_without_a_reason_has_no_empty_why() -> None:
    """Nothing is announced that does not follow."""
    bare = Notice("amount", "How much?", Verdict.DIFFER, None, "Sources differ", (), ())
    assert lines(bare) == ["", "Sources differ: How much?"]


def test_lists_and_rows_are_told_apart() -> None:
    """Points carry a bullet, rows their lead; a paragraph after them is set off."""
    said = lines(
        Heading("Terms"),
        Bullets(((Cited("A", (EARLY,)),), (Chrome("B"),))),
        Entry("2011", (Cited("Founded", (SIGNED,)),)),
        Entry("undated", (Cited("Sold", (SIGNED,)),)),
        Paragraph((Chrome("No date is guessed."),)),
    )
    assert said == [
        "",
        "Terms",
        "• A [010 ¶2]",
        "• B",
        "2011: Founded [011 ¶2]",
        "undated: Sold [011 ¶2]",
        "",
        "No date is guessed.",
    ]


def test_a_command_is_named_as_the_surface_types_it() -> None:
    """In Slack `/deal summary`, elsewhere the program's own name."""
    answer = Answer("Help", (Paragraph((Chrome("Try "), Pointer("/deal summary"), Chrome("."))),))
    assert text.render(answer).endswith("Try /deal summary.")
    assert text.render(answer, "dealcheck").endswith("Try dealcheck summary.")


def test_places_are_grouped_by_source() -> None:
    """A source is named once, its paragraphs after it, each once and in order."""
    again = Citation("010", 5, "north of $2 billion")
    assert text.places((SIGNED, again, LATER, EARLY)) == "010 ¶2, ¶5; 011 ¶2"


def test_no_place_is_an_empty_text() -> None:
    """What cites nothing has no brackets."""
    assert text.places(()) == ""
    assert text.render_line((Computed("14 facts", ()),)) == "14 facts"


def test_many_places_are_given_by_source_alone() -> None:
    """A wall of paragraph numbers helps nobody; every source is still named."""
    many = tuple(Citation("010", number, "words") for number in range(1, 7))
    assert text.places((*many, SIGNED)) == "010, 011"


@pytest.mark.parametrize("hostile", ["<!channel>", "*bold*", "[red]", "\x1b[31m", "{value}", "&amp;", "“”"])
def test_words_are_printed_as_they_are(hostile: str) -> None:
    """Plain text has no markup, so nothing in a quote or a name is taken for any."""
    assert lines(Paragraph((Chrome(hostile),))) == [hostile]


def test_a_command_that_is_offered_begins_with_the_program() -> None:
    """What is offered to be typed can be typed where it is offered; a question stays as it is."""
    offered = ("/deal source 011", "What share does Harbour Mills take?")
    answer = Answer("Which?", (), suggestions=offered)
    assert text.render(answer).splitlines()[-2:] == [f"• {item}" for item in offered]
    assert text.render(answer, "dealcheck").splitlines()[-2:] == ["• dealcheck source 011", f"• {offered[1]}"]

"""Is each part of an answer laid out as people read it, and in pieces that fit?"""

from __future__ import annotations

from bot.answer import Bullets, Chrome, Cited, Element, Entry, Heading, Legend, Notice, Paragraph, Stand
from bot.answer.overviews import UNDATED
from bot.blocks.limits import SECTION_CHARACTERS
from bot.blocks.pieces import Layout, Piece, legend, titled
from bot.comparison import Severity, Verdict
from bot.fact import Citation

ELEVEN = Citation("011", 2, "is paying $2 billion for")
TWELVE = Citation("012", 2, "plans to invest roughly $2.1 billion")
NOTICE = Notice(
    fact="amount",
    topic="How much does it pay?",
    verdict=Verdict.DISAGREE,
    severity=Severity.MINOR,
    label="Sources disagree (minor)",
    stands=(
        Stand("$2 billion (as announced)", "", (ELEVEN,)),
        Stand("About $2.1 billion", "also put as $2 billion", (TWELVE,)),
    ),
    reason=(Chrome("They are apart."),),
    extra=((Chrome("It does not multiply out."),),),
)


def laid_out(*elements: Element, title: str = "", proofs: bool = True) -> list[Piece]:
    return list(Layout(title, proofs=proofs).pieces(elements))


def test_a_notice_shows_each_position_with_its_quotes() -> None:
    """Topic and verdict lead, values stand out from their remarks, quotes are set off, the reason comes last."""
    (piece,) = laid_out(NOTICE)
    assert piece.text.splitlines() == [
        "*How much does it pay?*",
        "_Sources disagree (minor)_",
        "•  *$2 billion* (as announced)",
        "> “is paying $2 billion for” [011\u00a0¶2]",
        "•  *About $2.1 billion*, also put as $2 billion",
        "> “plans to invest roughly $2.1 billion” [012\u00a0¶2]",
        "*Why:* They are apart.",
        "*Also:* It does not multiply out.",
    ]
    assert piece.proof == ""


def test_a_notice_in_brief_keeps_its_citations_and_can_show_its_quotes() -> None:
    """Without the quotes each position still has its citations, and the piece asks for the rest."""
    (piece,) = laid_out(NOTICE, proofs=False)
    assert "•  *$2 billion* (as announced) [011\u00a0¶2]" in piece.text
    assert "“" not in piece.text
    assert piece.proof == NOTICE.topic


def test_a_notice_does_not_repeat_the_title() -> None:
    """Under a title that is its own topic the notice begins with the verdict."""
    (piece,) = laid_out(NOTICE, title=NOTICE.topic)
    assert piece.text.startswith("*Sources disagree (minor)*\n•")


def test_rows_of_a_table_stand_close_together() -> None:
    """Entries that follow one another share a block; a date stands out, that there is none does not."""
    line = (Cited("it begins", (ELEVEN,)),)
    table, after = laid_out(Entry("2016", line), Entry(UNDATED, line), Paragraph((Chrome("That is all."),)))
    assert table.text == "*2016* · it begins [011\u00a0¶2]\n_undated_ · it begins [011\u00a0¶2]"
    assert after.text == "That is all."


def test_a_heading_leads() -> None:
    """A heading is bold, begins something new, and knows that it belongs to what follows."""
    assert laid_out(Heading("Sums")) == [Piece("*Sums*", leads=True, starts=True)]


def test_points_share_a_block_as_long_as_they_fit() -> None:
    """Bullets stand in one block, or in several where one cannot hold them."""
    assert [piece.text for piece in laid_out(Bullets(((Chrome("one"),), (Chrome("two"),))))] == ["•  one\n•  two"]
    many = laid_out(Bullets(tuple((Chrome("word " * 100),) for _ in range(20))))
    assert len(many) > 1
    assert all(len(piece.text) <= SECTION_CHARACTERS for piece in many)


def test_only_the_first_piece_of_a_long_notice_asks_for_its_quotes() -> None:
    """One button for a notice is enough, however many blocks it takes."""
    crowd = Notice("f", "Which?", Verdict.DIFFER, None, "Sources differ", NOTICE.stands * 60, (), ())
    assert [bool(piece.proof) for piece in laid_out(crowd, proofs=False)].count(True) == 1


def test_the_legend_names_each_source_once() -> None:
    """The legend is one line of ids and labels; where there is none there is no piece."""
    (piece,) = legend([Legend((("011", "Signed"), ("012", "Over<view>")))])
    assert piece.text == "Sources: *011* Signed · *012* Over&lt;view&gt;"
    assert list(legend([NOTICE])) == []
    assert laid_out(Legend((("011", "Signed"),))) == []


def test_a_long_title_is_told_in_bold() -> None:
    """What does not fit into a header stands in a section."""
    assert [piece.text for piece in titled("Why?")] == ["*Why?*"]

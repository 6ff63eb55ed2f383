"""Does an answer drawn in a terminal show all of its text, broken where lines may break?"""

from __future__ import annotations

import re
from io import StringIO

import pytest
from rich.console import Console

from bot.answer import Answer, Cited, Computed, Entry, Legend, Notice, Paragraph, Silence, Stand
from bot.cli.terminal import draw
from bot.comparison import Severity, Verdict
from bot.desk import Desk
from bot.fact import Citation
from tests.desks import desk_of, real_desk
from tests.sample.records import Records

STYLE = re.compile(r"\x1b\[[\d;]*m")
SIGNED = Citation("011", 12, "paying $2 billion")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return desk_of(Records(tmp_path_factory.mktemp("records")))


def drawn(answer: Answer, width: int = 80) -> str:
    """What the terminal is sent, styles included."""
    console = Console(file=StringIO(), force_terminal=True, color_system="standard", width=width, highlight=False)
    draw(answer, console)
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


def shown(answer: Answer, width: int = 80) -> list[str]:
    """What one sees, line by line."""
    return [line.rstrip() for line in STYLE.sub("", drawn(answer, width)).splitlines()]


def notice(verdict: Verdict, severity: Severity | None) -> Answer:
    stand = Stand("$2 billion", "", (SIGNED,))
    element = Notice("amount", "How much?", verdict, severity, "Sources part", (stand,), (Computed("So it is.", ()),))
    return Answer("Title", (element,))


def test_a_notice_is_framed_with_its_label_on_the_frame(desk: Desk) -> None:
    """Positions, quotes and the reason stand inside a frame that its label heads."""
    lines = shown(desk.ask("How much of the robot work will Fenn lead?"))
    top = next(number for number, line in enumerate(lines) if line.startswith("╭─  Sources disagree (major)  ─"))
    frame = lines[top : top + 9]
    assert frame[1].startswith("│ • All robot work")
    assert frame[2].startswith("│   011 ¶3   “to head all of its robot work”")
    assert any(line.startswith("│ Why  All robot work [011] and parts") for line in frame)
    assert frame[-1].startswith("╰───")


@pytest.mark.parametrize("width", [30, 80, 200])
def test_no_line_is_wider_than_the_terminal_or_a_page(desk: Desk, width: int) -> None:
    """Lines are broken to the terminal's width, and never wider than one likes to read."""
    assert max(map(len, shown(desk.disagreements, width))) <= min(width, 100)


def test_a_citation_is_never_broken() -> None:
    """`[011 ¶12]` goes to the next line as a whole, at whatever width."""
    answer = Answer("Title", (Paragraph((Cited("Harbour Mills pays two billion dollars", (SIGNED,)),)),))
    assert all(any("[011 ¶12]" in line for line in shown(answer, width)) for width in range(20, 80))


@pytest.mark.parametrize("view", ["summary", "timeline", "disagreements", "facts", "sources"])
def test_nothing_is_lost_in_drawing(view: str) -> None:
    """Every word of the plain text is drawn, sources and quotes included."""
    answer: Answer = getattr(real_desk(), view)
    told = set(re.findall(r"\w+", " ".join(shown(answer, 100))))
    words = {word for element in answer.elements for word in re.findall(r"\w+", text_of(element))}
    assert words - told == set()


def text_of(element: object) -> str:
    """Every text inside an element, however deep."""
    if isinstance(element, str):
        return element
    if isinstance(element, tuple):
        return " ".join(map(text_of, element))
    if isinstance(element, Notice):
        return " ".join((element.label, element.topic, *(stand.value for stand in element.stands)))
    fields = ("lead", "text", "line", "items")
    return " ".join(text_of(getattr(element, name)) for name in fields if hasattr(element, name))


def test_rows_begin_in_one_column() -> None:
    """What happened stands below what happened, whatever the dates are."""
    entries = tuple(Entry(date, (Cited("It happens", (SIGNED,)),)) for date in ("2011", "spring 2024", "undated"))
    assert shown(Answer("Timeline", entries))[2:] == [
        "2011        It happens [011 ¶12]",
        "spring 2024 It happens [011 ¶12]",
        "undated     It happens [011 ¶12]",
    ]


@pytest.mark.parametrize(
    ("verdict", "severity", "colour"),
    [
        (Verdict.SELF_CONTRADICTION, None, "31"),
        (Verdict.DISAGREE, Severity.MAJOR, "31"),
        (Verdict.DISAGREE, Severity.MINOR, "33"),
        (Verdict.DIFFER, None, "33"),
    ],
)
def test_the_frame_tells_how_heavy_a_notice_is(verdict: Verdict, severity: Severity | None, colour: str) -> None:
    """Red for what cannot hold together, yellow for what is minor or only differs."""
    assert f"\x1b[{colour}m╭─" in drawn(notice(verdict, severity))


def test_what_is_secondary_is_held_back() -> None:
    """Citations, silences and the legend are dim, so that the answer stands out."""
    answer = Answer(
        "Title",
        (
            Paragraph((Cited("Said", (SIGNED,)),)),
            Paragraph((Silence("012 does not say.", ("012",)),)),
            Legend((("011", "Signed Deal"),)),
        ),
    )
    said = drawn(answer)
    for words in (" [011 ¶12]", "012 does not say.", "Sources  011 Signed Deal"):
        assert f"\x1b[2m{words}" in said


def test_questions_to_go_on_with_are_listed() -> None:
    """What can be asked next comes last."""
    answer = Answer("Title", (), suggestions=("What share?", "Who follows?"))
    assert shown(answer)[-3:] == ["You can ask", "• What share?", "• Who follows?"]


@pytest.mark.parametrize("hostile", ["[red]alarm[/red]", "[/]", "[link=x]y[/link]", ":smile:"])
def test_words_are_never_taken_for_markup(hostile: str) -> None:
    """Brackets and colons in a quote or a name are shown as they are."""
    element = Notice("amount", "How much?", Verdict.DIFFER, None, hostile, (Stand(hostile, hostile, (SIGNED,)),), ())
    answer = Answer(hostile, (Paragraph((Cited(hostile, (SIGNED,)),)), element), suggestions=(hostile,))
    assert "\n".join(shown(answer)).count(hostile) == 6

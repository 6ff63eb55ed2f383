"""How is an answer drawn in a terminal? With headings, wrapped lines, notices set off, and citations held back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from bot.answer import (
    Answer,
    Bullets,
    Chrome,
    Cited,
    Computed,
    Element,
    Entry,
    Heading,
    Legend,
    Line,
    Mark,
    Notice,
    Paragraph,
    Pointer,
    Silence,
    Span,
    Stand,
)
from bot.cli.rows import PROGRAM
from bot.comparison import Severity, Verdict
from bot.fact import Citation
from bot.text import places, set_off, suggestion

_WIDEST = 100  # longer lines tire the eye
_GLUE = "\ue000"  # stands for a space inside a citation until the lines are broken: rich breaks at every real one
_HELD_BACK = "dim"
_MARKED = "yellow"


def draw(answer: Answer, console: Console | None = None) -> None:
    """Draw an answer; on the terminal of standard output, where no other is given."""
    console = console or Console(highlight=False)
    with console.capture() as drawn:
        console.print(*_answer(answer), width=min(console.width, _WIDEST), sep="\n")
    console.file.write(drawn.get().replace(_GLUE, " "))
    console.file.flush()


def _answer(answer: Answer) -> Iterator[RenderableType]:
    yield Text(answer.title, style="bold underline")
    yield ""
    before: Element | None = None
    for run in _runs(answer.elements):
        if before and set_off(run[0], before):
            yield ""
        yield _entries(run) if len(run) > 1 else _element(run[0], answer)
        before = run[-1]
    if answer.suggestions:
        yield Text("\nYou can ask", style="bold")
        yield _bulleted(Text(suggestion(item, PROGRAM), style="italic") for item in answer.suggestions)


def _runs(elements: tuple[Element, ...]) -> Iterator[tuple[Element, ...]]:
    """Entries that follow each other are one table, so that what they say begins in one column."""
    runs = [(entries, tuple(run)) for entries, run in groupby(elements, key=lambda element: isinstance(element, Entry))]
    for entries, run in runs:
        yield from [run] if entries else zip(run)


def _element(element: Element, answer: Answer) -> RenderableType:
    match element:
        case Heading(text, _):
            return Text(text, style="bold")
        case Paragraph(line):
            return _line(line)
        case Bullets(items):
            return _bulleted(map(_line, items))
        case Notice():
            return _notice(element, answer)
        case Legend(sources):
            return Text(f"Sources  {'   '.join(f'{source} {label}' for source, label in sources)}", style=_HELD_BACK)
        case Entry():
            return _entries([element])


def _entries(entries: Iterable[Element]) -> Table:
    grid = _grid()
    for entry in entries:
        if isinstance(entry, Entry):
            grid.add_row(Text(entry.lead, style="bold"), _line(entry.line))
    return grid


def _bulleted(items: Iterable[Text]) -> Table:
    grid = _grid()
    for item in items:
        grid.add_row("•", item)
    return grid


def _grid() -> Table:
    grid = Table.grid(padding=(0, 1))
    grid.add_column(no_wrap=True)
    grid.add_column(ratio=1)
    return grid


def _notice(notice: Notice, answer: Answer) -> Panel:
    colour = _colour(notice)
    told = [] if notice.topic == answer.title else [Text(notice.topic, style="bold")]
    stands = [part for stand in notice.stands for part in _stand(stand)]
    why = [_grid_of("Why", notice.reason)] if notice.reason else []
    also = [_grid_of("Also", line) for line in notice.extra]
    title = Text(f" {notice.label} ", style=f"bold {colour}")
    return Panel(Group(*told, *stands, "", *why, *also), title=title, title_align="left", border_style=colour)


def _colour(notice: Notice) -> str:
    heavy = notice.verdict is Verdict.SELF_CONTRADICTION or notice.severity is Severity.MAJOR
    return "red" if heavy else _MARKED


def _stand(stand: Stand) -> Iterator[RenderableType]:
    value = Text(stand.value, style="bold")
    yield _bulleted([value.append(f", {stand.detail}", style="not bold") if stand.detail else value])
    for citation in stand.citations:
        yield Padding(_quote(citation), (0, 0, 0, 2))


def _quote(citation: Citation) -> Table:
    grid = _grid()
    place = f"{citation.source} ¶{citation.paragraph}"
    grid.add_row(Text(f"{place:<8}", style=_HELD_BACK), Text(f"“{citation.quote}”", style="italic"))
    return grid


def _grid_of(lead: str, line: Line) -> Table:
    grid = _grid()
    grid.add_row(Text(f"{lead:<4}", style="bold"), _line(line))
    return grid


def _line(line: Line) -> Text:
    return Text().join(map(_span, line))


def _span(span: Span) -> Text:
    match span:
        case Cited(text, citations) | Computed(text, citations):
            cited = Text(f" [{_glued(places(citations))}]" if citations else "", style=_HELD_BACK)
            return Text(text).append_text(cited)
        case Silence(text, _):
            return Text(text, style=_HELD_BACK)
        case Pointer():
            return Text(span.typed(PROGRAM), style="bold")
        case Chrome(text):
            return Text(text)
        case Mark(text, _):
            return Text(f"  {text}", style=_MARKED)


def _glued(places: str) -> str:
    return places.replace(" ¶", f"{_GLUE}¶")

"""What do timeline and disagreements look like as tables, for those who work on in a spreadsheet?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot import timeline
from bot.answer.elements import Line, Mark
from bot.answer.overviews import event_line, event_when
from bot.answer.statements import notice
from bot.comparison import Comparison, DealComparison
from bot.fact import Citation, Store

Cells = tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """Rows under named columns, each row with its sources; `name` is the command that shows the same."""

    name: str
    title: str
    columns: Cells
    rows: tuple[Cells, ...]


def timeline_table(store: Store, deal: DealComparison) -> Table:
    """A row for each event, in order; the date once as a source puts it and once as EDTF, where there is one."""
    moments = timeline.timeline(store)
    rows = tuple(
        (str(place), *_event(moment, store, deal), *_sources(claim.citation for claim in moment.claims))
        for place, moment in enumerate(moments, 1)
    )
    columns = ("order", "date", "edtf", "event", "remark", "facts", "sources", "quotes")
    return Table("timeline", "Timeline", columns, rows)


def disagreements_table(store: Store, deal: DealComparison) -> Table:
    """A row for each position on a fact on which the sources do not say the same, heaviest first."""
    rows = tuple(row for item in deal.disagreements() for row in _positions(item, store, deal))
    columns = ("fact", "question", "verdict", "severity", "value", "detail", "why", "also", "sources", "quotes")
    return Table("disagreements", "Where the sources disagree", columns, rows)


def _event(moment: timeline.Moment, store: Store, deal: DealComparison) -> Cells:
    line = event_line(moment, deal, store)
    dated = (event_when(moment), moment.event.when or "") if moment.dated_by else ("", "")
    facts = " ".join(dict.fromkeys(claim.fact for claim in moment.claims))
    return (*dated, _said(line), ", ".join(span.text for span in line if isinstance(span, Mark)), facts)


def _positions(item: Comparison, store: Store, deal: DealComparison) -> Iterable[Cells]:
    shown = notice(item, deal, store)
    told = (shown.fact, shown.topic, shown.verdict.value, shown.severity or "")
    why = (_said(shown.reason), "\n".join(map(_said, shown.extra)))
    return ((*told, stand.value, stand.detail, *why, *_sources(stand.citations)) for stand in shown.stands)


def _said(line: Line) -> str:
    return "".join(span.text for span in line if not isinstance(span, Mark))


def _sources(citations: Iterable[Citation]) -> Cells:
    """Every place, and every quote with its place, a line for each."""
    kept = sorted(set(citations))
    places = (f"{citation.source} ¶{citation.paragraph}" for citation in kept)
    quotes = (f"{citation.source} ¶{citation.paragraph}: “{citation.quote}”" for citation in kept)
    return "; ".join(dict.fromkeys(places)), "\n".join(quotes)

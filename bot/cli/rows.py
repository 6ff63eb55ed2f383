"""What does each command print for programs? One row, a JSON object, for each item that a person would be shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot import text
from bot.answer import Answer, Line, Notice, Paragraph
from bot.answer.checks import check_answer, offered, why
from bot.answer.elements import citations_of
from bot.answer.overviews import event_line, event_when
from bot.answer.statements import notice, statement
from bot.comparison import Comparison, Judgement
from bot.desk import Desk
from bot.fact import Citation
from bot.lookup import Found
from bot.statement import CheckedClause
from bot.timeline import timeline

Row = dict[str, object]
PROGRAM = "dealcheck"


def answer_row(asked: Row, answer: Answer) -> Row:
    """An answer to what was asked: `{"question": …}` or `{"name": …}`, and what the bot says to it."""
    return asked | {
        "answered": answer.answered,
        "text": text.render(answer, PROGRAM),
        "verdict": answer.verdict,
        "severity": answer.severity,
        "disagreement": bool(answer.verdict and answer.verdict.is_disagreement),
        "facts": answer.facts,
        "citations": citation_rows(answer.citations),
        "suggestions": [text.suggestion(item, PROGRAM) for item in answer.suggestions],
    }


def check_row(statement: str, desk: Desk) -> Row:
    """What the sources make of a statement, and of each of its clauses."""
    checked = desk.checker.check(statement)
    answer = check_answer(checked, desk.store, desk.deal, desk.checker.bears)
    return {
        "statement": statement,
        "verdict": checked.judgement,
        "text": text.render(answer, PROGRAM),
        "clauses": [_clause_row(clause, desk) for clause in checked.clauses],
        "citations": citation_rows(answer.citations),
        "facts": answer.facts,
    }


def unchecked_row(statement: str, error: str) -> Row:
    """The row of a statement that cannot be read."""
    nothing: Row = {"statement": statement, "verdict": Judgement.NOT_COVERED, "text": ""}
    return nothing | {"clauses": [], "citations": [], "facts": [], "error": error}


def refused_row(asked: Row, why: str) -> Row:
    """The row of an input that cannot be read."""
    nothing = Answer(title="", elements=(), answered=False)
    return answer_row(asked, nothing) | {"error": why}


def summary_rows(desk: Desk) -> Iterator[Row]:
    """The headline facts."""
    for fact in desk.store.deal.headlines:
        if fact in desk.deal.facts:
            yield _fact_row(desk.deal.facts[fact], desk)


def fact_rows(desk: Desk, subject: str | None = None) -> Iterator[Row]:
    """Every fact, or those of one subject, in the order of the records."""
    for comparison in desk.deal.facts.values():
        if subject in (None, comparison.fact.subject):
            yield _fact_row(comparison, desk)


def timeline_rows(desk: Desk) -> Iterator[Row]:
    """The events in order; `when` is EDTF or null, `date` the words of the source or null."""
    for moment in timeline(desk.store):
        line = event_line(moment, desk.deal, desk.store)
        yield {
            "id": moment.event.id,
            "when": moment.event.when if moment.dated_by else None,
            "date": event_when(moment) if moment.dated_by else None,
            "says": said(line),
            "facts": list(dict.fromkeys(claim.fact for claim in moment.claims)),
            "citations": citation_rows(claim.citation for claim in moment.claims),
        }


def disagreement_rows(desk: Desk) -> Iterator[Row]:
    """Every fact on which the sources do not say the same, heaviest first, with each position and its quotes."""
    for comparison in desk.deal.disagreements():
        shown = notice(comparison, desk.deal, desk.store)
        yield {
            "fact": shown.fact,
            "question": shown.topic,
            "verdict": shown.verdict,
            "severity": shown.severity,
            "label": shown.label,
            "reason": said(shown.reason),
            "positions": [*position_rows(shown)],
            "also": [said(line) for line in shown.extra],
        }


def source_rows(desk: Desk) -> Iterator[Row]:
    """Every article's own record."""
    told = ("id", "label", "title", "publisher", "author", "published", "url", "digest", "quality")
    for source in desk.store.sources.values():
        yield {field: getattr(source, field) for field in told}


def card_row(name: str, desk: Desk) -> Row:
    """What the sources say of whom `name` means; `entity` is null where that is nobody."""
    found = desk.lookup.find(name)
    entity = found.entity.id if isinstance(found, Found) else None
    return answer_row({"name": name, "entity": entity}, desk.who(name))


def entity_rows(desk: Desk) -> Iterator[Row]:
    """Everybody and everything that the sources name."""
    for entity in desk.store.entities.values():
        yield {"id": entity.id, "kind": entity.kind, "name": entity.name, "names": entity.names}


def _clause_row(clause: CheckedClause, desk: Desk) -> Row:
    reason = why(clause, desk.store, desk.deal)
    lines = (reason, offered(clause, desk.store, desk.deal, desk.checker.bears))
    return {
        "text": clause.text,
        "verdict": clause.judgement,
        "why": text.render_line(reason, PROGRAM),
        "facts": clause.facts,
        "citations": citation_rows(sorted({c for line in lines for c in citations_of(Paragraph(line))})),
    }


def _fact_row(comparison: Comparison, desk: Desk) -> Row:
    fact = comparison.fact
    return {
        "id": fact.id,
        "question": fact.question,
        "kind": fact.kind,
        "subject": fact.subject,
        "verdict": comparison.verdict,
        "severity": comparison.severity,
        "says": said(statement(comparison, desk.store, marked=False)),
        "citations": citation_rows(claim.citation for claim in fact.all_claims),
        "silent": fact.silent,
    }


def position_rows(shown: Notice) -> Iterator[Row]:
    """The positions of a notice, each with its quotes."""
    for stand in shown.stands:
        yield {"value": stand.value, "detail": stand.detail, "citations": citation_rows(stand.citations)}


def said(line: Line) -> str:
    """The words of a line without its citations, which stand beside it in the row."""
    return "".join(span.text for span in line)


def citation_rows(citations: Iterable[Citation]) -> list[Row]:
    """Where a source says something, and in which words."""
    return [{"source": c.source, "paragraph": c.paragraph, "quote": c.quote} for c in citations]

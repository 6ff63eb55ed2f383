"""What do `source`, `compare` and `why` print for programs? What sources tell, alone and beside each other, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from bot.answer import Notice
from bot.answer.accounts import in_order
from bot.answer.statements import notice, statement
from bot.cli.rows import Row, answer_row, citation_rows, position_rows, said
from bot.comparison import Comparison, DealComparison, account_of, alone, beside
from bot.desk import Desk
from bot.fact import Store
from bot.lookup import SourceLookup

_TWO = 2  # sources that can be compared


def source_row(name: str, desk: Desk) -> Row:
    """What the source that `name` means tells; `source` is null where that is none.

    Each fact that it speaks on has the `group` it belongs to: itself (it contradicts itself), apart, alone or shared.
    """
    ids = SourceLookup(desk.store.sources).read(name).ids
    source = ids[0] if ids else None
    row = answer_row({"name": name, "source": source}, desk.source(name))
    quality = desk.store.sources[source].quality if source else ()
    return row | {"quality": quality, "says": [*_told(source, desk)] if source else []}


def compare_rows(names: str, desk: Desk) -> Iterator[Row]:
    """Each fact of which one of the sources speaks, as if there were no others; one row without facts for a slip."""
    ids = SourceLookup(desk.store.sources).read(names).ids
    if len(ids) < _TWO:
        yield answer_row({"sources": ids}, desk.compare(names))
        return
    store, deal = beside(ids, desk.store, desk.language.words.numbers.factors)
    for comparison in in_order(deal.facts.values(), store):
        if comparison.positions:
            speaking = [source for source in ids if comparison.fact.claims[source]]
            yield {"sources": speaking} | _grounds(comparison, store, deal)


def why_row(words: str, desk: Desk) -> Row:
    """What the verdict rests on, on the fact that `words` mean; `fact` is null where they mean none or several."""
    answer = desk.why(words)
    found = answer.facts[0] if len(answer.facts) == 1 else None
    row = answer_row({"asked": words, "fact": found}, answer)
    return row | _grounds(desk.deal.facts[found], desk.store, desk.deal) if found else row


def _told(source: str, desk: Desk) -> Iterator[Row]:
    account = account_of(source, desk.deal)
    for group in ("itself", "apart", "alone", "shared"):
        for comparison in in_order(getattr(account, group), desk.store):
            own = alone(source, comparison)
            yield {
                "fact": comparison.fact.id,
                "subject": comparison.fact.subject,
                "group": group,
                "verdict": comparison.verdict,
                "says": said(statement(own, desk.store, marked=False)),
                "citations": citation_rows(claim.citation for claim in own.fact.all_claims),
            }


def _grounds(comparison: Comparison, store: Store, deal: DealComparison) -> Row:
    shown: Notice = notice(comparison, deal, store)
    solidity = comparison.solidity
    return {
        "fact": comparison.fact.id,
        "question": comparison.fact.question,
        "subject": comparison.fact.subject,
        "verdict": comparison.verdict if comparison.positions else None,
        "severity": comparison.severity,
        "label": shown.label,
        "reason": said(shown.reason),
        "positions": [*position_rows(shown)],
        "also": [said(line) for line in shown.extra],
        "solidity": asdict(solidity) | {"modalities": dict(solidity.modalities), "unattributed": solidity.unattributed},
    }
